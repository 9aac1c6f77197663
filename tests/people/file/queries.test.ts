import { beforeEach, describe, expect, test } from "vitest";
import { dateColumn, instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { findPerson } from "@/lib/people/file/queries";
import { recordEvent } from "@/lib/people/employment/commands";
import { addHonour, voidHonour } from "@/lib/people/honours/commands";
import { db } from "@/prisma/client";
import { countSql } from "../../setup/count-sql";
import { resetDatabase } from "../../setup/database";
import {
  anActor,
  aPerson,
  bureauId,
  leader,
  liaisonOf,
  officer,
  openUnits,
  permitOf,
  units,
  type Staff,
} from "../bureau";

const ID_NO = "129900196804121011";
let personnel: Staff;
let desk: Staff;
let boss: Staff;
let first: Staff;
let second: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  desk = await anActor("吴接待", [officer("reception")]);
  boss = await anActor("赵局长", [leader], units.bureau);
  first = await anActor("钱联络", [liaisonOf(units.first, units.firstTeam)], units.first);
  second = await anActor("冯联络", [liaisonOf(units.second, units.secondTeam)], units.second);
  const card = { bankCardCipher: "x", bankCardTail: "7890" };
  const secrets = { mobile: "13812345678", emergencyPhone: "13987654321", address: "红旗路1号", ...card };
  id = (await aPerson({ name: "李扫街", idNo: ID_NO, ...secrets, hukouAddress: "某县某村" })).id;
  const householdId = newId();
  await db.household.create({ data: { id: householdId, bureauId, headId: id } });
  await db.person.update({ where: { id }, data: { householdId } });
  const member = (name: string, relation: "SON" | "SPOUSE", born: string) =>
    db.familyMember.create({ data: { id: newId(), householdId, name, relation, birthDate: dateColumn(born) } });
  await member("李小宝", "SON", "2020-03-15");
  await member("王嫂", "SPOUSE", "1970-01-01");
});

const look = (actor: Staff) => findPerson(permitOf(actor, "people.view"), id);

describe("who sees what", () => {
  test("nobody sees the whole number, the phone, the address or the card on the page", async () => {
    for (const actor of [personnel, desk, boss, first]) {
      const text = JSON.stringify(await look(actor));
      expect(text).not.toMatch(/129900|13812345678|13987654321|红旗路|某县/);
      expect(text).toContain("138****5678");
    }
  });

  test("人事科 sees the birth date and then no digit of the number; all others digits and no birth date", async () => {
    const kept = await look(personnel);
    expect([kept.birthDate, kept.idNo]).toEqual(["1968-04-12", "已登记（号码不显示）"]);
    for (const actor of [desk, boss, first]) {
      const seen = await look(actor);
      expect([seen.birthDate, seen.archiveBirthDate, seen.idNo, seen.age]).toEqual([
        null,
        null,
        "1****************1",
        58,
      ]);
      expect(JSON.stringify(seen)).not.toContain("1968-04-12");
    }
  });

  test("officers see the family, a child under 14 by relation and age only; leaders and liaisons how many", async () => {
    const { family } = await look(desk);
    expect(family).toMatchObject([
      { name: null, relation: "SON", age: 6 },
      { name: "王嫂", relation: "SPOUSE", age: 56 },
    ]);
    expect(JSON.stringify(family)).not.toContain("2020-03-15");
    for (const actor of [boss, first]) expect(await look(actor)).toMatchObject({ family: null, familyCount: 2 });
  });

  test("the liaison of another unit finds nobody, and neither does another bureau", async () => {
    await expect(look(second)).rejects.toThrow("NEXT_HTTP_ERROR");
    await expect(look({ ...personnel, bureauId: units.first })).rejects.toThrow("NEXT_HTTP_ERROR");
  });
});

test("the family shown is a read with its audit row; a page without class-2 data leaves none", async () => {
  await look(desk);
  expect(await db.auditEvent.findMany()).toMatchObject([{ verb: "people.view", subjectId: id, fields: ["family"] }]);
  await look(first);
  await look(boss);
  expect(await db.auditEvent.count()).toBe(1);
});

