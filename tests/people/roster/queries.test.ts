import { beforeAll, describe, expect, test } from "vitest";
import { pickPeople } from "@/lib/people/queries";
import { listPeople, type Roster } from "@/lib/people/roster/queries";
import { RosterFilter } from "@/lib/people/roster/schema";
import { tabCount } from "@/lib/people/roster/rules";
import { countSql } from "../../setup/count-sql";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, leader, liaisonOf, officer, openUnits, permitOf, units, type Staff } from "../bureau";

let personnel: Staff;
let firstLiaison: Staff;
let boss: Staff;

const ask = (actor: Staff, address: Record<string, string> = {}) =>
  listPeople(permitOf(actor, "people.view"), RosterFilter.parse(address));
const names = (roster: Roster) => roster.rows.map(({ name }) => name);

beforeAll(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  firstLiaison = await anActor("钱联络", [liaisonOf(units.first, units.firstTeam)], units.first);
  boss = await anActor("赵局长", [leader], units.bureau);
  await aPerson({ name: "王𬭚", staffNo: "209001", mobile: "13812345678", birthDate: "1980-02-29" });
  await aPerson({
    name: "王大力",
    staffNo: "200002",
    unitId: units.secondTeam,
    hukouScope: "OUTSIDE",
    employmentType: "DISPATCH",
  });
  await aPerson({
    name: "单雄信",
    staffNo: "200003",
    unitId: units.second,
    status: "RETIRED",
    birthDate: "1955-01-01",
  });
  await aPerson({ name: "王离开", staffNo: "200004", status: "LEFT" });
  await aPerson({ name: "李所长", unitId: units.first, postType: "MANAGER", rankLevel: "SECTION", isLeader: true });
});

describe("the roster", () => {
  test("shows who works here, sorted by pinyin, and counts the other tabs", async () => {
    const roster = await ask(personnel);
    expect(names(roster)).toEqual(["李所长", "钱联络", "孙人事", "王𬭚", "王大力", "赵局长"]);
    expect(roster.tally).toEqual({ ACTIVE: 6, RETIRED: 1, LEFT: 1 });
    expect(names(await ask(personnel, { tab: "retired" }))).toEqual(["单雄信"]);
    expect(names(await ask(personnel, { tab: "left" }))).toEqual(["王离开"]);
    expect(tabCount(roster.tally, "all")).toBe((await ask(personnel, { tab: "all" })).rows.length);
  });

  test.each([
    ["王", ["王𬭚", "王大力"]],
    ["𬭚", ["王𬭚"]],
    ["wangdl", ["王大力"]],
    ["9001", ["王𬭚"]],
    ["5678", ["王𬭚"]],
    ["shanxx", []],
    ["12990019800229012X", []],
  ])("searches among those at work: %s", async (q, found) => {
    expect(names(await ask(personnel, { q }))).toEqual(found);
  });

  test("filters by unit with everything under it, contract, origin, leader and green channel", async () => {
    expect(names(await ask(personnel, { unit: units.second, tab: "all" }))).toEqual(["单雄信", "王大力"]);
    expect(names(await ask(personnel, { type: "DISPATCH" }))).toEqual(["王大力"]);
    expect(names(await ask(personnel, { origin: "OUTSIDE" }))).toEqual(["王大力"]);
    expect(names(await ask(personnel, { leader: "1" }))).toEqual(["李所长"]);
    expect(names(await ask(personnel, { green: "1", tab: "all" }))).toEqual(["单雄信"]);
  });

  test("takes words of a hand-made address that mean nothing as not given", async () => {
    const hand = { type: "NONSENSE", unit: "1", tab: "x", after: "xyz", leader: "yes" };
    expect(names(await ask(personnel, hand))).toEqual(names(await ask(personnel)));
    const forged = Buffer.from(JSON.stringify(["wang", "no-uuid"])).toString("base64url");
    expect(names(await ask(personnel, { after: forged }))).toEqual(names(await ask(personnel)));
  });

  test("shows ages and no birth date, no ID number, no phone", async () => {
    const text = JSON.stringify((await ask(personnel)).rows);
    expect(text).not.toContain("1980-02-29");
    expect(text).not.toContain("13812345678");
    const [row] = (await ask(personnel, { q: "王𬭚" })).rows;
    expect(row).toMatchObject({ age: 46, unit: { top: "环卫一所", below: "清扫一班" } });
  });

  test("costs two statements beside the gate's", async () => {
    const { statements } = await countSql(() => ask(personnel, { q: "王", unit: units.first }));
    expect(statements).toHaveLength(2);
  });
});

