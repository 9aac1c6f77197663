import "server-only";
import { db } from "@/prisma/client";
import type { ReviewCause, ReviewOutcome } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import { causeWords, outcomeWords, toldWords, type Told } from "@/lib/reception/reviews/words";

/** A booking that somebody has to look at, or that has been looked at. */
export type ReviewLine = {
  id: string;
  bookingId: string;
  personId: string;
  name: string;
  phone: string | null;
  unit: string;
  when: string;
  ticketNo: number;
  cause: ReviewCause;
  causeWord: string;
  /** 照旧 makes no sense where the cell or the day is gone */
  mayKeep: boolean;
  settled: string | null;
};

/**
 * The needs-review list of a day, open rows first. The desk rings people up, so the phone stands beside the name.
 * One statement.
 */
export async function listReviews(permit: Permit<"reception.settleReview">, dayId: string): Promise<ReviewLine[]> {
  const rows = await db.bookingReview.findMany({
    where: { dayId, day: { bureauId: permit.reach.bureauId } },
    orderBy: [{ settledAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      bookingId: true,
      cause: true,
      settledAt: true,
      outcome: true,
      toldHow: true,
      day: { select: { state: true } },
      booking: {
        select: {
          personId: true,
          phone: true,
          visitorName: true,
          person: { select: { name: true, mobile: true, unit: { select: { name: true } } } },
          seat: { select: { ticketNo: true, slot: { select: { startsAt: true, retiredAt: true } } } },
        },
      },
    },
  });
  return rows.map(({ booking, day, ...row }) => ({
    id: row.id,
    bookingId: row.bookingId,
    personId: booking.personId,
    name: booking.visitorName ?? booking.person.name,
    phone: booking.phone ?? booking.person.mobile,
    unit: booking.person.unit.name,
    when: formatInstant(booking.seat.slot.startsAt),
    ticketNo: booking.seat.ticketNo,
    cause: row.cause,
    causeWord: causeWords[row.cause],
    mayKeep: day.state !== "CANCELLED" && booking.seat.slot.retiredAt === null,
    settled: row.settledAt === null ? null : settledWords(row.outcome, row.toldHow, row.settledAt),
  }));
}

function settledWords(outcome: ReviewOutcome | null, toldHow: string | null, at: Date): string {
  const told = toldHow !== null && Object.hasOwn(toldWords, toldHow) ? `，${toldWords[toldHow as Told]}` : "";
  return `${outcome ? outcomeWords[outcome] : "已处理"}${told}（${formatInstant(at)}）`;
}

/** Whoever left or died and still holds a seat of a coming day; derived, so that no other matter has to tell us. */
export async function listLeavers(
  permit: Permit<"reception.view">,
  dayId: string,
): Promise<{ bookingId: string; name: string }[]> {
  const rows = await db.booking.findMany({
    where: {
      dayId,
      releasedAt: null,
      relation: "SELF",
      day: { bureauId: permit.reach.bureauId },
      person: { status: { in: ["LEFT", "TRANSFERRED_OUT", "DECEASED"] } },
      reviews: { none: { cause: "PERSON_LEFT" } },
    },
    select: { id: true, person: { select: { name: true } } },
  });
  return rows.map(({ id, person }) => ({ bookingId: id, name: person.name }));
}
