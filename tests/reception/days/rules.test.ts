import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, isWorkingDay, type SpecialDay } from "@/lib/calendar/rules";
import { addDays, daysBetween, monthAfter, monthOf, weekdayOf } from "@/lib/dates";
import { firstFriday, receptionDate, type ShiftPolicy } from "@/lib/reception/days/rules";
import { official } from "../../calendar/official-years";

const SHIFTED: Record<string, { planned: string; friday: string; workday: string; before: string; name: string }> = {
  "2025-04": { planned: "2025-04-04", friday: "2025-04-11", workday: "2025-04-07", before: "2025-04-03", name: "清明" },
  "2025-05": {
    planned: "2025-05-02",
    friday: "2025-05-09",
    workday: "2025-05-06",
    before: "2025-04-30",
    name: "劳动节",
  },
  "2025-10": {
    planned: "2025-10-03",
    friday: "2025-10-10",
    workday: "2025-10-09",
    before: "2025-09-30",
    name: "国庆节",
  },
  "2026-01": { planned: "2026-01-02", friday: "2026-01-09", workday: "2026-01-04", before: "2025-12-31", name: "元旦" },
  "2026-05": {
    planned: "2026-05-01",
    friday: "2026-05-08",
    workday: "2026-05-06",
    before: "2026-04-30",
    name: "劳动节",
  },
  "2026-10": {
    planned: "2026-10-02",
    friday: "2026-10-09",
    workday: "2026-10-08",
    before: "2026-09-30",
    name: "国庆节",
  },
};
const POLICIES: ShiftPolicy[] = ["NEXT_WORKING_FRIDAY", "NEXT_WORKDAY", "PREVIOUS_WORKDAY"];
const months = Array.from({ length: 24 }, (_, i) => monthAfter("2025-01", i));

/** A calendar whose given days are off, every year official. */
function offOn(...dates: string[]) {
  const days = dates.map((date): SpecialDay => ({ date, kind: "OFF", name: "春节" }));
  return calendarOf(days, [2025, 2026, 2027, 2028]);
}

describe("the table of the shifted months", () => {
  test.each(Object.entries(SHIFTED))("%s", (month, row) => {
    const friday = receptionDate(month, "NEXT_WORKING_FRIDAY", official);
    expect(friday).toMatchObject({ planned: row.planned, actual: row.friday, shifts: 1, provisional: false });
    expect(friday.reason).toContain(`逢${row.name}放假，顺延一次，改为`);
    expect(friday.mergedInto).toBeUndefined();
    expect(receptionDate(month, "NEXT_WORKDAY", official).actual).toBe(row.workday);
    expect(receptionDate(month, "PREVIOUS_WORKDAY", official).actual).toBe(row.before);
  });
  test("the reason in full, also across the year's end", () => {
    expect(receptionDate("2026-10", "NEXT_WORKING_FRIDAY", official).reason).toBe(
      "10月2日 周五逢国庆节放假，顺延一次，改为10月9日 周五",
    );
    expect(receptionDate("2026-01", "PREVIOUS_WORKDAY", official).reason).toBe(
      "1月2日 周五逢元旦放假，提前，改为2025年12月31日 周三",
    );
  });
  test.each(months.filter((month) => SHIFTED[month] === undefined))("%s keeps its first Friday", (month) => {
    for (const policy of POLICIES) {
      const day = receptionDate(month, policy, official);
      expect(day).toEqual({ planned: firstFriday(month), actual: firstFriday(month), shifts: 0, provisional: false });
    }
  });
});

describe("near misses", () => {
  test("a Friday before or after a block does not move", () => {
    expect(receptionDate("2026-11", "NEXT_WORKING_FRIDAY", offOn("2026-11-05", "2026-11-07")).shifts).toBe(0);
    expect(receptionDate("2026-11", "NEXT_WORKDAY", offOn("2026-11-05", "2026-11-09")).shifts).toBe(0);
  });
  test("a day off in the week after the first Friday changes nothing", () => {
    expect(receptionDate("2026-06", "NEXT_WORKING_FRIDAY", official).actual).toBe("2026-06-05");
  });
});

