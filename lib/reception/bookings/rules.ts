import { ageOn, formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import type { BookingStatus, Channel, DayState, Lane, PersonStatus, VisitorRelation } from "@/prisma/generated/enums";

/** Time to take a cancellation back, in minutes, as long as nobody else took the seat. */
export const UNDO_MINUTES = 10;

/** The desk's own channels: they book until the hour and may use what is kept back. */
export function isDesk(channel: Channel): boolean {
  return channel === "DESK" || channel === "PHONE" || channel === "PAPER";
}

/**
 * The lanes a booking may use (reception guide §6.1). The liaison books with the same rights as the phone: what is kept
 * back is given out by the desk, which sees all units. After the release every lane but WALK_IN is open to all, which
 * is a matter of the clock and stands in the claim.
 */
export function lanesFor(channel: Channel, isGreen: boolean, isOnTheDay: boolean): Lane[] {
  const own: Lane[] = isDesk(channel) ? ["ANY", "STAFF", "GREEN"] : isGreen ? ["ANY", "GREEN"] : ["ANY"];
  return isDesk(channel) && isOnTheDay ? [...own, "WALK_IN"] : own;
}

/** One open booking at a time for who books outside the desk; the desk may give a second day with a good reason. */
export function isHeldToOneOpen(channel: Channel): boolean {
  return !isDesk(channel);
}

/**
 * Employment states under which somebody may be booked for. Whoever left comes through the desk (unpaid wages); for the
 * deceased their family comes (reception guide §6.2).
 */
export function statusesFor(channel: Channel, relation: VisitorRelation): PersonStatus[] {
  const served: PersonStatus[] = ["ACTIVE", "OFF_POST", "RETIRED"];
  if (isDesk(channel)) served.push("LEFT", "TRANSFERRED_OUT");
  return relation === "SELF" ? served : [...served, "DECEASED"];
}

/** What may happen to a booking in each state. 撤销 can be taken back, a move leaves a new row behind. */
export const bookingMoves = {
  HELD: { confirm: "BOOKED", expire: "EXPIRED", cancel: "CANCELLED" },
  BOOKED: { move: "MOVED", cancel: "CANCELLED" },
  MOVED: {},
  CANCELLED: { undo: "BOOKED" },
  EXPIRED: {},
} as const satisfies Record<BookingStatus, Record<string, BookingStatus>>;

type Moves = typeof bookingMoves;
export type BookingMove = { [Status in BookingStatus]: keyof Moves[Status] }[BookingStatus];

/** The state that the move leads to; undefined where it is not possible. */
export function bookingAfter(status: BookingStatus, move: BookingMove): BookingStatus | undefined {
  const moves: Partial<Record<BookingMove, BookingStatus>> = bookingMoves[status];
  return moves[move];
}

export type DayWindow = {
  state: DayState;
  opensAt: Date | null;
  closesAt: Date | null;
  cancelUntil: Date | null;
};

/** The sentence that says why a day cannot be booked through this channel now; undefined if it can. */
export function refuseWindow(day: DayWindow, channel: Channel, now: Date): string | undefined {
  if (day.state === "CANCELLED") return "这天的接待日取消了，请另选一天";
  if (day.state === "DRAFT") return "这天还没有发布，不能预约";
  if (day.state === "HELD" || day.state === "FILED") return "这天的接待已经结束，请约下一次";
  if (isDesk(channel)) return undefined;
  if (day.opensAt === null || day.closesAt === null || now < day.opensAt) return "这天还没有开始预约";
  if (day.state === "RUNNING" || now >= day.closesAt)
    return "预约已经截止。有急事请打电话，或者当天直接来现场，来了就接待";
  return undefined;
}

/** The sentence that says why a booking cannot be cancelled or moved through this channel now; undefined if it can. */
export function refuseCancel(day: DayWindow, channel: Channel, now: Date): string | undefined {
  if (day.state === "CANCELLED") return "这天的接待日已经取消了，不用再撤销";
  if (day.state === "HELD" || day.state === "FILED") return "这天的接待已经结束，不能再改";
  if (isDesk(channel) || (day.cancelUntil !== null && now < day.cancelUntil)) return undefined;
  const until = day.cancelUntil === null ? "" : `${formatInstant(day.cancelUntil)}以后`;
  return `${until}手机上不能改了，请打电话告诉我们`;
}

/** Until when a cancellation can be taken back. */
export function undoUntil(releasedAt: Date): Date {
  return new Date(releasedAt.getTime() + UNDO_MINUTES * 60_000);
}

/** The `count` times nearest to the wanted one, by distance, the earlier of two equal ones first; returned in order of time. */
export function nearest<T extends { startsAt: Date }>(times: readonly T[], wanted: Date, count: number): T[] {
  const distance = ({ startsAt }: T) => Math.abs(startsAt.getTime() - wanted.getTime());
  return [...times]
    .sort((a, b) => distance(a) - distance(b) || a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, count)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** 绿色通道: by flag, or by age on the day (domain guide §12). It speeds service and changes nothing else. */
export function isGreenPerson(
  person: { needsGreenChannel: boolean; birthDate: Date | null },
  on: CivilDate,
  greenAge: number,
): boolean {
  const isOld = person.birthDate !== null && ageOn(fromDateColumn(person.birthDate), on) >= greenAge;
  return person.needsGreenChannel || isOld;
}
