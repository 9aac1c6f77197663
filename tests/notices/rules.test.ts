import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, isWorkingDay, workingDaysBetween } from "@/lib/calendar/rules";
import { seedCalendarDays } from "@/lib/calendar/seed/rules";
import { addDays, fromDateColumn, type CivilDate } from "@/lib/dates";
import { maskName } from "@/lib/masks";
import { readLines } from "@/lib/notices/drafts/rules";
import {
  actsFrom,
  entryStateOf,
  isLastDayProvisional,
  isMasked,
  lastDayOf,
  mayAct,
  noticeStateOf,
  refusePublicText,
  refuseRemark,
  type NoticeFacts,
  type NoticeStanding,
} from "@/lib/notices/rules";

const seed = seedCalendarDays([2025, 2026, 2027]);
const calendar = calendarOf(
  seed.days.map(({ date, kind, name }) => ({ date: fromDateColumn(new Date(date)), kind, name })),
  seed.years.filter(({ isOfficial }) => isOfficial).map(({ year }) => year),
);
const notice = (publishedOn: CivilDate, given: Partial<NoticeFacts> = {}): NoticeFacts => ({
  publishedOn,
  workingDays: 5,
  endsOn: null,
  isVoid: false,
  ...given,
});

describe("the last day of a notice", () => {
  test.each([
    ["2026-10-12", "2026-10-19", "an ordinary week"],
    ["2026-10-16", "2026-10-23", "published on a Friday"],
    ["2026-10-17", "2026-10-23", "published on a Saturday"],
    ["2026-09-30", "2026-10-13", "over the National Day, with its make-up Saturday"],
    ["2026-09-18", "2026-09-24", "a make-up Sunday counts"],
    ["2026-02-13", "2026-02-27", "over the Spring Festival, with the make-up Saturday before it"],
  ])("published on %s it is %s: %s", (publishedOn, last) => {
    expect(lastDayOf(notice(publishedOn), calendar)).toBe(last);
  });
  test("always leaves five working days after the day of publication, and is one itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 5, max: 30 }), (offset, workingDays) => {
        const publishedOn = addDays("2025-01-01", offset);
        const last = lastDayOf(notice(publishedOn, { workingDays }), calendar) ?? "";
        return isWorkingDay(calendar, last) && workingDaysBetween(calendar, publishedOn, last) === workingDays;
      }),
    );
  });
  test("is never earlier than printed, and later when a day off was declared meanwhile", () => {
    expect(lastDayOf(notice("2026-10-12", { endsOn: "2026-10-21" }), calendar)).toBe("2026-10-21");
    const changed = calendarOf([{ date: "2026-10-14", kind: "OFF", name: "停水放假" }], [2026]);
    expect(lastDayOf(notice("2026-10-12", { endsOn: "2026-10-19" }), changed)).toBe("2026-10-20");
  });
  test("is 暂定 when it lies in a year without official holidays", () => {
    expect(isLastDayProvisional(notice("2026-10-12"), calendar)).toBe(false);
    expect(isLastDayProvisional(notice("2027-12-28"), calendar)).toBe(true);
  });
});

describe("the state of a notice", () => {
  test.each([
    ["2026-10-11", "WAITING"],
    ["2026-10-12", "RUNNING"],
    ["2026-10-19", "RUNNING"],
    ["2026-10-20", "ENDED"],
  ])("on %s is %s", (today, state) => {
    expect(noticeStateOf(notice("2026-10-12"), today, calendar)).toBe(state);
  });
  test("of a draft is waiting for ever, of a voided one void", () => {
    const draft = notice("2026-10-12", { publishedOn: null, workingDays: null });
    expect(noticeStateOf(draft, "2030-01-01", calendar)).toBe("WAITING");
    expect(noticeStateOf(notice("2026-10-12", { isVoid: true }), "2026-10-13", calendar)).toBe("VOID");
  });
});

