import type { Calendar } from "@/lib/calendar/rules";
import type { YearView } from "@/lib/calendar/years/queries";
import type { CivilDate, CivilMonth } from "@/lib/dates";
import { receptionDate, type ShiftPolicy } from "@/lib/reception/days/rules";

/** Where the rule puts the reception days to come that are not published, by month; merged ones appear in both months. */
export function proposedDays(
  view: YearView,
  policy: ShiftPolicy,
  calendar: Calendar,
  today: CivilDate,
): Map<CivilMonth, CivilDate> {
  const published = new Set(view.months.flatMap(({ days }) => days.map(({ reception }) => reception)));
  const dates = view.months
    .filter(({ month }) => !published.has(month))
    .map(({ month }) => [month, receptionDate(month, policy, calendar).actual] as const);

  return new Map(dates.filter(([, date]) => date >= today));
}
