import "server-only";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { AttendanceState, BookingStatus, Channel, DayState, ReviewCause } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { civilOf, formatTime, spokenTime, type CivilDate } from "@/lib/dates";
import { bookingTopics, cancelReasonWord, type BookingTopic } from "@/lib/reception/bookings/words";
import { readTicket, type TicketWords } from "@/lib/reception/bookings/tickets/rules";
import { channelOf } from "@/lib/reception/bookings/live/rules";
import { freeCells, type FreeCell } from "@/lib/reception/claims/queries";
import { openDay, openDayById, type OpenDay } from "@/lib/reception/days/queries";

export type FreeTime = Pick<FreeCell, "slotId" | "leaderName" | "leaderPost" | "room" | "isGreen" | "left"> & {
  time: string;
  timeSpoken: string;
};
export type FreeTimes = {
  day: OpenDay;
  person: { id: string; name: string; isGreen: boolean };
  /** only what this person may take through this permit, by time and duty order */
  times: FreeTime[];
  /** the live booking on that day: shown instead of times, unless it is being moved */
  existing: Ticket | null;
};

/**
 * The times of a day that are free for one person (reception guide §6.11): computed for exactly this person, so that
 * nothing shown is refused for who asks. null: no published day, or the person is out of reach. Two statements.
 */
export async function freeTimes(
  permit: Permit<"my.book"> | Permit<"reception.bookFor"> | Permit<"reception.book">,
  ask: { dayId?: string | undefined; personId?: string | undefined } = {},
): Promise<FreeTimes | null> {
  const day = await (ask.dayId === undefined ? openDay(permit) : openDayById(permit, ask.dayId));
  if (!day) return null;
  const personId = ask.personId ?? permit.reach.personId;
  // For the deceased their family comes; which relation it is decides nothing about the times.
  const free = await freeCells(db, permit, day.id, { personId, channel: channelOf(permit), relation: "SURVIVOR" });
  if (!free) return null;
  return {
    day,
    person: { id: free.personId, name: free.personName, isGreen: free.isGreen },
    times: free.cells.map(({ slotId, startsAt, leaderName, leaderPost, room, isGreen, left }) => {
      const time = formatTime(startsAt);
      return { slotId, time, timeSpoken: spokenTime(time), leaderName, leaderPost, room, isGreen, left };
    }),
    existing: free.liveId === null ? null : await findTicket(permit, free.liveId),
  };
}

/** A booking as its owner, the liaison or the desk sees it. */
export type Ticket = TicketWords & {
  id: string;
  ticketNo: number;
  dayId: string;
  slotId: string;
  personId: string;
  personName: string;
  date: CivilDate;
  place: string;
  room: string;
  leaderName: string;
  leaderPost: string;
  /** null where the permit may not see it: a liaison sees what she entered, never what the worker wrote */
  topic: BookingTopic | null;
  isConfidential: boolean;
  /** who booked for this person; null: booked in person */
  bookedBy: string | null;
  /** booked through the viewer's own account: a liaison acts on these only, not on what a worker booked alone */
  isMine: boolean;
  movedToId: string | null;
  version: number;
};

/** Own bookings: the live ones first, then the latest; at most 20. One statement. */
export async function myBookings(
  permit: Permit<"my.home"> | Permit<"my.book"> | Permit<"my.cancelBooking">,
): Promise<Ticket[]> {
  const own = Prisma.sql`b.person_id = ${permit.reach.personId}::uuid`;
  return readTickets(
    permit,
    Prisma.sql`${own} order by b.released_at is not null, b.created_at desc, b.id desc limit 20`,
  );
}

/** One booking within reach; null otherwise. One statement. */
export async function findTicket(
  permit: Permit<"my.home" | "my.book" | "my.cancelBooking" | "reception.bookFor" | "reception.book">,
  bookingId: string,
): Promise<Ticket | null> {
  const [ticket] = await readTickets(permit, Prisma.sql`b.id = ${bookingId}::uuid`);
  return ticket ?? null;
}

type TicketRow = {
  id: string;
  ticket_no: number;
  day_id: string;
  slot_id: string;
  person_id: string;
  person_name: string;
  place: string;
  room: string;
  leader_name: string | null;
  leader_post: string | null;
  topic: string;
  is_confidential: boolean;
  channel: Channel;
  booked_by_id: string;
  booked_by: string | null;
  is_own: boolean;
  moved_to_id: string | null;
  version: number;
  status: BookingStatus;
  released_at: Date | null;
  starts_at: Date;
  is_retired: boolean;
  is_taken: boolean;
  state: DayState;
  opens_at: Date | null;
  closes_at: Date | null;
  cancel_until: Date | null;
  cause: ReviewCause | null;
  cancel_reason: string | null;
  visit: AttendanceState | null;
};

