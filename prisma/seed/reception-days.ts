import { dateColumn, instantAt, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { receptionDate, type ReceptionDate } from "@/lib/reception/days/rules";
import { cellsOfDay, planSeats, windowOf, type PlannedSeat, type Window } from "@/lib/reception/grid/rules";
import { previousWorkingDay } from "@/lib/calendar/rules";
import type { Actress } from "./accounts";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { leaderPosts } from "./office";
import { at, idAt, of } from "./random";

export const receptionTotals = { past: 24, hostsPerDay: 3, zeroDay: 9 } as const;

export type DemoSeat = PlannedSeat & { id: string; slotId: string };
/** A reception day with its leaders and seats; `index` counts the past ones from the oldest, 24 is the coming one. */
export type DemoDay = {
  index: number;
  id: string;
  month: CivilMonth;
  date: ReceptionDate;
  state: SeedRows["reception_day"]["state"];
  hosts: { leader: Actress; room: string; post: string; field: string }[];
  /** undefined for a draft: nothing is published yet */
  open?: { publishedAt: Date; window: Window; seats: DemoSeat[] };
};

const MONTHS_BACK = 30;
const FROM = parameters["reception.fromTime"].fallback;
const TO = parameters["reception.toTime"].fallback;
const CELL = parameters["reception.slotMinutes"].fallback;
const RESERVE = {
  walkIn: parameters["reception.walkInReserve"].fallback,
  green: parameters["reception.greenReserve"].fallback,
  staff: parameters["reception.staffReserve"].fallback,
};
const CLOSES = {
  workingDays: parameters["reception.closesDaysBefore"].fallback,
  time: parameters["reception.closesTime"].fallback,
};
const RELEASES = {
  workingDays: parameters["reception.reserveDaysBefore"].fallback,
  time: parameters["reception.reserveTime"].fallback,
};

/**
 * The 24 latest days that are over, the coming one with its seats, and the draft of the one after it. When phones can no
 * longer book the coming one, the next is published as well, so that the demonstration always has a day to book.
 */
export function receptionDays(theatre: Theatre): DemoDay[] {
  const { today } = theatre;
  const held = heldMonths(theatre);
  const next = held.findIndex(({ date }) => date.actual >= today);
  const chosen = held.slice(next - receptionTotals.past, next + 2);
  const isClosed = closesOn(theatre, at(chosen, receptionTotals.past).date.actual) <= today;
  return chosen.map(({ month, date }, index) => {
    const state = stateOf(index, isClosed);
    return dayOf(theatre, { index, month, date, state });
  });
}

/** Months that have a day of their own; a month whose day falls together with the next is held with it. */
function heldMonths({ ground, today }: Theatre): { month: CivilMonth; date: ReceptionDate }[] {
  const first = monthAfter(monthOf(today), -MONTHS_BACK);
  return Array.from({ length: MONTHS_BACK + 4 }, (_, i) => monthAfter(first, i))
    .map((month) => ({ month, date: receptionDate(month, "NEXT_WORKING_FRIDAY", ground.calendar) }))
    .filter(({ date }) => date.mergedInto === undefined);
}

function closesOn({ ground }: Theatre, day: CivilDate): CivilDate {
  return previousWorkingDay(ground.calendar, day, CLOSES.workingDays);
}

function stateOf(index: number, isNextPublished: boolean): DemoDay["state"] {
  if (index < receptionTotals.past - 1) return "FILED";
  if (index < receptionTotals.past) return "HELD";
  return index === receptionTotals.past || isNextPublished ? "OPEN" : "DRAFT";
}

function dayOf(theatre: Theatre, day: Pick<DemoDay, "index" | "month" | "date" | "state">): DemoDay {
  const hosts = hostsOf(theatre, day.index);
  const id = idAt(createdAt(theatre, day), `reception day ${day.month}`);
  if (day.state === "DRAFT") return { ...day, id, hosts };
  const publishedAt = instantAt(publishedOn(theatre, day.date.actual), "10:00");
  const window = windowOf(day.date.actual, publishedAt, { closes: CLOSES, reserve: RELEASES }, theatre.ground.calendar);
  const planned = planSeats(
    cellsOfDay(day.date.actual, FROM, TO, CELL),
    hosts.map(({ leader, room }) => ({ leaderId: leader.personId, room })),
    RESERVE,
  );
  const seats = planned.map((seat, i) => ({
    ...seat,
    id: idAt(publishedAt, `seat ${day.month}`, i),
    slotId: idAt(publishedAt, `slot ${day.month}`, i),
  }));
  return { ...day, id, hosts, open: { publishedAt, window, seats } };
}

/** Three weeks ahead, or as soon as the calendar of the demonstration allows. */
function publishedOn({ ground, line }: Theatre, date: CivilDate): CivilDate {
  const wished = previousWorkingDay(ground.calendar, date, 15);
  return wished < line.on(-2) ? wished : line.on(-2);
}

function createdAt(theatre: Theatre, { date, state }: Pick<DemoDay, "date" | "state">): Date {
  const { calendar } = theatre.ground;
  const day = state === "DRAFT" ? theatre.line.on(-1) : previousWorkingDay(calendar, publishedOn(theatre, date.actual));
  return instantAt(day, "15:00");
}

/** The nine take turns, three a morning. */
function hostsOf({ cast }: Theatre, index: number): DemoDay["hosts"] {
  return Array.from({ length: receptionTotals.hostsPerDay }, (_, i) => {
    const { staffNo, post, field } = at(leaderPosts, (index * receptionTotals.hostsPerDay + i) % leaderPosts.length);
    return { leader: of(cast, staffNo), room: `${i + 1}号接待室`, post, field };
  });
}

type DayTables = "reception_day" | "day_host" | "reception_slot" | "seat";

/** The rows of the days themselves, as drafting and publishing write them. */
export function dayRows(theatre: Theatre, days: readonly DemoDay[]): { [T in DayTables]: SeedRows[T][] } {
  return {
    reception_day: days.map((day) => dayRow(theatre, day)),
    day_host: days.flatMap(({ id, month, hosts, date }) =>
      hosts.map(({ leader, room, post, field }, i) => ({
        id: idAt(instantAt(date.planned, "08:00"), `host ${month}`, i),
        dayId: id,
        leaderId: leader.personId,
        leaderName: leader.name,
        leaderPost: post,
        field,
        room,
        dutyOrder: i + 1,
      })),
    ),
    reception_slot: days.flatMap(({ id, open }) =>
      (open?.seats ?? []).map(({ slotId, leaderId, room, startsAt, endsAt }) => ({
        id: slotId,
        dayId: id,
        leaderId,
        room,
        startsAt,
        endsAt,
      })),
    ),
    seat: days.flatMap(({ id, open }) =>
      (open?.seats ?? []).map((seat) => ({
        id: seat.id,
        slotId: seat.slotId,
        dayId: id,
        seatNo: 1,
        ticketNo: seat.ticketNo,
        lane: seat.lane,
      })),
    ),
  };
}

const VERSIONS: Record<NonNullable<DemoDay["state"]>, number> = {
  DRAFT: 1,
  OPEN: 2,
  RUNNING: 3,
  HELD: 4,
  FILED: 5,
  CANCELLED: 3,
};

function dayRow(theatre: Theatre, day: DemoDay): SeedRows["reception_day"] {
  const { date, open, state = "DRAFT" } = day;
  const desk = of(theatre.cast, "2001");
  return {
    id: day.id,
    bureauId: theatre.ground.bureauId,
    month: day.month,
    plannedOn: dateColumn(date.planned),
    actualOn: dateColumn(date.actual),
    policy: "NEXT_WORKING_FRIDAY",
    shifts: date.shifts,
    shiftReason: date.reason ?? null,
    isProvisional: date.provisional,
    place: parameters["reception.place"].fallback,
    fromTime: FROM,
    toTime: TO,
    slotMinutes: CELL,
    opensAt: open?.window.opensAt ?? null,
    closesAt: open?.window.closesAt ?? null,
    cancelUntil: open?.window.cancelUntil ?? null,
    reserveUntil: open?.window.reserveUntil ?? null,
    state,
    recorderId: desk.personId,
    publishedAt: open?.publishedAt ?? null,
    publishedById: open ? desk.accountId : null,
    closingNote: day.index === receptionTotals.zeroDay ? "零接待" : null,
    version: VERSIONS[state],
    createdById: desk.accountId,
    createdAt: createdAt(theatre, day),
  };
}
