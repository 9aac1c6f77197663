import { addWorkingDays, workingDaysBetween, type Calendar } from "@/lib/calendar/rules";
import type { CivilDate } from "@/lib/dates";

export type TransferDays = {
  appliedOn: CivilDate;
  letterOn: CivilDate | null;
  fundsOn: CivilDate | null;
  closedOn: CivilDate | null;
};

export type Leg = {
  label: string;
  from: CivilDate | null;
  until: CivilDate | null;
  dueOn: CivilDate | null;
  state: "done" | "running" | "next";
  /** working days left, negative when the outside office is late; null when the leg does not run */
  left: number | null;
};

const legs = [
  { label: "受理发函", from: "appliedOn", until: "letterOn" },
  { label: "原参保地办理划转", from: "letterOn", until: "fundsOn" },
  { label: "资金入账", from: "fundsOn", until: "closedOn" },
] as const;

/**
 * The three legs of a transfer, 15 working days each, counted from the day after (转移接续办法). It is the outside
 * offices' clock: shown, never held against us.
 */
export function legsOf(days: TransferDays, calendar: Calendar, today: CivilDate, legDays: number): Leg[] {
  return legs.map(({ label, from: start, until: end }) => {
    const [from, until] = [days[start], days[end]];
    if (from === null) return { label, from, until, dueOn: null, state: "next", left: null };
    const dueOn = addWorkingDays(calendar, from, legDays);
    if (until !== null) return { label, from, until, dueOn, state: "done", left: null };
    const left =
      today <= dueOn ? workingDaysBetween(calendar, today, dueOn) : -workingDaysBetween(calendar, dueOn, today);

    return { label, from, until, dueOn, state: "running", left };
  });
}

/** A leg in words. */
export function legWords({ state, left, until }: Leg): string {
  if (state === "next") return "还没到";
  if (state === "done") return `${until ?? ""} 完成`;
  if (left === null || left === 0) return "今天到期";

  return left > 0 ? `还剩 ${left} 个工作日` : `对方已超 ${-left} 个工作日`;
}
