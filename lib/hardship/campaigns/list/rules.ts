import type { RowFilter } from "@/lib/hardship/campaigns/list/schema";

/** Address of a campaign's households with these filters; a change of filter starts at the first page. */
export function rowsHref(campaignId: string, filter: Partial<RowFilter>, change: Partial<RowFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);

  return `/hardship/visits/${campaignId}/list?${query.toString()}`;
}
