import "server-only";
import { notFound } from "next/navigation";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addBookingEvent, loadBooking, releaseBooking } from "@/lib/reception/bookings/live/commands";
import { moveWithin } from "@/lib/reception/bookings/commands";
import type { CancelReason } from "@/lib/reception/bookings/words";
import type { SettleReview } from "@/lib/reception/reviews/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import type { ReviewCause } from "@/prisma/generated/enums";

const reasonFor = {
  DAY_CANCELLED: "DAY_CANCELLED",
  DATE_CHANGED: "DATE_CHANGED",
  HOST_CHANGED: "LEADER_AWAY",
  SLOT_RETIRED: "LEADER_AWAY",
  PERSON_LEFT: "PERSON_LEFT",
  CALENDAR_CHANGED: "DATE_CHANGED",
} as const satisfies Record<ReviewCause, CancelReason>;

/**
 * Settles one row of the needs-review list, together with what it decides: the booking moves, is cancelled or stays.
 * Refused: settled by somebody else meanwhile, 照旧 where there is nothing left to keep, a new time that is taken.
 * @returns the day of the list
 */
export async function settleReview(permit: Permit<"reception.settleReview">, input: SettleReview): Promise<string> {
  return transact(async (tx) => {
    const review = await tx.bookingReview.findFirst({
      where: { id: input.reviewId, day: { bureauId: permit.reach.bureauId } },
      select: {
        id: true,
        dayId: true,
        bookingId: true,
        cause: true,
        settledAt: true,
        day: { select: { state: true } },
      },
    });
    if (!review) notFound();
    // First the row itself: of two clerks one settles it and the other is told, whatever they chose.
    const { count } = await tx.bookingReview.updateMany({
      where: { id: review.id, settledAt: null },
      data: {
        settledAt: permit.now,
        settledById: permit.actor.accountId,
        outcome: input.outcome,
        toldHow: input.toldHow,
        note: input.note ?? null,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await carryOut(tx, permit, review, input);
    await addBookingEvent(tx, permit, {
      bookingId: review.bookingId,
      kind: "settled",
      reason: input.outcome,
      note: input.note,
    });
    await recordAudit(tx, permit, {
      object: "booking_review",
      objectId: review.id,
      detail: { outcome: input.outcome, toldHow: input.toldHow, cause: review.cause },
    });
    return review.dayId;
  });
}

async function carryOut(
  tx: Tx,
  permit: Permit<"reception.settleReview">,
  review: { bookingId: string; cause: ReviewCause; day: { state: string } },
  { outcome, slotId, requestKey, note }: SettleReview,
): Promise<void> {
  if (outcome === "MOVED" && slotId !== undefined) {
    await moveWithin(tx, permit, { bookingId: review.bookingId, slotId, requestKey });
    return;
  }
  const booking = await loadBooking(tx, permit, review.bookingId);
  if (outcome === "CANCELLED") {
    await releaseBooking(tx, permit, booking, "cancel", { kind: "cancelled", reason: reasonFor[review.cause], note });
    return;
  }
  const isGone = review.day.state === "CANCELLED" || booking.seat.slot.retiredAt !== null;
  if (isGone) throw new Refusal("这个时间已经没有了，不能照旧。请给他改时间，或者取消。", "outcome");
}
