import {
  addWorkingDays,
  isWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type Calendar,
} from "@/lib/calendar/rules";
import { daysBetween, type CivilDate } from "@/lib/dates";

export type Complexity = "SIMPLE" | "ORDINARY" | "COMPLEX";

/** Time limits in working days, as the dated parameters give them on the day of the act. */
export type Limits = {
  accept: number;
  greenAccept: number;
  simple: number;
  ordinary: number;
  complex: number;
  extension: number;
  followUp: number;
  reopen: number;
};

/** What the clock of a case shows. */
export type ClockFacts = {
  dueOn: CivilDate | null;
  limitDays: number;
  waitingSince: CivilDate | null;
  daysLeft: number | null;
};

/** Working days for a matter of this weight (domain.md §7: simple 3, ordinary 5, complex 15). */
export function limitFor(complexity: Complexity, limits: Limits): number {
  return { SIMPLE: limits.simple, ORDINARY: limits.ordinary, COMPLEX: limits.complex }[complexity];
}

/** The clock starts on the working day after complete material; that day is number 1. */
export function startClock(calendar: Calendar, completeOn: CivilDate, limitDays: number): CivilDate {
  return addWorkingDays(calendar, completeOn, limitDays);
}

/** 暂停: keeps the working days that are left; negative when the case was already late. */
export function stopClock(calendar: Calendar, today: CivilDate, dueOn: CivilDate): number {
  const days = workingDaysBetween(calendar, today, dueOn);

  return days === 0 ? 0 : days; // never -0
}

/** 恢复: the rest of the time is left, counted from the day of resuming. */
export function resumeClock(calendar: Calendar, today: CivilDate, daysLeft: number): CivilDate {
  if (daysLeft === 0) return today;
  if (daysLeft > 0) return addWorkingDays(calendar, today, daysLeft);

  // Late stays late by as much: a day off does not count as one of the days.
  return previousWorkingDay(calendar, today, -daysLeft + (isWorkingDay(calendar, today) ? 0 : 1));
}

/** The new due date of an extension of `days` working days. */
export function extendedDue(calendar: Calendar, dueOn: CivilDate, days: number): CivilDate {
  return addWorkingDays(calendar, dueOn, days);
}

export type Light = "late" | "warn" | "calm" | "stopped";

/**
 * Days left in words, and the light: green more than 1 day left, yellow 1 or less, red overdue (domain.md §12).
 * Words, never a bare date: 「还剩 2 个工作日」「今天到期」「已超期 1 个工作日」.
 */
export function readClock(
  calendar: Calendar,
  facts: Pick<ClockFacts, "dueOn" | "waitingSince">,
  today: CivilDate,
): { light: Light; days: number; words: string } | null {
  if (facts.waitingSince) {
    const days = Math.max(0, daysBetween(facts.waitingSince, today));

    return { light: "stopped", days, words: days === 0 ? "停钟 · 今天开始等" : `停钟 · 已等 ${days} 天` };
  }
  if (!facts.dueOn) return null;
  if (facts.dueOn === today) return { light: "warn", days: 0, words: "今天到期" };
  const days = workingDaysBetween(calendar, today, facts.dueOn);
  if (facts.dueOn < today) {
    const late = Math.max(1, -days);

    return { light: "late", days: late, words: `已超期 ${late} 个工作日` };
  }

  return { light: days <= 1 ? "warn" : "calm", days, words: `还剩 ${days} 个工作日` };
}

/** Working days that the first answer took, counted as the clock counts. */
export function daysUsed(calendar: Calendar, clockFrom: CivilDate, answeredOn: CivilDate): number {
  return Math.max(0, workingDaysBetween(calendar, clockFrom, answeredOn));
}
