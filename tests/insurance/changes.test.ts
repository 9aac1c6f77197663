import { beforeEach, describe, expect, it, vi } from "vitest";
import * as clock from "@/lib/clock";
import { moveCase } from "@/lib/cases/commands";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import {
  approveChange,
  draftChange,
  editChange,
  fileChanges,
  rejectChange,
  submitChange,
} from "@/lib/insurance/changes/commands";
import { listChanges } from "@/lib/insurance/changes/list/queries";
import { ChangeFilter } from "@/lib/insurance/changes/list/schema";
import { sendPaper } from "@/lib/insurance/changes/papers/commands";
import { papersFor } from "@/lib/insurance/changes/papers/rules";
import { viewChange } from "@/lib/insurance/changes/view/queries";
import { coverageExport, formsExport } from "@/lib/insurance/exports/queries";
import { openNumbers } from "@/lib/insurance/ledgers/numbers/commands";
import { listForms, printedForm } from "@/lib/insurance/ledgers/queries";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { ownerQuery } from "../setup/database";
import {
  aForm,
  aSweeper,
  aWaiver,
  at,
  caseRow,
  insure,
  monday,
  openInsurance,
  permit,
  picked,
  units,
  type InsuranceCast,
} from "./bureau";

let cast: InsuranceCast;
let sweeper: { id: string };
beforeEach(async () => {
  cast = await openInsurance();
  sweeper = await aSweeper();
});

const sent = { receiptNo: "SL26101201", filedOn: monday };
const liaison = () => permit(cast.firstLiaison, "insurance.draft");
const officer = () => permit(cast.insurance, "insurance.check");
const stageOf = async (id: string) => (await caseRow(id)).stage;

