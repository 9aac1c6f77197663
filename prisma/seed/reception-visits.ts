import { civilOf } from "@/lib/dates";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import { poolFor, type Pools } from "./case-history";
import { isGreen, type Talk, type Theatre } from "./case-teller";
import { nameOf } from "./names";
import type { Person } from "./person-rows";
import { at, dice, idAt, of, shareOut } from "./random";
import { bookFor, cancelledBooking, type Booked } from "./reception-bookings";
import { receptionTotals, type DemoDay, type DemoSeat } from "./reception-days";
import {
  instructions,
  matterFor,
  matterRow,
  matterTotals,
  oldRoutes,
  secondMatterFor,
  tellMatter,
  type Matter,
  type MatterRoute,
  type MatterStory,
} from "./reception-matters";

/** Everything that one morning leaves behind. */
export type Morning = {
  bookings: Booked[];
  attendances: SeedRows["attendance"][];
  counter: SeedRows["day_counter"];
  lives: Life[];
  matters: SeedRows["reception_matter"][];
};

const BOOKED = 6;
const MINUTE = 60_000;

/** The 24 past mornings: 192 matters, one morning without a visitor. */
export function pastMornings(theatre: Theatre, days: readonly DemoDay[], pools: Pools): Morning[] {
  const past = days.slice(0, receptionTotals.past);
  const counts = matterCounts();
  const old = past.slice(0, -3).reduce((sum, { index }) => sum + at(counts, index), 0);
  const routes = [...oldRoutes(old), ...newestRoutes(counts)].values();
  return past.map((day) => {
    const count = at(counts, day.index);
    return morningOf(
      theatre,
      day,
      Array.from({ length: count }, () => routes.next().value ?? "plain"),
      pools,
    );
  });
}

/** 192 matters over the mornings, none on the one morning when nobody came. */
function matterCounts(): number[] {
  return shareOut(
    matterTotals.matters,
    Array.from({ length: receptionTotals.past }, (_, i) => (i === receptionTotals.zeroDay ? 0 : 1)),
  );
}

/** The third latest went plainly, the second latest quickly, the latest was settled in the talk or waits for somebody else. */
function newestRoutes(counts: readonly number[]): MatterRoute[] {
  const [third = 0, second = 0, latest = 0] = counts.slice(-3);
  const fill = (length: number, route: MatterRoute) => Array.from({ length }, () => route);
  return [
    ...fill(third, "plain"),
    ...fill(second, "spot"),
    ...fill(latest - matterTotals.waiting, "sameDay"),
    ...fill(matterTotals.waiting, "waiting"),
  ];
}

type Visit = {
  person: Person;
  seat: DemoSeat;
  isBooked: boolean;
  matters: { matter: Matter; route: MatterRoute; row: number }[];
  row: number;
};

function morningOf(theatre: Theatre, day: DemoDay, routes: readonly MatterRoute[], pools: Pools): Morning {
  if (routes.length === 0)
    return { bookings: [], attendances: [], counter: { dayId: day.id, lastNo: 0 }, lives: [], matters: [] };
  const visits = visitsOf(theatre, day, routes, pools);
  const come = new Set(visits.map(({ person }) => person.id));
  const booked = visits
    .filter(({ isBooked }) => isBooked)
    .map((visit) => bookFor(theatre, day, visit.seat, visit.person, visit.row));
  const [absent, cancelled] = strangers(day, pools, come).map((person, i) => ({
    person,
    seat: seatAt(day, 10, i),
    row: day.index * 100 + 90 + i,
  }));
  if (!absent || !cancelled) throw new RangeError("nobody left to stay away");
  const missed = bookFor(theatre, day, absent.seat, absent.person, absent.row);
  const arrivals = [...visits].sort((one, other) => arrival(one).getTime() - arrival(other).getTime());
  const told = arrivals.map((visit, i) => received(theatre, day, visit, i + 1, booked));
  return {
    bookings: [...booked, missed, cancelledBooking(theatre, day, cancelled.seat, cancelled.person, cancelled.row)],
    attendances: [...told.map(({ attendance }) => attendance), noShow(theatre, day, missed)],
    counter: { dayId: day.id, lastNo: told.length },
    lives: told.flatMap(({ stories }) => stories.map(({ life }) => life)),
    matters: told.flatMap(({ attendance, stories }) =>
      stories.map(({ life, story }) => matterRow(life, story, day.id, attendance.id)),
    ),
  };
}

