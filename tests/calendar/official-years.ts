import { calendarOf, type SpecialDay } from "@/lib/calendar/rules";
import { addDays } from "@/lib/dates";

/** The State Council's arrangements of 2025 and 2026, typed from the notices and not from the seed library. */
const BLOCKS: [first: string, last: string, name: string][] = [
  ["2025-01-01", "2025-01-01", "元旦"],
  ["2025-01-28", "2025-02-04", "春节"],
  ["2025-04-04", "2025-04-06", "清明"],
  ["2025-05-01", "2025-05-05", "劳动节"],
  ["2025-05-31", "2025-06-02", "端午"],
  ["2025-10-01", "2025-10-08", "国庆节"],
  ["2026-01-01", "2026-01-03", "元旦"],
  ["2026-02-15", "2026-02-23", "春节"],
  ["2026-04-04", "2026-04-06", "清明"],
  ["2026-05-01", "2026-05-05", "劳动节"],
  ["2026-06-19", "2026-06-21", "端午"],
  ["2026-09-25", "2026-09-27", "中秋"],
  ["2026-10-01", "2026-10-07", "国庆节"],
];

const MAKE_UP = [
  ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
];

function blockDays([first, last, name]: [string, string, string]): SpecialDay[] {
  const days: SpecialDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push({ date, kind: "OFF", name });
  return days;
}

export const officialDays: SpecialDay[] = [
  ...BLOCKS.flatMap(blockDays),
  ...MAKE_UP.map((date): SpecialDay => ({ date, kind: "WORK", name: "调休上班" })),
];

export const official = calendarOf(officialDays, [2025, 2026]);
