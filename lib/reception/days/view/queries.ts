import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { AttendanceState, Channel, DayState, Lane, ReviewCause } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { isWorkingDay } from "@/lib/calendar/rules";
import { formatDate, formatInstant, formatTime, fromDateColumn, type CivilDate } from "@/lib/dates";
import { topicWord } from "@/lib/reception/bookings/words";
import { dayWords } from "@/lib/reception/days/words";

export type Host = {
  leaderId: string;
  name: string;
  post: string;
  field: string | null;
  room: string;
  isReplaced: boolean;
};

/** One seat of the day as this permit may see it. */
export type SeatView = {
  seatId: string;
  slotId: string;
  leaderId: string;
  startsAt: Date;
  time: string;
  ticketNo: number;
  lane: Lane;
  isAdded: boolean;
  isOver: boolean;
  retiredReason: string | null;
  allottedTo: string | null;
  booking: SeatBooking | null;
};
export type SeatBooking = {
  id: string;
  /** null where the permit only learns that the seat is taken */
  name: string | null;
  unit: string | null;
  topic: string | null;
  channel: Channel;
  isGreen: boolean;
  visit: AttendanceState | null;
  cause: ReviewCause | null;
};

export type DayView = {
  id: string;
  version: number;
  state: DayState;
  stateWord: string;
  month: string;
  planned: CivilDate;
  actual: CivilDate;
  dateWords: string;
  place: string;
  fromTime: string;
  toTime: string;
  slotMinutes: number;
  shiftReason: string | null;
  cancelReason: string | null;
  closingNote: string | null;
  isProvisional: boolean;
  /** the calendar has changed since: somebody has to decide on a 改期 */
  isOffNow: boolean;
  recorderId: string | null;
  instants: { label: string; value: string }[];
  hosts: Host[];
  seats: SeatView[];
  /** times in rows, leaders in columns */
  grid: { time: string; cells: { host: Host; seats: SeatView[] }[] }[];
  figures: { seats: number; booked: number; free: number };
};

/**
 * A reception day with its seats. The desk sees names and topics (保密 stays covered), a leader those of the own cells,
 * everybody else only which cells are taken. What was never published is the desk's own affair; other bureaus' days are not found. Four statements.
 */
export async function viewDay(permit: Permit, dayId: string): Promise<DayView> {
  const isDesk = permit.reach.programmes.includes("reception");
  const day = await db.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId, ...(isDesk ? {} : { publishedAt: { not: null } }) },
    include: { hosts: { orderBy: [{ dutyOrder: "asc" }, { id: "asc" }] } },
  });
  if (!day) notFound();
  const seats = (await readSeats(dayId)).map((row) => seatOf(row, permit, isDesk));
  const calendar = await readCalendar(db);
  const actual = fromDateColumn(day.actualOn);
  const hosts = day.hosts.map((host) => ({
    leaderId: host.leaderId,
    name: host.leaderName,
    post: host.leaderPost,
    field: host.field,
    room: host.room,
    isReplaced: host.replacedAt !== null,
  }));
  const standing = seats.filter(({ retiredReason }) => retiredReason === null);
  const booked = standing.filter(({ booking }) => booking !== null).length;
  return {
    id: day.id,
    version: day.version,
    state: day.state,
    stateWord: stateWordOf(day.state, day.closesAt, permit.now),
    month: day.month,
    planned: fromDateColumn(day.plannedOn),
    actual,
    dateWords: formatDate(actual),
    place: day.place,
    fromTime: day.fromTime,
    toTime: day.toTime,
    slotMinutes: day.slotMinutes,
    shiftReason: day.shiftReason,
    cancelReason: day.cancelReason,
    closingNote: day.closingNote,
    isProvisional: day.isProvisional,
    isOffNow: ["DRAFT", "OPEN"].includes(day.state) && !isWorkingDay(calendar, actual),
    recorderId: day.recorderId,
    instants: instantsOf(day),
    hosts,
    seats,
    grid: gridOf(seats, hosts),
    figures: { seats: standing.length, booked, free: standing.length - booked },
  };
}

type Instants = Record<"opensAt" | "reserveUntil" | "closesAt" | "cancelUntil", Date | null>;

