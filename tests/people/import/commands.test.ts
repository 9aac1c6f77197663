import { beforeEach, describe, expect, test } from "vitest";
import type { Permit } from "@/lib/auth/permit";
import { undoImport } from "@/lib/imports/commands";
import { findBatch } from "@/lib/imports/queries";
import { rosterEntity } from "@/lib/people/import/commands";
import { listPeople } from "@/lib/people/roster/queries";
import { RosterFilter } from "@/lib/people/roster/schema";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, liaisonOf, officer, openUnits, permitOf, units, type Staff } from "../bureau";
import { head, newRow, sheetOf } from "./rows";
import { confirm, reportOf, upload } from "./sheet";

let personnel: Staff;
let permit: Permit<"people.import">;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  permit = permitOf(personnel, "people.import");
});

const find = async (q: string) =>
  (await listPeople(permitOf(personnel, "people.view"), RosterFilter.parse({ q, tab: "all" }))).rows;

describe("new people and changes in one sheet", () => {
  test("nothing is written before the confirmation; then everything, with search words, events and audit", async () => {
    const known = await aPerson({ name: "刘德山", staffNo: "50001", mobile: "13900000000", mobileOwner: "SELF" });
    const change = ["50001", null, null, "环卫二所 清扫一班", null, null, null, null, null, null, "13911112222"];
    const before = await countAll();
    const batch = await upload(permit, rosterEntity, await sheetOf([head, newRow(1), newRow(2), change]));
    expect(batch).toMatchObject({ state: "CHECKED", counts: { NEW: 2, CHANGED: 1, SAME: 0, WRONG: 0 } });
    const after = await countAll();
    expect(after).toEqual({
      ...before,
      import_batch: 1,
      import_row: 3,
      audit_event: (before.audit_event ?? 0) + 1,
    });
    const [, , changed] = await reportOf(permit, batch);
    expect(changed?.differences).toEqual([
      { header: "单位", before: "环卫一所 清扫一班", after: "环卫二所 清扫一班" },
      { header: "手机号", before: "139****0000", after: "139****2222" },
    ]);

    expect(await confirm(permit, rosterEntity, batch)).toMatchObject({ state: "DONE", rowsWritten: 3 });
    const person = await db.person.findUniqueOrThrow({ where: { id: known.id } });
    expect(person).toMatchObject({ unitId: units.secondTeam, mobile: "13911112222", version: 2, name: "刘德山" });
    expect((await find("2222")).map(({ name }) => name)).toEqual(["刘德山"]);
    expect(await db.employmentEvent.findMany({ where: { personId: known.id } })).toMatchObject([
      { kind: "UNIT_CHANGED", fromUnitId: units.firstTeam, toUnitId: units.secondTeam },
    ]);
    expect(await find("N100001")).toHaveLength(1);
    const audit = await db.auditEvent.findMany({ where: { verb: "people.import", object: "person" } });
    expect(audit).toHaveLength(3);
  });

  test("undo takes back who was not touched since and says why the others stay", async () => {
    const known = await aPerson({ name: "刘德山", staffNo: "50001" });
    const sheet = await sheetOf([head, newRow(1), newRow(2), ["50001", "刘得山"]]);
    const batch = await upload(permit, rosterEntity, sheet);
    await confirm(permit, rosterEntity, batch);
    const touched = await db.person.findUniqueOrThrow({ where: { staffNo: "N100002" } });
    await db.person.update({ where: { id: touched.id }, data: { version: 2 } });
    await undoImport(permit, rosterEntity, { batchId: batch.id, reason: "传错了文件" });
    const undone = await findBatch(permit, batch.id);
    expect(undone).toMatchObject({ state: "UNDONE", takenBack: 2, kept: 1 });
    expect(await find("N100001")).toEqual([]);
    expect(await find("N100002")).toHaveLength(1);
    expect((await db.person.findUniqueOrThrow({ where: { id: known.id } })).name).toBe("刘德山");
    expect((await reportOf(permit, undone)).map(({ keptWhy }) => keptWhy)).toEqual([
      null,
      "导入以后又有人改过这份档案",
      null,
    ]);
    await expect(undoImport(permit, rosterEntity, { batchId: batch.id, reason: "再来一次" })).rejects.toThrow(
      "已经撤销过",
    );
    // The numbers are free again.
    const again = await upload(permit, rosterEntity, await sheetOf([head, newRow(1)]));
    expect(await confirm(permit, rosterEntity, again)).toMatchObject({ state: "DONE", rowsWritten: 1 });
  });
});

test("somebody without the right gets no permit", async () => {
  const liaison = await anActor("钱联络", [liaisonOf(units.first)]);
  expect(() => permitOf(liaison, "people.import")).toThrow("may not");
  expect(() => permitOf({ ...personnel, grants: [officer("hardship")] }, "people.import")).toThrow("may not");
});
