import { beforeEach, describe, expect, it } from "vitest";
import { keepWaiver, recordReason, recordTalk } from "@/lib/insurance/gaps/commands";
import { settleGaps } from "@/lib/insurance/gaps/course/commands";
import { insuranceMovements, unitTotals } from "@/lib/insurance/figures/queries";
import { sumTotals } from "@/lib/insurance/figures/rules";
import { listInsured } from "@/lib/insurance/list/queries";
import { PeopleFilter } from "@/lib/insurance/list/schema";
import { viewInsured } from "@/lib/insurance/view/queries";
import { expectedRetirement } from "@/lib/people/rules";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { aSweeper, aWaiver, caseRow, insure, monday, openInsurance, permit, units, type InsuranceCast } from "./bureau";

let cast: InsuranceCast;
beforeEach(async () => {
  cast = await openInsurance();
  // who has an account in the cast is an in-service worker as well and would stand in every list
  await db.person.updateMany({ data: { status: "LEFT" } });
});

const view = () => permit(cast.insurance, "insurance.view");
const list = async (filter: object = {}) => listInsured(view(), PeopleFilter.parse(filter));
const names = async (filter: object = {}) => (await list(filter)).rows.map(({ name }) => name);
const noted = { seen: 0, reason: "UNWILLING", expectedOn: "2026-12-31" } as const;

