import { beforeEach, describe, expect, it } from "vitest";
import { applyFor } from "@/lib/hardship/application/commands";
import { openReview } from "@/lib/hardship/review/commands";
import { viewFile } from "@/lib/hardship/files/view/queries";
import { confirmFiles, fileEntity } from "@/lib/hardship/import/commands";
import { undoImport } from "@/lib/imports/commands";
import { findBatch, type BatchView } from "@/lib/imports/queries";
import { templateOf } from "@/lib/imports/sheets/queries";
import { writeBatch } from "@/lib/imports/writing/commands";
import { readSheet } from "@/lib/excel";
import { db } from "@/prisma/client";
import { anActor, aPerson, officer as officerOf } from "../people/bureau";
import { sheetOf, type SheetCell } from "../people/import/rows";
import { reportOf, upload } from "../people/import/sheet";
import { anApplication, applicationAt, monday, openUnion, permit, type HardshipCast } from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const columns = [
  "户主工号*",
  "户主姓名",
  "困难等级*",
  "主要致困原因*",
  "次要原因",
  "建档日期*",
  "上次复核",
  "人口",
  "备注",
];
const uploading = () => permit(cast.officer, "hardship.import");
const confirming = () => permit(cast.manager, "hardship.import");
const household = (staffNo: string, given: Record<number, SheetCell> = {}): SheetCell[] =>
  [staffNo, null, "深度困难", "家属大病", null, "2024.3.12", "2025-11-18", 4, "第 3 盒"].map((cell, at) =>
    at in given ? (given[at] ?? null) : cell,
  );
const take = async (...rows: SheetCell[][]) =>
  upload(uploading(), fileEntity, await sheetOf([["某局困难职工台账"], columns, ...rows], "困难职工台账"));
async function confirm(batch: BatchView): Promise<BatchView> {
  const version = await confirmFiles(confirming(), { batchId: batch.id, mode: "all" });
  await writeBatch(confirming(), fileEntity, { id: batch.id, version });

  return findBatch(uploading(), batch.id);
}
const state = async () => ({
  files: await db.hardshipFile.count(),
  cases: await db.welfareCase.count(),
  assessments: await db.hardshipAssessment.count(),
});
const fault = async (batch: BatchView, at = 0) => (await reportOf(uploading(), batch))[at]?.faults[0]?.sentence;

