import { beforeEach, describe, expect, test } from "vitest";
import type { Permit } from "@/lib/auth/permit";
import { confirmImport, dropImport, startImport, undoImport } from "@/lib/imports/commands";
import { newId } from "@/lib/id";
import { findBatch } from "@/lib/imports/queries";
import type { Entity } from "@/lib/imports/entities/queries";
import { wrongRows } from "@/lib/imports/sheets/queries";
import { readSheet } from "@/lib/excel";
import { writeBatch } from "@/lib/imports/writing/commands";
import { rosterEntity } from "@/lib/people/import/commands";
import type { RosterData } from "@/lib/people/import/rules";
import { db } from "@/prisma/client";
import { ownerQuery, resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, units, type Staff } from "../bureau";
import { head, idNoOf, nameOf, newRow, sheetOf } from "./rows";
import { confirm, reportOf, upload } from "./sheet";

let personnel: Staff;
let permit: Permit<"people.import">;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  permit = permitOf(personnel, "people.import");
});

const register = async () => {
  const all = await countAll();

  return [all.person, all.person_token, all.employment_event];
};
const anotherOfficer = async () => permitOf(await anActor("周人事", [officer("people")]), "people.import");

describe("once, whole, or not at all", () => {
  test("a batch that two officers confirm is written once", async () => {
    const batch = await upload(permit, rosterEntity, await sheetOf([head, newRow(1)]));
    const both = await Promise.allSettled([
      confirm(permit, rosterEntity, batch),
      confirm(await anotherOfficer(), rosterEntity, batch),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.person.count({ where: { staffNo: "N100001" } })).toBe(1);
    await expect(confirmImport(permit, { batchId: batch.id, mode: "all" })).rejects.toThrow("已经有人确认过了");
  });

  test("two sheets with the same people at once: one is written, the other is checked anew and says so", async () => {
    const other = await anotherOfficer();
    const bytes = await sheetOf([head, newRow(1), newRow(2)]);
    const [mine, theirs] = [await upload(permit, rosterEntity, bytes), await upload(other, rosterEntity, bytes)];
    const done = await Promise.all([confirm(permit, rosterEntity, mine), confirm(other, rosterEntity, theirs)]);
    expect(done.map(({ state }) => state).sort()).toEqual(["CHECKED", "DONE"]);
    const again = done.find(({ state }) => state === "CHECKED");
    expect(again).toMatchObject({ counts: { NEW: 0, SAME: 2 } });
    expect(again?.problem).toContain("档案有了变动");
    expect(await db.person.count({ where: { staffNo: { startsWith: "N" } } })).toBe(2);
  });

  test("a person changed between check and writing: nothing of the sheet is written", async () => {
    const known = await aPerson({ name: "刘德山", staffNo: "50001" });
    const batch = await upload(permit, rosterEntity, await sheetOf([head, newRow(1), ["50001", "刘得山"]]));
    await db.person.update({ where: { id: known.id }, data: { version: 2, name: "刘德三" } });
    const before = await register();
    const back = await confirm(permit, rosterEntity, batch);
    expect(back).toMatchObject({ state: "CHECKED", counts: { NEW: 1, CHANGED: 1 } });
    expect(await register()).toEqual(before);
    expect((await reportOf(permit, back))[1]?.differences).toEqual([
      { header: "姓名", before: "刘德三", after: "刘得山" },
    ]);
  });

  test("a writing that breaks in the middle leaves nothing and can be confirmed again", async () => {
    const rows = Array.from({ length: 130 }, (_, at) => newRow(at));
    const batch = await upload(permit, rosterEntity, await sheetOf([head, ...rows]));
    const before = await register();
    let calls = 0;
    const breaking: Entity<RosterData> = {
      ...rosterEntity,
      apply: async (...given) => {
        calls += 1;
        if (calls === 3) throw new Error("power is gone");

        return rosterEntity.apply(...given);
      },
    };
    const back = await confirm(permit, breaking, batch);
    expect(back).toMatchObject({ state: "CHECKED" });
    expect(back.problem).toContain("什么都没有写入");
    expect(await register()).toEqual(before);
    expect(await confirm(permit, rosterEntity, batch)).toMatchObject({ state: "DONE", rowsWritten: 130 });
  });

  test("a connection that is cut in the middle of the writing leaves nothing, and the sheet can be confirmed again", async () => {
    const rows = Array.from({ length: 130 }, (_, at) => newRow(at));
    const batch = await upload(permit, rosterEntity, await sheetOf([head, ...rows]));
    const before = await countAll();
    let calls = 0;
    const cut: Entity<RosterData> = {
      ...rosterEntity,
      apply: async (tx, ...given) => {
        calls += 1;
        const done = await rosterEntity.apply(tx, ...given);
        if (calls !== 2) return done;
        const [own] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
        await ownerQuery("select pg_terminate_backend($1)", [own?.pid]);

        return done;
      },
    };
    const back = await confirm(permit, cut, batch);
    expect(calls).toBe(2);
    expect(back).toMatchObject({ state: "CHECKED", counts: { NEW: 130 } });
    expect(await countAll()).toEqual(before);
    expect(await db.importRow.count({ where: { writtenVersion: { not: null } } })).toBe(0);
    expect(await confirm(permit, rosterEntity, batch)).toMatchObject({ state: "DONE", rowsWritten: 130 });
  });

  test("a portal that stops in the middle: the claim can be taken over after a minute, and the old one finishes nothing", async () => {
    const batch = await upload(permit, rosterEntity, await sheetOf([head, newRow(1)]));
    const lost = await confirmImport(permit, { batchId: batch.id, mode: "all" });
    await expect(confirmImport(permit, { batchId: batch.id, mode: "all" })).rejects.toThrow("已经有人确认过了");
    await ownerQuery("update import_batch set beat_at = now() - interval '2 minutes' where id = $1", [batch.id]);
    expect(await findBatch(permit, batch.id)).toMatchObject({ state: "WRITING", isCutOff: true });
    const fresh = await confirmImport(permit, { batchId: batch.id, mode: "all" });
    await writeBatch(permit, rosterEntity, { id: batch.id, version: lost });
    expect(await db.person.count({ where: { staffNo: "N100001" } })).toBe(0);
    await writeBatch(permit, rosterEntity, { id: batch.id, version: fresh });
    expect(await findBatch(permit, batch.id)).toMatchObject({ state: "DONE", rowsWritten: 1 });
  });

  test("the same upload sent twice makes one batch", async () => {
    const bytes = await sheetOf([head, newRow(1)]);
    const requestKey = newId();
    const one = await startImport(permit, rosterEntity, { bytes, fileName: "a.xlsx", requestKey });
    const two = await startImport(permit, rosterEntity, { bytes, fileName: "a.xlsx", requestKey });
    expect(two).toEqual({ id: one.id, isNew: false });
  });
});

describe("wrong rows", () => {
  test("1 % bad rows: refused as a whole, imported without them, and handed back with the reasons", async () => {
    const rows = Array.from({ length: 300 }, (_, at) => {
      const row = newRow(at);
      if (at % 100 === 50) row[2] = "129900196804121012";

      return row;
    });
    const batch = await upload(permit, rosterEntity, await sheetOf([head, ...rows]));
    expect(batch.counts).toEqual({ NEW: 297, CHANGED: 0, SAME: 0, WRONG: 3 });
    const before = await register();
    await expect(confirmImport(permit, { batchId: batch.id, mode: "all" })).rejects.toThrow("还有 3 行有错误");
    expect(await register()).toEqual(before);
    expect(await confirm(permit, rosterEntity, { id: batch.id, mode: "correct" })).toMatchObject({ rowsWritten: 297 });

    const chunks: Buffer[] = [];
    for await (const chunk of await wrongRows(permit, rosterEntity, batch.id)) chunks.push(chunk as Buffer);
    const back = [];
    for await (const piece of readSheet(new Uint8Array(Buffer.concat(chunks)))) back.push(...piece.rows);
    expect(back).toHaveLength(4);
    expect(back[1]?.cells[2]).toBe("129900196804121012");
    expect(back[1]?.cells.at(-1)).toBe("第52行 身份证号：身份证号校验位不正确");
  });

  test("only who uploaded them gets the rows back", async () => {
    const batch = await upload(permit, rosterEntity, await sheetOf([head, ["N1", "王"]]));
    await expect(wrongRows(await anotherOfficer(), rosterEntity, batch.id)).rejects.toThrow();
  });

  test.each<[string, (row: (string | null)[]) => void, string]>([
    ["work before 16", (row) => (row[7] = "1990-01-01"), "未满16周岁"],
    ["a dispatched worker without agency", (row) => (row[6] = null), "派遣单位"],
    ["two units of one name", (row) => (row[3] = "清扫一班"), "请写全称"],
    ["a phone without owner", (row) => (row[11] = null), "手机号是谁的"],
    ["no unit at all", (row) => (row[3] = null), "新增人员必须填写"],
  ])("%s", async (_what, spoil, words) => {
    const row = newRow(1) as (string | null)[];
    spoil(row);
    const batch = await upload(permit, rosterEntity, await sheetOf([head, row]));
    expect(batch.counts.WRONG).toBe(1);
    expect((await reportOf(permit, batch))[0]?.faults.map(({ sentence }) => sentence).join()).toContain(words);
  });

  test("somebody who looks like a person on file must be confirmed as another one", async () => {
    const born = "1975-01-02";
    await aPerson({ name: nameOf(1), birthDate: born, staffNo: "50009", unitId: units.secondTeam });
    const sheet = (isDistinct: string | null) => sheetOf([head, [...newRow(1), null, isDistinct]]);
    const batch = await upload(permit, rosterEntity, await sheet(null));
    expect((await reportOf(permit, batch))[0]?.faults[0]?.sentence).toContain("可能已登记过");
    const confirmed = await upload(permit, rosterEntity, await sheet("是"));
    expect(await confirm(permit, rosterEntity, confirmed)).toMatchObject({ state: "DONE" });
    const [audit] = await db.auditEvent.findMany({ where: { verb: "people.import", object: "person" } });
    expect(JSON.stringify(audit?.detail)).toContain("confirmedDistinctFrom");
  });

  test("an ID number of somebody else, one that differs from the file, a person who left", async () => {
    await aPerson({ name: "甲某", staffNo: "50001", idNo: idNoOf(10) });
    await aPerson({ name: "乙某", staffNo: "50002", idNo: idNoOf(11) });
    await aPerson({ name: "丙某", staffNo: "50003", status: "LEFT" });
    const rows = [
      ["50001", null, idNoOf(11)],
      ["50002", null, idNoOf(12)],
      ["50003", "丙某某"],
      ["50009", null, idNoOf(10)],
    ];
    const batch = await upload(permit, rosterEntity, await sheetOf([head, ...rows]));
    expect(batch.counts.WRONG).toBe(4);
    const told = (await reportOf(permit, batch)).map(({ faults }) => faults[0]?.sentence);
    expect(told).toEqual([
      expect.stringContaining("身份证号是乙某"),
      expect.stringContaining("和档案里的身份证号不一致"),
      expect.stringContaining("已登记为“离职”"),
      expect.stringContaining("工号是 50001"),
    ]);
  });
});

test("a dropped sheet is emptied and cannot be confirmed; one of another bureau is not found", async () => {
  const batch = await upload(permit, rosterEntity, await sheetOf([head, newRow(1)]));
  const foreign = { ...permit, reach: { ...permit.reach, bureauId: newId() } };
  for (const act of [
    () => dropImport(foreign, batch.id),
    () => confirmImport(foreign, { batchId: batch.id, mode: "all" as const }),
    () => undoImport(foreign, rosterEntity, { batchId: batch.id, reason: "试试" }),
  ]) {
    await expect(act()).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  }
  await dropImport(permit, batch.id);
  expect(await db.importRow.count({ where: { contentCipher: { not: "" } } })).toBe(0);
  await expect(confirmImport(permit, { batchId: batch.id, mode: "all" })).rejects.toThrow();
});