describe("whether money may move", () => {
  const standing = (given: Partial<NoticeStanding> = {}): NoticeStanding => ({
    id: "n",
    number: "GS-2026-0001",
    state: "ENDED",
    lastDay: "2026-10-19",
    isProvisional: false,
    entries: [
      { key: "a", state: "CLEAR" },
      { key: "b", state: "OBJECTED" },
      { key: "c", state: "KEPT" },
      { key: "d", state: "STRUCK" },
    ],
    ...given,
  });
  const which = (on: CivilDate, given?: Partial<NoticeStanding>) =>
    ["a", "b", "c", "d", "e"].filter((key) => mayAct(standing(given), key, on));

  test("not on the last day, but on the day after it, and only where nothing is open", () => {
    expect(which("2026-10-19")).toEqual([]);
    expect(which("2026-10-20")).toEqual(["a", "c"]);
    expect(actsFrom(standing())).toBe("2026-10-20");
  });
  test("never without a published notice, never on a voided one", () => {
    expect(mayAct(undefined, "a", "2026-10-20")).toBe(false);
    expect(which("2026-10-20", { lastDay: null, state: "WAITING" })).toEqual([]);
    expect(which("2026-10-20", { state: "VOID" })).toEqual([]);
  });
  test("an open objection outweighs a kept one, a struck one outweighs all", () => {
    expect(entryStateOf([])).toBe("CLEAR");
    expect(entryStateOf(["KEPT"])).toBe("KEPT");
    expect(entryStateOf(["KEPT", null])).toBe("OBJECTED");
    expect(entryStateOf([null, "STRUCK", "KEPT"])).toBe("STRUCK");
  });
});

describe("what never hangs on a wall", () => {
  test.each([
    "129900196804121011",
    "12990019680412101X",
    "6222 0210 0101 2345 678",
    "１３８００１３８０００",
    "电话13800138000。",
  ])("%s", (text) => {
    expect(refusePublicText(`备注 ${text}`)).toMatch(/公示里不能有/);
  });
  test.each(["2027年春节慰问", "第 12 号 500 元", "022-1234 5678", "工会〔2026〕15号"])("%s may", (text) => {
    expect(refusePublicText(text)).toBeUndefined();
  });
  test.each(["肺癌补助", "大病", "低保户", "因病住院", "13800138000"])("a remark that says %s", (note) => {
    expect(refuseRemark(note)).toMatch(/不能/);
    expect(refuseRemark("米面油一份")).toBeUndefined();
  });
  test("a name in clear; whatever maskName gives is masked", () => {
    expect(isMasked("王建国")).toBe(false);
    for (const name of ["王", "王林", "王小林", "欧阳娜", "买买提·艾力"]) expect(isMasked(maskName(name))).toBe(true);
  });
});

describe("a typed list", () => {
  test("is read with blanks, commas, tabs, full-width digits and empty lines", () => {
    expect(
      readLines(
        "50001 300 慰问\r\n\r\n５０００２,１，２００\n50003\t2510.5\t大病 补助\n50004 优秀段组长\n50005,300元，慰问",
      ),
    ).toEqual({
      lines: [
        { staffNo: "50001", amountFen: 30_000, note: "慰问" },
        { staffNo: "50002", amountFen: 120_000, note: undefined },
        { staffNo: "50003", amountFen: 251_050, note: "大病 补助" },
        { staffNo: "50004", amountFen: undefined, note: "优秀段组长" },
        { staffNo: "50005", amountFen: 30_000, note: "慰问" },
      ],
    });
  });
  test.each([
    ["王建国 300", "第 1 行"],
    ["50001 300\n50001 200", "第 2 行的工号 50001 前面已经有了"],
    ["  \n ", "名单是空的"],
  ])("%j is refused", (text, sentence) => {
    expect(readLines(text)).toEqual({ sentence: expect.stringContaining(sentence) as string });
  });
});
