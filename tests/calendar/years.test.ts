import { getSolarDateFromLunar, getSolarTermDate } from "chinese-days";
import { describe, expect, test } from "vitest";
import { festivalDay, proposedBlocks, type Blocks } from "@/lib/calendar/festivals/rules";
import { calendarOf, isWeekend, isWorkingDay, springFestivalOf } from "@/lib/calendar/rules";
import { seedCalendarDays } from "@/lib/calendar/seed/rules";
import { blocksOf, daysOf, faultsOf, isFromNotice, yearsToEnter } from "@/lib/calendar/years/rules";
import { addDays, fromDateColumn } from "@/lib/dates";
import { official, officialDays } from "./official-years";

const none = { makeUp: [] };
/** The notice of 2026, as the form takes it. */
const notice2026: Blocks = {
  NEW_YEAR: { from: "2026-01-01", to: "2026-01-03", makeUp: ["2026-01-04"] },
  SPRING: { from: "2026-02-15", to: "2026-02-23", makeUp: ["2026-02-14", "2026-02-28"] },
  QINGMING: { from: "2026-04-04", to: "2026-04-06", makeUp: [] },
  LABOUR: { from: "2026-05-01", to: "2026-05-05", makeUp: ["2026-05-09"] },
  DRAGON_BOAT: { from: "2026-06-19", to: "2026-06-21", makeUp: [] },
  MID_AUTUMN: { from: "2026-09-25", to: "2026-09-27", makeUp: [] },
  NATIONAL: { from: "2026-10-01", to: "2026-10-07", makeUp: ["2026-09-20", "2026-10-10"] },
};
const emptyBlocks: Blocks = {
  NEW_YEAR: none,
  SPRING: none,
  QINGMING: none,
  LABOUR: none,
  DRAGON_BOAT: none,
  MID_AUTUMN: none,
  NATIONAL: none,
};
const withBlock = (change: Partial<Blocks>): Blocks => ({ ...notice2026, ...change });

describe("the days with which an installation starts", () => {
  const seed = seedCalendarDays([2025, 2026, 2027]);
  test("2025 and 2026 are the State Council's, day by day", () => {
    const seeded = calendarOf(
      seed.days.map((day) => ({ ...day, date: fromDateColumn(day.date) })),
      [2025, 2026],
    );
    for (let date = "2025-01-01"; date <= "2026-12-31"; date = addDays(date, 1)) {
      expect([date, isWorkingDay(seeded, date)]).toEqual([date, isWorkingDay(official, date)]);
    }
    expect(seed.days.filter(({ status }) => status === "OFFICIAL")).toHaveLength(officialDays.length);
  });
  test("2027 is provisional and holds the expected holidays only", () => {
    const days = seed.days.filter(({ date }) => date.getUTCFullYear() === 2027);
    expect(new Set(days.map(({ status, kind, source }) => `${status} ${kind} ${source}`))).toEqual(
      new Set(["PROVISIONAL OFF SEED"]),
    );
    expect(days.map(({ date }) => fromDateColumn(date))).toContain("2027-02-05");
    expect(days).toHaveLength(3 + 8 + 3 + 5 + 1 + 1 + 7);
  });
  test("the years say which notice is there", () => {
    expect(seed.years.map(({ year, isOfficial }) => [year, isOfficial])).toEqual([
      [2025, true],
      [2026, true],
      [2027, false],
    ]);
  });
  test("no day comes twice", () => {
    const dates = seedCalendarDays([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]).days;
    expect(new Set(dates.map(({ date }) => date.getTime())).size).toBe(dates.length);
  });
});

