import { civilOf, formatDay, formatTime, spokenDate, spokenTime, type CivilDate } from "@/lib/dates";
import { refuseCancel, refuseWindow, undoUntil } from "@/lib/reception/bookings/rules";
import type { AttendanceState, BookingStatus, Channel, DayState, ReviewCause } from "@/prisma/generated/enums";

/** What the database says about one booking. */
export type TicketFacts = {
  status: BookingStatus;
  releasedAt: Date | null;
  startsAt: Date;
  /** the cell or its seat was taken away */
  isRetired: boolean;
  /** somebody holds the seat now */
  isTaken: boolean;
  day: { state: DayState; opensAt: Date | null; closesAt: Date | null; cancelUntil: Date | null };
  cause: ReviewCause | null;
  cancelReason: string | null;
  visit: AttendanceState | null;
};

export type TicketState = "live" | "held" | "moved" | "cancelled" | "dayCancelled";

export type TicketWords = {
  state: TicketState;
  dateWords: string;
  dateSpoken: string;
  time: string;
  timeSpoken: string;
  mayCancel: boolean;
  mayMove: boolean;
  cancelSpoken: string;
  undoUntil: Date | null;
  mayUndo: boolean;
  changeNotice: string | null;
  outcome: string | null;
};

/** What may be done with a booking through this channel now, and how it is said to its owner. */
export function readTicket(facts: TicketFacts, channel: Channel, now: Date): TicketWords {
  const today = civilOf(now);
  const date = civilOf(facts.startsAt);
  const isLive = facts.status === "BOOKED" && facts.visit === null;
  const mayChange = isLive && refuseCancel(facts.day, channel, now) === undefined;
  // A cancelled day is left for another one, whatever its own deadline said.
  const mayLeave = isLive && facts.day.state === "CANCELLED";
  const until = facts.status === "CANCELLED" && facts.releasedAt !== null ? undoUntil(facts.releasedAt) : null;
  const isOpen = refuseWindow(facts.day, channel, now) === undefined && now < facts.startsAt && !facts.isRetired;
  return {
    state: stateOf(facts),
    dateWords: formatDay(date),
    dateSpoken: spokenDate(date, today),
    time: formatTime(facts.startsAt),
    timeSpoken: spokenTime(formatTime(facts.startsAt)),
    mayCancel: mayChange,
    mayMove: mayChange || mayLeave,
    cancelSpoken: cancelSpoken(facts, mayChange, today),
    undoUntil: until,
    mayUndo: until !== null && now <= until && isOpen && !facts.isTaken,
    changeNotice: facts.cause === null || !isLive ? null : noticeOf(facts.cause, date, today),
    outcome: outcomeOf(facts),
  };
}

function stateOf({ status, day }: TicketFacts): TicketState {
  if (status === "MOVED") return "moved";
  if (status === "CANCELLED" || status === "EXPIRED") return "cancelled";
  if (day.state === "CANCELLED") return "dayCancelled";
  return status === "HELD" ? "held" : "live";
}

function cancelSpoken({ status, day }: TicketFacts, mayChange: boolean, today: CivilDate): string {
  if (status !== "BOOKED" || day.cancelUntil === null) return "";
  const until = `${spokenDate(civilOf(day.cancelUntil), today)}${spokenTime(formatTime(day.cancelUntil))}`;
  return mayChange ? `${until}以前可以撤销` : "来不了请打个电话，这个时间可以给别的工友";
}

function noticeOf(cause: ReviewCause, date: CivilDate, today: CivilDate): string {
  const notices: Record<ReviewCause, string> = {
    DAY_CANCELLED: "这次接待日取消了。我们会打电话给您，您也可以自己换个时间",
    DATE_CHANGED: `接待日改到${spokenDate(date, today)}了，钟点没变。不方便的话可以换时间`,
    HOST_CHANGED: "接待您的领导换人了，时间没变",
    SLOT_RETIRED: "这个时间取消了，请换个时间，或者等我们打电话给您",
    PERSON_LEFT: "您的单位关系有变，我们会打电话给您",
    CALENDAR_CHANGED: "放假安排有变，日期可能要改，我们会打电话给您",
  };
  return notices[cause];
}

function outcomeOf({ visit, status, cancelReason }: TicketFacts): string | null {
  const words: Record<AttendanceState, string> = {
    ARRIVED: "已签到，请等着叫号",
    CALLED: "正在叫您的号",
    IN_MEETING: "正在谈",
    DONE: "谈过了",
    LEFT: "来过，没等到就走了",
    NO_SHOW: "没有来",
  };
  if (visit !== null) return words[visit];
  return status === "CANCELLED" ? cancelReason : null;
}
