import { seedCalendarDays } from "@/lib/calendar/seed/rules";
import { calendarOf, type Calendar } from "@/lib/calendar/rules";
import { dateColumn, fromDateColumn, instantAt, yearOf, type CivilDate } from "@/lib/dates";
import { definitionOf, isParameterKey, parameters } from "@/lib/parameters/rules";
import type { SeedRows } from "./bulk";
import { takenOverOn } from "./person-rows";
import { idAt } from "./random";

const YEARS_BACK = 3;
const YEARS_AHEAD = 1;

export type SeededCalendar = { rows: Pick<Rows, "calendar_day" | "calendar_year">; calendar: Calendar };
type Rows = { [T in keyof SeedRows]: SeedRows[T][] };

/** The calendar of the years that the demo data touch, and the same as the rules want it. */
export function seededCalendar(today: CivilDate): SeededCalendar {
  const years = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, i) => yearOf(today) - YEARS_BACK + i);
  const seeded = seedCalendarDays(years);
  const at = instantAt(takenOverOn(today), "08:00");
  const days = seeded.days.map(({ date, kind, name }) => ({ date: fromDateColumn(date), kind, name }));
  const official = seeded.years.filter(({ isOfficial }) => isOfficial).map(({ year }) => year);
  return {
    rows: { calendar_day: seeded.days.map((day) => ({ ...day, updatedAt: at })), calendar_year: seeded.years },
    calendar: calendarOf(days, official),
  };
}

const OWN_VALUES: Readonly<Record<string, string>> = { "office.name": "环境卫生管理局（演示）" };

/** What the law sets and nobody has checked against the published figures. */
const UNVERIFIED = /^(hardship\.dibaoLine|insurance\.(floor|cap|\w+(Unit|Person)))$/;

/** Every parameter with the value it has at installation, so that its page has a first line. */
export function parameterRows(today: CivilDate): SeedRows["parameter"][] {
  const since = takenOverOn(today);
  const createdAt = instantAt(since, "08:00");
  return Object.keys(parameters)
    .filter(isParameterKey)
    .map((key) => ({
      id: idAt(createdAt, `parameter ${key}`),
      key,
      value: OWN_VALUES[key] ?? definitionOf(key).fallback,
      validFrom: dateColumn(since),
      revision: 1,
      isUnverified: UNVERIFIED.test(key),
      reason: "系统安装时的默认值（演示）",
      createdAt,
    }));
}
