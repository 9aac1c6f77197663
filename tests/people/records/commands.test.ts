import { beforeEach, describe, expect, test } from "vitest";
import type { Permit } from "@/lib/auth/permit";
import { addDays, fromDateColumn } from "@/lib/dates";
import { isMigrant } from "@/lib/people/rules";
import { beginPerson, createPerson } from "@/lib/people/records/commands";
import { compareIdentity, openDraft } from "@/lib/people/records/queries";
import { NewPerson, PersonIdentity } from "@/lib/people/records/schema";
import { listPeople } from "@/lib/people/roster/queries";
import { RosterFilter } from "@/lib/people/roster/schema";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, today, units, type Staff } from "../bureau";

let personnel: Staff;
let permit: Permit<"people.create">;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  permit = permitOf(personnel, "people.create");
});

const identity = (given: Partial<Record<keyof PersonIdentity, string>> = {}) =>
  PersonIdentity.parse({ name: "王晓芳", idNo: "12990019800229012x", unitId: units.firstTeam, ...given });

const details = (draft: string, given: Record<string, unknown> = {}) =>
  NewPerson.parse({
    draft,
    staffNo: "300001",
    postType: "SWEEPER",
    employmentType: "DISPATCH",
    agencyName: "津洁劳务公司",
    hireDate: "2026-10-01",
    hukouScope: "OUTSIDE",
    hukouType: "RURAL",
    ...given,
  });

const create = (given: Record<string, unknown> = {}, who = identity()) =>
  createPerson(permit, details(beginPerson(permit, who), given));

describe("scenario 1: ID and origin", () => {
  test("an outside rural worker under 劳务派遣 is stored as entered, with sex and birth date from the number", async () => {
    const id = await create();
    const person = await db.person.findUniqueOrThrow({ where: { id } });
    expect(person).toMatchObject({
      sex: "FEMALE",
      employmentType: "DISPATCH",
      hukouScope: "OUTSIDE",
      hukouType: "RURAL",
    });
    expect(person.birthDate && fromDateColumn(person.birthDate)).toBe("1980-02-29");
    expect(isMigrant(person.hukouScope)).toBe(true);
    expect(person.idNoCipher).not.toContain("129900");
    const drafted = openDraft(permit, beginPerson(permit, identity()));
    expect(drafted?.identity.idNo).toBe("12990019800229012X");
  });

  test("a wrong check character is refused and nothing is saved", async () => {
    const before = await countAll();
    expect(() => beginPerson(permit, identity({ idNo: "129900196804121012" }))).toThrow("身份证号校验位不正确");
    expect(await countAll()).toEqual(before);
  });
});

test("a new person is found at once, has the event 入职 and one audit row", async () => {
  const id = await create();
  const found = await listPeople(permitOf(personnel, "people.view"), RosterFilter.parse({ q: "wxf" }));
  expect(found.rows.map(({ name }) => name)).toEqual(["王晓芳"]);
  expect(await db.employmentEvent.findMany({ where: { personId: id } })).toMatchObject([
    { kind: "HIRED", toUnitId: units.firstTeam },
  ]);
  const audit = await db.auditEvent.findMany({ where: { objectId: id } });
  expect(audit).toMatchObject([{ verb: "people.create", outcome: "DONE", subjectId: id }]);
});

test("the same form sent twice makes one person", async () => {
  const form = details(beginPerson(permit, identity()));
  const [first, second] = await Promise.all([createPerson(permit, form), createPerson(permit, form)]);
  expect(second).toBe(first);
  expect(await db.person.count({ where: { name: "王晓芳" } })).toBe(1);
  expect(await createPerson(permit, form)).toBe(first);
});

