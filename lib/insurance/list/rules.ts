import type { PeopleFilter } from "@/lib/insurance/list/schema";

/** Address of the list with these filters; a change of filter starts at the first page. */
export function peopleHref(filter: Partial<PeopleFilter>, change: Partial<PeopleFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();

  return text ? `/insurance?${text}` : "/insurance";
}
