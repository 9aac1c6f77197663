import { addWorkingDays, isWorkingDay, workingDaysBetween, type Calendar } from "@/lib/calendar/rules";
import { addDays, formatDate, formatDay, formatMonth, weekdayOf, type CivilDate, type CivilMonth } from "@/lib/dates";

/** A calendar before and after a change, and the days on which one works now and did not, or the other way round. */
export type Shift = { before: Calendar; after: Calendar; dates: readonly CivilDate[] };

/** The days of a change that count: a new name alone moves nothing. Ascending. */
export function shiftedDates(before: Calendar, after: Calendar, dates: readonly CivilDate[]): CivilDate[] {
  return dates.filter((date) => isWorkingDay(before, date) !== isWorkingDay(after, date)).sort();
}

/** What a change means for a counted deadline: the first changed day inside it, and where it would fall now. */
export type Moved = { first: CivilDate; due: CivilDate };

/**
 * Where a deadline would fall by the changed calendar; undefined if it stays. Nothing moves it: an officer decides.
 * @param from the day from which it was counted, itself not counted
 */
export function movedDue(from: CivilDate, due: CivilDate, shift: Shift): Moved | undefined {
  const first = shift.dates.find((date) => date > from && date <= due);
  if (first === undefined) return undefined;
  const start = addDays(first, -1);
  const moved = addWorkingDays(shift.after, start, workingDaysBetween(shift.before, start, due));
  return moved === due ? undefined : { first, due: moved };
}

export type PublishedDay = {
  month: CivilMonth;
  planned: CivilDate;
  actual: CivilDate;
  policy: "NEXT_WORKING_FRIDAY" | "NEXT_WORKDAY" | "PREVIOUS_WORKDAY";
  /** The earliest day of the frozen booking window that was counted back from the day in working days. */
  countedBackTo: CivilDate;
};

/** The first changed day that a published reception day was computed with; undefined if the change passes it by. */
export function touchingDate(day: PublishedDay, dates: readonly CivilDate[]): CivilDate | undefined {
  const [early, late] = day.planned < day.actual ? [day.planned, day.actual] : [day.actual, day.planned];
  return dates.find((date) => {
    if (date === day.planned || date === day.actual) return true;
    if (date >= day.countedBackTo && date < day.actual) return true;
    const isBetween = date > early && date < late;
    // The Friday policy looks at Fridays only; what else lies between the two is nothing to it.
    return isBetween && (day.policy !== "NEXT_WORKING_FRIDAY" || weekdayOf(date) === weekdayOf(day.planned));
  });
}

/** What the desk reads about a touched reception day. */
export function receptionSummary(day: PublishedDay, date: CivilDate, after: Calendar): string {
  const now = isWorkingDay(after, date) ? "改为上班" : "改为放假";
  return `${formatMonth(day.month)}接待日（${formatDate(day.actual)}）：${formatDay(date)}${now}，请核对接待日期和预约截止时间`;
}

/** What an officer reads about a touched deadline. */
export function deadlineSummary(word: "期限" | "回访期限", number: string, due: CivilDate, moved: Moved): string {
  return `${number} ${word}${formatDate(due)}，按新日历应为${formatDate(moved.due)}`;
}
