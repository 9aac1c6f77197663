import "server-only";
import { transact } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addBookingEvent, loadBooking } from "@/lib/reception/bookings/live/commands";
import type { OneBooking } from "@/lib/reception/bookings/schema";
import { actedMeanwhile } from "@/lib/refusal";

/**
 * 已安排顶岗: the unit confirms that somebody takes over the shift. Refused: a booking of another unit is not found, one
 * that is no longer live or that a colleague confirmed meanwhile.
 */
export async function coverShift(permit: Permit<"reception.cover">, { bookingId }: OneBooking): Promise<void> {
  await transact(async (tx) => {
    const booking = await loadBooking(tx, permit, bookingId);
    const { count } = await tx.booking.updateMany({
      where: { id: booking.id, releasedAt: null, coveredAt: null },
      data: { coveredAt: permit.now, coveredById: permit.actor.accountId },
    });
    if (count !== 1) throw actedMeanwhile();
    await addBookingEvent(tx, permit, { bookingId, kind: "covered" });
    await recordAudit(tx, permit, { object: "booking", objectId: bookingId, subjectId: booking.personId });
  });
}
