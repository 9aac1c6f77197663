import type { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { yearOf, type CivilDate } from "@/lib/dates";
import { programmes } from "@/lib/programmes";

/** Address with these filters; what is empty is left out. */
export function signOffHref(path: string, filter: Partial<SignOffFilter>): string {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));

  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path;
}

/** Years a register can be asked for: this one, nine before it, and all of them. */
export function yearOptions(today: CivilDate): { value: string; label: string }[] {
  const year = yearOf(today);
  const years = Array.from({ length: 10 }, (_, back) => String(year - back));

  return [...years.map((value) => ({ value, label: `${value}年` })), { value: "all", label: "全部年份" }];
}

/** The programmes an officer holds, to choose from; all of them for who holds none (leader, liaison). */
export function programmeOptions(held: readonly string[]): { value: string; label: string }[] {
  return Object.entries(programmes)
    .filter(([name]) => held.length === 0 || held.includes(name))
    .map(([value, { name }]) => ({ value, label: name }));
}