describe("an increase from the unit's draft to the record", () => {
  it("is drafted, handed in, filed with a receipt, accepted and in force: the person has all five", async () => {
    const id = await draftChange(liaison(), aForm(sweeper.id, { then: "keep" }));
    expect(await stageOf(id)).toBe("DRAFT");
    await submitChange(liaison(), await at(id));
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    expect(await caseRow(id)).toMatchObject({
      stage: "SUBMITTED",
      status: "waiting",
      waitingReason: "OUTSIDE_OFFICE",
      dueOn: null,
    });
    await approveChange(officer(), { ...(await at(id)), resultOn: monday });
    expect(await caseRow(id)).toMatchObject({ stage: "EFFECTIVE", status: "closed" });
    const rows = await db.enrolment.findMany({ where: { personId: sweeper.id } });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ payer: "AGENCY", startMonth: "2026-10", endMonth: null, isGained: true });
    expect(await db.contributionBase.findFirst({ where: { personId: sweeper.id } })).toMatchObject({
      wageFen: 251_000n,
      baseFen: 501_300n,
      clamp: "FLOOR",
    });
    const change = await db.insuranceChange.findUniqueOrThrow({ where: { caseId: id } });
    expect(change).toMatchObject({ receiptNo: "SL26101201", payer: "AGENCY" });
    const steps = await ownerQuery<{ step: string }>(
      `select detail->>'step' as step from audit_event where object_id = '${change.id}' order by id`,
    );
    expect(steps.map(({ step }) => step)).toEqual(["draft", "submit", "file", "approve", "takeEffect"]);
  });

  it("waits for its month when that lies ahead, and comes into force by itself, once", async () => {
    const id = await draftChange(liaison(), aForm(sweeper.id, { month: "2026-11" }));
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    await approveChange(officer(), { ...(await at(id)), resultOn: monday });
    expect(await stageOf(id)).toBe("APPROVED");
    expect(await settleChanges(permit(cast.insurance, "insurance.view", "2026-10-31"))).toBe(0);
    expect(await db.enrolment.count()).toBe(0);
    const first = permit(cast.insurance, "insurance.view", "2026-11-01");
    const both = await Promise.all([settleChanges(first), settleChanges(first)]);
    expect(both[0] + both[1]).toBe(1);
    expect(await stageOf(id)).toBe("EFFECTIVE");
    expect(await db.enrolment.count()).toBe(5);
    expect((await db.caseEvent.findFirst({ where: { caseId: id, kind: "takeEffect" } }))?.actorName).toBe("系统");
  });

  it("goes back with everything that is missing, is put right and handed in again", async () => {
    const id = await draftChange(liaison(), aForm(sweeper.id));
    const move = permit(cast.insurance, "cases.move");
    await moveCase(move, { ...(await at(id)), move: "return", note: "还差劳动合同、基本情况表。" });
    expect(await caseRow(id)).toMatchObject({ stage: "RETURNED", waitingReason: "MATERIAL" });
    await editChange(liaison(), {
      ...(await at(id)),
      code: "RESUMED",
      schemes: ["PENSION"],
      month: "2026-10",
      wage: 800_049,
    });
    await moveCase(permit(cast.firstLiaison, "cases.move"), { ...(await at(id)), move: "complete" });
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    await rejectChange(officer(), { ...(await at(id)), resultOn: monday, note: "原籍没有停保。" });
    expect(await caseRow(id)).toMatchObject({ stage: "REJECTED", status: "open", waitingReason: null });
    expect((await caseRow(id)).dueOn).not.toBeNull();
    await fileChanges(officer(), { picked: await picked(id), receiptNo: "SL26101299", filedOn: monday });
    const view = await viewChange(permit(cast.insurance, "insurance.view"), id);
    expect(view.change).toMatchObject({ code: "RESUMED", baseFen: 800_000, receiptNo: "SL26101299", resultOn: null });
    expect(view.costs).toEqual([{ scheme: "PENSION", unitFen: 128_000, personFen: 64_000 }]);
  });

  it("declared back by the office over two base years (补缴), each year is held by its own floor; the unit may not", async () => {
    await db.parameter.create({
      data: {
        id: newId(),
        key: "insurance.floor",
        value: 5_400,
        reason: "公布了新的下限",
        validFrom: dateColumn("2026-01-01"),
        createdById: cast.insurance.accountId,
      },
    });
    const form = aForm(sweeper.id, { month: "2025-11" });
    await expect(draftChange(liaison(), form)).rejects.toThrow("请人事科来填");
    const id = await draftChange(permit(cast.insurance, "insurance.draft"), form);
    await expect(
      fileChanges(officer(), { picked: await picked(id), receiptNo: "津保受〔2026〕12号", filedOn: "2026-10-09" }),
    ).rejects.toThrow("早于填表");
    await fileChanges(officer(), { picked: await picked(id), receiptNo: "津保受〔2026〕12号", filedOn: monday });
    await approveChange(officer(), { ...(await at(id)), resultOn: monday });
    const bases = await db.contributionBase.findMany({
      where: { personId: sweeper.id },
      orderBy: { fromMonth: "asc" },
    });
    expect(bases.map(({ fromMonth, baseFen, clamp, source }) => [fromMonth, baseFen, clamp, source])).toEqual([
      ["2025-11", 501_300n, "FLOOR", "LAST_YEAR"],
      ["2026-01", 540_000n, "FLOOR", "LAST_YEAR"],
    ]);
    expect(await db.enrolment.count({ where: { startMonth: "2025-11" } })).toBe(5);
  });

  it("carries its papers: the unit hands in and does not read again, the office opens; nothing once it is settled", async () => {
    const id = await draftChange(liaison(), aForm(sweeper.id));
    await sendPaper(liaison(), { ...(await at(id)), kind: "CONTRACT", file: aWaiver() });
    const papers = async (by = cast.insurance) => (await viewChange(permit(by, "insurance.view"), id)).papers;
    expect(await papers()).toMatchObject([{ word: "劳动合同", mayOpen: true }]);
    expect(await papers(cast.firstLiaison)).toMatchObject([{ mayOpen: false }]);
    const paper = { ...(await at(id)), kind: "OTHER" as const, file: new File(["<html>"], "页.pdf") };
    await expect(sendPaper(liaison(), paper)).rejects.toThrow(Refusal);
    await expect(
      sendPaper(permit(cast.secondLiaison, "insurance.draft"), { ...paper, file: aWaiver() }),
    ).rejects.toThrow();
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    await approveChange(officer(), { ...(await at(id)), resultOn: monday });
    await expect(sendPaper(liaison(), { ...paper, ...(await at(id)), file: aWaiver() })).rejects.toThrow("办完了");
    expect(await papers()).toHaveLength(1);
    expect([papersFor("FIRST"), papersFor("DECEASED")]).toEqual([
      ["身份证", "劳动合同", "参保人员基本情况表"],
      ["死亡证明"],
    ]);
  });

  it("the same form sent twice is one case", async () => {
    const form = aForm(sweeper.id);
    expect(await draftChange(liaison(), form)).toBe(await draftChange(liaison(), form));
    expect(await db.insuranceChange.count()).toBe(1);
  });
});

