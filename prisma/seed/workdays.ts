import { addWorkingDays, previousWorkingDay, workingDayFrom, type Calendar } from "@/lib/calendar/rules";
import { instantAt, type CivilDate } from "@/lib/dates";
import { at } from "./random";

/**
 * The bureau's working days by their place in the line: 0 is today, or the next working day if today is off; −1 the last
 * one that is over. The history is told in these places, so that only dates move with the day of seeding, never a total.
 */
export type Workdays = { on: (place: number) => CivilDate; lastOver: CivilDate; placeOf: (day: CivilDate) => number };

/** The line from `back` places before to 60 after. */
export function workdaysAround(calendar: Calendar, today: CivilDate, back: number): Workdays {
  const before: CivilDate[] = [];
  for (let day = today; before.length < back;) {
    day = previousWorkingDay(calendar, day);
    before.push(day);
  }
  const ahead = [workingDayFrom(calendar, today)];
  while (ahead.length <= 60) ahead.push(addWorkingDays(calendar, at(ahead, ahead.length - 1), 1));
  const placeOf = (day: CivilDate) => (day < today ? -1 - before.indexOf(day) : ahead.indexOf(day));
  return { placeOf, on: (place) => (place < 0 ? at(before, -place - 1) : at(ahead, place)), lastOver: at(before, 0) };
}

/** A moment in office hours: `minute` minutes after 8:30, at most 8 hours of them. */
export function momentOn(day: CivilDate, minute: number): Date {
  return new Date(instantAt(day, "08:30").getTime() + Math.min(minute, 480) * 60_000);
}