/** One visitor brings two things, one only comes to say thanks, all others bring one. */
function visitsOf(theatre: Theatre, day: DemoDay, routes: readonly MatterRoute[], pools: Pools): Visit[] {
  const seen = new Set<string>();
  return routes.map((_, i) => {
    const row = day.index * 100 + i;
    const isThanks = i === routes.length - 1;
    const route = at(routes, isThanks ? 0 : i + 1 < routes.length ? i + 1 : 0);
    const matter = matterFor(50_000 + row, route);
    const person = newPerson(poolFor(pools, matter.text), seen, row);
    const first = isThanks ? [] : [{ matter, route, row: 50_000 + row }];
    const second =
      i === 0 ? [{ matter: secondMatterFor(person, 55_000 + row), route: at(routes, 0), row: 55_000 + row }] : [];
    return {
      person,
      row,
      isBooked: i < BOOKED,
      seat: i < BOOKED ? seatAt(day, i * 2, i) : walkInSeat(day, i),
      matters: [...first, ...second.map((one) => fittedRoute(one))],
    };
  });
}

/** A short matter has nothing to wait for. */
function fittedRoute<T extends { matter: Matter; route: MatterRoute }>(one: T): T {
  return ["held", "extended"].includes(one.route) && one.matter.text.weight === "SIMPLE"
    ? { ...one, route: "plain" }
    : one;
}

function newPerson(pool: readonly Person[], seen: Set<string>, row: number): Person {
  const start = dice("visitor", row).between(0, pool.length - 1);
  const person = pool.find((one, i) => i >= start && !seen.has(one.id)) ?? at(pool, 0);
  seen.add(person.id);
  return person;
}

function strangers(day: DemoDay, pools: Pools, come: ReadonlySet<string>): Person[] {
  const start = day.index * 137 + 11;
  return pools.serving.filter((person, i) => i >= start && !come.has(person.id)).slice(0, 2);
}

/** The open seat of a leader at that time or the next one after it. */
function seatAt(day: DemoDay, cell: number, leader: number): DemoSeat {
  const host = at(day.hosts, leader % day.hosts.length).leader.personId;
  const own = seatsOf(day).filter(({ leaderId }) => leaderId === host);
  return own.find(({ lane }, i) => i >= cell && lane === "ANY") ?? at(own, 0);
}

function walkInSeat(day: DemoDay, i: number): DemoSeat {
  const kept = seatsOf(day).filter(({ lane }) => lane === "WALK_IN");
  return at(kept, i - BOOKED);
}

function seatsOf({ open }: DemoDay): readonly DemoSeat[] {
  return open?.seats ?? [];
}

function arrival({ row, isBooked, seat }: Visit): Date {
  const { between } = dice("arrival", row);
  return new Date(seat.startsAt.getTime() - (isBooked ? between(4, 20) : between(25, 60)) * MINUTE);
}

type Received = { attendance: SeedRows["attendance"]; stories: { life: Life; story: MatterStory }[] };
type Host = DemoDay["hosts"][number]["leader"];
type Family = { name: string } | undefined;

