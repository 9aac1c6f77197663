import { beforeEach, describe, expect, test } from "vitest";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { pickPeople } from "@/lib/people/queries";
import { addUnit, changeUnit, closeUnit, mergeUnit, moveUnit } from "@/lib/people/units/commands";
import { findUnit, listOpenUnits, listUnits } from "@/lib/people/units/queries";
import { AddUnit, ChangeUnit } from "@/lib/people/units/schema";
import { db } from "@/prisma/client";
import { countSql } from "../../setup/count-sql";
import { resetDatabase } from "../../setup/database";
import {
  anActor,
  aPerson,
  bureauId,
  countAll,
  liaisonOf,
  officer,
  openUnits,
  permitOf,
  systemAdmin,
  units,
  type Staff,
} from "../bureau";

let admin: Staff;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  admin = await anActor("唐系统", [systemAdmin]);
});

const permit = () => permitOf(admin, "people.changeUnits");
const unitOf = (id: string) => db.orgUnit.findUniqueOrThrow({ where: { id } });
const add = (given: Record<string, unknown> = {}) =>
  addUnit(
    permit(),
    AddUnit.parse({
      parentId: units.first,
      code: "3109",
      name: "清扫二队",
      type: "SQUAD",
      validFrom: "2026-10-10",
      ...given,
    }),
  );
const versioned = async (id: string) => ({ id, version: (await unitOf(id)).version });

async function refused(act: () => Promise<unknown>, sentence: string | RegExp): Promise<void> {
  const before = await countAll();
  const tree = await db.orgUnit.findMany({ orderBy: { id: "asc" } });
  await expect(act()).rejects.toThrow(sentence);
  expect(await countAll()).toEqual(before);
  expect(await db.orgUnit.findMany({ orderBy: { id: "asc" } })).toEqual(tree);
}

describe("the tree", () => {
  test("a new unit inherits the 环卫所 above and its sphere, and the act is audited", async () => {
    const id = await add();
    expect(await unitOf(id)).toMatchObject({ parentId: units.first, topUnitId: units.first, sphere: "GRASSROOTS" });
    const own = await add({ parentId: bureauId, code: "40", name: "机扫中心", type: "STATION" });
    expect(await unitOf(own)).toMatchObject({ topUnitId: own, sphere: "GRASSROOTS" });
    const office = await add({ parentId: bureauId, code: "23", name: "审计科", type: "DIVISION" });
    expect(await unitOf(office)).toMatchObject({ topUnitId: office, sphere: "OFFICE" });
    expect(await db.auditEvent.count({ where: { verb: "people.changeUnits", objectId: id } })).toBe(1);
  });

  test.each([
    ["a code that exists", { code: "3101" }, "编码已经用过"],
    ["a name twice under one superior", { name: "清扫一班" }, "已经有“清扫一班”"],
    ["a level that cannot hang there", { type: "STATION" }, "不能放在所选的上级下面"],
    ["a superior of nowhere", { parentId: newId() }, "NEXT_HTTP_ERROR"],
  ])("refused: %s", async (_what, given, sentence) => {
    await refused(() => add(given), sentence);
  });

  test("a rename keeps the code; who saves second is told", async () => {
    const typed = { ...(await versioned(units.first)), name: "环卫第一所", head: "赵所长" };
    await changeUnit(permit(), ChangeUnit.parse(typed));
    expect(await unitOf(units.first)).toMatchObject({ name: "环卫第一所", code: "31", head: "赵所长", version: 2 });
    await refused(() => changeUnit(permit(), ChangeUnit.parse(typed)), "刚被别人处理过");
    await refused(
      async () => changeUnit(permit(), ChangeUnit.parse({ ...(await versioned(units.second)), name: "环卫第一所" })),
      "已经有",
    );
  });

  test("a move takes everything below along: 环卫所 and sphere follow", async () => {
    const squad = await add();
    const team = await add({ parentId: squad, code: "310901", name: "红旗路班", type: "TEAM" });
    await moveUnit(permit(), { ...(await versioned(squad)), parentId: units.second });
    expect(await unitOf(team)).toMatchObject({ parentId: squad, topUnitId: units.second });
    expect(await unitOf(squad)).toMatchObject({ parentId: units.second, topUnitId: units.second });
  });

  test("nothing hangs under itself, also not when two move at once", async () => {
    const squad = await add();
    const team = await add({ parentId: squad, code: "310901", name: "红旗路班", type: "TEAM" });
    await refused(
      async () => moveUnit(permit(), { ...(await versioned(squad)), parentId: team }),
      "它自己或它下面的单位",
    );
    await refused(
      async () => moveUnit(permit(), { ...(await versioned(squad)), parentId: units.first }),
      "已经在这个上级下面",
    );
    await refused(
      async () => moveUnit(permit(), { ...(await versioned(units.first)), parentId: units.second }),
      "不能放在",
    );
  });
});

