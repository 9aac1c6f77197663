/**
 * Civil dates, instants and their words. The only place that knows the bureau's time zone.
 *
 * A civil date ("the 6th of November") is a string; an instant is a JS `Date`. They are never mixed: a civil date
 * that travels as a `Date` shifts by a day in every zone west of the writer's.
 */

/** `YYYY-MM-DD`, a day of the calendar without time or zone. Plain string comparison orders these. */
export type CivilDate = string;
/** `YYYY-MM`, a month of the calendar. */
export type CivilMonth = string;

const DAY_MS = 86_400_000;
// Asia/Shanghai has had no daylight saving since 1991 and the portal keeps no instant older than that, so the fixed
// offset is exact and needs no Intl (which reads the machine's data and is a hundred times slower).
const SHANGHAI_MS = 8 * 3_600_000;
const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const;

/** The civil date if `text` is a real day written `YYYY-MM-DD`, otherwise undefined (2026-02-29, 2026-2-9, blanks). */
export function parseCivil(text: string): CivilDate | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().slice(0, 10) === text ? text : undefined;
}

/** The civil month if `text` is written `YYYY-MM`, otherwise undefined. */
export function parseMonth(text: string): CivilMonth | undefined {
  return parseCivil(`${text}-01`) === undefined ? undefined : text;
}

/** The time of day if `text` is written `HH:MM` (00:00–23:59), otherwise undefined. */
export function parseTime(text: string): string | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
}

/** The day on which `instant` falls in Shanghai. */
export function civilOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The civil date in a DATE column, which Prisma hands over as UTC midnight. Throws for any other time of day. */
export function fromDateColumn(column: Date): CivilDate {
  if (column.getTime() % DAY_MS !== 0) throw new RangeError(`not a DATE column: ${column.toISOString()}`);
  return column.toISOString().slice(0, 10);
}

/** What Prisma wants for a DATE column: UTC midnight of that day. */
export function dateColumn(civil: CivilDate): Date {
  return new Date(dayNumber(civil) * DAY_MS);
}

/** The instant at `time` (`HH:MM`, Shanghai) of that day. Throws for a malformed day or time. */
export function instantAt(civil: CivilDate, time: string): Date {
  if (parseTime(time) === undefined) throw new RangeError(`not a time of day: ${time}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return new Date(dayNumber(civil) * DAY_MS + minutes * 60_000 - SHANGHAI_MS);
}

/** The day `days` later (earlier if negative). */
export function addDays(civil: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(civil) + days);
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(civil: CivilDate): number {
  return new Date(dayNumber(civil) * DAY_MS).getUTCDay();
}

/** The calendar year. */
export function yearOf(civil: CivilDate): number {
  return Number(civil.slice(0, 4));
}

/** The month a day belongs to. */
export function monthOf(civil: CivilDate): CivilMonth {
  return civil.slice(0, 7);
}

/** The month `months` later (earlier if negative). */
export function monthAfter(month: CivilMonth, months: number): CivilMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The first day of a month. */
export function firstDayOf(month: CivilMonth): CivilDate {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDayOf(month: CivilMonth): CivilDate {
  return addDays(firstDayOf(monthAfter(month, 1)), -1);
}

/** The same day of the month `months` later; the month's last day where it has no such day (01-31 + 1 → 02-28). */
export function addMonths(civil: CivilDate, months: number): CivilDate {
  dayNumber(civil);
  const last = lastDayOf(monthAfter(monthOf(civil), months));
  const same = `${last.slice(0, 7)}${civil.slice(7)}`;
  return same < last ? same : last;
}

/** Completed years of age. Who was born on 29 February completes the year on 1 March of a common year. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

/** `2026-11-06 周五` */
export function formatDate(civil: CivilDate): string {
  return `${civil} ${weekdayWord(civil)}`;
}

/** `11月6日 周五`, where the year is plain from the context. */
export function formatDay(civil: CivilDate): string {
  return `${dayWord(civil)} ${weekdayWord(civil)}`;
}

/** `2026年11月`, from a month or from a day in it. */
export function formatMonth(month: CivilMonth): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** `2026-11-06 09:20`, Shanghai time. */
export function formatInstant(instant: Date): string {
  return `${civilOf(instant)} ${formatTime(instant)}`;
}

/** `09:20`, Shanghai time. */
export function formatTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(11, 16);
}

/** `周五` */
export function weekdayWord(civil: CivilDate): string {
  return `周${weekdayLetter(civil)}`;
}

/**
 * A date as one says it to a worker: `11月6日（下周五）`, with 今天, 明天, 后天 for the near ones and the bare weekday
 * beyond next week. Weeks run from Monday to Sunday. Another year is named.
 */
export function spokenDate(civil: CivilDate, today: CivilDate): string {
  const year = yearOf(civil) === yearOf(today) ? "" : `${yearOf(civil)}年`;
  return `${year}${dayWord(civil)}（${nearness(civil, today)}）`;
}

/** A time as one says it: `09:20` → `上午9点20分`, `14:00` → `下午2点`. Throws for a malformed time. */
export function spokenTime(time: string): string {
  if (parseTime(time) === undefined) throw new RangeError(`not a time of day: ${time}`);
  const hour = Number(time.slice(0, 2));
  const minute = time.slice(3) === "00" ? "" : `${time.slice(3)}分`;
  return `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${minute}`;
}

function partOfDay(hour: number): string {
  if (hour < 5) return "凌晨";
  if (hour < 8) return "早上";
  if (hour < 12) return "上午";
  if (hour < 13) return "中午";
  return hour < 18 ? "下午" : "晚上";
}

const NEAR_DAYS = new Map([
  [-1, "昨天"],
  [0, "今天"],
  [1, "明天"],
  [2, "后天"],
]);

function nearness(civil: CivilDate, today: CivilDate): string {
  const near = NEAR_DAYS.get(daysBetween(today, civil));
  if (near !== undefined) return near;
  const weeks = daysBetween(mondayOf(today), mondayOf(civil)) / 7;
  if (weeks === 0) return `这周${weekdayLetter(civil)}`;
  return weeks === 1 ? `下周${weekdayLetter(civil)}` : weekdayWord(civil);
}

function mondayOf(civil: CivilDate): CivilDate {
  return addDays(civil, -((weekdayOf(civil) + 6) % 7));
}

function dayWord(civil: CivilDate): string {
  return `${Number(civil.slice(5, 7))}月${Number(civil.slice(8))}日`;
}

function weekdayLetter(civil: CivilDate): string {
  return WEEKDAYS[weekdayOf(civil)] ?? "";
}

function dayNumber(civil: CivilDate): number {
  if (parseCivil(civil) === undefined) throw new RangeError(`not a civil date: ${civil}`);
  return Date.parse(`${civil}T00:00:00.000Z`) / DAY_MS;
}

function fromDayNumber(number: number): CivilDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
