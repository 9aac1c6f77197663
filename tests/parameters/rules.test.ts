import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitionOf, groups, isParameterKey, parameters, type ParameterKey } from "@/lib/parameters/rules";
import {
  cellsOf,
  inForce,
  newestFirst,
  readValue,
  receptionTogether,
  refuseTogether,
  showValue,
  upcoming,
  valueOf,
} from "@/lib/parameters/values/rules";
import { addDays } from "@/lib/dates";
import { filesBelow, root } from "../setup/structure";

const keys = Object.keys(parameters).filter(isParameterKey);

describe("the table of parameters", () => {
  test("holds what the bureau has promised", () => {
    const promised: [ParameterKey, string | number][] = [
      ["cases.assignDays", 1],
      ["cases.simpleDays", 3],
      ["cases.ordinaryDays", 5],
      ["cases.complexDays", 15],
      ["cases.extensionDays", 15],
      ["cases.followUpDays", 5],
      ["cases.reopenDays", 5],
      ["cases.greenAcceptDays", 1],
      ["cases.greenAge", 60],
      ["reception.shiftPolicy", "NEXT_WORKING_FRIDAY"],
      ["reception.fromTime", "08:30"],
      ["reception.toTime", "11:30"],
      ["reception.slotMinutes", 15],
      ["reception.walkInReserve", 2],
      ["reception.greenReserve", 1],
      ["reception.publishDaysBefore", 10],
    ];
    for (const [key, value] of promised) expect([key, parameters[key].fallback]).toEqual([key, value]);
  });
  test.each(keys)("%s accepts its own fallback and says what it is for", (key) => {
    const { accept, fallback, meaning, name, group, options } = definitionOf(key);
    expect(accept.safeParse(fallback).success).toBe(true);
    expect([name, meaning].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    expect(Object.keys(groups)).toContain(group);
    expect(key.startsWith(`${group}.`)).toBe(true);
    for (const option of Object.keys(options ?? {})) expect(readValue(key, option).ok).toBe(true);
  });
  test("every parameter is read somewhere: a number that changes nothing would be a false promise", () => {
    const readers = filesBelow("lib").filter((file) => file.endsWith(".ts") && !file.startsWith("lib/parameters/"));
    const text = readers.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
    expect(keys.filter((key) => !text.includes(`"${key}"`))).toEqual([]);
  });
  test("a word from a hand-made URL is no parameter", () => {
    expect([isParameterKey("toString"), isParameterKey("__proto__"), isParameterKey("cases")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("reading what was typed", () => {
  test.each<[ParameterKey, string, string | number]>([
    ["cases.simpleDays", " ３ ", 3],
    ["reception.fromTime", "０９：００", "09:00"],
    ["reception.slotMinutes", "20", 20],
    ["reception.shiftPolicy", "PREVIOUS_WORKDAY", "PREVIOUS_WORKDAY"],
    ["reception.place", " 二楼 会议室 ", "二楼 会议室"],
  ])("%s: %j is %j", (key, text, value) => {
    expect(readValue(key, text)).toEqual({ ok: true, value });
  });
  test.each<[ParameterKey, string, string]>([
    ["cases.simpleDays", "0", "不能小于1"],
    ["cases.simpleDays", "91", "不能大于90"],
    ["cases.simpleDays", "3.5", "请填写整数"],
    ["cases.simpleDays", "-3", "请填写整数"],
    ["cases.simpleDays", "", "请填写整数"],
    ["reception.fromTime", "8:30", "请按 08:30 的样子填写时间"],
    ["reception.slotMinutes", "12", "请从列出的选项里选"],
    ["reception.shiftPolicy", "SKIP", "请从列出的选项里选"],
    ["reception.place", "  ", "请填写"],
    ["reception.place", "楼".repeat(61), "最多60个字"],
  ])("%s: %j is refused: %s", (key, text, sentence) => {
    expect(readValue(key, text)).toEqual({ ok: false, sentence });
  });
  test("whatever is typed, what is taken fits the parameter", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.nat(100).map(String)), (key, text) => {
        const reading = readValue(key, text);
        if (reading.ok) expect(valueOf(key, reading.value)).toBe(reading.value);
        else expect(reading.sentence).toMatch(/\p{Script=Han}/u);
      }),
    );
  });
});

describe("showing and understanding what is stored", () => {
  test("values carry their unit or their word", () => {
    expect(showValue("cases.simpleDays", 3)).toBe("3 个工作日");
    expect(showValue("reception.shiftPolicy", "NEXT_WORKDAY")).toBe("顺延到节后第一个工作日");
    expect(showValue("reception.slotMinutes", 15)).toBe("15 分钟");
  });
  test("a value that no longer fits falls back instead of breaking every page", () => {
    expect(valueOf("cases.simpleDays", "three")).toBe(3);
    expect(valueOf("reception.shiftPolicy", "SKIP")).toBe("NEXT_WORKING_FRIDAY");
    expect(valueOf("cases.simpleDays", 4)).toBe(4);
  });
});

describe("dated values", () => {
  const values = [
    { validFrom: "2026-01-01", revision: 1 },
    { validFrom: "2026-07-01", revision: 1 },
    { validFrom: "2026-07-01", revision: 2 },
    { validFrom: "2027-01-01", revision: 1 },
    { validFrom: "2027-03-01", revision: 1 },
    { validFrom: "2027-01-01", revision: 2 },
  ];
  test("the latest revision of the latest day counts", () => {
    expect(inForce(values, "2025-12-31")).toBeUndefined();
    expect(inForce(values, "2026-06-30")).toEqual({ validFrom: "2026-01-01", revision: 1 });
    expect(inForce(values, "2026-07-01")).toEqual({ validFrom: "2026-07-01", revision: 2 });
    expect(inForce(values, "2027-02-28")).toEqual({ validFrom: "2027-01-01", revision: 2 });
  });
  test("what is to come stands in its order, without what was overwritten", () => {
    expect(upcoming(values, "2026-10-10")).toEqual([
      { validFrom: "2027-01-01", revision: 2 },
      { validFrom: "2027-03-01", revision: 1 },
    ]);
  });
  test("the order in which rows arrive does not matter", () => {
    const anyRows = fc.uniqueArray(
      fc.record({
        validFrom: fc.nat(20).map((n) => addDays("2026-10-01", n)),
        revision: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ validFrom, revision }) => `${validFrom} ${revision}` },
    );
    fc.assert(
      fc.property(
        anyRows,
        fc.nat(20).map((n) => addDays("2026-10-01", n)),
        (rows, on) => {
          const found = inForce(rows, on);
          expect(inForce([...rows].reverse(), on)).toEqual(found);
          expect(rows.some(({ validFrom }) => validFrom <= on)).toBe(found !== undefined);
          expect(newestFirst(rows)).toHaveLength(rows.length);
        },
      ),
    );
  });
});

describe("reception values that must fit together", () => {
  const usual = Object.fromEntries(receptionTogether.map((key) => [key, parameters[key].fallback])) as Parameters<
    typeof refuseTogether
  >[0];
  test("the usual ones do, and give twelve cells", () => {
    expect(refuseTogether(usual)).toBeUndefined();
    expect(cellsOf("08:30", "11:30", 15)).toBe(12);
    expect(cellsOf("08:30", "11:40", 15)).toBe(12);
  });
  test.each<[object, string]>([
    [{ "reception.toTime": "08:30" }, "接待结束时间应晚于开始时间"],
    [{ "reception.fromTime": "08:40" }, "开始时间应从整点起按15分钟划分，例如 08:30"],
    [{ "reception.walkInReserve": 11 }, "每位领导只有12个时段，预留了12个，手机上就没有可约的了，请减少预留"],
    [{ "reception.reserveDaysBefore": 1 }, "预留时段应在手机预约截止之前放开"],
    [{ "reception.closesDaysBefore": 3 }, "预留时段应在手机预约截止之前放开"],
  ])("%j is refused: %s", (change, sentence) => {
    expect(refuseTogether({ ...usual, ...change })).toBe(sentence);
  });
});