function instantsOf(day: Instants): DayView["instants"] {
  const words = {
    opensAt: "手机开始预约",
    reserveUntil: "预留放开",
    closesAt: "手机预约截止",
    cancelUntil: "手机取消截止",
  };
  return (["opensAt", "reserveUntil", "closesAt", "cancelUntil"] as const).flatMap((key) => {
    const value = day[key];
    return value ? [{ label: words[key], value: formatInstant(value) }] : [];
  });
}

/** What is derived from the clock is said, not stored: 预约中 until the phone closes. */
function stateWordOf(state: DayState, closesAt: Date | null, now: Date): string {
  return state === "OPEN" && closesAt !== null && now >= closesAt ? "预约已截止" : dayWords[state];
}

function gridOf(seats: readonly SeatView[], hosts: readonly Host[]): DayView["grid"] {
  const columns = hosts.filter(
    ({ leaderId, isReplaced }, i) =>
      hosts.findIndex((one) => one.leaderId === leaderId) === i &&
      (!isReplaced || seats.some((seat) => seat.leaderId === leaderId)),
  );
  const times = [...new Set(seats.map(({ time }) => time))];
  return times.map((time) => ({
    time,
    cells: columns.map((host) => ({
      host,
      seats: seats.filter((seat) => seat.time === time && seat.leaderId === host.leaderId),
    })),
  }));
}

type SeatRow = {
  seat_id: string;
  slot_id: string;
  leader_id: string;
  starts_at: Date;
  ticket_no: number;
  lane: Lane;
  added_reason: string | null;
  retired_reason: string | null;
  allotted_to: string | null;
  booking_id: string | null;
  name: string | null;
  unit: string | null;
  topic: string | null;
  is_confidential: boolean | null;
  channel: Channel | null;
  green_channel: boolean | null;
  visit: AttendanceState | null;
  cause: ReviewCause | null;
};

async function readSeats(dayId: string): Promise<SeatRow[]> {
  return db.$queryRaw<SeatRow[]>`
    select s.id as seat_id, t.id as slot_id, t.leader_id, t.starts_at, s.ticket_no, s.lane::text as lane, s.added_reason,
      case when t.retired_at is not null or s.retired_at is not null then coalesce(t.retired_reason, '') end as retired_reason,
      au.name as allotted_to, b.id as booking_id, coalesce(b.visitor_name, p.name) as name,
      coalesce(top.name, u.name) as unit, b.topic, b.is_confidential, b.channel::text as channel, b.green_channel,
      a.state::text as visit,
      (select r.cause::text from booking_review r where r.booking_id = b.id and r.settled_at is null
        order by r.created_at desc limit 1) as cause
    from seat s join reception_slot t on t.id = s.slot_id
      left join org_unit au on au.id = s.allotted_unit_id
      left join booking b on b.seat_id = s.id and b.released_at is null
      left join person p on p.id = b.person_id
      left join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
      left join attendance a on a.booking_id = b.id
    where s.day_id = ${dayId}::uuid order by t.starts_at, s.ticket_no`;
}

function seatOf(row: SeatRow, { now, reach }: Permit, isDesk: boolean): SeatView {
  const isOwn = isDesk || (reach.isLeader && row.leader_id === reach.personId);
  const topic = row.is_confidential ? "保密" : topicWord(row.topic ?? "");
  return {
    seatId: row.seat_id,
    slotId: row.slot_id,
    leaderId: row.leader_id,
    startsAt: row.starts_at,
    time: formatTime(row.starts_at),
    ticketNo: row.ticket_no,
    lane: row.lane,
    isAdded: row.added_reason !== null,
    isOver: row.starts_at <= now,
    retiredReason: row.retired_reason,
    allottedTo: row.allotted_to,
    booking:
      row.booking_id === null
        ? null
        : {
            id: row.booking_id,
            name: isOwn ? row.name : null,
            unit: isOwn ? row.unit : null,
            topic: isOwn ? topic : null,
            channel: row.channel ?? "DESK",
            isGreen: row.green_channel ?? false,
            visit: row.visit,
            cause: row.cause,
          },
  };
}
