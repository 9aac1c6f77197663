import "server-only";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { calendarOf, ordinaryDay, type SpecialDay } from "@/lib/calendar/rules";
import type { DayCorrection } from "@/lib/calendar/schema";
import { openTasks } from "@/lib/calendar/tasks/commands";
import { shiftedDates } from "@/lib/calendar/tasks/rules";
import { dayWords } from "@/lib/calendar/words";
import { dateColumn, fromDateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/** What a change of the calendar did: how many days are different and how many tasks that made for others. */
export type Changed = { days: number; tasks: number };

/**
 * Corrects one day. Refused: the day is that already; somebody has changed the year since the page was opened.
 * What was computed with the day stays as it is; a task is written for each published reception day and running deadline.
 */
export async function correctDay(permit: Permit<"calendar.correct">, input: DayCorrection): Promise<Changed> {
  const { date, kind, name, reason, seenId } = input;

  return transact(async (tx) => {
    await lockYears(tx, permit, [yearOf(date)], seenId);
    const changed = await changeDays(tx, permit, [{ date, kind, name }], { reason });
    if (changed.days === 0) throw new Refusal("这一天本来就是这样，不用改", "kind");
    await recordAudit(tx, permit, {
      object: "calendar_day",
      reason,
      fields: [date],
      detail: { date, kind, name, tasks: changed.tasks },
    });

    return changed;
  });
}

/**
 * Holds the years against everybody else who changes them, until the transaction ends.
 * Refused when one of them has moved on since the page that shows change `seenId` as its latest.
 */
export async function lockYears(
  tx: Tx,
  _permit: Permit<"calendar.correct">,
  years: readonly number[],
  seenId: string,
): Promise<void> {
  for (const year of [...years].sort((a, b) => a - b)) {
    await tx.calendarYear.upsert({ where: { year }, create: { year }, update: { year } });
  }
  const from = dateColumn(`${Math.min(...years)}-01-01`);
  const to = dateColumn(`${Math.max(...years)}-12-31`);
  const newer = await tx.calendarChange.findFirst({
    where: { date: { gte: from, lte: to }, ...(seenId ? { id: { gt: seenId } } : {}) },
    select: { id: true },
  });
  if (newer) throw actedMeanwhile();
}

/**
 * Writes the days that are different from what the calendar holds, each with its line of history, and the tasks that
 * follow. Rows are never removed: a day that becomes ordinary again keeps a row that says so, or a later seed would
 * bring the old one back. The caller holds the years and writes the audit row.
 */
export async function changeDays(
  tx: Tx,
  permit: Permit<"calendar.correct">,
  days: readonly SpecialDay[],
  { reason, officialYear }: { reason: string; officialYear?: number },
): Promise<Changed> {
  const before = await readCalendar(tx);
  const different = days.filter((day) => !isSame(before.dayAt(day.date), day));
  const changeIds = new Map<CivilDate, string>();
  for (const day of different) {
    const isOfficial = yearOf(day.date) === officialYear || before.isOfficial(yearOf(day.date));
    await writeDay(tx, permit, day, isOfficial ? "OFFICIAL" : "PROVISIONAL");
    changeIds.set(day.date, await noteChange(tx, permit, before.dayAt(day.date), day, reason));
  }
  const after = calendarOf(await daysNow(tx), []);
  const dates = shiftedDates(before, after, [...changeIds.keys()]);
  const tasks = await openTasks(tx, permit, { before, after, dates }, changeIds);

  return { days: different.length, tasks };
}

function isSame(row: SpecialDay | undefined, day: SpecialDay): boolean {
  const held = row ?? ordinaryDay(day.date);

  return held.kind === day.kind && held.name === day.name;
}

async function writeDay(
  tx: Tx,
  permit: Permit<"calendar.correct">,
  { date, kind, name }: SpecialDay,
  status: "OFFICIAL" | "PROVISIONAL",
): Promise<void> {
  const data = {
    kind,
    name,
    source: "STAFF",
    status,
    updatedById: permit.actor.accountId,
    updatedAt: permit.now,
  } as const;
  await tx.calendarDay.upsert({
    where: { date: dateColumn(date) },
    create: { date: dateColumn(date), ...data },
    update: { ...data, version: { increment: 1 } },
  });
}

async function noteChange(
  tx: Tx,
  permit: Permit<"calendar.correct">,
  before: SpecialDay | undefined,
  after: SpecialDay,
  reason: string,
): Promise<string> {
  const id = newId();
  await tx.calendarChange.create({
    data: {
      id,
      date: dateColumn(after.date),
      before: before ? dayWords(before) : null,
      after: dayWords(after),
      reason,
      byId: permit.actor.accountId,
      at: permit.now,
    },
  });

  return id;
}

async function daysNow(tx: Tx): Promise<SpecialDay[]> {
  const rows = await tx.calendarDay.findMany({ select: { date: true, kind: true, name: true } });

  return rows.map((row) => ({ ...row, date: fromDateColumn(row.date) }));
}
