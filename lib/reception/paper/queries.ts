import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { AttendanceState } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { formatDate, formatTime, fromDateColumn } from "@/lib/dates";
import { dayAfter } from "@/lib/reception/days/rules";

/** What the desk needs to key in a paper sheet: who was booked and is still missing, who was keyed in already. */
export type PaperView = {
  id: string;
  dateWords: string;
  isOpen: boolean;
  hosts: { leaderId: string; name: string; post: string }[];
  bookings: { id: string; name: string; unit: string; time: string; ticketNo: number }[];
  keyedIn: { id: string; queueNo: number | null; name: string; times: string; matters: number }[];
};

/** The paper sheet of a day within the own bureau; three statements. */
export async function paperView(permit: Permit<"reception.recordMatter">, dayId: string): Promise<PaperView> {
  const day = await db.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId, state: { not: "DRAFT" } },
    include: { hosts: { orderBy: { dutyOrder: "asc" } } },
  });
  if (!day) notFound();
  const missing: AttendanceState = "NO_SHOW";
  const bookings = await db.booking.findMany({
    where: { dayId, releasedAt: null, OR: [{ attendance: null }, { attendance: { state: missing } }] },
    orderBy: [{ seat: { ticketNo: "asc" } }],
    select: {
      id: true,
      visitorName: true,
      person: { select: { name: true, unit: { select: { name: true } } } },
      seat: { select: { ticketNo: true, slot: { select: { startsAt: true } } } },
    },
  });
  const visits = await db.attendance.findMany({
    where: { dayId, channel: "PAPER" },
    orderBy: { queueNo: "asc" },
    select: {
      id: true,
      queueNo: true,
      visitorName: true,
      startedAt: true,
      endedAt: true,
      _count: { select: { matters: true } },
    },
  });
  return {
    id: day.id,
    dateWords: formatDate(fromDateColumn(day.actualOn)),
    isOpen: dayAfter(day.state, "receive") !== undefined,
    hosts: day.hosts.map(({ leaderId, leaderName, leaderPost }) => ({ leaderId, name: leaderName, post: leaderPost })),
    bookings: bookings.map(({ id, visitorName, person, seat }) => ({
      id,
      name: visitorName ?? person.name,
      unit: person.unit.name,
      time: formatTime(seat.slot.startsAt),
      ticketNo: seat.ticketNo,
    })),
    keyedIn: visits.map(({ id, queueNo, visitorName, startedAt, endedAt, _count }) => ({
      id,
      queueNo,
      name: visitorName,
      times: [startedAt, endedAt].flatMap((at) => (at ? [formatTime(at)] : [])).join("–"),
      matters: _count.matters,
    })),
  };
}
