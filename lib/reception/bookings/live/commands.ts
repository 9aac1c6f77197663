import "server-only";
import { notFound } from "next/navigation";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { ReviewOutcome } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { channelOf } from "@/lib/reception/bookings/live/rules";
import { bookingAfter, type BookingMove } from "@/lib/reception/bookings/rules";
import { cancelReasonWord, type BookingEventKind } from "@/lib/reception/bookings/words";
import { actedMeanwhile } from "@/lib/refusal";

const fields = {
  id: true,
  dayId: true,
  seatId: true,
  personId: true,
  visitorName: true,
  relation: true,
  phone: true,
  status: true,
  releasedAt: true,
  topic: true,
  topicText: true,
  isConfidential: true,
  aids: true,
  version: true,
  day: { select: { id: true, state: true, opensAt: true, closesAt: true, cancelUntil: true, actualOn: true } },
  seat: {
    select: { ticketNo: true, retiredAt: true, slot: { select: { id: true, startsAt: true, retiredAt: true } } },
  },
} satisfies Prisma.BookingSelect;

export type LoadedBooking = Prisma.BookingGetPayload<{ select: typeof fields }>;

/**
 * Loads a booking of a person within the permit's reach; any other is not found. A liaison changes what she booked
 * herself: what a worker booked alone is not the unit's to take back.
 */
export async function loadBooking(tx: Tx, permit: Permit, bookingId: string): Promise<LoadedBooking> {
  const booking = await tx.booking.findFirst({
    where: {
      id: bookingId,
      day: { bureauId: permit.reach.bureauId },
      ...personWithin(permit),
      ...(permit.verb === "reception.bookFor" ? { bookedById: permit.actor.accountId } : {}),
    },
    select: fields,
  });
  if (!booking) notFound();
  return booking;
}

/** Whose bookings a permit reaches, for Prisma's WHERE. */
export function personWithin({ reach }: Permit): Prisma.BookingWhereInput {
  if (reach.kind === "bureau") return {};
  if (reach.kind === "units") return { person: { unitId: { in: [...reach.unitIds] } } };
  return { personId: reach.kind === "self" ? reach.personId : "00000000-0000-0000-0000-000000000000" };
}

/**
 * Gives a seat back: guarded write, event, audit row, and what stood on the needs-review list for it is settled.
 * Refused: the booking is no longer live, or somebody else changed it meanwhile.
 */
export async function releaseBooking(
  tx: Tx,
  permit: Permit,
  booking: LoadedBooking,
  move: Extract<BookingMove, "cancel" | "move">,
  event: { kind: BookingEventKind; reason?: string | undefined; note?: string | undefined },
): Promise<void> {
  const status = bookingAfter(booking.status, move);
  if (status === undefined) throw actedMeanwhile();
  const { count } = await tx.booking.updateMany({
    where: { id: booking.id, status: booking.status, releasedAt: null, version: booking.version },
    data: { status, releasedAt: permit.now, version: booking.version + 1 },
  });
  if (count !== 1) throw actedMeanwhile();
  await addBookingEvent(tx, permit, { bookingId: booking.id, ...event });
  await settleOpenReviews(tx, permit, booking.id, move === "move" ? "MOVED" : "CANCELLED");
  await recordAudit(tx, permit, {
    object: "booking",
    objectId: booking.id,
    subjectId: booking.personId,
    channel: channelOf(permit),
    ...(event.reason ? { reason: cancelReasonWord(event.reason) } : {}),
    detail: { move },
  });
}

/** Appends to a booking's history; a row there is never changed. */
export async function addBookingEvent(
  tx: Tx,
  permit: Permit,
  event: { bookingId: string; kind: BookingEventKind; reason?: string | undefined; note?: string | undefined },
): Promise<void> {
  await tx.bookingEvent.create({
    data: {
      id: newId(),
      bookingId: event.bookingId,
      kind: event.kind,
      at: permit.now,
      actorId: permit.actor.accountId,
      actorName: permit.actor.name,
      reason: event.reason ?? null,
      note: event.note ?? null,
    },
  });
}

/** Whoever acts on a flagged booking knows of it: the desk need not ring that person again. */
async function settleOpenReviews(tx: Tx, permit: Permit, bookingId: string, outcome: ReviewOutcome): Promise<void> {
  await tx.bookingReview.updateMany({
    where: { bookingId, settledAt: null },
    data: { settledAt: permit.now, settledById: permit.actor.accountId, outcome, toldHow: "SELF" },
  });
}
