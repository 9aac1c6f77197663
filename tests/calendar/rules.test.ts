import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  calendarOf,
  isProvisional,
  isWorkingDay,
  previousWorkingDay,
  provisionalYears,
  springFestivalOf,
  workingDayFrom,
  workingDaysBetween,
} from "@/lib/calendar/rules";
import { addDays } from "@/lib/dates";
import { official } from "./official-years";

describe("working days", () => {
  test.each([
    ["2026-10-09", true, "an ordinary Friday"],
    ["2026-10-10", true, "a make-up Saturday"],
    ["2026-01-04", true, "a make-up Sunday"],
    ["2026-10-11", false, "an ordinary Sunday"],
    ["2026-10-07", false, "a Wednesday of the National Day block"],
    ["2026-10-08", true, "the day after the block"],
    ["2027-02-08", true, "a Monday of a year without rows"],
  ])("%s: %s (%s)", (date, works) => {
    expect(isWorkingDay(official, date)).toBe(works);
  });
});

describe("counting: the day after the start is number one", () => {
  test.each([
    ["2026-09-30", 3, "2026-10-10"],
    ["2026-09-18", 3, "2026-09-22"],
    ["2025-01-24", 3, "2025-02-05"],
    ["2026-10-16", 5, "2026-10-23"],
    ["2026-11-06", 1, "2026-11-09"],
    ["2026-12-30", 2, "2027-01-01"],
    ["2026-10-03", 0, "2026-10-03"],
  ])("from %s, %i working days end on %s", (start, days, end) => {
    expect(addWorkingDays(official, start, days)).toBe(end);
    expect(workingDaysBetween(official, start, end)).toBe(days);
  });
  test("the working day before a reception day, and two before", () => {
    expect(previousWorkingDay(official, "2026-11-06")).toBe("2026-11-05");
    expect(previousWorkingDay(official, "2026-10-09", 2)).toBe("2026-09-30");
    expect(previousWorkingDay(official, "2026-01-05")).toBe("2026-01-04");
  });
  test("a day that is off gives way to the next working day, a working day stays", () => {
    expect(workingDayFrom(official, "2026-10-03")).toBe("2026-10-08");
    expect(workingDayFrom(official, "2026-10-10")).toBe("2026-10-10");
  });
  test("a missed date is counted in negative working days", () => {
    expect(workingDaysBetween(official, "2026-10-10", "2026-09-30")).toBe(-3);
    expect(workingDaysBetween(official, "2026-10-10", "2026-10-10")).toBe(0);
  });
  test.each([-1, 1.5, Number.NaN])("%s is no number of days", (n) => {
    expect(() => addWorkingDays(official, "2026-10-16", n)).toThrow(RangeError);
  });
  test("a calendar without working days ends in an error, not in an endless loop", () => {
    const never = { dayAt: (date: string) => ({ date, kind: "OFF" as const, name: "" }), isOfficial: () => true };
    expect(() => addWorkingDays(never, "2026-10-16", 1)).toThrow("no working day within a year");
    expect(() => previousWorkingDay(never, "2026-10-16")).toThrow("no working day within a year");
  });
});

describe("properties", () => {
  const anyDay = fc.integer({ min: 0, max: 1_200 }).map((n) => addDays("2024-11-01", n));
  const anyCalendar = fc
    .array(fc.record({ date: anyDay, kind: fc.constantFrom("OFF" as const, "WORK" as const), name: fc.constant("") }), {
      maxLength: 200,
    })
    .map((days) => calendarOf(days, []));

  test("the end is a working day, and counting back undoes counting forth", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (calendar, start, n) => {
        const end = addWorkingDays(calendar, start, n);
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, start, end)).toBe(n);
        expect(previousWorkingDay(calendar, addDays(end, 1), n) > start).toBe(true);
      }),
    );
  });
  test("two stretches make one", () => {
    const few = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(anyCalendar, anyDay, few, few, (calendar, start, a, b) => {
        const inTwo = addWorkingDays(calendar, addWorkingDays(calendar, start, a), b);
        expect(inTwo).toBe(addWorkingDays(calendar, start, a + b));
      }),
    );
  });
  test("a later start never ends earlier", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 30 }), (calendar, start, n) => {
        const later = addWorkingDays(calendar, addDays(start, 1), n);
        expect(later >= addWorkingDays(calendar, start, n)).toBe(true);
      }),
    );
  });
});

describe("provisional", () => {
  test("a date is 暂定 as soon as one year of the count has no notice", () => {
    expect(isProvisional(official, "2026-10-16", "2026-10-23")).toBe(false);
    expect(provisionalYears(official, "2026-12-30", "2027-01-04")).toEqual([2027]);
    expect(provisionalYears(official, "2028-01-04", "2026-12-30")).toEqual([2027, 2028]);
    expect(provisionalYears(official, "2027-06-01")).toEqual([2027]);
  });
});

describe("Spring Festival", () => {
  test("comes from the table, also where Intl is a day off", () => {
    expect(springFestivalOf(2026)).toBe("2026-02-17");
    expect(springFestivalOf(2027)).toBe("2027-02-06");
    expect([springFestivalOf(2016), springFestivalOf(2031)]).toEqual([undefined, undefined]);
  });
});
