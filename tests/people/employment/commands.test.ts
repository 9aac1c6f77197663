import { beforeEach, describe, expect, test } from "vitest";
import { createSession } from "@/lib/auth/session";
import { dateColumn, fromDateColumn, instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { recordEvent } from "@/lib/people/employment/commands";
import { RecordEvent } from "@/lib/people/employment/schema";
import { pickPeople } from "@/lib/people/queries";
import { db } from "@/prisma/client";
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
  today,
  units,
  type Staff,
} from "../bureau";

let personnel: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  id = (await aPerson({ name: "李扫街", birthDate: "1980-02-29", hireDate: dateColumn("2010-05-01") })).id;
});

const record = (given: Record<string, unknown>) =>
  recordEvent(
    permitOf(personnel, "people.change"),
    RecordEvent.parse({ id, version: "1", happenedOn: "2026-10-01", ...given }),
  );
const person = () => db.person.findUniqueOrThrow({ where: { id } });
const events = () => db.employmentEvent.findMany({ where: { personId: id }, orderBy: { id: "asc" } });

/** A worker's account, signed in on a phone, and an office account. */
async function signIns() {
  const accounts = { WORKER: newId(), STAFF: newId() };
  for (const kind of ["WORKER", "STAFF"] as const) {
    await db.account.create({ data: { id: accounts[kind], bureauId, personId: id, kind, loginName: `${kind}-1` } });
    await createSession(accounts[kind], { ip: null, userAgent: null });
  }

  return {
    isOpen: async (kind: "WORKER" | "STAFF") => {
      const account = await db.account.findUniqueOrThrow({
        where: { id: accounts[kind] },
        select: { disabledAt: true },
      });
      const sessions = await db.authSession.count({ where: { accountId: accounts[kind], revokedAt: null } });

      return account.disabledAt === null && sessions === 1;
    },
    accounts,
  };
}

describe("dated changes", () => {
  test("单位调动 moves the person, the search words and writes from where to where", async () => {
    await record({ kind: "UNIT_CHANGED", toUnitId: units.secondTeam, detail: "组织调动" });
    expect(await person()).toMatchObject({ unitId: units.secondTeam, status: "ACTIVE", version: 2 });
    expect(await events()).toMatchObject([
      { kind: "UNIT_CHANGED", fromUnitId: units.firstTeam, toUnitId: units.secondTeam, detail: "组织调动" },
    ]);
    const second = await anActor("钱联络", [liaisonOf(units.second, units.secondTeam)], units.second);
    expect(await pickPeople(permitOf(second, "people.propose"), "李扫街")).toHaveLength(1);
    const audit = await db.auditEvent.findMany({ where: { objectId: id } });
    expect(audit).toMatchObject([{ detail: { kind: "UNIT_CHANGED", part: "employment", version: 2 } }]);
  });

  test("岗位变动 and 用工形式变更", async () => {
    await record({
      kind: "POST_CHANGED",
      postType: "MANAGER",
      rankLevel: "SECTION",
      isLeader: true,
      postTitle: "所长",
    });
    await record({
      version: "2",
      kind: "CONTRACT_CHANGED",
      employmentType: "DISPATCH",
      agencyName: "津洁劳务",
      contractStart: "2026-10-01",
    });
    expect(await person()).toMatchObject({
      postType: "MANAGER",
      isLeader: true,
      postTitle: "所长",
      employmentType: "DISPATCH",
      agencyName: "津洁劳务",
      version: 3,
    });
    await record({ version: "3", kind: "CONTRACT_CHANGED", employmentType: "CONTRACT", agencyName: "津洁劳务" });
    expect((await person()).agencyName).toBeNull();
  });

  test("离岗 and back, with the reason", async () => {
    await record({ kind: "OFF_POST", offPostReason: "SICK" });
    expect((await person()).status).toBe("OFF_POST");
    await record({ version: "2", kind: "BACK_ON_POST" });
    expect((await person()).status).toBe("ACTIVE");
    expect((await events()).map(({ detail }) => detail)).toEqual(["病休", null]);
  });

  test("离职 and 再次入职 are one person with a new first day", async () => {
    await record({ kind: "LEFT", leaveReason: "RESIGNED", detail: "回老家" });
    expect((await events())[0]?.detail).toBe("辞职：回老家");
    await record({
      version: "2",
      kind: "REHIRED",
      toUnitId: units.second,
      postType: "DRIVER",
      employmentType: "CONTRACT",
      happenedOn: today,
    });
    const row = await person();
    expect(row).toMatchObject({ status: "ACTIVE", unitId: units.second, postType: "DRIVER" });
    expect(row.hireDate && fromDateColumn(row.hireDate)).toBe(today);
    expect(await db.person.count({ where: { name: "李扫街" } })).toBe(1);
  });

  test("a retiree who works on stays retired, under 劳务协议 only", async () => {
    await record({ kind: "RETIRED", retireKind: "RETIRED", happenedOn: "2026-09-30" });
    const again = { version: "2", kind: "REHIRED", toUnitId: units.firstTeam, postType: "SWEEPER", happenedOn: today };
    await expect(record({ ...again, employmentType: "CONTRACT" })).rejects.toThrow("只能是劳务协议");
    await record({ ...again, employmentType: "SERVICE_AGREEMENT" });
    const row = await person();
    expect(row).toMatchObject({ status: "RETIRED", employmentType: "SERVICE_AGREEMENT" });
    expect(row.hireDate && fromDateColumn(row.hireDate)).toBe("2010-05-01");
    expect(row.retireDate && fromDateColumn(row.retireDate)).toBe("2026-09-30");
  });
});

