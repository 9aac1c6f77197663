import { addWorkingDays, isProvisional, isWorkingDay, previousWorkingDay, type Calendar } from "@/lib/calendar/rules";
import {
  addDays,
  daysBetween,
  firstDayOf,
  formatDay,
  formatMonth,
  monthAfter,
  weekdayOf,
  yearOf,
  type CivilDate,
  type CivilMonth,
} from "@/lib/dates";
import type { DayState } from "@/prisma/generated/enums";

export type ShiftPolicy = "NEXT_WORKING_FRIDAY" | "NEXT_WORKDAY" | "PREVIOUS_WORKDAY";

export type ReceptionDate = {
  /** The month's first Friday; the month stays the label of the day, wherever it lands. */
  planned: CivilDate;
  actual: CivilDate;
  /** How often it was moved: weeks for the Friday policy, otherwise 0 or 1. */
  shifts: number;
  /** One Chinese sentence that says why it is not the first Friday. */
  reason?: string;
  /** The month with whose reception day it falls together. */
  mergedInto?: CivilMonth;
  /** Computed with a year whose holiday notice is not entered (暂定). */
  provisional: boolean;
};

const FRIDAY = 5;

/** The first Friday of a month. */
export function firstFriday(month: CivilMonth): CivilDate {
  const first = firstDayOf(month);
  return addDays(first, (FRIDAY - weekdayOf(first) + 7) % 7);
}

/**
 * The reception day of a month: its first Friday (the bureau's promise, Tianjin Daily 2013-10-10), moved by the policy
 * in force if that Friday is off. A Friday that merely lies beside a holiday stays. A day that reaches the neighbour
 * month's reception day is held together with it. Throws if the calendar has no such day within a year.
 */
export function receptionDate(month: CivilMonth, policy: ShiftPolicy, calendar: Calendar): ReceptionDate {
  const planned = firstFriday(month);
  const actual = shifted(planned, policy, calendar);
  const shifts = policy === "NEXT_WORKING_FRIDAY" ? daysBetween(planned, actual) / 7 : Number(actual !== planned);
  const provisional = isProvisional(calendar, planned, actual);
  if (shifts === 0) return { planned, actual, shifts, provisional };
  const mergedInto = monthReached(month, actual, policy, calendar);
  const merged = mergedInto === undefined ? {} : { mergedInto };
  const reason = reasonFor(planned, actual, policy, shifts, calendar, mergedInto);
  return { planned, actual, shifts, reason, ...merged, provisional };
}

function shifted(planned: CivilDate, policy: ShiftPolicy, calendar: Calendar): CivilDate {
  if (isWorkingDay(calendar, planned)) return planned;
  if (policy === "NEXT_WORKDAY") return addWorkingDays(calendar, planned, 1);
  if (policy === "PREVIOUS_WORKDAY") return previousWorkingDay(calendar, planned);
  for (let week = 1; week <= 52; week += 1) {
    const friday = addDays(planned, week * 7);
    if (isWorkingDay(calendar, friday)) return friday;
  }
  throw new RangeError(`no working Friday within a year of ${planned}`);
}

function monthReached(
  month: CivilMonth,
  actual: CivilDate,
  policy: ShiftPolicy,
  calendar: Calendar,
): CivilMonth | undefined {
  const isEarlier = policy === "PREVIOUS_WORKDAY";
  const neighbour = monthAfter(month, isEarlier ? -1 : 1);
  const theirs = firstFriday(neighbour);
  const isReached = isEarlier ? actual <= theirs : actual >= theirs;
  if (!isReached) return undefined;
  return receptionDate(neighbour, policy, calendar).mergedInto ?? neighbour;
}

const TIMES = ["", "一", "两", "三", "四", "五"];

function reasonFor(
  planned: CivilDate,
  actual: CivilDate,
  policy: ShiftPolicy,
  shifts: number,
  calendar: Calendar,
  mergedInto?: CivilMonth,
): string {
  const name = calendar.dayAt(planned)?.name ?? "";
  const how = policy === "PREVIOUS_WORKDAY" ? "提前" : `顺延${TIMES[shifts] ?? shifts}次`;
  const year = yearOf(actual) === yearOf(planned) ? "" : `${yearOf(actual)}年`;
  const together = mergedInto === undefined ? "" : `，与${formatMonth(mergedInto)}接待日合并`;
  return `${formatDay(planned)}逢${name}放假，${how}，改为${year}${formatDay(actual)}${together}`;
}

/**
 * What may be done with a day in each state, and where it leads (domain guide §12B). Nothing is possible with a filed
 * or cancelled one. 改期 keeps the state; what is derived from the clock (预约中, 已截止) is no state.
 */
export const dayMoves = {
  DRAFT: { edit: "DRAFT", publish: "OPEN", drop: "CANCELLED" },
  OPEN: { reschedule: "OPEN", change: "OPEN", cancel: "CANCELLED", start: "RUNNING" },
  RUNNING: { change: "RUNNING", receive: "RUNNING", end: "HELD" },
  HELD: { receive: "HELD", file: "FILED" },
  FILED: {},
  CANCELLED: {},
} as const satisfies Record<DayState, Record<string, DayState>>;

type Moves = typeof dayMoves;
export type DayMove = { [State in DayState]: keyof Moves[State] }[DayState];

/** The state that the move leads to; undefined where it is not possible. */
export function dayAfter(state: DayState, move: DayMove): DayState | undefined {
  const moves: Partial<Record<DayMove, DayState>> = dayMoves[state];
  return moves[move];
}
