import type { SignOffState } from "@/lib/cases/sign-offs/words";
import type { CivilDate } from "@/lib/dates";
import type { SignMode, SignOffKind } from "@/prisma/generated/enums";

/** A row of the ledger, ready to be shown. */
export type SignOffLine = {
  id: string;
  state: SignOffState;
  /** the person, or the household by its head */
  name: string;
  staffNo: string;
  personId: string | null;
  unit: string;
  programme: string;
  campaignId: string | null;
  kind: SignOffKind;
  what: string;
  quantity: number;
  /** 分; negative on a reversal */
  amountFen: number;
  grantedOn: CivilDate;
  signedOn: CivilDate | null;
  receivedBy: string | null;
  relation: string | null;
  mode: SignMode | null;
  voucherNo: string | null;
  reason: string | null;
  /** received for others by somebody who has done so too often in this campaign */
  isBusyProxy: boolean;
};
