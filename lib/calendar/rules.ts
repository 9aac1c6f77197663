import { addDays, daysBetween, weekdayOf, yearOf, type CivilDate } from "@/lib/dates";

export type DayKind = "OFF" | "WORK";

/** One day that deviates from Monday to Friday: a holiday or a make-up working day. */
export type SpecialDay = { date: CivilDate; kind: DayKind; name: string };

/** The bureau's calendar at one moment, handed to every rule that counts days. */
export type Calendar = {
  /** The entry of that day; undefined for an ordinary weekday or weekend. */
  dayAt(date: CivilDate): SpecialDay | undefined;
  /** Whether the State Council's notice for that year has been entered. */
  isOfficial(year: number): boolean;
};

/** A calendar from its rows (one per day) and the years whose notice is entered. */
export function calendarOf(days: readonly SpecialDay[], officialYears: Iterable<number>): Calendar {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const official = new Set(officialYears);
  return { dayAt: (date) => byDate.get(date), isOfficial: (year) => official.has(year) };
}

/** The row of the day if there is one, otherwise Monday to Friday. Make-up Saturdays and Sundays are working days. */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  const special = calendar.dayAt(date);
  return special === undefined ? !isWeekend(date) : special.kind === "WORK";
}

/** The day with nothing special about it, as a row that says so: a correction back to normal. */
export function ordinaryDay(date: CivilDate): SpecialDay {
  return isWeekend(date) ? { date, kind: "OFF", name: "正常休息" } : { date, kind: "WORK", name: "正常上班" };
}

/** Saturday or Sunday, whatever the calendar says. */
export function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) === 0 || weekdayOf(date) === 6;
}

/**
 * The n-th working day after `start`; the day after `start` is the first that can count (domain guide §15).
 * With n = 0 it is `start` itself, working day or not. Throws for a negative or broken n.
 */
export function addWorkingDays(calendar: Calendar, start: CivilDate, n: number): CivilDate {
  return walk(calendar, start, n, 1);
}

/** The n-th working day before `date`, one by default. */
export function previousWorkingDay(calendar: Calendar, date: CivilDate, n = 1): CivilDate {
  return walk(calendar, date, n, -1);
}

/** `date` itself if one works on it, otherwise the next day on which one does. */
export function workingDayFrom(calendar: Calendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/**
 * Working days after `start` up to and including `end`, so that it undoes `addWorkingDays`. Negative when `end` is
 * the earlier one: the days by which it has been missed.
 */
export function workingDaysBetween(calendar: Calendar, start: CivilDate, end: CivilDate): number {
  if (end < start) return -workingDaysBetween(calendar, end, start);
  let count = 0;
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The years from one day to another, in either order, whose notice is not entered: what was computed is 暂定. */
export function provisionalYears(calendar: Calendar, one: CivilDate, other: CivilDate = one): number[] {
  const first = Math.min(yearOf(one), yearOf(other));
  const last = Math.max(yearOf(one), yearOf(other));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !calendar.isOfficial(year));
}

/** Whether a date computed over that span shows 「暂定」. */
export function isProvisional(calendar: Calendar, one: CivilDate, other: CivilDate = one): boolean {
  return provisionalYears(calendar, one, other).length > 0;
}

// 正月初一. A table, because Intl's Chinese calendar is wrong for 2027 (tc39/test262#4769).
const SPRING_FESTIVALS: readonly CivilDate[] = [
  "2017-01-28",
  "2018-02-16",
  "2019-02-05",
  "2020-01-25",
  "2021-02-12",
  "2022-02-01",
  "2023-01-22",
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-03",
];

/** 正月初一 of a calendar year; undefined where the table does not reach (before 2017, after 2030). */
export function springFestivalOf(year: number): CivilDate | undefined {
  return SPRING_FESTIVALS.find((date) => yearOf(date) === year);
}

// The longest run of days off ever arranged is nine. A calendar without a working day in a year is broken data, and
// counting on it must end in an error and not in a request that never returns.
const LONGEST_RUN = 366;

function walk(calendar: Calendar, start: CivilDate, n: number, step: 1 | -1): CivilDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let date = start;
  let lastWorked = start;
  for (let left = n; left > 0;) {
    date = addDays(date, step);
    if (isWorkingDay(calendar, date)) {
      left -= 1;
      lastWorked = date;
    } else if (Math.abs(daysBetween(lastWorked, date)) > LONGEST_RUN) {
      throw new RangeError(`no working day within a year of ${lastWorked}`);
    }
  }
  return date;
}
