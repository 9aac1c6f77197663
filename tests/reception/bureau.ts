import { mintPermit, type Actor, type Permit } from "@/lib/auth/permit";
import { grantsFor, type Grant, type Verb } from "@/lib/auth/verbs";
import { seedCalendarDays } from "@/lib/calendar/seed/rules";
import { civilOf, dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { draftDay, publishDay } from "@/lib/reception/days/commands";
import type { DraftDay } from "@/lib/reception/days/schema";
import { db } from "@/prisma/client";
import { anActor, aPerson, bureauId, leader, liaisonOf, officer, openUnits, units, type Staff } from "../people/bureau";
import { ownerQuery, resetDatabase } from "../setup/database";

/** The reception day of these tests, published three weeks before, and the moment at which most of them act. */
export const friday: CivilDate = "2026-11-06";
export const published = instantAt("2026-10-16", "09:00");
export const booking = instantAt("2026-10-20", "10:00");
export const morning = instantAt(friday, "08:30");

export type Bureau = { desk: Staff; boss: Staff; deputy: Staff; third: Staff; liaison: Staff };
let cast: Bureau | undefined;

/** The people who act; made by `openBureau`. */
export function bureau(): Bureau {
  if (!cast) throw new Error("openBureau() first");
  return cast;
}

/** An empty database with calendar, units, a reception desk, three leaders and the liaison of 环卫一所. */
export async function openBureau(): Promise<Bureau> {
  await resetDatabase();
  const seed = seedCalendarDays([2025, 2026]);
  await db.calendarDay.createMany({ data: seed.days });
  await db.calendarYear.createMany({
    data: [
      { year: 2025, isOfficial: true },
      { year: 2026, isOfficial: true },
    ],
  });
  await openUnits();
  cast = {
    desk: await anActor("接待办周敏", [officer("reception")]),
    boss: await aLeader("局长赵强", "局长"),
    deputy: await aLeader("副局长钱进", "副局长"),
    third: await aLeader("书记孙立", "党委书记"),
    liaison: await anActor("联络员吴芳", [liaisonOf(units.first, units.firstTeam)], units.first),
  };
  return cast;
}

async function aLeader(name: string, postTitle: string): Promise<Staff> {
  const actor = await anActor(name, [leader], units.bureau);
  await db.person.update({ where: { id: actor.personId }, data: { postTitle, isLeader: true } });
  await db.appointment.create({
    data: {
      id: newId(),
      accountId: actor.accountId,
      personId: actor.personId,
      role: "LEADER",
      validFrom: dateColumn("2020-01-01"),
    },
  });
  return actor;
}

/** The permit that the gate would mint at that moment. Throws when the verb table does not allow it. */
export function permitAt<V extends Verb>(actor: Actor, verb: V, at: Date = booking): Permit<V> {
  const grants = grantsFor(verb, actor.grants);
  if (grants.length === 0) throw new Error(`${actor.name} may not ${verb}`);
  return mintPermit(verb, actor, grants, { now: at, today: civilOf(at), requestId: newId() });
}

const worker: Grant = { role: "WORKER", programme: "", unitIds: [] };
export type Worker = Actor & { grants: readonly Grant[] };

/** A worker of 环卫一所 who is signed in on the phone. */
export async function aWorker(name: string, given: Parameters<typeof aPerson>[0] = {}): Promise<Worker> {
  const person = await aPerson({ name, ...given });
  const accountId = newId();
  await db.account.create({
    data: { id: accountId, bureauId, personId: person.id, kind: "WORKER", loginName: `W${person.staffNo}` },
  });
  return workerActor(person.id, accountId, name);
}

function workerActor(personId: string, accountId: string, name: string): Worker {
  const who = { personId, accountId, name, bureauId, loginName: name, sessionId: newId() };
  return { ...who, kind: "WORKER", grants: [worker], mustChange: false, ip: null };
}

/** Many workers at once, without accounts of their own: only their persons matter to the claim. */
export async function manyWorkers(count: number): Promise<Worker[]> {
  const rows = Array.from({ length: count }, (_, i) => ({ id: newId(), name: `职工${i}` }));
  await db.person.createMany({
    data: rows.map(({ id, name }, i) => ({
      id,
      name,
      bureauId,
      unitId: units.secondTeam,
      staffNo: `M${String(i).padStart(5, "0")}${id.slice(-4)}`,
      pinyin: `zhigong ${i}`,
      hukouScope: "LOCAL" as const,
      hukouType: "URBAN" as const,
      employmentType: "CONTRACT" as const,
      postType: "SWEEPER" as const,
    })),
  });
  return rows.map(({ id, name }) => workerActor(id, newId(), name));
}

type Wanted = Partial<DraftDay> & { leaders?: Staff[]; at?: Date; publish?: boolean };

/** A reception day, published unless told otherwise: one leader and twelve cells of 15 minutes from 08:30. */
export async function aDay({ leaders, at = published, publish = true, ...wanted }: Wanted = {}): Promise<string> {
  const hosts = leaders ?? [bureau().boss];
  const actualOn = wanted.actualOn ?? friday;
  const dayId = await draftDay(permitAt(bureau().desk, "reception.plan", at), {
    month: actualOn.slice(0, 7),
    actualOn,
    dateReason: "测试安排",
    place: "局机关一楼接待室",
    fromTime: "08:30",
    toTime: "11:30",
    slotMinutes: 15,
    hosts: hosts.map(({ personId }) => ({ leaderId: personId })),
    ...wanted,
  });
  if (publish)
    await publishDay(permitAt(bureau().desk, "reception.publish", at), { dayId, version: 1, lateReason: "测试" });
  return dayId;
}

export type Cell = { slotId: string; seatId: string; time: string; lane: string; leaderId: string; ticketNo: number };

/** The cells of a day as they are, one row per seat, in order of ticket numbers. */
export async function cellsOf(dayId: string): Promise<Cell[]> {
  return ownerQuery<Cell>(
    `select t.id as "slotId", s.id as "seatId", to_char(t.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as time,
       s.lane::text as lane, t.leader_id as "leaderId", s.ticket_no as "ticketNo"
     from seat s join reception_slot t on t.id = s.slot_id where s.day_id = $1 order by s.ticket_no`,
    [dayId],
  );
}

/** The cell that begins at that time. Throws when the day has none. */
export async function cellAt(dayId: string, time: string): Promise<Cell> {
  const found = (await cellsOf(dayId)).find((cell) => cell.time === time);
  if (!found) throw new Error(`no cell at ${time}`);
  return found;
}

/** Makes the first cell a session of `seats` seats, all open to the phone: what the rush tests fight for. */
export async function widen(dayId: string, seats: number): Promise<Cell> {
  const [first] = await cellsOf(dayId);
  if (!first) throw new Error("no cell");
  await ownerQuery(
    `insert into seat (id, slot_id, day_id, seat_no, ticket_no, lane)
     select gen_random_uuid(), $1, $2, n, 1000 + n, 'ANY' from generate_series(2, $3) n`,
    [first.slotId, dayId, seats],
  );
  return first;
}

export type LiveBooking = { id: string; seatId: string; personId: string; ticketNo: number };

/** The live bookings of a day, straight from the table. */
export async function liveBookings(dayId: string): Promise<LiveBooking[]> {
  return ownerQuery<LiveBooking>(
    `select b.id, b.seat_id as "seatId", b.person_id as "personId", s.ticket_no as "ticketNo"
     from booking b join seat s on s.id = b.seat_id where b.day_id = $1 and b.released_at is null order by s.ticket_no`,
    [dayId],
  );
}

const touched = ["reception_day", "day_host", "reception_slot", "seat", "booking", "booking_event", "booking_review"];
const written = [
  ...touched,
  "attendance",
  "day_counter",
  "reception_matter",
  "welfare_case",
  "case_event",
  "audit_event",
];

/** Everything that reception commands may write, as one text: to prove that a refused one wrote nothing. */
export async function everything(): Promise<string> {
  const parts = await Promise.all(
    written.map((table) => ownerQuery(`select t::text as row from ${table} t order by 1`)),
  );
  return JSON.stringify(parts);
}
