import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays, dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { visitRooms } from "@/lib/dormitories/visits/queries";
import { nightsOf } from "@/lib/dormitories/visits/rules";
import { db } from "@/prisma/client";
import type { FamilyVisitState } from "@/prisma/generated/enums";

export const calendarDays = 14;

export type CalendarCell =
  | { night: CivilDate; kind: "free" | "shut" }
  | { night: CivilDate; kind: "taken"; bookingId: string; name: string; state: FamilyVisitState };
export type CalendarRow = { roomId: string; siteId: string; site: string; room: string; cells: CalendarCell[] };

/** Rooms × nights: fourteen nights from a day on, of one site or of all within reach. */
export async function visitCalendar(
  permit: Permit<"dormitories.living">,
  { site, from }: { site?: string | undefined; from: CivilDate },
): Promise<{ nights: CivilDate[]; rows: CalendarRow[] }> {
  const to = addDays(from, calendarDays);
  const nights = nightsOf({ fromOn: from, toOn: to });
  const sites = await db.dormSite.findMany({
    where: {
      ...sitesWithin(permit),
      closedOn: null,
      rooms: { some: { use: "FAMILY_VISIT" } },
      ...(site ? { id: site } : {}),
    },
    orderBy: { sortNo: "asc" },
    select: { id: true, name: true },
  });
  const taken = await db.familyVisitNight.findMany({
    where: {
      releasedAt: null,
      night: { gte: dateColumn(from), lt: dateColumn(to) },
      booking: { siteId: { in: sites.map(({ id }) => id) } },
    },
    select: {
      roomId: true,
      night: true,
      booking: { select: { id: true, state: true, person: { select: { name: true } } } },
    },
  });
  const byNight = new Map(taken.map((one) => [`${one.roomId} ${fromDateColumn(one.night)}`, one.booking]));
  const rooms = await visitRooms(db, permit, { siteIds: sites.map(({ id }) => id), from, to });
  const bySite = sites.flatMap(({ id, name }) =>
    rooms.filter(({ siteId }) => siteId === id).map((room) => ({ room, siteId: id, site: name })),
  );

  return {
    nights,
    rows: bySite.map(({ room, siteId, site: name }) => ({
      roomId: room.id,
      siteId,
      site: name,
      room: `${room.building}${room.name}室`,
      cells: nights.map((night) => cellOf(night, byNight.get(`${room.id} ${night}`), room.taken.has(night))),
    })),
  };
}

type Booking = { id: string; state: FamilyVisitState; person: { name: string } };

function cellOf(night: CivilDate, booking: Booking | undefined, isTaken: boolean): CalendarCell {
  if (booking) return { night, kind: "taken", bookingId: booking.id, name: booking.person.name, state: booking.state };

  return { night, kind: isTaken ? "shut" : "free" };
}
