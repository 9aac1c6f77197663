import { beforeEach, describe, expect, test } from "vitest";
import { addMember, changeMember, joinHousehold, leaveHousehold, removeMember } from "@/lib/people/family/commands";
import { readHousehold } from "@/lib/people/family/queries";
import { readMember, shownName } from "@/lib/people/family/rules";
import { AddMember, ChangeMember } from "@/lib/people/family/schema";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, type Staff } from "../bureau";

const CHILD = "12990020200315003X";
let personnel: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  id = (await aPerson({ name: "李扫街" })).id;
});

const permit = () => permitOf(personnel, "people.change");
const add = (given: Record<string, unknown> = {}) =>
  addMember(permit(), AddMember.parse({ personId: id, name: "李小宝", relation: "SON", ...given }));
const home = (personId = id) => readHousehold(permit(), personId);
const householdOf = async (personId: string) =>
  (await db.person.findUniqueOrThrow({ where: { id: personId } })).householdId;

describe("family members", () => {
  test("the first one makes the household; number and health are encrypted, money is kept in 分", async () => {
    await add({ idNo: CHILD.toLowerCase(), health: "先天性心脏病", monthlyIncome: "2510.5", occupation: "PRESCHOOL" });
    const row = await db.familyMember.findFirstOrThrow();
    expect(row.monthlyIncomeFen).toBe(251050n);
    expect(`${row.idNoCipher ?? ""}${row.healthCipher ?? ""}`).not.toMatch(/12990020|心脏/);
    const { members, isHead } = await home();
    expect(isHead).toBe(true);
    expect(members).toMatchObject([
      { name: "李小宝", birthDate: "2020-03-15", age: 6, hasIdNo: true, health: "先天性心脏病" },
    ]);
    await add({ name: "王嫂", relation: "SPOUSE" });
    expect(await db.household.count()).toBe(1);
    expect(await db.auditEvent.count({ where: { object: "family_member", subjectId: id } })).toBe(2);
  });

  test("a change keeps the number when it is left empty; who saves second is told", async () => {
    await add({ idNo: CHILD });
    const before = await db.familyMember.findFirstOrThrow();
    const typed = {
      personId: id,
      memberId: before.id,
      version: "1",
      name: "李大宝",
      relation: "SON",
      occupation: "STUDENT",
    };
    await changeMember(permit(), ChangeMember.parse(typed));
    expect(await db.familyMember.findFirstOrThrow()).toMatchObject({
      name: "李大宝",
      idNoCipher: before.idNoCipher,
      version: 2,
    });
    const counts = await countAll();
    await expect(changeMember(permit(), ChangeMember.parse(typed))).rejects.toThrow("刚被别人处理过");
    expect(await countAll()).toEqual(counts);
  });

  test("a removed member stays as a row and is shown no more", async () => {
    await add();
    const { id: memberId } = await db.familyMember.findFirstOrThrow();
    await removeMember(permit(), { personId: id, memberId, version: 1, reason: "登记错误" });
    expect((await home()).members).toEqual([]);
    expect(await db.familyMember.count()).toBe(1);
  });

  test("a member of another household is not found", async () => {
    await add();
    const other = await aPerson({ name: "赵别家" });
    const { id: memberId } = await db.familyMember.findFirstOrThrow();
    const counts = await countAll();
    const act = removeMember(permit(), { personId: other.id, memberId, version: 1, reason: "登记错误" });
    await expect(act).rejects.toThrow("NEXT_HTTP_ERROR");
    expect(await countAll()).toEqual(counts);
  });

  test.each([
    ["a wrong number", { idNo: "129900202003150031" }, "校验位不正确"],
    ["a birth date that the number denies", { idNo: CHILD, birthDate: "2020-03-16" }, "不一致"],
    ["a daughter with a boy's number", { idNo: CHILD, relation: "DAUGHTER" }, "性别不一致"],
    ["a birth date to come", { birthDate: "2026-10-11" }, "不能晚于今天"],
    ["a pupil of eight as 学龄前", { birthDate: "2018-01-01", occupation: "PRESCHOOL" }, "不是学龄前"],
  ])("refused and unchanged: %s", async (_what, given, sentence) => {
    const counts = await countAll();
    await expect(add(given)).rejects.toThrow(sentence);
    expect(await countAll()).toEqual(counts);
  });

  test("the same number twice in one household is refused", async () => {
    await add({ idNo: CHILD });
    const counts = await countAll();
    await expect(add({ idNo: CHILD, name: "李二宝" })).rejects.toThrow("已经登记在本户里");
    expect(await countAll()).toEqual(counts);
  });

  test("a child under fourteen is not named beside the parent", () => {
    expect(shownName("李小宝", "2020-03-15", "2026-10-10")).toBeNull();
    expect(shownName("李大宝", "2012-10-10", "2026-10-10")).toBe("李大宝");
    expect(shownName("王嫂", null, "2026-10-10")).toBe("王嫂");
    expect(readMember({ relation: "SON", birthDate: "2020-03-15" }, "2026-10-10")).toMatchObject({
      ok: true,
      idNo: null,
    });
  });
});

describe("two spouses who both work here", () => {
  test("are one household with all members of both", async () => {
    const spouse = await aPerson({ name: "王晓芳" });
    await add({ name: "李小宝" });
    await addMember(permit(), AddMember.parse({ personId: spouse.id, name: "王老伯", relation: "FATHER" }));
    await joinHousehold(permit(), { personId: id, spouseStaffNo: spouse.staffNo });
    expect(await householdOf(spouse.id)).toBe(await householdOf(id));
    const seen = await home(spouse.id);
    expect(seen.members.map(({ name }) => name).sort()).toEqual(["李小宝", "王老伯"]);
    expect(seen).toMatchObject({ isHead: false, colleagues: [{ id, isHead: true }] });
    const counts = await countAll();
    await expect(joinHousehold(permit(), { personId: id, spouseStaffNo: spouse.staffNo })).rejects.toThrow("同一户");
    await expect(joinHousehold(permit(), { personId: id, spouseStaffNo: "999999" })).rejects.toThrow("没有这个工号");
    expect(await countAll()).toEqual(counts);
  });

  test("分户: the other goes into the own household, the members stay with the head", async () => {
    const spouse = await aPerson({ name: "王晓芳" });
    await add();
    await joinHousehold(permit(), { personId: id, spouseStaffNo: spouse.staffNo });
    const counts = await countAll();
    await expect(leaveHousehold(permit(), { personId: id, reason: "离婚" })).rejects.toThrow("本人是户主");
    expect(await countAll()).toEqual(counts);
    await leaveHousehold(permit(), { personId: spouse.id, reason: "离婚" });
    expect(await householdOf(spouse.id)).not.toBe(await householdOf(id));
    expect((await home()).members).toHaveLength(1);
    expect(await home(spouse.id)).toMatchObject({ members: [], colleagues: [], isHead: true });
  });

  test("nobody joins oneself", async () => {
    const me = await db.person.findUniqueOrThrow({ where: { id } });
    await expect(joinHousehold(permit(), { personId: id, spouseStaffNo: me.staffNo })).rejects.toThrow(
      "这是本人的工号",
    );
  });
});