describe("a decrease", () => {
  it("ends what runs with its reason; the last month is still paid", async () => {
    await insure(sweeper.id);
    const id = await draftChange(liaison(), aForm(sweeper.id, { code: "SUSPENDED", wage: undefined }));
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    await approveChange(officer(), { ...(await at(id)), resultOn: monday });
    const rows = await db.enrolment.findMany({ where: { personId: sweeper.id } });
    expect(rows.map(({ endMonth, endCode }) => [endMonth, endCode])).toEqual(Array(5).fill(["2026-10", "SUSPENDED"]));
    expect(await db.contributionBase.count()).toBe(0);
  });

  it("stands below the increases, masked on screen and paper until somebody says what the numbers are for", async () => {
    const leaving = await aSweeper({ name: "钱二妹", idNo: "129900198407162281" });
    await insure(leaving.id);
    await draftChange(liaison(), aForm(leaving.id, { code: "TO_OUTSIDE", wage: undefined }));
    await draftChange(liaison(), aForm(sweeper.id));
    const month = { no: "3", month: "2026-10" } as const;
    const screen = await listForms(permit(cast.insurance, "insurance.view"), month);
    expect(screen.rows.map(({ name, code }) => [name, code])).toEqual([
      ["马桂兰", "FIRST"],
      ["钱二妹", "TO_OUTSIDE"],
    ]);
    const clerk = () => permit(cast.insurance, "insurance.export");
    const masked = await printedForm(clerk(), month);
    expect(masked.isClear).toBe(false);
    expect(masked.rows.map(({ idNo }) => idNo)).toEqual(screen.rows.map(({ idNo }) => idNo));
    expect(await db.auditEvent.count({ where: { object: "insurance_ledger" } })).toBe(0);
    await openNumbers(clerk(), { month: "2026-10", reason: "报送社保中心" });
    const paper = await printedForm(clerk(), month);
    expect(paper.isClear).toBe(true);
    expect(paper.rows.map(({ idNo }) => idNo)).toContain("129900198407162281");
    expect(JSON.stringify(masked.rows)).not.toContain("129900198407162281");
    expect(await db.auditEvent.count({ where: { object: "insurance_ledger" } })).toBe(2);
    // Another month, and a quarter of an hour later, masks again.
    expect((await printedForm(clerk(), { no: "3", month: "2026-11" })).isClear).toBe(false);
    const later = vi.spyOn(clock, "now").mockReturnValue(new Date(clock.now().getTime() + 16 * 60_000));
    expect((await printedForm(clerk(), month)).isClear).toBe(false);
    later.mockRestore();
    const cells: (readonly (string | number)[])[] = [];
    for await (const page of formsExport.read(permit(cast.insurance, "insurance.export"), month)) cells.push(...page);
    expect(cells.map((row) => [row[0], row[3], row[5]])).toEqual([
      ["马桂兰", "增 A 首次参保", "2026-10"],
      ["钱二妹", "减 02 转往区外", "2026-10"],
    ]);
    expect([formsExport.isSensitive(month), coverageExport.isSensitive(month)]).toEqual([true, false]);
    const list = await listChanges(permit(cast.insurance, "insurance.view"), ChangeFilter.parse({}));
    expect(list.rows.map(({ code }) => code)).toEqual(["FIRST", "TO_OUTSIDE"]);
    expect(list.counts).toMatchObject({ check: 2, all: 2, done: 0 });
  });
});

