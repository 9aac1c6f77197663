import { beforeEach, expect, test } from "vitest";
import { blindIndex, decryptField } from "@/lib/crypto";
import { correctIdNo } from "@/lib/people/idno/commands";
import { CorrectIdNo } from "@/lib/people/idno/schema";
import { findByIdNo } from "@/lib/people/reveal/commands";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, type Staff } from "../bureau";

const OLD = "129900196804121011";
const NEW = "12990019800229012X";
let personnel: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  id = (await aPerson({ name: "李扫街", idNo: OLD })).id;
});

const correct = (given: Record<string, unknown> = {}) =>
  correctIdNo(
    permitOf(personnel, "people.change"),
    CorrectIdNo.parse({ id, version: "1", idType: "RESIDENT", idNo: NEW, reason: "公安机关更正", ...given }),
  );

test("the new number replaces the old one, which stays in the history and goes on finding the person", async () => {
  await correct();
  const person = await db.person.findUniqueOrThrow({ where: { id } });
  expect(person).toMatchObject({ sex: "FEMALE", idNoIndex: blindIndex(NEW), version: 2 });
  const [old] = await db.idNoHistory.findMany({ where: { personId: id } });
  if (!old) throw new Error("no history");
  expect(decryptField(old.idNoCipher, { table: "id_no_history", column: "id_no_cipher", rowId: old.id })).toBe(OLD);
  const permit = permitOf(personnel, "people.reveal");
  expect(await findByIdNo(permit, OLD)).toBe(id);
  expect(await findByIdNo(permit, NEW)).toBe(id);
  const [audit] = await db.auditEvent.findMany({ where: { verb: "people.change" } });
  expect(audit).toMatchObject({ reason: "公安机关更正", subjectId: id });
  expect(JSON.stringify({ ...audit, valuesCipher: "" })).not.toContain("1299");
});

test.each([
  ["the same number", { idNo: OLD }, "和现在的号码一样"],
  ["a wrong check character", { idNo: "129900196804121012" }, "校验位不正确"],
  ["an old version", { version: "7" }, "刚被别人处理过"],
  ["the wrong kind of document", { idType: "HMT" }, "证件类型和号码不一致"],
])("refused and unchanged: %s", async (_what, given, sentence) => {
  const before = await countAll();
  await expect(correct(given)).rejects.toThrow(sentence);
  expect(await countAll()).toEqual(before);
  expect((await db.person.findUniqueOrThrow({ where: { id } })).idNoIndex).toBe(blindIndex(OLD));
});

test.each(["ACTIVE", "DECEASED"] as const)("refused: the number of somebody else (%s)", async (status) => {
  await aPerson({ name: "王晓芳", idNo: NEW, status, staffNo: "300009" });
  const before = await countAll();
  await expect(correct()).rejects.toThrow("已登记在王晓芳（工号 300009）名下");
  expect(await countAll()).toEqual(before);
});
