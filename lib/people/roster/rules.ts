import { daysBetween, type CivilDate } from "@/lib/dates";
import type { RosterFilter } from "@/lib/people/roster/schema";
import type { PersonStatus } from "@/prisma/generated/enums";

/** The tabs of the roster and the statuses behind each. */
export const rosterTabs = {
  working: ["ACTIVE", "OFF_POST"],
  retired: ["RETIRED"],
  left: ["LEFT", "TRANSFERRED_OUT", "DECEASED"],
  all: ["ACTIVE", "OFF_POST", "RETIRED", "LEFT", "TRANSFERRED_OUT", "DECEASED"],
} as const satisfies Record<RosterFilter["tab"], readonly PersonStatus[]>;

/** A list counts exactly up to here; above it says 「10,000+」. */
export const MOST_COUNTED = 10_000;

/** 居住证 are called in this many days before they end. */
export const PERMIT_DAYS = 60;

/** 即将退休: months ahead. */
export const RETIRING_MONTHS = 6;

/** How many people a tab holds, from the counts per status. */
export function tabCount(tally: Partial<Record<PersonStatus, number>>, tab: RosterFilter["tab"]): number {
  return rosterTabs[tab].reduce((sum, status) => sum + (tally[status] ?? 0), 0);
}

/** `1,240`, or `10,000+` when the count was cut off there. */
export function countWords(count: number): string {
  return count > MOST_COUNTED ? "10,000+" : count.toLocaleString("en-US");
}

/** The address of the roster with some filters changed; places in the list do not survive a change of filter. */
export function rosterHref(filter: RosterFilter, change: Partial<RosterFilter> = {}): string {
  const { after: _after, before: _before, ...rest } = filter;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, ...change })) {
    if (value && !(name === "tab" && value === "working")) query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? "/people" : `/people?${text}`;
}

/** Days until a 居住证 ends in words: 还有 12 天, 今天到期, 已过期 3 天. */
export function permitWords(expiry: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, expiry);
  if (days < 0) return `已过期 ${-days} 天`;
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
}