describe("what is refused, and changes nothing", () => {
  const refused = async (act: Promise<unknown>, says: string) => {
    await expect(act).rejects.toThrow(Refusal);
    await expect(act).rejects.toThrow(says);
  };

  it("a draft that the insurance office would send back", async () => {
    await refused(draftChange(liaison(), aForm(sweeper.id, { month: "2026-09" })), "以前的月份");
    await refused(draftChange(liaison(), aForm(sweeper.id, { wage: undefined })), "月工资");
    const old = await aSweeper({ born: "1970-01-01" });
    await refused(draftChange(liaison(), aForm(old.id)), "只办工伤");
    await refused(draftChange(liaison(), aForm(sweeper.id, { code: "RETIRED" })), "没有在保");
    await insure(sweeper.id, ["PENSION"]);
    await refused(draftChange(liaison(), aForm(sweeper.id)), "已经在保");
    expect(await db.insuranceChange.count()).toBe(0);
    expect(await db.welfareCase.count()).toBe(0);
  });

  it("a second form while one is under way, also when both are sent at once", async () => {
    const both = await Promise.allSettled([
      draftChange(liaison(), aForm(sweeper.id)),
      draftChange(permit(cast.insurance, "insurance.draft"), aForm(sweeper.id)),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.insuranceChange.count()).toBe(1);
  });

  it("filing what is not ready, with a day that lies ahead, or what a colleague has filed meanwhile", async () => {
    const draft = await draftChange(liaison(), aForm(sweeper.id, { then: "keep" }));
    const ready = await draftChange(liaison(), aForm((await aSweeper({ name: "周小琴" })).id));
    await refused(
      fileChanges(officer(), { picked: await picked(ready), ...sent, filedOn: "2026-12-01" }),
      "不能晚于今天",
    );
    await expect(fileChanges(officer(), { picked: await picked(ready, draft), ...sent })).rejects.toThrow(Refusal);
    expect(await stageOf(ready)).toBe("OFFICE_CHECK");
    const seen = await picked(ready);
    const race = await Promise.allSettled([
      fileChanges(officer(), { picked: seen, receiptNo: "AAAA1", filedOn: monday }),
      fileChanges(permit(cast.other, "insurance.check"), { picked: seen, receiptNo: "BBBB2", filedOn: monday }),
    ]);
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { receiptNo, filedById } = await db.insuranceChange.findUniqueOrThrow({ where: { caseId: ready } });
    expect(receiptNo === "AAAA1" ? cast.insurance.accountId : cast.other.accountId).toBe(filedById);
    expect(await db.caseEvent.count({ where: { caseId: ready, kind: "file" } })).toBe(1);
  });

  it("a result before the filing, and an edit of what is handed in", async () => {
    const id = await draftChange(liaison(), aForm(sweeper.id));
    await refused(
      editChange(liaison(), { ...(await at(id)), code: "FIRST", schemes: ["PENSION"], month: "2026-10", wage: 1 }),
      "不能改",
    );
    await fileChanges(officer(), { picked: await picked(id), ...sent });
    await refused(approveChange(officer(), { ...(await at(id)), resultOn: "2026-10-01" }), "早于报送");
    await refused(rejectChange(officer(), { ...(await at(id)), resultOn: "2026-10-13", note: "缺材料" }), "晚于今天");
    expect(await stageOf(id)).toBe("SUBMITTED");
  });

  it("another unit's worker: not found, for drafting, submitting and looking", async () => {
    const far = await aSweeper({ unitId: units.secondTeam });
    await expect(draftChange(liaison(), aForm(far.id))).rejects.toThrow();
    const id = await draftChange(permit(cast.secondLiaison, "insurance.draft"), aForm(far.id, { then: "keep" }));
    await expect(submitChange(liaison(), await at(id))).rejects.toThrow();
    await expect(viewChange(permit(cast.firstLiaison, "insurance.view"), id)).rejects.toThrow();
    expect(await stageOf(id)).toBe("DRAFT");
    expect(() => permit(cast.boss, "insurance.view")).toThrow();
    expect(() => permit(cast.schooling, "insurance.view")).toThrow();
    expect(() => permit(cast.firstLiaison, "insurance.check")).toThrow();
  });
});