describe("festivals", () => {
  test.each([2025, 2026, 2027, 2028, 2029, 2030])(
    "the table of %i agrees with the library's lunar calendar",
    (year) => {
      expect(springFestivalOf(year)).toBe(getSolarDateFromLunar(`${year}-01-01`).date);
      expect(festivalDay("QINGMING", year)).toBe(getSolarTermDate(year, 4, "pure_brightness"));
      expect(festivalDay("DRAGON_BOAT", year)).toBe(getSolarDateFromLunar(`${year}-05-05`).date);
      expect(festivalDay("MID_AUTUMN", year)).toBe(getSolarDateFromLunar(`${year}-08-15`).date);
    },
  );
  test("beyond the table the movable ones are not guessed", () => {
    expect(festivalDay("SPRING", 2040)).toBeUndefined();
    expect(proposedBlocks(2040).MID_AUTUMN).toEqual(none);
    expect(proposedBlocks(2040).NATIONAL).toEqual({ from: "2040-10-01", to: "2040-10-07", makeUp: [] });
  });
});

describe("the proposal", () => {
  test("of 2025 is what the notice then said", () => {
    const proposed = proposedBlocks(2025);
    const days = new Set(daysOf(proposed).map(({ date }) => date));
    const off = officialDays.filter(({ date, kind }) => date.startsWith("2025") && kind === "OFF");
    expect(days).toEqual(new Set(off.map(({ date }) => date)));
    expect(proposed.MID_AUTUMN).toEqual(none);
  });
  test("of 2027 leads up to a Monday and stays alone on a Wednesday", () => {
    expect(proposedBlocks(2027)).toEqual({
      NEW_YEAR: { from: "2027-01-01", to: "2027-01-03", makeUp: [] },
      SPRING: { from: "2027-02-05", to: "2027-02-12", makeUp: [] },
      QINGMING: { from: "2027-04-03", to: "2027-04-05", makeUp: [] },
      LABOUR: { from: "2027-05-01", to: "2027-05-05", makeUp: [] },
      DRAGON_BOAT: { from: "2027-06-09", to: "2027-06-09", makeUp: [] },
      MID_AUTUMN: { from: "2027-09-15", to: "2027-09-15", makeUp: [] },
      NATIONAL: { from: "2027-10-01", to: "2027-10-07", makeUp: [] },
    });
  });
  test.each([2025, 2026, 2027, 2028, 2029, 2030])(
    "of %i passes the form's own checks as a provisional year",
    (year) => {
      expect(faultsOf(year, proposedBlocks(year), false)).toEqual([]);
    },
  );
});