describe("refused, and everything stays as it was", () => {
  const refused = async (act: () => Promise<unknown>, sentence: string | RegExp) => {
    const before = await countAll();
    await expect(act()).rejects.toThrow(sentence);
    expect(await countAll()).toEqual(before);
  };

  test.each([
    ["a dispatched worker without an agency", { agencyName: undefined }, "劳务派遣人员请填写派遣单位"],
    ["work before the 16th birthday", { hireDate: "1996-02-28" }, "入职时未满16周岁"],
    ["a first day far ahead", { hireDate: addDays(today, 32) }, "最多可提前 31 天"],
    [
      "a contract that ends before it starts",
      { contractStart: "2026-10-02", contractEnd: "2026-10-01" },
      "不能早于起始",
    ],
    [
      "a 段组长 as leader",
      { postType: "SECTION_HEAD", rankLevel: "SECTION", isLeader: true },
      "领导干部应为副科及以上",
    ],
  ])("%s", async (_what, given, sentence) => {
    await refused(() => create(given), sentence);
  });

  test("ordinary work over age; 劳务协议 is allowed", async () => {
    const who = identity({ name: "刘超龄", idNo: "129900195907080238" });
    await refused(() => create({}, who), "已过退休年龄");
    await create({ employmentType: "SERVICE_AGREEMENT", agencyName: undefined }, who);
  });

  test("a 工号 that belongs to somebody else, by name", async () => {
    await aPerson({ name: "李先到", staffNo: "300001" });
    await refused(() => create(), "工号 300001 已经是李先到的");
  });

  test("an ID number that is on file, also one entered by somebody else meanwhile", async () => {
    const draft = beginPerson(permit, identity({ name: "王小方" }));
    await aPerson({ name: "王晓芳", idNo: "12990019800229012X", staffNo: "300009" });
    await refused(() => createPerson(permit, details(draft, { isDistinct: true })), /已登记：王晓芳（工号 300009/);
  });

  test("a closed unit, and a unit of nowhere", async () => {
    const draft = beginPerson(permit, identity());
    await db.orgUnit.update({ where: { id: units.firstTeam }, data: { validTo: new Date("2026-10-09T00:00:00Z") } });
    await refused(() => createPerson(permit, details(draft)), "所选单位已撤销");
  });

  test("a draft that was changed, or that another account began", async () => {
    const draft = beginPerson(permit, identity());
    await refused(() => createPerson(permit, details(`${draft}x`)), "第一步填写的信息已过期");
    const other = permitOf(await anActor("周人事", [officer("people")]), "people.create");
    await refused(() => createPerson(other, details(draft)), "第一步填写的信息已过期");
    const late = permitOf(personnel, "people.create", addDays(today, 1));
    await refused(() => createPerson(late, details(draft)), "第一步填写的信息已过期");
  });
});

describe("search before create", () => {
  test("two at once with one number: one is made, the other is told", async () => {
    const one = details(beginPerson(permit, identity()));
    const two = details(beginPerson(permit, identity()), { staffNo: "300002" });
    const results = await Promise.allSettled([createPerson(permit, one), createPerson(permit, two)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.person.count({ where: { name: "王晓芳" } })).toBe(1);
  });

  test("shows who is alike and why, and writes an audit row", async () => {
    const alike = async (name: string, given: Parameters<typeof aPerson>[0]) => (await aPerson({ name, ...given })).id;
    const birth = await alike("王晓芳", { unitId: units.secondTeam, birthDate: "1980-02-29" });
    const unit = await alike("王晓芳", { birthDate: "1990-01-01" });
    const mobile = await alike("王晓芳", { unitId: units.second, mobile: "13800000001" });
    await alike("王晓芳", { unitId: units.second, birthDate: "1970-01-01" });
    const dead = await alike("王曉芳", { idNo: "12990019800229012X", status: "DECEASED" });
    const found = await compareIdentity(permit, identity({ mobile: "13800000001" }));
    expect(new Map(found.map(({ id, likeness }) => [id, likeness]))).toEqual(
      new Map([
        [birth, ["birth"]],
        [unit, ["unit"]],
        [mobile, ["mobile"]],
        [dead, ["idNo"]],
      ]),
    );
    expect(
      await db.auditEvent.count({ where: { verb: "people.create", detail: { path: ["step"], equals: "compare" } } }),
    ).toBe(1);
  });

  test("somebody alike stops the save until it is confirmed; the confirmation is in the audit row", async () => {
    const alike = await aPerson({ name: "王晓芳" });
    const before = await countAll();
    await expect(create()).rejects.toThrow(/可能已经登记过：王晓芳/);
    await expect(create({ isDistinct: true })).rejects.toThrow(/可能已经登记过/);
    await expect(create({ compared: alike.id })).rejects.toThrow(/可能已经登记过/);
    expect(await countAll()).toEqual(before);
    const id = await create({ compared: alike.id, isDistinct: true });
    const [audit] = await db.auditEvent.findMany({ where: { objectId: id } });
    expect(audit?.detail).toMatchObject({ confirmedDistinctFrom: [alike.id] });
  });

  test("a former number finds the person too", async () => {
    const person = await aPerson({ name: "王旧号" });
    const { blindIndex } = await import("@/lib/crypto");
    await db.idNoHistory.create({
      data: {
        id: person.id,
        personId: person.id,
        idNoCipher: "x",
        idNoIndex: blindIndex("12990019800229012X"),
        reason: "公安更正",
        changedById: personnel.accountId,
      },
    });
    expect(await compareIdentity(permit, identity())).toMatchObject([{ id: person.id, likeness: ["oldIdNo"] }]);
  });
});

test("other documents carry no sex and birth date, so they are asked", async () => {
  const foreign = identity({ name: "Anna Li", idType: "OTHER", idNo: "E12345678" });
  const given = { employmentType: "CONTRACT", agencyName: undefined };
  await expect(create(given, foreign)).rejects.toThrow("请选择性别");
  await expect(create({ ...given, sex: "FEMALE" }, foreign)).rejects.toThrow("请填写出生日期");
  await create({ ...given, sex: "FEMALE", birthDate: "1990-05-05" }, foreign);
  expect(() => beginPerson(permit, identity({ idType: "HMT" }))).toThrow("证件类型和号码不一致");
});
