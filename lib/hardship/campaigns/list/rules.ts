import type { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import type { HardshipCause, HardshipLevel, NotMetReason, VisitCategory } from "@/prisma/generated/enums";

/** A household of a campaign as lists, papers and files show it. */
export type RowLine = {
  id: string;
  name: string;
  staffNo: string;
  unit: string;
  category: VisitCategory;
  level: HardshipLevel | null;
  /** null for who may not learn it */
  cause: HardshipCause | null;
  reason: string;
  orderNo: string;
  amountFen: bigint;
  isLeftOut: boolean;
  isRetired: boolean;
  offAskedReason: string | null;
  takenOffReason: string | null;
  signedOn: string | null;
  isGranted: boolean;
  notMetReason: NotMetReason | null;
  group: string | null;
};

/** Address of a campaign's households with these filters; a change of filter starts at the first page. */
export function rowsHref(campaignId: string, filter: Partial<RowFilter>, change: Partial<RowFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);

  return `/hardship/visits/${campaignId}/list?${query.toString()}`;
}