describe("the gap", () => {
  it("is everybody who ought to have five and has not, new hires apart, day 30 今日到期", async () => {
    await aSweeper({ name: "老职工" });
    await aSweeper({ name: "第二十九天", hiredOn: "2026-09-13" });
    await aSweeper({ name: "第三十天", hiredOn: "2026-09-12" });
    const full = await aSweeper({ name: "齐全" });
    await insure(full.id);
    await aSweeper({ name: "超龄", born: "1960-01-01" });
    const part = await aSweeper({ name: "只有工伤" });
    await insure(part.id, ["INJURY"]);
    expect((await names()).sort()).toEqual(["只有工伤", "第三十天", "老职工"].sort());
    expect(await names({ tab: "fresh" })).toEqual(["第二十九天"]);
    expect(await names({ tab: "full" })).toEqual(["齐全"]);
    expect(await names({ tab: "overAge" })).toEqual(["超龄"]);
    expect(await names({ only: "today" })).toEqual(["第三十天"]);
    const { counts, total } = await list();
    expect(counts).toEqual({ gap: 3, fresh: 1, full: 1, owed: 5, gained: 0, extend: 0, overAge: 1 });
    expect(total).toBe(3);
    expect((await list({ q: "只有" })).rows[0]).toMatchObject({
      has: ["INJURY"],
      missing: ["PENSION", "MEDICAL", "UNEMPLOYMENT", "MATERNITY"],
    });
  });

  it("stays when a waiver is handed in, and goes when the five are there", async () => {
    const person = await aSweeper();
    const pursue = permit(cast.firstLiaison, "insurance.pursue");
    const waiver = { personId: person.id, waiverOn: monday, file: aWaiver() };
    await expect(keepWaiver(pursue, waiver)).rejects.toThrow("先登记没有参保的原因");
    await recordReason(pursue, { ...noted, personId: person.id });
    await keepWaiver(pursue, waiver);
    await recordReason(pursue, { ...noted, personId: person.id, seen: 2 });
    expect((await list()).rows).toMatchObject([
      { reason: "UNWILLING", hasWaiver: true, owner: "孙洁", expectedOn: "2026-12-31" },
    ]);
    expect((await viewInsured(view(), person.id)).waivers).toMatchObject([{ word: "放弃参保声明", mayOpen: true }]);
    const own = await viewInsured(permit(cast.firstLiaison, "insurance.view"), person.id);
    expect(own.waivers).toMatchObject([{ mayOpen: false }]);
    expect(await names({ only: "waiver" })).toEqual(["马桂兰"]);
    expect(await names({ reason: "PAPERS" })).toEqual([]);
    await insure(person.id);
    expect(await names()).toEqual([]);
    expect(sumTotals(await unitTotals(permit(cast.boss, "insurance.totals")))).toMatchObject({
      owed: 1,
      full: 1,
      gap: 0,
      UNWILLING: 0,
    });
  });

  it("knows who reaches the age within a year without the months a pension asks for, and how many are lacking", async () => {
    // a woman worker of 1976-06 reaches the age in the spring of 2027
    const near = await aSweeper({ name: "快退休", born: "1976-06-05" });
    await insure(near.id, ["PENSION", "INJURY"], "2020-01");
    const long = await aSweeper({ name: "缴得够", born: "1976-06-05" });
    await insure(long.id, ["PENSION"], "2005-01");
    await aSweeper({ name: "还年轻" });
    const page = await list({ tab: "extend" });
    expect(page.rows.map(({ name, pension }) => [name, pension.paid, pension.lacking])).toEqual([["快退休", 82, 98]]);
    expect(page.counts.extend).toBe(1);
    expect(page.rows[0]?.pension.retires).toBe(expectedRetirement("1976-06-05", "FEMALE_WORKER").month);
  });

  it("asks for a talk each quarter while somebody does not want to", async () => {
    const person = await aSweeper();
    await recordReason(permit(cast.firstLiaison, "insurance.pursue"), { ...noted, personId: person.id });
    expect(await names({ only: "quiet" })).toEqual(["马桂兰"]);
    const talk = { personId: person.id, byName: "孙洁", result: "THINKING", note: "讲了医保报销" } as const;
    const pursue = permit(cast.firstLiaison, "insurance.pursue");
    await recordTalk(pursue, { ...talk, heldOn: "2026-09-30" });
    expect(await names({ only: "quiet" })).toEqual(["马桂兰"]);
    await recordTalk(pursue, { ...talk, heldOn: "2026-10-01" });
    expect(await names({ only: "quiet" })).toEqual([]);
    expect((await viewInsured(view(), person.id)).talks).toHaveLength(2);
  });

  it("refuses a day that cannot be, a stale screen and another unit's worker, and keeps nothing", async () => {
    const person = await aSweeper();
    const pursue = permit(cast.firstLiaison, "insurance.pursue");
    await expect(recordReason(pursue, { ...noted, personId: person.id, expectedOn: "2026-10-01" })).rejects.toThrow(
      Refusal,
    );
    const waiver = { personId: person.id, waiverOn: monday, file: aWaiver() };
    await expect(keepWaiver(pursue, { ...waiver, waiverOn: "2026-11-01" })).rejects.toThrow("晚于今天");
    const page = new File(["<html></html>"], "声明.pdf");
    await expect(keepWaiver(pursue, { ...waiver, file: page })).rejects.toThrow(Refusal);
    const far = await aSweeper({ unitId: units.secondTeam });
    await expect(recordReason(pursue, { ...noted, personId: far.id })).rejects.toThrow();
    await expect(keepWaiver(pursue, { ...waiver, personId: far.id })).rejects.toThrow();
    expect(await db.attachment.count()).toBe(0);
    const talk = { personId: far.id, byName: "孙洁", result: "AGREED", note: "愿意参保了", heldOn: monday } as const;
    await expect(recordTalk(pursue, talk)).rejects.toThrow();
    await expect(recordTalk(pursue, { ...talk, personId: person.id, heldOn: "2026-10-13" })).rejects.toThrow(Refusal);
    await expect(recordTalk(pursue, { ...talk, personId: person.id, heldOn: "2026-06-01" })).rejects.toThrow(Refusal);
    expect([await db.gapNote.count(), await db.persuasionLog.count()]).toEqual([0, 0]);
    await recordReason(pursue, { ...noted, personId: person.id });
    await expect(recordReason(pursue, { ...noted, personId: person.id })).rejects.toThrow(Refusal);
    await recordReason(pursue, { ...noted, personId: person.id, seen: 1, reason: "PAPERS" });
    await expect(recordReason(pursue, { ...noted, personId: person.id, seen: 1 })).rejects.toThrow(Refusal);
    expect(await db.gapNote.findMany()).toMatchObject([{ reason: "PAPERS", version: 2 }]);
    expect((await listInsured(pursue as never, PeopleFilter.parse({}))).rows).toHaveLength(1);
  });
});

