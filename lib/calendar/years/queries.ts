import "server-only";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { festivalCodes, proposedBlocks, type Block } from "@/lib/calendar/festivals/rules";
import { changesOf, newestChange, pageCalendar, type ChangeLine } from "@/lib/calendar/queries";
import { isWeekend, isWorkingDay, type Calendar } from "@/lib/calendar/rules";
import { blocksOf, yearsToEnter } from "@/lib/calendar/years/rules";
import { addDays, dateColumn, firstDayOf, fromDateColumn, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";

export type GridDay = {
  date: CivilDate;
  /** Only what differs from an ordinary week has a mark: a weekday off, a weekend day worked. */
  mark: "work" | "weekend" | "off" | "makeUp";
  name?: string;
  /** The month whose reception day it is. */
  reception?: CivilMonth;
};
export type GridMonth = { month: CivilMonth; days: GridDay[]; workingDays: number };

export type YearView = {
  year: number;
  isOfficial: boolean;
  notice: string | null;
  months: GridMonth[];
  workingDays: number;
  /** The latest changes of the year, newest first. */
  changes: ChangeLine[];
  /** Years whose notice should be there and is not. */
  missing: number[];
};

/** A year as a grid of months, with the published reception days of the own bureau and the history of its days. */
export async function viewYear(permit: Permit<"calendar.view">, year: number): Promise<YearView> {
  const span = { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-31`) };
  const [calendar, row, receptions, changes] = await Promise.all([
    pageCalendar(),
    db.calendarYear.findUnique({ where: { year }, select: { notice: true } }),
    receptionDays(permit, span),
    changesOf(permit, { date: span }, 20),
  ]);
  const months = Array.from({ length: 12 }, (_, i) => {
    return gridMonth(`${year}-${String(i + 1).padStart(2, "0")}`, calendar, receptions);
  });

  return {
    year,
    isOfficial: calendar.isOfficial(year),
    notice: row?.notice ?? null,
    months,
    workingDays: months.reduce((sum, { workingDays }) => sum + workingDays, 0),
    changes,
    missing: yearsToEnter((one) => calendar.isOfficial(one), permit.today),
  };
}

export type YearForm = {
  year: number;
  isOfficial: boolean;
  notice: string;
  seenId: string;
  /** What the calendar holds, or the proposal where it holds nothing yet; by field name of the form. */
  blocks: Record<string, { from?: string; to?: string; makeUpOne?: string; makeUpTwo?: string }>;
  /** Nothing has been entered by staff: what stands in the form is a proposal. */
  isProposal: boolean;
};

/** The entry form of a year, filled with what is there. */
export async function viewYearForm(permit: Permit<"calendar.correct">, year: number): Promise<YearForm> {
  const [rows, held, seenId] = await Promise.all([
    db.calendarDay.findMany({
      where: { date: { gte: dateColumn(`${year - 1}-12-25`), lte: dateColumn(`${year}-12-31`) } },
      orderBy: { date: "asc" },
    }),
    db.calendarYear.findUnique({ where: { year } }),
    newestChange(permit, year - 1, year),
  ]);
  const days = rows.map((row) => ({ date: fromDateColumn(row.date), kind: row.kind, name: row.name }));
  const isEmpty = !days.some(({ date, kind }) => kind === "OFF" && date.startsWith(String(year)));
  const blocks = isEmpty ? proposedBlocks(year) : blocksOf(year, days);

  return {
    year,
    isOfficial: held?.isOfficial ?? false,
    notice: held?.notice ?? "",
    seenId,
    blocks: Object.fromEntries(festivalCodes.map((code) => [code, fieldsOf(blocks[code])])),
    isProposal: isEmpty || rows.every(({ status, source }) => status === "PROVISIONAL" && source === "SEED"),
  };
}

/** Published days of the own bureau; administrators see the calendar without them. */
async function receptionDays(
  { reach }: Permit<"calendar.view">,
  actualOn: { gte: Date; lte: Date },
): Promise<Map<CivilDate, CivilMonth>> {
  if (reach.kind === "none") return new Map();
  const rows = await db.receptionDay.findMany({
    where: { bureauId: reach.bureauId, actualOn, state: { notIn: ["DRAFT", "CANCELLED"] } },
    select: { actualOn: true, month: true },
  });

  return new Map(rows.map((row) => [fromDateColumn(row.actualOn), row.month]));
}

function fieldsOf({ from, to, makeUp: [makeUpOne, makeUpTwo] }: Block): YearForm["blocks"][string] {
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(makeUpOne ? { makeUpOne } : {}),
    ...(makeUpTwo ? { makeUpTwo } : {}),
  };
}

function gridMonth(month: CivilMonth, calendar: Calendar, published: ReadonlyMap<CivilDate, CivilMonth>): GridMonth {
  const days: GridDay[] = [];
  for (let date = firstDayOf(month); monthOf(date) === month; date = addDays(date, 1)) {
    const name = calendar.dayAt(date)?.name;
    const reception = published.get(date);
    days.push({ date, mark: markOf(date, calendar), ...(name ? { name } : {}), ...(reception ? { reception } : {}) });
  }

  return { month, days, workingDays: days.filter(({ mark }) => mark === "work" || mark === "makeUp").length };
}

function markOf(date: CivilDate, calendar: Calendar): GridDay["mark"] {
  const entry = calendar.dayAt(date);
  if (isWorkingDay(calendar, date)) return isWeekend(date) ? "makeUp" : "work";

  return entry?.kind === "OFF" && entry.name !== "正常休息" ? "off" : "weekend";
}
