import { previousWorkingDay, type Calendar } from "@/lib/calendar/rules";
import { instantAt, type CivilDate } from "@/lib/dates";
import type { Lane } from "@/prisma/generated/enums";

const MINUTE_MS = 60_000;

export type Cell = { startsAt: Date; endsAt: Date };

/**
 * The cells of a morning: whole ones of `minutes` between the two times (`HH:MM`, Shanghai) of that day.
 * One length for the bureau and starts on multiples from the full hour: only then is "same start" every clash there is.
 */
export function cellsOfDay(date: CivilDate, fromTime: string, toTime: string, minutes: number): Cell[] {
  const from = instantAt(date, fromTime).getTime();
  const to = instantAt(date, toTime).getTime();
  const length = minutes * MINUTE_MS;
  const count = Math.max(0, Math.floor((to - from) / length));
  return Array.from({ length: count }, (_, i) => ({
    startsAt: new Date(from + i * length),
    endsAt: new Date(from + (i + 1) * length),
  }));
}

/** Cells of each leader that are kept back from booking on the phone. */
export type Reserve = { walkIn: number; green: number; staff: number };

/**
 * The lane of each of a leader's cells, in order of time. Walk-ins are spread to the end of each part of the morning, so
 * that nobody who just comes waits for the whole of it; the green channel lies after the first quarter, late enough
 * for who has to be brought; the desk's own cells are the last free ones. The first cell stays open to all.
 */
export function lanesOfCells(count: number, { walkIn, green, staff }: Reserve): Lane[] {
  const lanes = Array.from({ length: count }, (): Lane => "ANY");
  for (let i = 1; i <= walkIn; i += 1) lanes[Math.ceil((i * count) / walkIn) - 1] = "WALK_IN";
  const quarter = Math.floor(count / 4);
  const fromQuarter = [...lanes.keys()].map((i) => (i + quarter) % count);
  for (const at of fromQuarter.filter((i) => i > 0 && lanes[i] === "ANY").slice(0, green)) lanes[at] = "GREEN";
  const fromEnd = [...lanes.keys()].reverse();
  for (const at of fromEnd.filter((i) => i > 0 && lanes[i] === "ANY").slice(0, staff)) lanes[at] = "STAFF";
  return lanes;
}

export type PlannedSeat = Cell & { leaderId: string; room: string; lane: Lane; ticketNo: number };

/**
 * The seats of a day: one per leader and cell. Ticket numbers follow the time, then the duty order, so that the day
 * sheet reads 1, 2, 3 from top to bottom.
 */
export function planSeats(
  cells: readonly Cell[],
  hosts: readonly { leaderId: string; room: string }[],
  reserve: Reserve,
): PlannedSeat[] {
  const lanes = lanesOfCells(cells.length, reserve);
  return cells.flatMap((cell, i) =>
    hosts.map(({ leaderId, room }, k) => ({
      ...cell,
      leaderId,
      room,
      lane: lanes[i] ?? "ANY",
      ticketNo: i * hosts.length + k + 1,
    })),
  );
}

/** When something ends: so many working days before the day, at a time (`HH:MM`) of that working day. */
export type Before = { workingDays: number; time: string };
export type Window = { opensAt: Date; closesAt: Date; cancelUntil: Date; reserveUntil: Date };

/**
 * The instants of a day, frozen at its publication: booking opens with the publication, closes for phone and liaison
 * at `closes`, cancelling ends with it, and what is kept back is open to all from `reserve` on (reception guide §5).
 * A day published after its own closing time opens for the desk only.
 */
export function windowOf(
  date: CivilDate,
  opensAt: Date,
  { closes, reserve }: { closes: Before; reserve: Before },
  calendar: Calendar,
): Window {
  const at = ({ workingDays, time }: Before) => instantAt(previousWorkingDay(calendar, date, workingDays), time);
  const closesAt = at(closes);
  return { opensAt, closesAt, cancelUntil: closesAt, reserveUntil: at(reserve) };
}