describe("the gap case", () => {
  it("opens by itself on day 31, once however many look, and closes by the fact of enrolment", async () => {
    const person = await aSweeper({ hiredOn: "2026-09-12" });
    expect(await settleGaps(view())).toEqual({ opened: 0, closed: 0 });
    const tuesday = permit(cast.insurance, "insurance.view", "2026-10-13");
    await Promise.all([
      settleGaps(tuesday),
      settleGaps(tuesday),
      settleGaps(permit(cast.firstLiaison, "insurance.view", "2026-10-13")),
    ]);
    const cases = await db.welfareCase.findMany({ where: { stageTable: "insurance-gap" } });
    expect(cases).toMatchObject([{ personId: person.id, stage: "FOUND", status: "open" }]);
    const [event] = await db.caseEvent.findMany({ where: { caseId: cases[0]?.id ?? "" } });
    expect(event).toMatchObject({ kind: "open", actorName: "系统", actorId: null });
    expect(await settleGaps(tuesday)).toEqual({ opened: 0, closed: 0 });
    await recordReason(permit(cast.firstLiaison, "insurance.pursue", "2026-10-13"), { ...noted, personId: person.id });
    expect(await caseRow(cases[0]?.id ?? "")).toMatchObject({ stage: "PURSUED", status: "waiting" });
    await insure(person.id);
    expect(await settleGaps(tuesday)).toEqual({ opened: 0, closed: 1 });
    expect(await caseRow(cases[0]?.id ?? "")).toMatchObject({ stage: "INSURED", status: "closed" });
  });

  it("closes as no longer owed when the person has left", async () => {
    const person = await aSweeper({ hiredOn: "2026-08-01" });
    expect(await settleGaps(view())).toEqual({ opened: 1, closed: 0 });
    await db.person.update({ where: { id: person.id }, data: { status: "LEFT" } });
    expect(await settleGaps(view())).toEqual({ opened: 0, closed: 1 });
    expect(await db.welfareCase.findFirst()).toMatchObject({ stage: "NOT_OWED" });
  });
});

describe("figures", () => {
  it("count by unit with the rows' own filter; the liaison's are those of the own unit; leaders get totals", async () => {
    const one = await aSweeper();
    await aSweeper({ unitId: units.secondTeam });
    await insure(one.id, undefined, "2026-10");
    await db.enrolment.updateMany({ data: { isGained: true } });
    const all = await unitTotals(permit(cast.boss, "insurance.totals"));
    expect(all.map(({ unit, owed, full, gap, noReason }) => [unit, owed, full, gap, noReason])).toEqual([
      ["环卫一所", 1, 1, 0, 0],
      ["环卫二所", 1, 0, 1, 1],
    ]);
    expect(await names({ unit: units.second })).toEqual(["马桂兰"]);
    expect((await unitTotals(permit(cast.firstLiaison, "insurance.totals"))).map(({ unit }) => unit)).toEqual([
      "环卫一所",
    ]);
    const moved = await insuranceMovements(permit(cast.boss, "insurance.totals"));
    expect(moved.gained).toBe(1);
    expect(moved.months.at(-1)).toEqual({ month: "2026-10", came: 1, went: 0 });
    await db.enrolment.updateMany({ data: { endMonth: "2026-10", endCode: "RETIRED" } });
    expect((await insuranceMovements(permit(cast.boss, "insurance.totals"))).months.at(-1)?.went).toBe(1);
  });
});
