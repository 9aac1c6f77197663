import type { ReliefFilter } from "@/lib/relief/list/schema";

/** Address of the ledger with these filters; what is empty is left out, a change of filter starts at the first page. */
export function reliefHref(
  filter: Partial<ReliefFilter>,
  change: Partial<ReliefFilter> = {},
  page = "/relief",
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();

  return text ? `${page}?${text}` : page;
}
