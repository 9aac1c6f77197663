import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { AttendanceState, DayState } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { formatDate, formatTime, fromDateColumn, type CivilDate } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { isParked, queueOrder, type Waiting } from "@/lib/reception/queue/rules";

/** Somebody who is booked and has not come yet. */
export type Expected = {
  bookingId: string;
  time: string;
  ticketNo: number;
  name: string;
  unit: string;
  leader: string;
  isGreen: boolean;
};

/** Somebody who came. */
export type Visit = {
  id: string;
  queueNo: number | null;
  name: string;
  unit: string;
  isGreen: boolean;
  state: AttendanceState;
  bookedTime: string | null;
  leaderId: string | null;
  arrived: string;
  missedCalls: number;
  isParked: boolean;
  partySize: number;
  matters: number;
};

export type DeskView = {
  day: { id: string; version: number; state: DayState; dateWords: string; actual: CivilDate; slotMinutes: number };
  hosts: { leaderId: string; name: string; post: string; room: string }[];
  expected: Expected[];
  /** in the order in which they are called */
  queue: Visit[];
  /** called or in a talk */
  inside: Visit[];
  /** finished, left or absent */
  past: Visit[];
  /** minutes until somebody who comes now is likely to be called */
  waitMinutes: number;
};

/** The desk on the day: who is expected, who waits in which order, who is inside. Four statements. */
export async function viewDesk(permit: Permit<"reception.receive">, dayId: string): Promise<DeskView> {
  const day = await db.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId, state: { in: ["OPEN", "RUNNING", "HELD", "FILED"] } },
    include: { hosts: { where: { replacedAt: null }, orderBy: { dutyOrder: "asc" } } },
  });
  if (!day) notFound();
  const actual = fromDateColumn(day.actualOn);
  const missedMost = await parameterAt(db, "reception.missedCalls", actual);
  const limits = { graceMinutes: day.slotMinutes, missedMost };
  const rows = await readVisits(dayId);
  const queue = queueOrder(rows.filter(({ state }) => state === "ARRIVED").map(waitingOf), permit.now, limits);
  const visits = rows.map((row): Visit => ({
    ...visitOf(row),
    isParked: row.state === "ARRIVED" && isParked(row, limits),
  }));
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const isInside = ({ state }: Visit) => state === "CALLED" || state === "IN_MEETING";
  return {
    day: {
      id: day.id,
      version: day.version,
      state: day.state,
      dateWords: formatDate(actual),
      actual,
      slotMinutes: day.slotMinutes,
    },
    hosts: day.hosts.map(({ leaderId, leaderName, leaderPost, room }) => ({
      leaderId,
      name: leaderName,
      post: leaderPost,
      room,
    })),
    expected: rows.filter(isExpected).map(expectedOf),
    queue: queue.flatMap(({ id }) => byId.get(id) ?? []),
    inside: visits.filter(isInside),
    past: visits.filter((visit) => !isInside(visit) && visit.state !== "ARRIVED" && visit.id !== ""),
    waitMinutes: Math.ceil(queue.length / Math.max(1, day.hosts.length)) * day.slotMinutes,
  };
}

type VisitRow = {
  visit_id: string | null;
  booking_id: string | null;
  queue_no: number | null;
  name: string;
  unit: string | null;
  green: boolean;
  state: AttendanceState | null;
  booked_at: Date | null;
  booked_with: string | null;
  leader: string | null;
  ticket_no: number | null;
  leader_id: string | null;
  arrived_at: Date | null;
  missedCalls: number;
  party_size: number;
  matters: number;
};

/** Bookings and visits of the day side by side: a booking without a visit is expected, a visit without a booking walked in. */
async function readVisits(dayId: string): Promise<VisitRow[]> {
  return db.$queryRaw<VisitRow[]>`
    select a.id as visit_id, b.id as booking_id, a.queue_no, coalesce(a.visitor_name, b.visitor_name, p.name) as name,
      coalesce(top.name, u.name) as unit, coalesce(a.green, b.green_channel) as green, a.state::text as state,
      t.starts_at as booked_at, t.leader_id as booked_with, h.leader_name as leader, s.ticket_no, a.leader_id, a.arrived_at,
      coalesce(a.missed_calls, 0) as "missedCalls", coalesce(a.party_size, 1) as party_size,
      (select count(*)::int from reception_matter m where m.attendance_id = a.id) as matters
    from (select * from booking where day_id = ${dayId}::uuid and released_at is null) b
      full join (select * from attendance where day_id = ${dayId}::uuid) a on a.booking_id = b.id
      left join person p on p.id = coalesce(a.person_id, b.person_id)
      left join org_unit u on u.id = coalesce(a.unit_id, p.unit_id) left join org_unit top on top.id = u.top_unit_id
      left join seat s on s.id = b.seat_id left join reception_slot t on t.id = s.slot_id
      left join lateral (select leader_name from day_host where day_id = ${dayId}::uuid and leader_id = t.leader_id
        order by replaced_at desc nulls first limit 1) h on true
    order by a.queue_no nulls last, t.starts_at, s.ticket_no`;
}

function isExpected({ visit_id, booking_id }: VisitRow): boolean {
  return visit_id === null && booking_id !== null;
}

function expectedOf(row: VisitRow): Expected {
  return {
    bookingId: row.booking_id ?? "",
    time: row.booked_at ? formatTime(row.booked_at) : "",
    ticketNo: row.ticket_no ?? 0,
    name: row.name,
    unit: row.unit ?? "",
    leader: row.leader ?? "",
    isGreen: row.green,
  };
}

function waitingOf(row: VisitRow): Waiting {
  return {
    id: row.visit_id ?? "",
    queueNo: row.queue_no ?? 0,
    isGreen: row.green,
    arrivedAt: row.arrived_at ?? new Date(0),
    bookedAt: row.booked_at,
    bookedWith: row.booked_with,
    missedCalls: row.missedCalls,
  };
}

function visitOf(row: VisitRow): Omit<Visit, "isParked"> {
  return {
    id: row.visit_id ?? "",
    queueNo: row.queue_no,
    name: row.name,
    unit: row.unit ?? "",
    isGreen: row.green,
    state: row.state ?? "NO_SHOW",
    bookedTime: row.booked_at ? formatTime(row.booked_at) : null,
    leaderId: row.leader_id,
    arrived: row.arrived_at ? formatTime(row.arrived_at) : "",
    missedCalls: row.missedCalls,
    partySize: row.party_size,
    matters: row.matters,
  };
}
