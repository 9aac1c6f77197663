import type { CaseFilter } from "@/lib/cases/list/schema";
import { firstDayOf, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";

/** The twelve months that the rates are reckoned over, the running one included. */
export type Span = { from: CivilDate; to: CivilDate; months: CivilMonth[] };

export function lastTwelveMonths(today: CivilDate): Span {
  const first = monthAfter(monthOf(today), -11);

  return {
    from: firstDayOf(first),
    to: today,
    months: Array.from({ length: 12 }, (_, index) => monthAfter(first, index)),
  };
}

/**
 * Every count of the dashboard, as the filter that its link opens: the number and the rows behind it are one definition.
 * Rates of domain.md §0.1 are one count divided by another.
 */
export function countsOf(span: Pick<Span, "from" | "to">) {
  const within = { answeredFrom: span.from, answeredTo: span.to };

  return {
    unsettled: { status: "unsettled" },
    overdue: { due: "overdue" },
    onTime: { timing: "onTime", ...within },
    due: { timing: "due", ...within },
    resolved: { outcome: "RESOLVED", ...within },
    answered: within,
    content: { satisfaction: "content", ...within },
    reached: { satisfaction: "reached", ...within },
  } as const satisfies Record<string, Partial<CaseFilter>>;
}

export type CountName = keyof ReturnType<typeof countsOf>;
export type Counts = Record<CountName, number> & { medianDays: number | null };

/** `2` or `2.5`, or 「暂无」. */
export function daysWords(days: number | null): string {
  return days === null ? "暂无" : String(Math.round(days * 10) / 10);
}
