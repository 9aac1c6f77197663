import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import {
  aidWords,
  bookingEventWords,
  bookingWords,
  cancelReasons,
  channelWords,
  relationWords,
} from "@/lib/reception/bookings/words";
import { causeWords, outcomeWords } from "@/lib/reception/reviews/words";

export type BookingHistory = {
  stateWord: string;
  unit: string;
  channelWord: string;
  phone: string | null;
  visitor: string;
  aids: string;
  topicText: string | null;
  isCovered: boolean;
  events: { id: string; at: string; who: string; title: string; body?: string }[];
};

/** The desk's side of a booking: contact, help needed, and every step of it, newest first. 保密 stays covered. One statement. */
export async function bookingHistory(permit: Permit<"reception.book">, bookingId: string): Promise<BookingHistory> {
  const booking = await db.booking.findFirst({
    where: { id: bookingId, day: { bureauId: permit.reach.bureauId } },
    include: {
      events: { orderBy: { id: "desc" } },
      person: { select: { name: true, mobile: true, unit: { select: { name: true } } } },
    },
  });
  if (!booking) notFound();
  return {
    stateWord: bookingWords[booking.status],
    unit: booking.person.unit.name,
    channelWord: channelWords[booking.channel],
    phone: booking.phone ?? booking.person.mobile,
    visitor:
      booking.relation === "SELF" ? "本人" : `${booking.visitorName ?? ""}（${relationWords[booking.relation]}）`,
    aids: booking.aids.map((aid) => aidWords[aid]).join("、"),
    topicText: booking.isConfidential ? null : booking.topicText,
    isCovered: booking.coveredAt !== null,
    events: booking.events.map(({ id, at, actorName, kind, reason, note }) => ({
      id,
      at: formatInstant(at),
      who: actorName,
      title: wordIn(bookingEventWords, kind),
      ...bodyOf(reason, note),
    })),
  };
}

const reasonWords: Record<string, string> = { ...cancelReasons, ...causeWords, ...outcomeWords };

function bodyOf(reason: string | null, note: string | null): { body?: string } {
  const words = [reason && wordIn(reasonWords, reason), note].filter(Boolean).join("。");
  return words === "" ? {} : { body: words };
}

function wordIn(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
