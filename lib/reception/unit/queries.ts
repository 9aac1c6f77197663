import "server-only";
import { db } from "@/prisma/client";
import type { AttendanceState } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { formatTime } from "@/lib/dates";
import { openDay, openDayById, type OpenDay } from "@/lib/reception/days/queries";

/** What the unit learns of a booking: time and name, so that somebody covers the shift; never the matter. */
export type UnitBooking = {
  id: string;
  name: string;
  unit: string;
  time: string;
  isCovered: boolean;
  /** booked by this liaison: her own bookings may be opened and cancelled */
  isOwn: boolean;
  visit: AttendanceState | null;
};
export type UnitBookings = { day: OpenDay; bookings: UnitBooking[] };

/** The own units' people who are booked on a day, by time; null when no day is published. Two statements. */
export async function unitBookings(
  permit: Permit<"reception.cover"> | Permit<"reception.bookFor">,
  dayId?: string,
): Promise<UnitBookings | null> {
  const day = await (dayId === undefined ? openDay(permit) : openDayById(permit, dayId));
  if (!day) return null;
  const rows = await db.$queryRaw<(Omit<UnitBooking, "time"> & { startsAt: Date })[]>`
    select b.id, p.name, u.name as unit, t.starts_at as "startsAt", b.covered_at is not null as "isCovered",
      b.booked_by_id = ${permit.actor.accountId}::uuid as "isOwn", a.state::text as visit
    from booking b join person p on p.id = b.person_id join org_unit u on u.id = p.unit_id
      join seat s on s.id = b.seat_id join reception_slot t on t.id = s.slot_id
      left join attendance a on a.booking_id = b.id
    where b.day_id = ${day.id}::uuid and b.released_at is null and p.unit_id = any(${[...permit.reach.unitIds]}::uuid[])
    order by t.starts_at, p.pinyin, b.id`;
  return { day, bookings: rows.map(({ startsAt, ...row }) => ({ ...row, time: formatTime(startsAt) })) };
}
