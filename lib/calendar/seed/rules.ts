import arrangements from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { proposedBlocks } from "@/lib/calendar/festivals/rules";
import type { DayKind } from "@/lib/calendar/rules";
import { daysOf } from "@/lib/calendar/years/rules";
import { dateColumn, yearOf, type CivilDate } from "@/lib/dates";

export type SeedDay = {
  date: Date;
  kind: DayKind;
  name: string;
  source: "SEED";
  status: "OFFICIAL" | "PROVISIONAL";
};
export type SeedYear = { year: number; isOfficial: boolean; notice: string | null };

const supplied = [...listed("OFF", arrangements.holidays), ...listed("WORK", arrangements.workdays)];

/**
 * The rows with which a new installation starts, one per special day of those years. Years that the library knows
 * (up to 2026) are official; of later ones only the holidays that the arrangement rule lets expect, provisional, until
 * staff enter the notice. Insert with `skipDuplicates`: a row that staff have corrected wins.
 */
export function seedCalendarDays(years: readonly number[]): { days: SeedDay[]; years: SeedYear[] } {
  return { days: years.flatMap(seedDays), years: years.map(seedYear) };
}

function seedDays(year: number): SeedDay[] {
  const status = isSupplied(year) ? "OFFICIAL" : "PROVISIONAL";
  const known = isSupplied(year) ? supplied : daysOf(proposedBlocks(year));
  // 元旦 may begin in December: those days belong to the year before, whose own rows may be official.
  return known
    .filter(({ date }) => yearOf(date) === year)
    .map(({ date, kind, name }) => ({ date: dateColumn(date), kind, name, source: "SEED", status }));
}

function seedYear(year: number): SeedYear {
  const isOfficial = isSupplied(year);
  return { year, isOfficial, notice: isOfficial ? "国务院办公厅放假安排（随系统提供）" : null };
}

function isSupplied(year: number): boolean {
  return `${year}-10-01` in arrangements.holidays;
}

/** The library writes `National Day,国庆节,3`: English name, Chinese name, statutory days. */
function listed(kind: DayKind, days: Record<string, string>): { date: CivilDate; kind: DayKind; name: string }[] {
  return Object.entries(days).map(([date, words]) => {
    const name = words.split(",")[1] ?? words;
    return { date, kind, name: kind === "OFF" ? name : `${name}调休上班` };
  });
}
