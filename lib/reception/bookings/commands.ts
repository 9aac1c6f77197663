import "server-only";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { VisitorAid, VisitorRelation } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import type { CivilDate } from "@/lib/dates";
import {
  addBookingEvent,
  loadBooking,
  releaseBooking,
  type LoadedBooking,
} from "@/lib/reception/bookings/live/commands";
import { channelOf } from "@/lib/reception/bookings/live/rules";
import { bookingAfter, refuseCancel, refuseWindow, undoUntil } from "@/lib/reception/bookings/rules";
import type { CancelBooking, MoveBooking, OneBooking } from "@/lib/reception/bookings/schema";
import type { BookingTopic } from "@/lib/reception/bookings/words";
import {
  afterMiss,
  BookingRefusal,
  claimPatiently,
  claimSeat,
  type Claim,
  type Claimed,
} from "@/lib/reception/claims/commands";
import { addSeat } from "@/lib/reception/seats/commands";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/** A seat as it is asked for; whatever a channel does not ask is left out. */
export type BookSeat = {
  requestKey: string;
  slotId: string;
  topic: BookingTopic;
  /** the date that the person saw on the page; a day that was moved meanwhile is told, not booked */
  date?: CivilDate | undefined;
  personId?: string | undefined;
  topicText?: string | undefined;
  isConfidential?: boolean | undefined;
  aids?: readonly VisitorAid[] | undefined;
  relation?: VisitorRelation | undefined;
  visitorName?: string | undefined;
  phone?: string | undefined;
  channel?: "DESK" | "PHONE" | undefined;
  /** desk only: books beyond the capacity of the cell, with this reason (加号) */
  addedReason?: string | undefined;
};

/**
 * Books a seat: one function for phone, liaison and desk; the channel follows from the permit. The same request key
 * gives the same booking again. Throws a BookingRefusal: already booked, day closed, full (nearest times), busy.
 */
export async function bookSeat(
  permit: Permit<"my.book"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  input: BookSeat,
): Promise<Claimed> {
  const claim = claimOf(permit, input);
  const { addedReason } = input;
  if (addedReason === undefined || permit.verb !== "reception.book") return claimPatiently(permit, claim);
  const desk = permit;
  return transact(async (tx) => {
    const before = await afterMiss(tx, desk, claim);
    if (!(before instanceof BookingRefusal)) return before;
    const seatId = await addSeat(tx, desk, { slotId: input.slotId, reason: addedReason });
    const claimed = await claimSeat(tx, desk, { ...claim, seatId }, 1);
    if (claimed) return claimed;
    // Thrown in any case, so that the seat that was added a moment ago goes with it.
    const missed = await afterMiss(tx, desk, claim);
    throw missed instanceof BookingRefusal ? missed : actedMeanwhile();
  });
}

/**
 * Takes a booking back; the row stays, with its reason. Worker and liaison until the day's `cancelUntil`, the desk until
 * the day is over. Refused afterwards, and for a booking that is no longer live.
 */
export async function cancelBooking(
  permit: Permit<"my.cancelBooking"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  input: CancelBooking,
): Promise<void> {
  await transact(async (tx) => {
    const booking = await loadBooking(tx, permit, input.bookingId);
    refuseWith(refuseCancel(booking.day, channelOf(permit), permit.now));
    await releaseBooking(tx, permit, booking, "cancel", { kind: "cancelled", reason: input.reason, note: input.note });
  });
}

/**
 * Takes a cancellation back within ten minutes. Refused: somebody else took the seat, the person has another booking
 * on the day by now, or the day can no longer be booked.
 */
