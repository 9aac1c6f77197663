import { beforeEach, expect, test } from "vitest";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, decryptField } from "@/lib/crypto";
import { undoImport } from "@/lib/imports/commands";
import { findBatch } from "@/lib/imports/queries";
import { familyEntity } from "@/lib/people/family/import/commands";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf } from "../bureau";
import { sheetOf, type SheetCell } from "../import/rows";
import { confirm, reportOf, upload } from "../import/sheet";

let permit: Permit<"people.import">;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  permit = permitOf(await anActor("孙人事", [officer("people")]), "people.import");
  await aPerson({ name: "刘德山", staffNo: "50001" });
});

const head = ["职工工号*", "职工姓名", "家属姓名*", "与本人关系*", "身份证号", "身份", "月收入（元）", "健康状况"];
const wife = ["50001", "刘德山", "李小梅", "妻子", "129900 19770618 1242", "务农", "1,500.50元", "高血压"];
const sheet = (...rows: SheetCell[][]) => sheetOf([head, ...rows], "家庭成员");
const run = async (...rows: SheetCell[][]) => upload(permit, familyEntity, await sheet(...rows));

test("new members make the household, encrypted as the form does; then a change, then both taken back", async () => {
  const before = await countAll();
  const first = await run(wife, ["50001", null, "刘小山", "儿子", "12990020200315003x", "学龄前"]);
  expect(first.counts).toMatchObject({ NEW: 2, WRONG: 0 });
  expect((await countAll()).family_member).toBe(before.family_member);
  await confirm(permit, familyEntity, first);
  const row = await db.familyMember.findFirstOrThrow({ where: { relation: "SPOUSE" } });
  expect(row).toMatchObject({ monthlyIncomeFen: 150_050n, idNoIndex: blindIndex("129900197706181242"), version: 1 });
  const place = { table: "family_member", column: "health_cipher", rowId: row.id };
  expect(decryptField(row.healthCipher ?? "", place)).toBe("高血压");
  expect(await db.household.count()).toBe(1);

  const second = await run(["50001", null, "李小梅", "配偶", null, "退休"], wife.with(0, "50009"));
  expect(second.counts).toMatchObject({ CHANGED: 1, WRONG: 1 });
  expect((await reportOf(permit, second))[0]?.differences).toEqual([{ header: "身份", before: "务农", after: "退休" }]);
  await confirm(permit, familyEntity, { id: second.id, mode: "correct" });
  expect(await db.familyMember.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    occupation: "RETIRED",
    monthlyIncomeFen: 150_050n,
    idNoIndex: row.idNoIndex,
    version: 2,
  });

  await undoImport(permit, familyEntity, { batchId: first.id, reason: "传错了" });
  expect(await findBatch(permit, first.id)).toMatchObject({ takenBack: 1, kept: 1 });
  await undoImport(permit, familyEntity, { batchId: second.id, reason: "传错了" });
  expect(await db.familyMember.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    occupation: "FARMING",
    version: 3,
  });
  expect(await db.familyMember.count({ where: { removedAt: null } })).toBe(1);
});

test("two sheets with one member at once: the member is on file once", async () => {
  const other = permitOf(await anActor("周人事", [officer("people")]), "people.import");
  const [mine, theirs] = [await run(wife), await upload(other, familyEntity, await sheet(wife))];
  const done = await Promise.all([confirm(permit, familyEntity, mine), confirm(other, familyEntity, theirs)]);
  expect(done.map(({ state }) => state).sort()).toEqual(["CHECKED", "DONE"]);
  expect(await db.familyMember.count()).toBe(1);
});

test.each<[string, SheetCell[], string]>([
  ["an unknown worker", wife.with(0, "59999"), "没有这个工号的人"],
  ["another worker's name", wife.with(1, "刘德水"), "这个工号是刘德山的"],
  ["a wrong check digit", wife.with(4, "129900197706181243"), "校验位"],
  ["a father who is a woman", wife.with(3, "父亲"), "性别不一致"],
  ["no relation", wife.with(3, ""), "请选择与本人关系"],
  ["a relation of nobody", wife.with(3, "邻居"), "不在可选范围内"],
])("%s is a wrong row and nothing is written", async (_what, row, words) => {
  const batch = await run(row);
  expect(batch.counts).toMatchObject({ NEW: 0, WRONG: 1 });
  expect((await reportOf(permit, batch))[0]?.faults.map(({ sentence }) => sentence).join()).toContain(words);
  await expect(confirm(permit, familyEntity, batch)).rejects.toThrow("没有要新增或改动的行");
  expect(await db.familyMember.count()).toBe(0);
});
