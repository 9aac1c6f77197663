import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Channel, DayState, Lane, VisitorRelation } from "@/prisma/generated/enums";
import type { Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import type { CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { isDesk, isHeldToOneOpen, lanesFor, statusesFor } from "@/lib/reception/bookings/rules";
import type { Standing } from "@/lib/reception/claims/rules";

type Reader = Pick<Tx, "$queryRaw">;

/** Who wants which cell through which channel; everything that decides whether a seat may be taken. */
export type Ask = {
  slotId: string;
  personId: string;
  channel: Channel;
  relation: VisitorRelation;
  requestKey: string;
  /** the date that the person saw: who confirms while the day is moved is told, and books nothing */
  date?: CivilDate | undefined;
};

/**
 * `day`: the day of the cell as long as it can be booked through this channel, locked against cancelling, 改期 and the
 * retiring of cells (rule 8): whoever changes the day as a whole waits for this booking, or this booking sees the change.
 */
export function lockedDay(permit: Permit, { slotId, channel, date }: Ask): Prisma.Sql {
  return Prisma.sql`select d.id, d.actual_on, d.reserve_until from reception_day d
    where d.id = (select day_id from reception_slot where id = ${slotId}::uuid)
      and d.bureau_id = ${permit.reach.bureauId}::uuid and ${bookableDay(permit, channel)}
      and (${date ?? null}::date is null or d.actual_on = ${date ?? null}::date)
    for share`;
}

/** `who`: the person, within the permit's reach and with a state in which the channel may book; green by flag or age. */
export function claimant(permit: Permit, ask: Pick<Ask, "personId" | "channel" | "relation">): Prisma.Sql {
  return Prisma.sql`select p.id, p.unit_id, u.top_unit_id, ${isGreen} as is_green
    from person p join org_unit u on u.id = p.unit_id cross join day
    where ${withinReach(permit, ask.personId)} and p.status::text = any(${statusesFor(ask.channel, ask.relation)}::text[])`;
}

/** Conditions on seat `s` of cell `t` for `who` on `day`: may this person take it, and does nobody hold it. */
export function freeSeat(permit: Permit, channel: Channel): Prisma.Sql {
  const lanes = (isGreenOne: boolean, onTheDay: boolean): Lane[] => lanesFor(channel, isGreenOne, onTheDay);
  return Prisma.sql`s.day_id = day.id and s.retired_at is null and t.retired_at is null and ${permit.now}::timestamptz < t.starts_at
    and (s.lane::text = any(case when day.actual_on = ${permit.today}::date
        then case when who.is_green then ${lanes(true, true)}::text[] else ${lanes(false, true)}::text[] end
        else case when who.is_green then ${lanes(true, false)}::text[] else ${lanes(false, false)}::text[] end end)
      or (s.lane <> 'WALK_IN' and ${permit.now}::timestamptz >= day.reserve_until))
    and (s.allotted_unit_id is null or s.allotted_unit_id in (who.unit_id, who.top_unit_id)
      or ${permit.now}::timestamptz >= day.reserve_until)
    and not exists (select 1 from booking b where b.seat_id = s.id and b.released_at is null)`;
}

/** Refuses a second open booking on another day to who books outside the desk; the soft limit of reception guide §2. */
export function noOtherOpen(permit: Permit, channel: Channel): Prisma.Sql {
  if (!isHeldToOneOpen(channel)) return Prisma.sql`true`;
  return Prisma.sql`not exists (select 1 from booking o join reception_day e on e.id = o.day_id
    where o.person_id = who.id and o.released_at is null and o.day_id <> day.id
      and e.state in ('OPEN', 'RUNNING') and e.actual_on >= ${permit.today}::date)`;
}

function bookableDay({ now }: Permit, channel: Channel): Prisma.Sql {
  return isDesk(channel)
    ? Prisma.sql`d.state in ('OPEN', 'RUNNING')`
    : Prisma.sql`d.state = 'OPEN' and ${now}::timestamptz >= d.opens_at and ${now}::timestamptz < d.closes_at`;
}

function withinReach({ reach }: Permit, personId: string): Prisma.Sql {
  const one = Prisma.sql`p.id = ${personId}::uuid and p.bureau_id = ${reach.bureauId}::uuid`;
  if (reach.kind === "bureau") return one;
  if (reach.kind === "units") return Prisma.sql`${one} and p.unit_id = any(${[...reach.unitIds]}::uuid[])`;
  return reach.kind === "self" ? Prisma.sql`${one} and p.id = ${reach.personId}::uuid` : Prisma.sql`false`;
}

// The age is read in the same statement: a claim is one round trip under a rush (performance goals).
const isGreen = Prisma.sql`(p.needs_green_channel or coalesce(p.birth_date <= day.actual_on - make_interval(years =>
  coalesce((select (v.value #>> '{}')::int from parameter v where v.key = 'cases.greenAge'
    and v.valid_from <= day.actual_on order by v.valid_from desc, v.revision desc limit 1),
    ${parameters["cases.greenAge"].fallback}::int)), false))`;

export type FreeCell = {
  slotId: string;
  startsAt: Date;
  leaderId: string;
  leaderName: string;
  leaderPost: string;
  room: string;
  isGreen: boolean;
  left: number;
};
export type FreeCells = {
  personId: string;
  personName: string;
  isGreen: boolean;
  cells: FreeCell[];
  liveId: string | null;
};

/**
 * The cells of a day that this person may take through this channel now, by time and duty order, with the booking the
 * person already has there; no cells while the day cannot be booked. null: no such day or person within reach. One statement.
 */
export async function freeCells(
  reader: Reader,
  permit: Permit,
  dayId: string,
  ask: Pick<Ask, "personId" | "channel" | "relation">,
): Promise<FreeCells | null> {
  const [row] = await reader.$queryRaw<RawFreeCells[]>`
    with day as (select d.id, d.actual_on, d.reserve_until, coalesce(${bookableDay(permit, ask.channel)}, false) as is_bookable
        from reception_day d where d.id = ${dayId}::uuid and d.bureau_id = ${permit.reach.bureauId}::uuid),
      who as (${claimant(permit, ask)}),
      cell as (select t.id, t.starts_at, t.leader_id, t.room, count(*)::int as seats, bool_and(s.lane = 'GREEN') as is_green
        from who cross join day join seat s on s.day_id = day.id join reception_slot t on t.id = s.slot_id
        where day.is_bookable and ${freeSeat(permit, ask.channel)} group by t.id)
    select who.id as person_id, (select name from person where id = who.id) as person_name, who.is_green,
      (select b.id from booking b where b.day_id = day.id and b.person_id = who.id and b.released_at is null) as live_id,
      (select json_agg(json_build_object('slotId', c.id, 'startsAt', c.starts_at, 'leaderId', c.leader_id,
          'leaderName', h.leader_name, 'leaderPost', h.leader_post, 'room', c.room, 'isGreen', c.is_green, 'left', c.seats)
          order by c.starts_at, h.duty_order)
        from cell c join day_host h on h.day_id = day.id and h.leader_id = c.leader_id and h.replaced_at is null) as cells
    from who cross join day`;
  if (!row) return null;
  return {
    personId: row.person_id,
    personName: row.person_name,
    isGreen: row.is_green,
    liveId: row.live_id,
    cells: (row.cells ?? []).map((cell) => ({ ...cell, startsAt: new Date(cell.startsAt) })),
  };
}

type RawFreeCells = {
  person_id: string;
  person_name: string;
  is_green: boolean;
  live_id: string | null;
  cells: (Omit<FreeCell, "startsAt"> & { startsAt: string })[] | null;
};

/** Why a claim got no seat, by committed state and in one statement; null when there is no such cell. */
export async function standingOf(reader: Reader, permit: Permit, ask: Ask): Promise<Standing | null> {
  const [row] = await reader.$queryRaw<RawStanding[]>`
    with cell as (select t.id, t.day_id, t.starts_at, t.retired_at from reception_slot t where t.id = ${ask.slotId}::uuid),
      day as (select d.* from reception_day d join cell on cell.day_id = d.id
        where d.bureau_id = ${permit.reach.bureauId}::uuid),
      who as (${claimant(permit, ask)})
    select day.id as day_id, day.state::text as state, day.opens_at, day.closes_at, day.cancel_until,
      cell.starts_at, cell.retired_at is not null as is_retired,
      exists (select 1 from who) as is_person,
      (select json_build_object('id', b.id, 'personId', b.person_id, 'ticketNo', s.ticket_no)
        from booking b join seat s on s.id = b.seat_id where b.request_key = ${ask.requestKey}::uuid) as same_key,
      (select json_build_object('id', b.id, 'ticketNo', s.ticket_no, 'startsAt', t.starts_at)
        from who join booking b on b.person_id = who.id and b.released_at is null and b.day_id = day.id
          join seat s on s.id = b.seat_id join reception_slot t on t.id = s.slot_id) as live,
      (select o.id from who join booking o on o.person_id = who.id and o.released_at is null and o.day_id <> day.id
          join reception_day e on e.id = o.day_id and e.state in ('OPEN', 'RUNNING') and e.actual_on >= ${permit.today}::date
        order by e.actual_on limit 1) as other_id,
      (select count(*)::int from who cross join seat s join reception_slot t on t.id = s.slot_id
        where s.slot_id = cell.id and ${freeSeat(permit, ask.channel)}) as free
    from day cross join cell`;
  if (!row) return null;
  return {
    sameKey: row.same_key,
    live: row.live ? { ...row.live, startsAt: new Date(row.live.startsAt) } : null,
    otherId: isHeldToOneOpen(ask.channel) ? row.other_id : null,
    day: {
      id: row.day_id,
      state: row.state,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      cancelUntil: row.cancel_until,
    },
    cell: { startsAt: row.starts_at, isRetired: row.is_retired },
    seenOn: ask.date ?? null,
    isPerson: row.is_person,
    free: row.free,
  };
}

type RawStanding = {
  day_id: string;
  state: DayState;
  opens_at: Date | null;
  closes_at: Date | null;
  cancel_until: Date | null;
  starts_at: Date;
  is_retired: boolean;
  is_person: boolean;
  same_key: { id: string; personId: string; ticketNo: number } | null;
  live: { id: string; ticketNo: number; startsAt: string } | null;
  other_id: string | null;
  free: number;
};