export async function undoCancel(
  permit: Permit<"my.cancelBooking"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  { bookingId }: OneBooking,
): Promise<void> {
  try {
    await transact(async (tx) => {
      // Rule 8: like a claim, so that it cannot slip past a cancelling of the day.
      await tx.$queryRaw`select 1 from reception_day where id = (select day_id from booking where id = ${bookingId}::uuid) for share`;
      const booking = await loadBooking(tx, permit, bookingId);
      refuseUndo(permit, booking);
      const { count } = await tx.booking.updateMany({
        where: { id: booking.id, status: "CANCELLED", version: booking.version },
        data: { status: "BOOKED", releasedAt: null, version: booking.version + 1 },
      });
      if (count !== 1) throw actedMeanwhile();
      await addBookingEvent(tx, permit, { bookingId, kind: "restored" });
      await recordAudit(tx, permit, {
        object: "booking",
        objectId: bookingId,
        subjectId: booking.personId,
        detail: { move: "undo" },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这个时间刚被别人约走了，或者已经另外约了时间。请重新选一个时间。");
    throw fault;
  }
}

/**
 * Moves a live booking to another cell in one transaction: the old seat is released and the new one claimed, or nothing
 * happens at all (rule 5). Nobody ever stands without a seat, or with two.
 * @returns the new booking; throws a BookingRefusal when the new seat cannot be had
 */
export async function moveBooking(
  permit: Permit<"my.book"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  input: MoveBooking,
): Promise<Claimed> {
  return transact((tx) => moveWithin(tx, permit, input));
}

/** The move inside a caller's transaction, for the needs-review list. */
export async function moveWithin(
  tx: Tx,
  permit: Permit<"my.book"> | Permit<"reception.bookFor"> | Permit<"reception.book"> | Permit<"reception.settleReview">,
  input: MoveBooking,
): Promise<Claimed> {
  const done = await tx.booking.findFirst({
    where: { requestKey: input.requestKey, movedFromId: input.bookingId },
    select: { id: true, seat: { select: { ticketNo: true } } },
  });
  if (done) return { bookingId: done.id, ticketNo: done.seat.ticketNo, isNew: false };
  // Both days before any booking, in one order: the lock order of every act (rule 8).
  await tx.$queryRaw`select 1 from reception_day where id in (select day_id from booking where id = ${input.bookingId}::uuid
    union select day_id from reception_slot where id = ${input.slotId}::uuid) order by id for share`;
  const booking = await loadBooking(tx, permit, input.bookingId);
  const channel = channelOf(permit);
  // A cancelled day is left, not changed: there only the new day's window counts.
  if (booking.day.state !== "CANCELLED") refuseWith(refuseCancel(booking.day, channel, permit.now));
  if (booking.seat.slot.id === input.slotId) throw new Refusal("现在约的就是这个时间，请另选一个。", "slotId");
  await releaseBooking(tx, permit, booking, "move", { kind: "movedAway" });
  const claim = { ...movedClaim(booking), slotId: input.slotId, requestKey: input.requestKey, channel };
  const claimed = (await claimSeat(tx, permit, claim, 1)) ?? (await claimSeat(tx, permit, claim, 2));
  if (claimed) return claimed;
  const missed = await afterMiss(tx, permit, claim);
  throw missed instanceof BookingRefusal ? missed : actedMeanwhile();
}

function claimOf(
  permit: Permit<"my.book"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  input: BookSeat,
): Claim {
  const isFree = permit.verb !== "reception.bookFor";
  return {
    slotId: input.slotId,
    personId: input.personId ?? permit.reach.personId,
    channel: channelOf(permit, input.channel),
    relation: input.relation ?? "SELF",
    requestKey: input.requestKey,
    date: input.date,
    visitorName: input.visitorName || null,
    phone: input.phone || null,
    topic: input.topic,
    // The matter is not the unit's business: a liaison enters no words about it.
    topicText: isFree ? input.topicText || null : null,
    isConfidential: input.isConfidential ?? false,
    aids: input.aids ?? [],
    movedFromId: null,
  };
}

function movedClaim(booking: LoadedBooking): Omit<Claim, "slotId" | "requestKey" | "channel"> {
  return {
    personId: booking.personId,
    relation: booking.relation,
    visitorName: booking.visitorName,
    phone: booking.phone,
    topic: booking.topic,
    topicText: booking.topicText,
    isConfidential: booking.isConfidential,
    aids: booking.aids,
    movedFromId: booking.id,
  };
}

function refuseUndo(
  permit: Permit<"my.cancelBooking"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  booking: LoadedBooking,
): void {
  if (bookingAfter(booking.status, "undo") === undefined || booking.releasedAt === null) throw actedMeanwhile();
  refuseWith(refuseWindow(booking.day, channelOf(permit), permit.now));
  if (permit.now > undoUntil(booking.releasedAt)) throw new Refusal("撤销已经超过10分钟，请重新约一个时间。");
  const { retiredAt, slot } = booking.seat;
  if (retiredAt !== null || slot.retiredAt !== null || permit.now >= slot.startsAt)
    throw new Refusal("这个时间已经不能约了，请另选一个。");
}

function refuseWith(sentence: string | undefined): void {
  if (sentence !== undefined) throw new Refusal(`${sentence}。`);
}