describe("reach", () => {
  test("the liaison of 一所 sees nobody of 二所, whatever is typed into the address", async () => {
    expect(names(await ask(firstLiaison))).toEqual(["李所长", "钱联络", "王𬭚"]);
    expect(names(await ask(firstLiaison, { q: "王大力" }))).toEqual([]);
    expect(names(await ask(firstLiaison, { unit: units.second, tab: "all" }))).toEqual([]);
    expect((await ask(firstLiaison)).units.map(({ name }) => name).sort()).toEqual(["清扫一班", "环卫一所"].sort());
    expect(await pickPeople(permitOf(firstLiaison, "people.propose"), "王大力")).toEqual([]);
  });

  test("a leader sees the whole bureau", async () => {
    expect(names(await ask(boss, { q: "王" }))).toEqual(["王𬭚", "王大力"]);
  });
});

describe("the small search", () => {
  test("offers the closest first and those who left last, with what tells them apart, in one statement", async () => {
    const { result, statements } = await countSql(() => pickPeople(permitOf(personnel, "cases.open"), "王"));
    expect(statements).toHaveLength(1);
    expect(result.map(({ name, unit, status }) => [name, unit, status])).toEqual([
      ["王𬭚", "环卫一所 清扫一班", "ACTIVE"],
      ["王大力", "环卫二所 清扫一班", "ACTIVE"],
      ["王离开", "环卫一所 清扫一班", "LEFT"],
    ]);
    expect(result[0]).toMatchObject({
      age: 46,
      flags: { isRetired: false, isGreen: false, isLeader: false, aids: [] },
    });
    const [retired] = await pickPeople(permitOf(personnel, "cases.open"), "danxiongxin");
    expect(retired).toMatchObject({ name: "单雄信", flags: { isRetired: true, isGreen: true } });
  });

  test.each(["", " ", "·", "没有这个人"])("finds nobody for %j", async (q) => {
    expect(await pickPeople(permitOf(personnel, "cases.open"), q)).toEqual([]);
  });
});

describe("saved lists", () => {
  test("those who retire within six months, with the month, and 居住证 that end within sixty days", async () => {
    await aPerson({ name: "张到龄", birthDate: "1966-06-20", sex: "MALE" });
    await aPerson({ name: "周到龄", birthDate: "1966-06-20", sex: "MALE", employmentType: "SERVICE_AGREEMENT" });
    await aPerson({ name: "郑年轻", birthDate: "1990-06-20", sex: "FEMALE" });
    const retiring = await ask(personnel, { list: "retiring" });
    expect(retiring.rows.map(({ name, retires }) => [name, retires])).toEqual([["张到龄", "2026-11"]]);

    const permit = (name: string, day: string) =>
      aPerson({ name, hukouScope: "OUTSIDE", residencePermitExpiry: new Date(`${day}T00:00:00Z`) });
    await permit("吴六十天", "2026-12-09");
    await permit("冯六十一", "2026-12-10");
    await permit("陈过期", "2026-10-01");
    expect(names(await ask(personnel, { list: "permits" }))).toEqual(["陈过期", "吴六十天"]);
  });
});

test("a hundred and twenty people are paged forth and back without a gap or a repetition", async () => {
  for (let i = 0; i < 115; i += 1) await aPerson({ name: "吕重名", unitId: units.secondTeam, postType: "DRIVER" });
  const seen: string[] = [];
  let page = await ask(personnel, { post: "DRIVER" });
  expect(page.before).toBeNull();
  const first = page.rows.map(({ id }) => id);
  for (;;) {
    seen.push(...page.rows.map(({ id }) => id));
    if (!page.after) break;
    page = await ask(personnel, { post: "DRIVER", after: page.after });
  }
  expect(seen).toHaveLength(115);
  expect(new Set(seen).size).toBe(115);
  const back = await ask(personnel, { post: "DRIVER", before: page.before ?? "" });
  expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(50, 100));
  const start = await ask(personnel, { post: "DRIVER", before: back.before ?? "" });
  expect(start.rows.map(({ id }) => id)).toEqual(first);
  expect(start.before).toBeNull();
  expect(start.after).not.toBeNull();
});
