import type { PlacementFilter } from "@/lib/schooling/list/schema";

/** Address of the register with these filters; what is empty is left out, a change of filter starts at the first page. */
export function placementsHref(filter: Partial<PlacementFilter>, change: Partial<PlacementFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();

  return text ? `/schooling?${text}` : "/schooling";
}