describe("an entered year", () => {
  test("the notice of 2026 is taken as it is, and gives the official days", () => {
    expect(faultsOf(2026, notice2026, true)).toEqual([]);
    const entered = daysOf(notice2026).map(({ date, kind }) => `${date} ${kind}`);
    const expected = officialDays
      .filter(({ date }) => date.startsWith("2026"))
      .map(({ date, kind }) => `${date} ${kind}`);
    expect(new Set(entered)).toEqual(new Set(expected));
    expect(
      daysOf(notice2026)
        .filter(({ kind }) => kind === "WORK")
        .every(({ date }) => isWeekend(date)),
    ).toBe(true);
  });
  test.each<[string, Partial<Blocks>, string, string]>([
    ["a missing holiday", { QINGMING: none }, "from", "请填写清明放假的第一天"],
    ["no last day", { QINGMING: { from: "2026-04-04", makeUp: [] } }, "to", "请填写放假的最后一天"],
    ["no first day", { QINGMING: { to: "2026-04-06", makeUp: [] } }, "from", "请填写放假的第一天"],
    [
      "turned round",
      { QINGMING: { from: "2026-04-06", to: "2026-04-04", makeUp: [] } },
      "to",
      "最后一天不能早于第一天",
    ],
    [
      "a wrong month",
      { QINGMING: { from: "2026-04-04", to: "2026-05-06", makeUp: [] } },
      "to",
      "一次放假超过10天，请对照通知核对",
    ],
    ["a wrong year", { QINGMING: { from: "2027-04-04", to: "2027-04-06", makeUp: [] } }, "from", "日期应在2026年"],
    [
      "beside the festival",
      { QINGMING: { from: "2026-04-06", to: "2026-04-07", makeUp: [] } },
      "from",
      "应包括清明当天（2026-04-05 周日）",
    ],
  ])("%s is refused", (_name, change, field, sentence) => {
    const [fault] = faultsOf(2026, withBlock(change), true);
    expect(fault).toMatchObject({ field, sentence });
  });
  test.each<[string, string[], string]>([
    ["a weekday", ["2026-05-08"], "2026-05-08 周五不是周六或周日，不用调休上班"],
    ["a day off", ["2026-05-02"], "2026-05-02 周六在放假期间，不能又上班"],
    ["twice", ["2026-05-09", "2026-05-09"], "2026-05-09 周六填了两次"],
    ["under two holidays", ["2026-02-28"], "2026-02-28 周六填了两次"],
    ["far away", ["2026-07-04"], "2026-07-04 周六离劳动节太远，请对照通知核对"],
  ])("a make-up day that is %s is refused", (_name, makeUp, sentence) => {
    const blocks = withBlock({ LABOUR: { from: "2026-05-01", to: "2026-05-05", makeUp } });
    expect(faultsOf(2026, blocks, true)).toContainEqual({ festival: "LABOUR", field: "makeUp", sentence });
  });
  test("overlapping blocks are named", () => {
    const blocks = withBlock({ MID_AUTUMN: { from: "2026-09-25", to: "2026-10-01", makeUp: [] } });
    expect(faultsOf(2026, blocks, true).map(({ sentence }) => sentence)).toEqual([
      "与国庆节重叠，合并放假的只填一处",
      "与中秋重叠，合并放假的只填一处",
    ]);
  });
  test("every fault is told at once", () => {
    expect(faultsOf(2026, emptyBlocks, true)).toHaveLength(7);
    expect(faultsOf(2026, emptyBlocks, false)).toEqual([]);
  });
  test("中秋 inside the National Day block need not be entered twice", () => {
    const blocks = { ...proposedBlocks(2025), MID_AUTUMN: none };
    expect(faultsOf(2025, blocks, true)).toEqual([]);
  });
  test("元旦 may begin in December", () => {
    const blocks = withBlock({ NEW_YEAR: { from: "2025-12-30", to: "2026-01-01", makeUp: [] } });
    expect(faultsOf(2026, blocks, true)).toEqual([]);
    const tooEarly = withBlock({ NEW_YEAR: { from: "2025-12-24", to: "2026-01-01", makeUp: [] } });
    expect(faultsOf(2026, tooEarly, true)[0]?.sentence).toBe("日期应在2026年");
  });
});

describe("filling the form with what the calendar holds", () => {
  test("gives back what was entered", () => {
    expect(blocksOf(2026, daysOf(notice2026))).toEqual(notice2026);
    expect(blocksOf(2027, [])).toEqual(emptyBlocks);
  });
  test("中秋 in the middle of the National Day block is part of it, 元旦 of the next year is not this year's", () => {
    const seeded = seedCalendarDays([2025]).days.map((day) => ({ ...day, date: fromDateColumn(day.date) }));
    const next = { date: "2025-12-31", kind: "OFF" as const, name: "元旦" };
    const blocks = blocksOf(2025, [...seeded, next]);
    expect(blocks.NATIONAL).toMatchObject({ from: "2025-10-01", to: "2025-10-08" });
    expect(blocks.MID_AUTUMN).toEqual(none);
    expect(blocks.NEW_YEAR).toMatchObject({ from: "2025-01-01", to: "2025-01-01" });
    expect(faultsOf(2025, blocks, true)).toEqual([]);
  });
  test("days that staff have added for another reason are not the notice's", () => {
    const names = ["国庆节", "春节调休上班", "临时放假", "正常上班"];
    expect(names.map((name) => isFromNotice({ name }))).toEqual([true, true, false, false]);
  });
});

describe("the years to enter", () => {
  test("this year always, the next one from November on", () => {
    const until = (last: number) => (year: number) => year <= last;
    expect(yearsToEnter(until(2026), "2026-10-31")).toEqual([]);
    expect(yearsToEnter(until(2026), "2026-11-01")).toEqual([2027]);
    expect(yearsToEnter(until(2027), "2026-12-31")).toEqual([]);
    expect(yearsToEnter(until(2026), "2027-03-01")).toEqual([2027]);
    expect(yearsToEnter(until(2026), "2027-12-01")).toEqual([2027, 2028]);
  });
});