describe("the end of sign-ins", () => {
  test.each([
    ["LEFT", { leaveReason: "EXPIRED" }],
    ["TRANSFERRED_OUT", {}],
    ["DECEASED", {}],
  ] as const)("%s shuts every account and ends what is signed in, in the same transaction", async (kind, given) => {
    const { isOpen, accounts } = await signIns();
    await record({ kind, ...given });
    expect([await isOpen("WORKER"), await isOpen("STAFF")]).toEqual([false, false]);
    const account = await db.account.findUniqueOrThrow({ where: { id: accounts.WORKER } });
    expect(account.disabledReason).toContain("人员变动");
    expect(await db.authSession.count({ where: { revokedAt: null, accountId: accounts.STAFF } })).toBe(0);
  });

  test("退休 ends the office account and leaves the worker's phone alone", async () => {
    const { isOpen } = await signIns();
    await record({ kind: "RETIRED", retireKind: "RETIRED" });
    expect([await isOpen("WORKER"), await isOpen("STAFF")]).toEqual([true, false]);
  });

  test("an administrator hands over before leaving; death is recorded all the same", async () => {
    const { accounts, isOpen } = await signIns();
    await db.appointment.create({
      data: {
        id: newId(),
        accountId: accounts.STAFF,
        personId: id,
        role: "SYSTEM_ADMIN",
        validFrom: dateColumn("2026-01-01"),
      },
    });
    const before = await countAll();
    await expect(record({ kind: "LEFT", leaveReason: "RESIGNED" })).rejects.toThrow("还担任管理员");
    expect(await countAll()).toEqual(before);
    expect([(await person()).status, await isOpen("WORKER")]).toEqual(["ACTIVE", true]);
    await record({ kind: "DECEASED" });
    expect([(await person()).status, await isOpen("STAFF")]).toEqual(["DECEASED", false]);
  });

  test("bookings ahead are put before the desk, those of the past are not", async () => {
    const ahead = await aBooking("2026-11-06");
    await aBooking("2026-09-04");
    await record({ kind: "LEFT", leaveReason: "RESIGNED" });
    expect(await db.bookingReview.findMany()).toMatchObject([
      { bookingId: ahead, cause: "PERSON_LEFT", settledAt: null },
    ]);
    expect((await db.booking.findUniqueOrThrow({ where: { id: ahead } })).releasedAt).toBeNull();
  });
});

async function aBooking(day: string): Promise<string> {
  const ids = { day: newId(), slot: newId(), seat: newId(), booking: newId() };
  const on = dateColumn(day);
  await db.receptionDay.create({
    data: {
      id: ids.day,
      bureauId,
      month: day.slice(0, 7),
      plannedOn: on,
      actualOn: on,
      policy: "NEXT_WORKING_FRIDAY",
      place: "一楼接待室",
      fromTime: "08:30",
      toTime: "11:30",
      slotMinutes: 20,
      createdById: personnel.accountId,
    },
  });
  await db.receptionSlot.create({
    data: {
      id: ids.slot,
      dayId: ids.day,
      leaderId: newId(),
      room: "101",
      startsAt: instantAt(day, "08:30"),
      endsAt: instantAt(day, "08:50"),
    },
  });
  await db.seat.create({
    data: { id: ids.seat, slotId: ids.slot, dayId: ids.day, seatNo: 1, ticketNo: 1, lane: "ANY" },
  });
  await db.booking.create({
    data: {
      id: ids.booking,
      dayId: ids.day,
      seatId: ids.seat,
      personId: id,
      status: "BOOKED",
      channel: "DESK",
      bookedById: personnel.accountId,
      topic: "工资待遇",
      requestKey: newId(),
    },
  });

  return ids.booking;
}

describe("refused, and everything stays as it was", () => {
  test.each([
    ["a day ahead", { kind: "LEFT", leaveReason: "RESIGNED", happenedOn: "2026-10-11" }, "还没到这一天"],
    [
      "before the first day of work",
      { kind: "OFF_POST", offPostReason: "SICK", happenedOn: "2010-04-30" },
      "不能早于入职日期",
    ],
    ["what cannot follow", { kind: "BACK_ON_POST" }, "不能登记这种变动"],
    ["no reason for leaving", { kind: "LEFT" }, "请选择离职原因"],
    ["no kind of retirement", { kind: "RETIRED" }, "请选择离休、退休或退职"],
    ["the same unit", { kind: "UNIT_CHANGED", toUnitId: units.firstTeam }, "和现在的单位一样"],
    ["a unit of nowhere", { kind: "UNIT_CHANGED", toUnitId: newId() }, "所选单位已撤销"],
    ["dispatch without an agency", { kind: "CONTRACT_CHANGED", employmentType: "DISPATCH" }, "请填写派遣单位"],
    [
      "a team head as leader",
      { kind: "POST_CHANGED", postType: "TEAM_HEAD", rankLevel: "SECTION", isLeader: true },
      "班组长不算",
    ],
  ])("%s", async (_what, given, sentence) => {
    const before = await countAll();
    await expect(record(given)).rejects.toThrow(sentence);
    expect(await countAll()).toEqual(before);
    expect(await person()).toMatchObject({ status: "ACTIVE", unitId: units.firstTeam, version: 1 });
  });

  test("who recorded second is told what was recorded first", async () => {
    await record({ kind: "OFF_POST", offPostReason: "SICK" });
    const before = await countAll();
    await expect(record({ kind: "LEFT", leaveReason: "RESIGNED" })).rejects.toThrow(/孙人事 .*刚登记了“离岗”/);
    expect(await countAll()).toEqual(before);
  });

  test("of two at the same instant one is recorded", async () => {
    const both = await Promise.allSettled([
      record({ kind: "OFF_POST", offPostReason: "SICK" }),
      record({ kind: "LEFT", leaveReason: "RESIGNED" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await events()).toHaveLength(1);
  });
});