describe("the paper register of households on file", () => {
  it("comes in whole after the head of the office confirmed it: file, closed case, review day, paper day", async () => {
    const batch = await take(household(cast.worker.loginName), household(cast.otherWorker.loginName, { 6: null }));
    expect(batch).toMatchObject({ state: "CHECKED", counts: { NEW: 2, CHANGED: 0, SAME: 0, WRONG: 0 } });
    expect(await state()).toEqual({ files: 0, cases: 0, assessments: 0 });
    expect(await confirm(batch)).toMatchObject({ state: "DONE", rowsWritten: 2 });
    const file = await db.hardshipFile.findFirstOrThrow({ where: { headId: cast.worker.personId } });
    const day = (date: Date | null) => date?.toISOString().slice(0, 10);
    expect(file).toMatchObject({ state: "ON_FILE", level: "DEEP", mainCause: "FAMILY_ILLNESS", version: 1 });
    expect([day(file.onFileSince), day(file.lastReviewedOn), day(file.reviewDueOn)]).toEqual([
      "2024-03-12",
      "2025-11-18",
      "2026-11-30",
    ]);
    expect(day(file.paperDueOn)).toBe("2026-11-23");
    const other = await db.hardshipFile.findFirstOrThrow({ where: { headId: cast.otherWorker.personId } });
    expect(day(other.lastReviewedOn)).toBe("2024-03-12");
    const view = await viewFile(permit(cast.officer, "hardship.view"), file.id);
    expect(view.running.loaded).toMatchObject({ stage: "ON_FILE", status: "closed", dueOn: null });
    expect(view.timeline.map(({ what, who }) => [what, who])).toContainEqual(["按纸质档案补录", "系统"]);
    expect(view.current).toMatchObject({ size: 4, officerOpinion: "按纸质档案补录：第 3 盒" });
    expect(await db.auditEvent.count({ where: { object: "hardship_file", verb: "hardship.import" } })).toBe(2);
  });

  it("is confirmed by nobody who uploaded it, nor by an officer who does not head the office, and nothing is written", async () => {
    const batch = await take(household(cast.worker.loginName));
    const other = permit(cast.otherOfficer, "hardship.import");
    await expect(confirmFiles(other, { batchId: batch.id, mode: "all" })).rejects.toThrow("工会负责人确认");
    const own = await upload(confirming(), fileEntity, await sheetOf([columns, household(cast.worker.loginName)]));
    await expect(confirmFiles(confirming(), { batchId: own.id, mode: "all" })).rejects.toThrow("您自己上传的");
    expect(await state()).toEqual({ files: 0, cases: 0, assessments: 0 });
    expect((await findBatch(uploading(), batch.id)).state).toBe("CHECKED");
  });

  it("is not opened by who imports the roster, and the roster's not here", async () => {
    const batch = await take(household(cast.worker.loginName));
    const personnel = permit(await anActor("孙人事", [officerOf("people")]), "people.import");
    await expect(findBatch(personnel, batch.id)).rejects.toThrow("404");
    await expect(undoImport(personnel, fileEntity, { batchId: batch.id, reason: "试试" })).rejects.toThrow("404");
  });

  it("tells changed from same, corrects what nobody dealt with, and takes the correction back", async () => {
    await confirm(await take(household(cast.worker.loginName), household(cast.otherWorker.loginName)));
    const again = await take(
      household(cast.worker.loginName, { 2: "相对困难", 8: "第 4 盒" }),
      household(cast.otherWorker.loginName),
    );
    expect(again.counts).toEqual({ NEW: 0, CHANGED: 1, SAME: 1, WRONG: 0 });
    expect((await reportOf(uploading(), again))[0]?.differences).toEqual([
      { header: "困难等级", before: "深度困难", after: "相对困难" },
      { header: "补录说明", before: "第 3 盒", after: "第 4 盒" },
    ]);
    await confirm(again);
    const file = () => db.hardshipFile.findFirstOrThrow({ where: { headId: cast.worker.personId } });
    expect(await file()).toMatchObject({ level: "RELATIVE", version: 2 });
    await undoImport(uploading(), fileEntity, { batchId: again.id, reason: "传错了" });
    expect(await file()).toMatchObject({ level: "DEEP", version: 3 });
  });

  it("is taken back as long as nobody touched it, and can then come in again", async () => {
    const batch = await confirm(await take(household(cast.worker.loginName), household(cast.otherWorker.loginName)));
    const touched = await db.hardshipFile.findFirstOrThrow({ where: { headId: cast.otherWorker.personId } });
    await openReview(permit(cast.officer, "hardship.review"), { fileId: touched.id, version: touched.version });
    await undoImport(uploading(), fileEntity, { batchId: batch.id, reason: "台账给错了" });
    expect(await findBatch(uploading(), batch.id)).toMatchObject({ state: "UNDONE", takenBack: 1, kept: 1 });
    const file = await db.hardshipFile.findFirstOrThrow({ where: { headId: cast.worker.personId } });
    expect(file.state).toBe("REFUSED");
    expect(await db.welfareCase.count({ where: { personId: cast.worker.personId, status: "void" } })).toBe(1);
    expect((await db.hardshipFile.findUniqueOrThrow({ where: { id: touched.id } })).state).toBe("ON_FILE");
    const again = await take(household(cast.worker.loginName));
    expect(again.counts.NEW).toBe(1);
    await confirm(again);
    expect(await db.hardshipFile.findMany({ where: { headId: cast.worker.personId } })).toMatchObject([
      { id: file.id, state: "ON_FILE" },
    ]);
  });

  it.each<[string, () => Promise<SheetCell[]>, string]>([
    ["a number nobody has", async () => household("999999"), "没有这个工号"],
    ["another name", async () => household(cast.worker.loginName, { 1: "李四" }), "这个工号是王建国的"],
    ["a level of no use", async () => household(cast.worker.loginName, { 2: "很困难" }), "不在可选范围内"],
    ["a day to come", async () => household(cast.worker.loginName, { 5: "2026-12-01" }), "不能晚于今天"],
    ["a review before the file", async () => household(cast.worker.loginName, { 6: "2023-01-01" }), "不能早于"],
    ["somebody who died", async () => household((await aPerson({ status: "DECEASED" })).staffNo), "不在本单位"],
  ])("says of %s what is wrong, and writes nothing", async (_, row, sentence) => {
    const batch = await take(await row());
    expect(batch.counts.WRONG).toBe(1);
    expect(await fault(batch)).toContain(sentence);
    await expect(confirmFiles(confirming(), { batchId: batch.id, mode: "all" })).rejects.toThrow("不用导入");
    expect((await state()).files).toBe(0);
  });

  it("keeps one file for two spouses, and is no way past an application or a decision", async () => {
    const caseId = await applyFor(permit(cast.firstLiaison, "hardship.apply"), anApplication(cast.worker.personId));
    const { householdId } = await db.person.findUniqueOrThrow({ where: { id: cast.worker.personId } });
    const spouse = await aPerson({ name: "配偶", householdId });
    expect(await fault(await take(household(spouse.staffNo)))).toContain("正在申请");
    const both = await take(household(spouse.staffNo, { 0: cast.otherWorker.loginName }), household("999999"));
    expect(both.counts).toMatchObject({ NEW: 1, WRONG: 1 });
    expect(caseId).toBeTruthy();
  });

  it("does not change what was decided in the portal", async () => {
    await applicationAt(cast, "ON_FILE");
    const same = { 2: "深度困难", 3: "收入低负担重", 5: "2026-10-26", 6: null };
    const late = permit(cast.officer, "hardship.import", "2026-10-27");
    const check = async (given: Record<number, SheetCell>) =>
      upload(late, fileEntity, await sheetOf([columns, household(cast.worker.loginName, given)]));
    expect((await check(same)).counts).toMatchObject({ SAME: 1 });
    const changed = await check({ ...same, 2: "相对困难" });
    expect(changed.counts.WRONG).toBe(1);
    expect((await reportOf(late, changed))[0]?.faults[0]?.sentence).toContain("走年度复核");
  });

  it("writes nothing of a sheet when a household has applied since the check", async () => {
    const batch = await take(household(cast.otherWorker.loginName), household(cast.worker.loginName));
    await applyFor(permit(cast.firstLiaison, "hardship.apply"), anApplication(cast.worker.personId));
    const back = await confirm(batch);
    expect(back).toMatchObject({ state: "CHECKED", counts: { NEW: 1, WRONG: 1 } });
    expect(back.problem).toContain("什么都没有写入");
    expect(await db.hardshipFile.count({ where: { state: "ON_FILE" } })).toBe(0);
  });

  it("offers a template that it reads itself, its sample passed over", async () => {
    const bytes = new Uint8Array(await templateOf(uploading(), fileEntity));
    const rows = [];
    for await (const piece of readSheet(bytes, { sheet: "困难职工台账" })) rows.push(...piece.rows);
    expect(rows[0]?.cells).toContain("主要致困原因*");
    const batch = await upload(uploading(), fileEntity, bytes);
    expect(batch).toMatchObject({ state: "FAILED", problem: "表头下面没有数据。请填好后再上传。" });
  });

  it("brings in 158 households within the time of one transaction", async () => {
    const people = await Promise.all(Array.from({ length: 158 }, () => aPerson()));
    const batch = await take(...people.map(({ staffNo }) => household(staffNo)));
    const started = performance.now();
    expect(await confirm(batch)).toMatchObject({ state: "DONE", rowsWritten: 158 });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(await db.hardshipFile.count({ where: { state: "ON_FILE" } })).toBe(158);
    expect(monday).toBe("2026-10-12");
  }, 120_000);
});
