import type { ChangeFilter } from "@/lib/insurance/changes/list/schema";

/** Stages behind a tab; none = all. */
export const tabStages: Readonly<Record<ChangeFilter["tab"], readonly string[]>> = {
  check: ["OFFICE_CHECK", "REJECTED"],
  draft: ["DRAFT", "RETURNED"],
  outside: ["SUBMITTED"],
  approved: ["APPROVED"],
  done: ["EFFECTIVE", "ARCHIVED"],
  all: [],
};

/** Address of the list with these filters; a change of filter starts at the first page. */
export function changesHref(filter: Partial<ChangeFilter>, change: Partial<ChangeFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();

  return text ? `/insurance/changes?${text}` : "/insurance/changes";
}
