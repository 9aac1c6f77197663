import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  civilOf,
  dateColumn,
  daysBetween,
  firstDayOf,
  formatDate,
  formatDay,
  formatInstant,
  formatMonth,
  formatTime,
  fromDateColumn,
  instantAt,
  lastDayOf,
  monthAfter,
  monthOf,
  parseCivil,
  parseMonth,
  parseTime,
  spokenDate,
  spokenTime,
  weekdayOf,
} from "@/lib/dates";

const DAY_MS = 86_400_000;
const anyCivil = fc.integer({ min: -25_000, max: 60_000 }).map((n) => new Date(n * DAY_MS).toISOString().slice(0, 10));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);

test("the suite runs in a zone that is neither UTC nor Shanghai", () => {
  expect(new Date(0).getTimezoneOffset()).not.toBe(0);
  expect(new Date(0).getTimezoneOffset()).not.toBe(-480);
});

describe("reading", () => {
  test.each(["2026-11-06", "2024-02-29", "1949-10-01"])("%s is a day", (text) => {
    expect(parseCivil(text)).toBe(text);
  });
  test.each([
    "2026-02-29",
    "2026-2-9",
    "2026-13-01",
    "2026-00-10",
    "0026-01-01",
    " 2026-01-01",
    "2026-01-01T00:00",
    "",
  ])("%j is none", (text) => {
    expect(parseCivil(text)).toBeUndefined();
  });
  test("months and times of day", () => {
    expect(parseMonth("2026-11")).toBe("2026-11");
    expect(parseMonth("2026-13")).toBeUndefined();
    expect(parseTime("08:30")).toBe("08:30");
    expect([parseTime("24:00"), parseTime("8:30"), parseTime("08:60")]).toEqual([undefined, undefined, undefined]);
  });
  test("arithmetic refuses what is no day", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => addMonths("2026-02-30", 1)).toThrow(RangeError);
    expect(() => dateColumn("tomorrow")).toThrow(RangeError);
    expect(() => instantAt("2026-11-06", "9:20")).toThrow(RangeError);
  });
});

describe("instants", () => {
  test("the day in Shanghai begins at 16:00 UTC", () => {
    expect(civilOf(new Date("2026-11-05T15:59:59.999Z"))).toBe("2026-11-05");
    expect(civilOf(new Date("2026-11-05T16:00:00.000Z"))).toBe("2026-11-06");
  });
  test("08:30 in Shanghai is 00:30 UTC", () => {
    expect(instantAt("2026-11-06", "08:30").toISOString()).toBe("2026-11-06T00:30:00.000Z");
    expect(instantAt("2026-11-06", "00:00").toISOString()).toBe("2026-11-05T16:00:00.000Z");
  });
  test("a DATE column is UTC midnight and nothing else", () => {
    expect(dateColumn("2026-11-06").toISOString()).toBe("2026-11-06T00:00:00.000Z");
    expect(() => fromDateColumn(new Date("2026-11-06T00:30:00Z"))).toThrow(RangeError);
  });
  test("round trips", () => {
    fc.assert(
      fc.property(anyCivil, anyTime, (civil, time) => {
        const instant = instantAt(civil, time);
        expect(civilOf(instant)).toBe(civil);
        expect(formatTime(instant)).toBe(time);
        expect(formatInstant(instant)).toBe(`${civil} ${time}`);
        expect(fromDateColumn(dateColumn(civil))).toBe(civil);
        expect(civilOf(dateColumn(civil))).toBe(civil);
        expect(parseCivil(civil)).toBe(civil);
      }),
    );
  });
});

describe("arithmetic", () => {
  test("days, also over a leap day and a year's end", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-03-01", "2026-02-01")).toBe(-28);
  });
  test("weekdays", () => {
    expect(weekdayOf("2026-11-06")).toBe(5);
    expect(weekdayOf("2026-01-04")).toBe(0);
    expect(weekdayOf("2026-10-10")).toBe(6);
  });
  test("months end where the month ends", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2026-01", -13)).toBe("2024-12");
    expect([firstDayOf("2026-02"), lastDayOf("2026-02")]).toEqual(["2026-02-01", "2026-02-28"]);
    expect(monthOf("2026-11-06")).toBe("2026-11");
  });
  test("age in completed years", () => {
    expect(ageOn("1966-11-06", "2026-11-05")).toBe(59);
    expect(ageOn("1966-11-06", "2026-11-06")).toBe(60);
    expect(ageOn("1980-02-29", "2026-02-28")).toBe(45);
    expect(ageOn("1980-02-29", "2026-03-01")).toBe(46);
  });
  test("adding and counting agree", () => {
    fc.assert(
      fc.property(anyCivil, fc.integer({ min: -9_000, max: 9_000 }), (civil, days) => {
        const other = addDays(civil, days);
        expect(daysBetween(civil, other)).toBe(days);
        expect(addDays(other, -days)).toBe(civil);
        expect((weekdayOf(civil) + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(other));
        expect(other > civil).toBe(days > 0);
      }),
    );
  });
  test("months there and back lose at most the short month's days", () => {
    fc.assert(
      fc.property(anyCivil, fc.integer({ min: -240, max: 240 }), (civil, months) => {
        const other = addMonths(civil, months);
        expect(monthOf(other)).toBe(monthAfter(monthOf(civil), months));
        const lost = daysBetween(addMonths(other, -months), civil);
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("words", () => {
  test("for the office", () => {
    expect(formatDate("2026-11-06")).toBe("2026-11-06 周五");
    expect(formatDay("2026-11-06")).toBe("11月6日 周五");
    expect(formatDay("2026-10-11")).toBe("10月11日 周日");
    expect(formatMonth("2026-11")).toBe("2026年11月");
    expect(formatMonth("2026-01-09")).toBe("2026年1月");
    expect(formatInstant(new Date("2026-11-06T01:20:00Z"))).toBe("2026-11-06 09:20");
  });
  // Wednesday 2026-10-28: its week ends on Sunday 11-01.
  test.each([
    ["2026-10-27", "10月27日（昨天）"],
    ["2026-10-28", "10月28日（今天）"],
    ["2026-10-29", "10月29日（明天）"],
    ["2026-10-30", "10月30日（后天）"],
    ["2026-11-01", "11月1日（这周日）"],
    ["2026-11-02", "11月2日（下周一）"],
    ["2026-11-06", "11月6日（下周五）"],
    ["2026-11-08", "11月8日（下周日）"],
    ["2026-11-09", "11月9日（周一）"],
    ["2026-10-20", "10月20日（周二）"],
    ["2027-01-08", "2027年1月8日（周五）"],
  ])("%s is said as %s", (civil, said) => {
    expect(spokenDate(civil, "2026-10-28")).toBe(said);
  });
  test("on a Sunday the coming Monday is next week, and tomorrow", () => {
    expect(spokenDate("2026-11-02", "2026-11-01")).toBe("11月2日（明天）");
    expect(spokenDate("2026-11-06", "2026-11-01")).toBe("11月6日（下周五）");
  });
  test.each([
    ["09:20", "上午9点20分"],
    ["08:30", "上午8点30分"],
    ["09:05", "上午9点05分"],
    ["00:10", "凌晨0点10分"],
    ["04:30", "凌晨4点30分"],
    ["07:30", "早上7点30分"],
    ["12:00", "中午12点"],
    ["14:00", "下午2点"],
    ["19:45", "晚上7点45分"],
  ])("%s is said as %s", (time, said) => {
    expect(spokenTime(time)).toBe(said);
  });
  test("a malformed time is not said at all", () => {
    expect(() => spokenTime("9:20")).toThrow(RangeError);
  });
});