function received(
  theatre: Theatre,
  day: DemoDay,
  visit: Visit,
  queueNo: number,
  bookings: readonly Booked[],
): Received {
  const { person, row, seat } = visit;
  const { chance, between } = dice("received", row);
  const host = day.hosts.find(({ leader }) => leader.personId === seat.leaderId);
  if (!host) throw new RangeError("a seat without a leader");
  const startedAt = new Date(seat.startsAt.getTime() + between(0, 2) * MINUTE);
  const family = chance(0.06) ? { name: nameOf(person.sex === "MALE" ? "FEMALE" : "MALE", 60_000 + row) } : undefined;
  const booking = bookings.find(({ booking: { personId } }) => personId === person.id)?.booking;
  const come = { queueNo, bookingId: booking?.id ?? null, family, startedAt };
  return {
    attendance: attendanceOf(theatre, day, visit, come),
    stories: talksOf(theatre, day, visit, { leader: host.leader, startedAt, family }),
  };
}

function talksOf(
  theatre: Theatre,
  day: DemoDay,
  { person, row, matters }: Visit,
  { leader, startedAt, family }: { leader: Host; startedAt: Date; family: Family },
): Received["stories"] {
  const { pick } = dice("talk", row);
  const isNew = day.index >= receptionTotals.past - 2;
  const place = theatre.line.placeOf(day.date.actual);
  return matters.map(({ matter, route, row: storyRow }, n) => {
    const instruction = route === "spot" || route === "sameDay" ? undefined : pick(instructions);
    const talk: Talk = {
      leader,
      at: new Date(startedAt.getTime() + (n + 1) * 5 * MINUTE),
      ...(instruction ? { instruction } : {}),
      ...(family ? { visitor: family } : {}),
    };
    const story: MatterStory = { row: storyRow, matter, route, person, place, talk, isNew };
    return { life: tellMatter(theatre, story), story };
  });
}

function attendanceOf(
  theatre: Theatre,
  day: DemoDay,
  visit: Visit,
  come: { queueNo: number; bookingId: string | null; family: Family; startedAt: Date },
): SeedRows["attendance"] {
  const { person, row, seat, matters } = visit;
  const { family, startedAt } = come;
  const arrivedAt = arrival(visit);
  return {
    id: idAt(arrivedAt, "attendance", row),
    dayId: day.id,
    bookingId: come.bookingId,
    personId: person.id,
    visitorName: family?.name ?? person.name,
    relation: family ? "FAMILY" : "SELF",
    phone: person.mobile,
    unitId: person.unit.id,
    queueNo: come.queueNo,
    green: isGreen(person, civilOf(arrivedAt)),
    state: "DONE",
    channel: "DESK",
    leaderId: seat.leaderId,
    arrivedAt,
    calledAt: new Date(startedAt.getTime() - 2 * MINUTE),
    startedAt,
    endedAt: new Date(startedAt.getTime() + (8 + matters.length * 3) * MINUTE),
    noMatterReason: matters.length > 0 ? null : dice("thanks", row).pick(["THANKS", "EXPLAINED"]),
    noShowReason: null,
    version: 4,
    createdById: of(theatre.cast, "2001").accountId,
    createdAt: arrivedAt,
    requestKey: idAt(arrivedAt, "attendance key", row),
  };
}

function noShow(theatre: Theatre, day: DemoDay, { booking, person, seat }: Booked): SeedRows["attendance"] {
  const end = new Date((seatsOf(day).at(-1)?.endsAt ?? seat.endsAt).getTime() + 5 * MINUTE);
  return {
    id: idAt(end, `no show ${day.month}`),
    dayId: day.id,
    bookingId: booking.id,
    personId: person.id,
    visitorName: person.name,
    relation: "SELF",
    phone: person.mobile,
    unitId: person.unit.id,
    queueNo: null,
    green: booking.greenChannel ?? false,
    state: "NO_SHOW",
    channel: booking.channel,
    leaderId: seat.leaderId,
    arrivedAt: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    noShowReason: dice("no show", day.index).pick(["SHIFT", "ILL", "SOLVED", "UNREACHED", null]),
    noMatterReason: null,
    version: 1,
    createdById: of(theatre.cast, "2001").accountId,
    createdAt: end,
    requestKey: idAt(end, `no show key ${day.month}`),
  };
}