describe("more than one shift", () => {
  test("the next Friday is off too", () => {
    const day = receptionDate("2026-11", "NEXT_WORKING_FRIDAY", offOn("2026-11-06", "2026-11-13"));
    expect(day).toMatchObject({ actual: "2026-11-20", shifts: 2 });
    expect(day.reason).toBe("11月6日 周五逢春节放假，顺延两次，改为11月20日 周五");
  });
  test("it reaches the next month's day and is held together with it", () => {
    const off = ["2026-11-06", "2026-11-13", "2026-11-20", "2026-11-27"];
    const day = receptionDate("2026-11", "NEXT_WORKING_FRIDAY", offOn(...off));
    expect(day).toMatchObject({ planned: "2026-11-06", actual: "2026-12-04", shifts: 4, mergedInto: "2026-12" });
    expect(day.reason).toContain("，与2026年12月接待日合并");
    expect(receptionDate("2026-12", "NEXT_WORKING_FRIDAY", offOn(...off)).mergedInto).toBeUndefined();
  });
  test("two months merge into a third", () => {
    const off = Array.from({ length: 9 }, (_, week) => addDays("2026-11-06", week * 7));
    const day = receptionDate("2026-11", "NEXT_WORKING_FRIDAY", offOn(...off));
    expect(day).toMatchObject({ actual: "2027-01-08", mergedInto: "2027-01" });
    expect(receptionDate("2026-12", "NEXT_WORKING_FRIDAY", offOn(...off)).mergedInto).toBe("2027-01");
  });
  test("moving forward can reach the month before", () => {
    const off = Array.from({ length: 36 }, (_, day) => addDays("2026-10-02", day));
    const day = receptionDate("2026-11", "PREVIOUS_WORKDAY", offOn(...off));
    expect(day).toMatchObject({ actual: "2026-10-01", mergedInto: "2026-10" });
  });
  test("a calendar without a working Friday is refused", () => {
    const never = { dayAt: (date: string) => ({ date, kind: "OFF" as const, name: "" }), isOfficial: () => true };
    for (const policy of POLICIES) expect(() => receptionDate("2026-11", policy, never)).toThrow(RangeError);
  });
});

describe("provisional", () => {
  test("a year without notice, also when only the shift reaches it", () => {
    expect(receptionDate("2027-01", "NEXT_WORKING_FRIDAY", official)).toMatchObject({
      actual: "2027-01-01",
      provisional: true,
    });
    const days: SpecialDay[] = ["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"].map((date) => ({
      date,
      kind: "OFF",
      name: "放假",
    }));
    const onlyThisYear = calendarOf(days, [2026]);
    expect(receptionDate("2026-12", "NEXT_WORKING_FRIDAY", onlyThisYear)).toMatchObject({
      actual: "2027-01-01",
      provisional: true,
    });
    expect(receptionDate("2026-11", "NEXT_WORKING_FRIDAY", onlyThisYear).provisional).toBe(false);
  });
});

describe("properties", () => {
  const anyMonth = fc.integer({ min: 0, max: 600 }).map((n) => monthAfter("2000-01", n));
  const offDays = (month: string) =>
    fc.array(fc.integer({ min: -40, max: 80 }), { maxLength: 60 }).map((offsets) => {
      return calendarOf(
        offsets.map((offset): SpecialDay => ({ date: addDays(`${month}-01`, offset), kind: "OFF", name: "放假" })),
        [],
      );
    });
  const anyCase = anyMonth.chain((month) => fc.tuple(fc.constant(month), offDays(month)));

  test("the first Friday is a Friday of the first seven days", () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const friday = firstFriday(month);
        expect([weekdayOf(friday), monthOf(friday), friday.slice(8) <= "07"]).toEqual([5, month, true]);
      }),
    );
  });
  test("the day is always worked, and the Friday policy always gives a Friday", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...POLICIES), ([month, calendar], policy) => {
        const day = receptionDate(month, policy, calendar);
        expect(isWorkingDay(calendar, day.actual)).toBe(true);
        expect(day.shifts === 0).toBe(day.actual === day.planned);
        expect(day.reason === undefined).toBe(day.shifts === 0);
        if (policy === "PREVIOUS_WORKDAY") expect(day.actual <= day.planned).toBe(true);
        else expect(day.actual >= day.planned).toBe(true);
        if (policy === "NEXT_WORKING_FRIDAY") {
          expect(weekdayOf(day.actual)).toBe(5);
          expect(daysBetween(day.planned, day.actual)).toBe(day.shifts * 7);
        }
      }),
    );
  });
  test("merged months share their day, others never do", () => {
    fc.assert(
      fc.property(anyCase, ([month, calendar]) => {
        const day = receptionDate(month, "NEXT_WORKING_FRIDAY", calendar);
        const next = receptionDate(monthAfter(month, 1), "NEXT_WORKING_FRIDAY", calendar);
        expect(day.mergedInto !== undefined).toBe(day.actual === next.actual);
        if (day.mergedInto)
          expect(receptionDate(day.mergedInto, "NEXT_WORKING_FRIDAY", calendar).actual).toBe(day.actual);
      }),
    );
  });
});