describe("撤销", () => {
  test("an empty unit is closed, leaves the lists of choices and keeps its row", async () => {
    const id = await add();
    await closeUnit(permit(), { ...(await versioned(id)), reason: "机构调整撤销" });
    const view = permitOf(admin, "people.viewUnits");
    expect((await listOpenUnits(view)).map((unit) => unit.id)).not.toContain(id);
    expect((await listUnits(view)).find((unit) => unit.id === id)).toMatchObject({ validTo: "2026-10-10" });
    await refused(() => closeUnit(permit(), { id, version: 2, reason: "再撤销一次" }), "NEXT_HTTP_ERROR");
  });

  test("is refused while people, units below, open matters or granted roles are there, and says how many", async () => {
    const close = async (id: string) => closeUnit(permit(), { ...(await versioned(id)), reason: "机构调整撤销" });
    await aPerson();
    await refused(() => close(units.first), "1 个下级单位");
    await refused(() => close(units.firstTeam), "1 人");
    const empty = await add();
    await aCase(empty);
    await refused(() => close(empty), "1 件没办结的事项");
    await db.welfareCase.updateMany({ data: { status: "closed" } });
    await anAppointment(empty);
    await refused(() => close(empty), "1 个账号的岗位授权");
    await db.appointment.updateMany({ data: { revokedAt: new Date() } });
    await close(empty);
    await refused(() => close(bureauId), "下级单位");
  });
});

describe("并入", () => {
  test("people with a dated event, units below and open matters go to the other unit; history stays", async () => {
    const worker = await aPerson({ name: "李扫街", unitId: units.first });
    const left = await aPerson({ name: "王离开", unitId: units.first, status: "LEFT" });
    await db.orgUnit.update({ where: { id: units.firstTeam }, data: { name: "红旗路班" } });
    const open = await aCase(units.first);
    const closed = await aCase(units.first, "closed");
    await mergeUnit(permit(), { ...(await versioned(units.first)), intoId: units.second, reason: "一所并入二所" });
    expect(await db.person.findMany({ where: { id: { in: [worker.id, left.id] } } })).toMatchObject([
      { unitId: units.second, version: 2 },
      { unitId: units.second },
    ]);
    expect(await db.employmentEvent.findMany()).toMatchObject([
      {
        personId: worker.id,
        kind: "UNIT_CHANGED",
        fromUnitId: units.first,
        toUnitId: units.second,
        detail: "单位合并：一所并入二所",
      },
    ]);
    expect(await unitOf(units.firstTeam)).toMatchObject({ parentId: units.second, topUnitId: units.second });
    expect((await unitOf(units.first)).validTo).toEqual(dateColumn("2026-10-10"));
    const cases = await db.welfareCase.findMany({ where: { id: { in: [open, closed] } }, orderBy: { status: "asc" } });
    expect(cases.map(({ status, handlerUnitId, unitId }) => [status, handlerUnitId, unitId])).toEqual([
      ["open", units.second, units.second],
      ["closed", units.first, units.first],
    ]);
    const second = await anActor("冯联络", [liaisonOf(units.second, units.secondTeam)], units.second);
    expect(await pickPeople(permitOf(second, "people.propose"), "李扫街")).toHaveLength(1);
    const audit = await db.auditEvent.findFirstOrThrow({ where: { objectId: units.first } });
    expect(audit.detail).toMatchObject({ step: "merge", into: units.second, people: 1, units: 1, cases: 1 });
  });

  test("is refused into itself or below, with a namesake below, and while roles are granted on it", async () => {
    const merge = async (intoId: string) =>
      mergeUnit(permit(), { ...(await versioned(units.first)), intoId, reason: "一所并入二所" });
    await refused(() => merge(units.first), "不能并入自己");
    await refused(() => merge(units.firstTeam), "它自己或它下面的单位");
    await refused(() => merge(units.second), "已经有“清扫一班”");
    await anAppointment(units.first);
    await refused(() => merge(units.second), "岗位授权");
  });
});

describe("who may", () => {
  test("only the 系统管理员 changes the tree; a liaison sees the own part of it", async () => {
    const liaison = await anActor("钱联络", [liaisonOf(units.first, units.firstTeam)], units.first);
    const personnel = await anActor("孙人事", [officer("people")]);
    expect(() => permitOf(liaison, "people.changeUnits")).toThrow("may not");
    expect(() => permitOf(personnel, "people.changeUnits")).toThrow("may not");
    const seen = permitOf(liaison, "people.viewUnits");
    expect((await listUnits(seen)).map(({ id }) => id).sort()).toEqual([units.first, units.firstTeam].sort());
    await expect(findUnit(seen, units.second)).rejects.toThrow("NEXT_HTTP_ERROR");
  });

  test("the administrator sees how many people, and nobody's name; one statement", async () => {
    await aPerson({ name: "李扫街" });
    const { result, statements } = await countSql(() => listUnits(permitOf(admin, "people.viewUnits")));
    expect(statements).toHaveLength(1);
    expect(result.find(({ id }) => id === units.firstTeam)?.people).toBe(1);
    expect(JSON.stringify(result)).not.toContain("李扫街");
  });
});

let lastCase = 0;

async function aCase(unitId: string, status: "open" | "closed" = "open"): Promise<string> {
  const id = newId();
  lastCase += 1;
  await db.welfareCase.create({
    data: {
      id,
      bureauId,
      number: `RS-202610-${lastCase}`,
      programme: "people",
      topic: "劳动合同",
      title: "劳动合同",
      content: "合同到期没有续签",
      unitId,
      handlerUnitId: unitId,
      source: "DESK",
      stage: "PENDING",
      status,
      clockFrom: dateColumn("2026-10-01"),
      limitDays: 3,
      createdById: newId(),
      requestKey: newId(),
    },
  });

  return id;
}

async function anAppointment(unitId: string): Promise<void> {
  const { accountId, personId } = admin;
  await db.appointment.create({
    data: { id: newId(), accountId, personId, role: "LIAISON", unitId, validFrom: dateColumn("2026-01-01") },
  });
}
