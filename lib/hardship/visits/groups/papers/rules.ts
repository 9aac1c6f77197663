import type { CivilDate } from "@/lib/dates";
import type { HardshipLevel, NotMetReason } from "@/prisma/generated/enums";

/** One household on the papers that a group takes along. */
export type PaperLine = {
  orderNo: string;
  name: string;
  staffNo: string;
  unit: string;
  isRetired: boolean;
  level: HardshipLevel | null;
  amountFen: number;
  signedOn: CivilDate | null;
  notMetReason: NotMetReason | null;
  /** masked unless the addresses were asked for */
  phone: string;
  address: string | null;
};