test("the page costs two statements and the audit row", async () => {
  const { statements } = await countSql(() => look(personnel));
  expect(statements).toHaveLength(3);
});

test("history, honours, accounts: newest first, voided last", async () => {
  const change = permitOf(personnel, "people.change");
  await recordEvent(change, {
    id,
    version: 1,
    kind: "UNIT_CHANGED",
    happenedOn: "2026-09-01",
    toUnitId: units.secondTeam,
  });
  await recordEvent(change, { id, version: 2, kind: "OFF_POST", happenedOn: "2026-10-01", offPostReason: "SICK" });
  for (const name of ["岗位明星", "优秀段组长"]) {
    await addHonour(change, { personId: id, name, level: "UNIT", year: 2025, awardedBy: "区环卫局" });
  }
  const wrong = await db.honour.findFirstOrThrow({ where: { name: "岗位明星" } });
  await voidHonour(change, { personId: id, honourId: wrong.id, reason: "录入错误" });
  await db.account.create({ data: { id: newId(), bureauId, personId: id, kind: "WORKER", loginName: "900001" } });
  const file = await look(personnel);
  expect(file.events.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ["OFF_POST", null, null],
    ["UNIT_CHANGED", "清扫一班", "清扫一班"],
  ]);
  expect(file.honours.map(({ name, voidReason }) => [name, voidReason])).toEqual([
    ["优秀段组长", null],
    ["岗位明星", "录入错误"],
  ]);
  expect(file.accounts).toEqual([{ kind: "WORKER", isOpen: true }]);
  expect(file.units).toEqual(["环卫二所", "清扫一班"]);
  expect(file.retires).toBe("2029-02");
});

test("matters only within the viewer's reach, bookings with the topic only for the desk", async () => {
  await aCase("KN-2026-0001", "hardship", false);
  await aCase("JJ-2026-0001", "discipline", true);
  await aBooking();
  const helper = await anActor("郑帮扶", [officer("hardship")]);
  expect((await look(helper)).cases.map(({ number }) => number)).toEqual(["KN-2026-0001"]);
  expect((await look(desk)).cases).toEqual([]);
  expect((await look(first)).cases).toEqual([]);
  expect((await look(desk)).bookings).toMatchObject([{ topic: "工资待遇" }]);
  for (const actor of [personnel, boss, first]) {
    const [booking] = (await look(actor)).bookings;
    expect(booking).toMatchObject({ topic: null, at: instantAt("2026-11-06", "08:30") });
  }
});

async function aCase(number: string, programme: string, isComplaint: boolean): Promise<void> {
  await db.welfareCase.create({
    data: {
      id: newId(),
      bureauId,
      number,
      programme,
      topic: "困难申请",
      title: "困难申请",
      content: "家里有人生病",
      personId: id,
      unitId: units.firstTeam,
      source: "DESK",
      stage: "PENDING",
      status: "open",
      isComplaint,
      clockFrom: dateColumn("2026-10-01"),
      limitDays: 3,
      createdById: newId(),
      requestKey: newId(),
    },
  });
}

async function aBooking(): Promise<void> {
  const [dayId, slotId, seatId] = [newId(), newId(), newId()];
  const on = dateColumn("2026-11-06");
  await db.receptionDay.create({
    data: {
      id: dayId,
      bureauId,
      month: "2026-11",
      plannedOn: on,
      actualOn: on,
      policy: "NEXT_WORKING_FRIDAY",
      place: "一楼接待室",
      fromTime: "08:30",
      toTime: "11:30",
      slotMinutes: 20,
      createdById: newId(),
    },
  });
  const [startsAt, endsAt] = [instantAt("2026-11-06", "08:30"), instantAt("2026-11-06", "08:50")];
  await db.receptionSlot.create({ data: { id: slotId, dayId, leaderId: newId(), room: "101", startsAt, endsAt } });
  await db.seat.create({ data: { id: seatId, slotId, dayId, seatNo: 1, ticketNo: 1, lane: "ANY" } });
  await db.booking.create({
    data: {
      id: newId(),
      dayId,
      seatId,
      personId: id,
      status: "BOOKED",
      channel: "DESK",
      bookedById: newId(),
      topic: "工资待遇",
      requestKey: newId(),
    },
  });
}
