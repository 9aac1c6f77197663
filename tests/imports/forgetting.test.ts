import { beforeEach, describe, expect, it } from "vitest";
import { fileEntity } from "@/lib/hardship/import/commands";
import { undoImport } from "@/lib/imports/commands";
import { forgetRows, markSeen } from "@/lib/imports/forgetting/commands";
import { findBatch, listRows } from "@/lib/imports/queries";
import { readBatch } from "@/lib/imports/reading/commands";
import { startImport } from "@/lib/imports/commands";
import { importsFor } from "@/lib/imports/waiting/queries";
import { newId } from "@/lib/id";
import { changeParameter } from "@/lib/parameters/commands";
import { rosterEntity } from "@/lib/people/import/commands";
import { db } from "@/prisma/client";
import { openUnion, permit, type HardshipCast } from "../hardship/bureau";
import { anActor, leader, officer, systemAdmin, type Staff } from "../people/bureau";
import { head, newRow, sheetOf } from "../people/import/rows";
import { confirm, upload } from "../people/import/sheet";
import { ownerQuery } from "../setup/database";

let cast: HardshipCast;
let personnel: Staff;
beforeEach(async () => {
  cast = await openUnion();
  personnel = await anActor("孙人事", [officer("people")]);
});

const by = (on = "2026-10-12") => permit(personnel, "people.import", on);
const aSheet = async (at = 1) => upload(by(), rosterEntity, await sheetOf([head, newRow(at)]));
const kept = () => db.importRow.count({ where: { contentCipher: { not: "" } } });
const lines = async (who: Staff, on = "2026-10-12") =>
  (await importsFor(permit(who, "cases.view", on))).map(({ state, isOwn }) => [state, isOwn]);

describe("what a sheet held", () => {
  it("stays for the days of the parameter and is then emptied, confirmed or not; the register keeps its people", async () => {
    const waiting = await aSheet(1);
    const done = await confirm(by(), rosterEntity, await aSheet(2));
    expect(await forgetRows(by("2026-11-11"))).toBe(0);
    expect(await kept()).toBe(2);
    expect(await forgetRows(by("2026-11-12"))).toBe(2);
    expect(await kept()).toBe(0);
    expect(await forgetRows(by("2026-11-12"))).toBe(0);
    expect(await findBatch(by(), waiting.id)).toMatchObject({ state: "DROPPED", isForgotten: true });
    const after = await findBatch(by(), done.id);
    expect(after).toMatchObject({ state: "DONE", isForgotten: true, rowsWritten: 1 });
    expect((await listRows(by(), after, {})).rows).toEqual([]);
    expect(await db.person.count({ where: { staffNo: "N100002" } })).toBe(1);
  });

  it("is emptied by the next upload of anybody, and by a term that was made shorter", async () => {
    await aSheet(1);
    const sys = await anActor("系统管理员", [systemAdmin]);
    await changeParameter(permit(sys, "parameters.change"), {
      key: "imports.keepDays",
      value: 3,
      validFrom: "2026-10-13",
      reason: "尽早清除",
      isUnverified: false,
      seenId: "",
    });
    const later = permit(personnel, "people.import", "2026-10-16");
    const bytes = await sheetOf([head, newRow(2)]);
    await startImport(later, rosterEntity, { bytes, fileName: "新.xlsx", requestKey: newId() });
    expect(await kept()).toBe(0);
  });

  it("cannot be taken back afterwards, and the people stay as they are", async () => {
    const done = await confirm(by(), rosterEntity, await aSheet(1));
    await forgetRows(by("2026-11-12"));
    const late = permit(personnel, "people.import", "2026-11-12");
    await expect(undoImport(late, rosterEntity, { batchId: done.id, reason: "太晚了" })).rejects.toThrow("过期清除");
    expect((await findBatch(late, done.id)).state).toBe("DONE");
    expect(await db.person.count({ where: { staffNo: "N100001", voidedAt: null } })).toBe(1);
  });

  it("is not taken back before it was written, nor twice", async () => {
    const waiting = await aSheet(1);
    const undo = () => undoImport(by(), rosterEntity, { batchId: waiting.id, reason: "传错了" });
    await expect(undo()).rejects.toThrow("还没有写入");
    expect((await findBatch(by(), waiting.id)).state).toBe("CHECKED");
    await confirm(by(), rosterEntity, waiting);
    await undo();
    await expect(undo()).rejects.toThrow("已经撤销过");
    expect(await db.person.count({ where: { staffNo: "N100001", voidedAt: null } })).toBe(0);
  });

  it("is left alone while somebody is writing it, however old", async () => {
    const batch = await aSheet(1);
    await ownerQuery("update import_batch set state = 'WRITING', beat_at = now() where id = $1", [batch.id]);
    expect(await forgetRows(by("2027-03-01"))).toBe(0);
    await ownerQuery("update import_batch set beat_at = now() - interval '2 hours' where id = $1", [batch.id]);
    expect(await forgetRows(by("2027-03-01"))).toBe(1);
    expect(await kept()).toBe(0);
  });
});

describe("the line in the inbox", () => {
  it("tells the uploader that a sheet was checked, and goes when its page was opened", async () => {
    const batch = await aSheet(1);
    expect(await lines(personnel)).toEqual([["CHECKED", true]]);
    expect(await lines(await anActor("赵局长", [leader]))).toEqual([]);
    await markSeen(by(), batch);
    expect(await lines(personnel)).toEqual([]);
  });

  it("tells also what could not be read, and nothing of a sheet that is still being read", async () => {
    const bytes = new Uint8Array(Buffer.from("工号,姓名\n"));
    const { id } = await startImport(by(), rosterEntity, { bytes, fileName: "a.xlsx", requestKey: newId() });
    expect(await lines(personnel)).toEqual([]);
    await readBatch(by(), rosterEntity, { id, bytes });
    expect(await lines(personnel)).toEqual([["FAILED", true]]);
    expect(await lines(personnel, "2026-10-27")).toEqual([]);
  });

  it("asks the head of the office to confirm what an officer uploaded, and nobody else", async () => {
    const columns = ["户主工号*", "困难等级*", "主要致困原因*", "建档日期*"];
    const rows = [columns, [cast.worker.loginName, "深度困难", "残疾", "2024-03-12"]];
    await upload(permit(cast.officer, "hardship.import"), fileEntity, await sheetOf(rows));
    expect(await lines(cast.manager)).toEqual([["CHECKED", false]]);
    expect(await lines(cast.officer)).toEqual([["CHECKED", true]]);
    expect(await lines(cast.otherOfficer)).toEqual([]);
    expect(await lines(personnel)).toEqual([]);
  });
});