async function readTickets(permit: Permit, condition: Prisma.Sql): Promise<Ticket[]> {
  const rows = await db.$queryRaw<TicketRow[]>`
    select b.id, s.ticket_no, b.day_id, t.id as slot_id, b.person_id, p.name as person_name, d.place, t.room,
      h.leader_name, h.leader_post, b.topic, b.is_confidential, b.channel::text as channel, b.booked_by_id,
      bp.name as booked_by, coalesce(ba.person_id = b.person_id, true) as is_own, b.version, b.status::text as status,
      b.released_at, t.starts_at, (t.retired_at is not null or s.retired_at is not null) as is_retired,
      exists (select 1 from booking o where o.seat_id = b.seat_id and o.released_at is null and o.id <> b.id) as is_taken,
      d.state::text as state, d.opens_at, d.closes_at, d.cancel_until,
      (select r.cause::text from booking_review r where r.booking_id = b.id and r.settled_at is null
        order by r.created_at desc limit 1) as cause,
      (select e.reason from booking_event e where e.booking_id = b.id and e.kind = 'cancelled' order by e.id desc limit 1)
        as cancel_reason,
      (select a.state::text from attendance a where a.booking_id = b.id) as visit,
      (select n.id from booking n where n.person_id = b.person_id and n.moved_from_id = b.id limit 1) as moved_to_id
    from booking b
      join seat s on s.id = b.seat_id join reception_slot t on t.id = s.slot_id
      join reception_day d on d.id = b.day_id join person p on p.id = b.person_id
      left join account ba on ba.id = b.booked_by_id left join person bp on bp.id = ba.person_id
      left join lateral (select leader_name, leader_post from day_host
        where day_id = b.day_id and leader_id = t.leader_id order by replaced_at desc nulls first limit 1) h on true
    where d.bureau_id = ${permit.reach.bureauId}::uuid and ${withinReach(permit)} and ${condition}`;
  return rows.map((row) => ticketOf(row, permit));
}

function withinReach({ reach }: Permit): Prisma.Sql {
  if (reach.kind === "bureau") return Prisma.sql`true`;
  if (reach.kind === "units") return Prisma.sql`p.unit_id = any(${[...reach.unitIds]}::uuid[])`;
  return reach.kind === "self" ? Prisma.sql`p.id = ${reach.personId}::uuid` : Prisma.sql`false`;
}

function ticketOf(row: TicketRow, permit: Permit): Ticket {
  const { opens_at: opensAt, closes_at: closesAt, cancel_until: cancelUntil, state } = row;
  const facts = {
    status: row.status,
    releasedAt: row.released_at,
    startsAt: row.starts_at,
    isRetired: row.is_retired,
    isTaken: row.is_taken,
    day: { state, opensAt, closesAt, cancelUntil },
    cause: row.cause,
    cancelReason: row.cancel_reason === null ? null : cancelReasonWord(row.cancel_reason),
    visit: row.visit,
  };
  return {
    ...readTicket(facts, channelOf(permit), permit.now),
    id: row.id,
    ticketNo: row.ticket_no,
    dayId: row.day_id,
    slotId: row.slot_id,
    personId: row.person_id,
    personName: row.person_name,
    date: civilOf(row.starts_at),
    place: row.place,
    room: row.room,
    leaderName: row.leader_name ?? "",
    leaderPost: row.leader_post ?? "",
    topic: topicFor(row, permit),
    isConfidential: row.is_confidential,
    bookedBy: row.is_own ? null : row.booked_by,
    isMine: row.booked_by_id === permit.actor.accountId,
    movedToId: row.moved_to_id,
    version: row.version,
  };
}

/** The unit learns time and name only; a liaison sees again what she entered herself, the desk nothing that is 保密. */
function topicFor(row: TicketRow, { actor, reach }: Permit): BookingTopic | null {
  if (!Object.hasOwn(bookingTopics, row.topic)) return null;
  const isHidden =
    (reach.kind === "units" && row.booked_by_id !== actor.accountId) ||
    (reach.kind === "bureau" && row.is_confidential);
  return isHidden ? null : (row.topic as BookingTopic);
}
