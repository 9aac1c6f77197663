import "server-only";
import { transact } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addBookingEvent, loadBooking } from "@/lib/reception/bookings/live/commands";
import type { RevealTopic } from "@/lib/reception/bookings/schema";
import { topicWord } from "@/lib/reception/bookings/words";

/** 查看保密内容: the audit row and the booking's history come first, then the words are read. */
export async function revealTopic(
  permit: Permit<"reception.book">,
  { bookingId, reason }: RevealTopic,
): Promise<{ topic: string; text: string }> {
  return transact(async (tx) => {
    const booking = await loadBooking(tx, permit, bookingId);
    await recordAudit(tx, permit, {
      object: "booking",
      objectId: booking.id,
      subjectId: booking.personId,
      reason,
      fields: ["topic", "topic_text"],
      detail: { move: "reveal" },
    });
    await addBookingEvent(tx, permit, { bookingId, kind: "revealed" });
    return { topic: topicWord(booking.topic), text: booking.topicText ?? "没有写" };
  });
}
