import { springFestivalOf } from "@/lib/calendar/rules";
import { addDays, weekdayOf, type CivilDate } from "@/lib/dates";

/** The statutory holidays, in the order of the State Council's notice. */
export const festivals = {
  NEW_YEAR: "元旦",
  SPRING: "春节",
  QINGMING: "清明",
  LABOUR: "劳动节",
  DRAGON_BOAT: "端午",
  MID_AUTUMN: "中秋",
  NATIONAL: "国庆节",
} as const;
export type Festival = keyof typeof festivals;
export const festivalCodes = Object.keys(festivals) as Festival[];

/** What the notice says about one holiday: first and last day off, and the weekend days worked instead. */
export type Block = { from?: CivilDate | undefined; to?: CivilDate | undefined; makeUp: CivilDate[] };
export type Blocks = Record<Festival, Block>;

// Lunar and solar-term days of the years to come, checked against chinese-days. Beyond the table nothing is proposed.
const MOVABLE: Readonly<Record<number, { QINGMING: CivilDate; DRAGON_BOAT: CivilDate; MID_AUTUMN: CivilDate }>> = {
  2025: { QINGMING: "2025-04-04", DRAGON_BOAT: "2025-05-31", MID_AUTUMN: "2025-10-06" },
  2026: { QINGMING: "2026-04-05", DRAGON_BOAT: "2026-06-19", MID_AUTUMN: "2026-09-25" },
  2027: { QINGMING: "2027-04-05", DRAGON_BOAT: "2027-06-09", MID_AUTUMN: "2027-09-15" },
  2028: { QINGMING: "2028-04-04", DRAGON_BOAT: "2028-05-28", MID_AUTUMN: "2028-10-03" },
  2029: { QINGMING: "2029-04-04", DRAGON_BOAT: "2029-06-16", MID_AUTUMN: "2029-09-22" },
  2030: { QINGMING: "2030-04-05", DRAGON_BOAT: "2030-06-05", MID_AUTUMN: "2030-09-12" },
};

/** The day of a festival; undefined for a lunar one beyond the table. */
export function festivalDay(festival: Festival, year: number): CivilDate | undefined {
  if (festival === "NEW_YEAR") return `${year}-01-01`;
  if (festival === "LABOUR") return `${year}-05-01`;
  if (festival === "NATIONAL") return `${year}-10-01`;
  return festival === "SPRING" ? springFestivalOf(year) : MOVABLE[year]?.[festival];
}

/**
 * What the arrangement rule of 2025 (domain guide §15) lets expect: 春节 8 days from its eve, 国庆 7, 劳动节 5, 中秋 with
 * 国庆 8, the others 3 with their weekend or the Wednesday alone. A proposal for the form; make-up days only the notice
 * can tell.
 */
export function proposedBlocks(year: number): Blocks {
  const of = (festival: Festival) => proposedBlock(festival, year);
  return {
    NEW_YEAR: of("NEW_YEAR"),
    SPRING: of("SPRING"),
    QINGMING: of("QINGMING"),
    LABOUR: of("LABOUR"),
    DRAGON_BOAT: of("DRAGON_BOAT"),
    MID_AUTUMN: of("MID_AUTUMN"),
    NATIONAL: of("NATIONAL"),
  };
}

function proposedBlock(festival: Festival, year: number): Block {
  const day = festivalDay(festival, year);
  const midAutumn = festivalDay("MID_AUTUMN", year);
  const isMerged = midAutumn !== undefined && midAutumn >= `${year}-10-01` && midAutumn <= `${year}-10-08`;
  if (day === undefined || (festival === "MID_AUTUMN" && isMerged)) return { makeUp: [] };
  if (festival === "SPRING") return run(addDays(day, -1), 8);
  if (festival === "LABOUR") return run(day, 5);
  if (festival === "NATIONAL") return run(day, isMerged ? 8 : 7);
  // From Thursday to Saturday the days off begin with the festival, from Sunday to Tuesday they lead up to it.
  const begins = [-1, -2, -2, 0, 0, 0, 0][weekdayOf(day)] ?? 0;
  return run(addDays(day, begins), weekdayOf(day) === 3 ? 1 : 3);
}

function run(from: CivilDate, days: number): Block {
  return { from, to: addDays(from, days - 1), makeUp: [] };
}
