import "server-only";
import { notFound } from "next/navigation";
import { transact } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { formatDay, formatTime, fromDateColumn, spokenTime, type CivilMonth } from "@/lib/dates";

/** The slip that somebody without a phone takes home. It names no topic, no unit and no ID number. */
export type Slip = {
  id: string;
  dayId: string;
  month: CivilMonth;
  ticketNo: number;
  name: string;
  dateWords: string;
  timeSpoken: string;
  place: string;
  room: string;
  leader: string;
  isLive: boolean;
};

/**
 * A booking as a slip. The desk prints every one, a liaison those she made for the own units, a leader the own cells;
 * any other is not found. Writes the audit row in the same transaction. Two statements.
 */
export async function readSlip(permit: Permit<"reception.view">, bookingId: string): Promise<Slip> {
  return transact(async (tx) => {
    const [row] = await tx.$queryRaw<SlipRow[]>`
      select b.id, b.day_id, b.person_id, d.month, d.actual_on, d.place, s.ticket_no, t.starts_at, t.room,
        coalesce(b.visitor_name, p.name) as name, h.leader_name, h.leader_post,
        (b.released_at is null and d.state in ('OPEN', 'RUNNING')) as is_live
      from booking b join reception_day d on d.id = b.day_id join person p on p.id = b.person_id
        join seat s on s.id = b.seat_id join reception_slot t on t.id = s.slot_id
        left join lateral (select leader_name, leader_post from day_host
          where day_id = b.day_id and leader_id = t.leader_id order by replaced_at desc nulls first limit 1) h on true
      where b.id = ${bookingId}::uuid and d.bureau_id = ${permit.reach.bureauId}::uuid and ${slipsWithin(permit)}`;
    if (!row) notFound();
    await recordAudit(tx, permit, {
      object: "booking",
      objectId: row.id,
      subjectId: row.person_id,
      detail: { print: "slip" },
    });
    return {
      id: row.id,
      dayId: row.day_id,
      month: row.month,
      ticketNo: row.ticket_no,
      name: row.name,
      dateWords: formatDay(fromDateColumn(row.actual_on)),
      timeSpoken: spokenTime(formatTime(row.starts_at)),
      place: row.place,
      room: row.room,
      leader: [row.leader_post, row.leader_name].filter(Boolean).join(" "),
      isLive: row.is_live,
    };
  });
}

type SlipRow = {
  id: string;
  day_id: string;
  person_id: string;
  month: CivilMonth;
  actual_on: Date;
  place: string;
  ticket_no: number;
  starts_at: Date;
  room: string;
  name: string;
  leader_name: string | null;
  leader_post: string | null;
  is_live: boolean;
};

function slipsWithin({ actor, reach }: Permit): Prisma.Sql {
  if (reach.programmes.includes("reception")) return Prisma.sql`true`;
  const leads = reach.isLeader ? Prisma.sql`t.leader_id = ${reach.personId}::uuid` : Prisma.sql`false`;
  return Prisma.sql`(${leads} or (p.unit_id = any(${[...reach.unitIds]}::uuid[])
    and b.booked_by_id = ${actor.accountId}::uuid))`;
}
