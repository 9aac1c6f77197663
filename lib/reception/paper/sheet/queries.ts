import "server-only";
import { notFound } from "next/navigation";
import { transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { VisitorAid, VisitorRelation } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { formatDate, formatTime, fromDateColumn, type CivilMonth } from "@/lib/dates";
import { aidWords, relationWords, topicWord } from "@/lib/reception/bookings/words";
import { phoneTail } from "@/lib/reception/paper/rules";

/** One line of the day sheet: who is booked or has come. */
export type SheetRow = {
  time: string;
  ticketNo: string;
  name: string;
  /** what the door has to know beside the name: a relative came, green channel, needs help */
  remark: string;
  unit: string;
  phoneTail: string;
  topic: string;
  /** matters of earlier visits that are still open, at most three */
  open: string[];
  arrived: string;
  leader: string;
};
export type DaySheet = {
  month: CivilMonth;
  dateWords: string;
  place: string;
  fromTime: string;
  toTime: string;
  hosts: string[];
  rows: SheetRow[];
};

/**
 * The day sheet with names and topics, in order of time; 保密 stays covered, phones are four digits. For the desk; a
 * leader gets the own lines; a liaison finds nothing. The audit row comes first, in the same transaction. Three statements.
 */
export async function readDaySheet(permit: Permit<"reception.view">, dayId: string): Promise<DaySheet> {
  const isDesk = permit.reach.programmes.includes("reception");
  if (!isDesk && !permit.reach.isLeader) notFound();
  return transact(async (tx) => {
    const day = await tx.receptionDay.findFirst({
      where: { id: dayId, bureauId: permit.reach.bureauId, state: { in: ["OPEN", "RUNNING", "HELD", "FILED"] } },
      include: { hosts: { where: { replacedAt: null }, orderBy: { dutyOrder: "asc" } } },
    });
    if (!day) notFound();
    await recordAudit(tx, permit, { object: "reception_day", objectId: day.id, detail: { print: "sheet" } });
    const rows = await readEntries(tx, permit, day.id, isDesk);
    return {
      month: day.month,
      dateWords: formatDate(fromDateColumn(day.actualOn)),
      place: day.place,
      fromTime: day.fromTime,
      toTime: day.toTime,
      hosts: day.hosts.map(({ leaderName, room }) => `${leaderName}（${room}）`),
      rows: rows.map(rowOf),
    };
  });
}

type Entry = {
  starts_at: Date | null;
  ticket_no: number | null;
  queue_no: number | null;
  name: string;
  relation: VisitorRelation;
  person_name: string | null;
  unit: string | null;
  phone: string | null;
  topic: string | null;
  is_confidential: boolean;
  green: boolean;
  aids: VisitorAid[];
  arrived_at: Date | null;
  leader: string | null;
  open: { number: string; title: string; isOrdinary: boolean }[] | null;
};

async function readEntries(tx: Tx, permit: Permit, dayId: string, isDesk: boolean): Promise<Entry[]> {
  const day = Prisma.sql`${dayId}::uuid`;
  const own = isDesk
    ? Prisma.sql`true`
    : Prisma.sql`coalesce(e.leader_id, t.leader_id) = ${permit.reach.personId}::uuid`;
  return tx.$queryRaw<Entry[]>`
    with entry as (
      select b.person_id, b.seat_id, b.visitor_name, b.relation, b.phone, b.topic, b.is_confidential,
        b.green_channel as green, b.aids, a.arrived_at, a.queue_no, a.leader_id
      from booking b left join attendance a on a.booking_id = b.id
      where b.day_id = ${day} and b.released_at is null
      union all
      select a.person_id, null, a.visitor_name, a.relation, a.phone, null, false, a.green, '{}', a.arrived_at, a.queue_no,
        a.leader_id
      from attendance a where a.day_id = ${day} and a.booking_id is null)
    select t.starts_at, s.ticket_no, e.queue_no, coalesce(e.visitor_name, p.name, '') as name, e.relation::text as relation,
      p.name as person_name, coalesce(top.name, u.name) as unit, coalesce(e.phone, p.mobile) as phone, e.topic,
      e.is_confidential, e.green, e.aids::text[] as aids, e.arrived_at, h.leader_name as leader,
      (select json_agg(json_build_object('number', c.number, 'title', c.title,
          'isOrdinary', c.confidentiality = 'ORDINARY') order by c.number desc)
        from welfare_case c join reception_matter m on m.case_id = c.id
        where c.person_id = e.person_id and c.status in ('open', 'waiting') and m.day_id is distinct from ${day}
          and ${casesWithin(permit)}) as open
    from entry e
      left join seat s on s.id = e.seat_id left join reception_slot t on t.id = s.slot_id
      left join person p on p.id = e.person_id
      left join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
      left join lateral (select leader_name from day_host where day_id = ${day}
        and leader_id = coalesce(e.leader_id, t.leader_id) order by replaced_at desc nulls first limit 1) h on true
    where ${own}
    order by t.starts_at nulls last, s.ticket_no, e.queue_no`;
}

function rowOf(row: Entry): SheetRow {
  const remarks = [
    row.relation === "SELF" || row.person_name === null ? "" : `${row.person_name}的${relationWords[row.relation]}`,
    row.green ? "绿色通道" : "",
    ...row.aids.map((aid) => aidWords[aid]),
  ];
  return {
    time: row.starts_at ? formatTime(row.starts_at) : "现场",
    ticketNo: row.ticket_no === null ? (row.queue_no === null ? "" : `到${row.queue_no}`) : String(row.ticket_no),
    name: row.name,
    remark: remarks.filter(Boolean).join("，"),
    unit: row.unit ?? "",
    phoneTail: phoneTail(row.phone),
    topic: row.is_confidential ? "保密" : row.topic === null ? "" : topicWord(row.topic),
    open: (row.open ?? [])
      .slice(0, 3)
      .map(({ number, title, isOrdinary }) => `${number} ${isOrdinary ? title : "保密"}`),
    arrived: row.arrived_at ? formatTime(row.arrived_at) : "",
    leader: row.leader ?? "",
  };
}
