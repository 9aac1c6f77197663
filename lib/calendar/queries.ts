import "server-only";
import { cache } from "react";
import { db, type Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { calendarOf, isWorkingDay, type Calendar } from "@/lib/calendar/rules";
import { dateColumn, fromDateColumn, parseCivil, yearOf, type CivilDate } from "@/lib/dates";
import type { CalendarChange, CalendarDay } from "@/prisma/generated/client";
import type { DaySource, DayStatus } from "@/prisma/generated/enums";

/**
 * The bureau's calendar as it stands, for every rule that counts days; two small statements, about 35 rows a year.
 * @param reader the transaction of the act, so that the act and its dates are of one moment; `db` for a page
 */
export async function readCalendar(reader: Pick<Tx, "calendarDay" | "calendarYear">): Promise<Calendar> {
  const days = await reader.calendarDay.findMany({ select: { date: true, kind: true, name: true } });
  const years = await reader.calendarYear.findMany({ where: { isOfficial: true }, select: { year: true } });

  return calendarOf(
    days.map((day) => ({ ...day, date: fromDateColumn(day.date) })),
    years.map(({ year }) => year),
  );
}

/** The calendar for showing a page: read once per request, however many parts of the page count days. */
export const pageCalendar = cache((): Promise<Calendar> => readCalendar(db));

export type ChangeLine = {
  id: string;
  date: CivilDate;
  before: string | null;
  after: string | null;
  reason: string;
  by: string;
  at: Date;
  /** How many reception days and deadlines somebody had to look at, and how many of them nobody has yet. */
  tasks: number;
  openTasks: number;
};

export type DayView = {
  date: CivilDate;
  works: boolean;
  /** What the calendar says about the day; undefined for an ordinary one. */
  entry?: { kind: CalendarDay["kind"]; name: string; source: DaySource; status: DayStatus };
  isOfficialYear: boolean;
  changes: ChangeLine[];
  /** Newest change of the year, which the correction form hands back. */
  seenId: string;
};

/** One day with its history, newest first; undefined for what is no day. */
export async function viewDay(permit: Permit<"calendar.view">, text: string): Promise<DayView | undefined> {
  const date = parseCivil(text);
  if (date === undefined) return undefined;
  const [calendar, row, changes, newest] = await Promise.all([
    pageCalendar(),
    db.calendarDay.findUnique({ where: { date: dateColumn(date) } }),
    changesOf(permit, { date: dateColumn(date) }),
    newestChange(permit, yearOf(date), yearOf(date)),
  ]);
  const entry = row && { kind: row.kind, name: row.name, source: row.source, status: row.status };

  return {
    date,
    works: isWorkingDay(calendar, date),
    ...(entry ? { entry } : {}),
    isOfficialYear: calendar.isOfficial(yearOf(date)),
    changes,
    seenId: newest,
  };
}

/** Id of the newest change from the first day of one year to the last of another; empty if there is none. */
export async function newestChange(
  _permit: Permit<"calendar.view" | "calendar.correct">,
  from: number,
  to: number,
): Promise<string> {
  const newest = await db.calendarChange.findFirst({
    where: { date: { gte: dateColumn(`${from}-01-01`), lte: dateColumn(`${to}-12-31`) } },
    orderBy: { id: "desc" },
    select: { id: true },
  });

  return newest?.id ?? "";
}

/** The latest changes of some days, with who made them and what they touched. */
export async function changesOf(
  _permit: Permit<"calendar.view">,
  where: { date: Date | { gte: Date; lte: Date } },
  most = 50,
): Promise<ChangeLine[]> {
  const rows = await db.calendarChange.findMany({
    where,
    orderBy: { id: "desc" },
    take: most,
    include: { tasks: { select: { settledAt: true } } },
  });
  const names = await namesOf(rows);

  return rows.map((row) => ({
    id: row.id,
    date: fromDateColumn(row.date),
    before: row.before,
    after: row.after,
    reason: row.reason,
    by: names.get(row.byId) ?? "系统管理员",
    at: row.at,
    tasks: row.tasks.length,
    openTasks: row.tasks.filter(({ settledAt }) => settledAt === null).length,
  }));
}

async function namesOf(changes: CalendarChange[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: [...new Set(changes.map(({ byId }) => byId))] } },
    select: { id: true, person: { select: { name: true } } },
  });

  return new Map(accounts.map(({ id, person }) => [id, person.name]));
}
