import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { allotBed } from "@/lib/dormitories/allotment/single/commands";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import {
  applyFor,
  applyMine,
  declineBed,
  endApplication,
  passWish,
  refuseWish,
  withdrawMine,
} from "@/lib/dormitories/application/commands";
import { listSites, viewBoard } from "@/lib/dormitories/board/queries";
import { listStays } from "@/lib/dormitories/list/queries";
import { myDormitory } from "@/lib/dormitories/mine/queries";
import { recordRepair, reportFault } from "@/lib/dormitories/repairs/commands";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import { checkIn, checkOut, keepBed, moveStay, swapStays, tellLeaving } from "@/lib/dormitories/stays/commands";
import { viewLine, viewWish } from "@/lib/dormitories/view/queries";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { ownerQuery } from "../setup/database";
import { units } from "../people/bureau";
import {
  aCleaner,
  at,
  aWish,
  claimOn,
  monday,
  openDormitory,
  permit,
  stageOf,
  stayOf,
  tuesday,
  waiting,
  type Dormitory,
} from "./bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

const allot = async (caseId: string, bedId: string, given: object = {}, on = monday) =>
  allotBed(permit(cast.officer, "dormitories.allot", on), { ...(await at(caseId)), bedId, ...given });
const comeIn = async (personId: string, given: object = {}, on = tuesday) =>
  checkIn(permit(cast.officer, "dormitories.house", on), {
    ...(await stayOf(personId)),
    inOn: on,
    items: ["钥匙", "床"],
    deposit: 0,
    ...given,
  });
/** Somebody who lives in that bed since Tuesday. */
async function resident(name: string, bedId: string, given: Parameters<typeof aCleaner>[1] = {}) {
  const person = await aCleaner(name, given);
  const caseId = await waiting(cast, person.id);
  await allot(caseId, bedId);
  await comeIn(person.id);

  return { ...person, caseId };
}

describe("an application", () => {
  it("is made on the phone, checked by the own unit and waits in the line with the clock stopped", async () => {
    const { personId: _, ...wish } = aWish(cast.worker.personId);
    const caseId = await applyMine(permit(cast.worker, "my.dormitory"), wish);
    expect(await stageOf(caseId)).toBe("APPLIED");
    const check = { ...(await at(caseId)), isHealthy: "on" as const, isShiftTrue: "on" as const };
    await expect(passWish(permit(cast.secondLiaison, "dormitories.check"), check)).rejects.toThrow();
    expect(await stageOf(caseId)).toBe("APPLIED");
    await passWish(permit(cast.firstLiaison, "dormitories.check"), check);
    expect(await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      stage: "WAITLISTED",
      status: "waiting",
      waitingReason: "WAITING_LIST",
      dueOn: null,
    });
    expect((await myDormitory(permit(cast.worker, "my.dormitory"))).case).toMatchObject({
      before: 0,
      mayWithdraw: true,
    });
  });

  it("is one per person: the same form twice is one case, another form is refused, and after the end there may be a new one", async () => {
    const wish = aWish(cast.worker.personId);
    const caseId = await applyFor(permit(cast.firstLiaison, "dormitories.apply"), wish);
    expect(await applyFor(permit(cast.firstLiaison, "dormitories.apply"), wish)).toBe(caseId);
    await expect(applyFor(permit(cast.officer, "dormitories.apply"), aWish(cast.worker.personId))).rejects.toThrow(
      "正在办",
    );
    expect(await db.bedApplication.count()).toBe(1);
    await withdrawMine(permit(cast.worker, "my.dormitory"), await at(caseId));
    await applyFor(permit(cast.officer, "dormitories.apply"), aWish(cast.worker.personId));
    expect(await db.bedApplication.count({ where: { endedAt: null } })).toBe(1);
  });

  it("is refused for who has left, who is housed, a spouse nobody knows, and a person of another unit", async () => {
    const left = await aCleaner("走了", { status: "LEFT" });
    const housed = await resident("住了", cast.beds.A);
    const apply = (personId: string, given = {}, who = cast.officer) =>
      applyFor(permit(who, "dormitories.apply", tuesday), aWish(personId, given));
    const before = await db.bedApplication.count();
    await expect(apply(left.id)).rejects.toThrow("不在岗");
    await expect(apply(housed.id)).rejects.toThrow("调宿");
    await expect(apply(cast.worker.personId, { spouseNo: "999999" })).rejects.toThrow("配偶");
    await expect(apply(cast.worker.personId, {}, cast.secondLiaison)).rejects.toThrow("没有找到");
    expect(await db.bedApplication.count()).toBe(before);
  });

  it("is refused by the unit with the reason the worker reads, and voided by the office with its own", async () => {
    const caseId = await applyFor(permit(cast.firstLiaison, "dormitories.apply"), aWish(cast.worker.personId));
    await refuseWish(permit(cast.firstLiaison, "dormitories.check"), { ...(await at(caseId)), note: "本市有住房" });
    expect(await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      stage: "NOT_ELIGIBLE",
      status: "answered",
      outcome: "EXPLAINED",
      answer: "本市有住房",
    });
    const other = await waiting(cast, cast.otherWorker.personId);
    const end = { ...(await at(other)), move: "void" as const, note: "登记错了" };
    await expect(endApplication(permit(cast.secondLiaison, "dormitories.apply"), end)).rejects.toThrow();
    expect(await stageOf(other)).toBe("WAITLISTED");
    await endApplication(permit(cast.officer, "dormitories.apply"), end);
    expect(await stageOf(other)).toBe("VOID");
  });

  it("is read by its own unit and the office, found by nobody else, and every look is in the log", async () => {
    const caseId = await waiting(cast, cast.worker.personId);
    await expect(viewWish(permit(cast.secondLiaison, "dormitories.view"), caseId)).rejects.toThrow();
    expect((await viewWish(permit(cast.firstLiaison, "dormitories.view"), caseId)).line).toMatchObject({ place: 1 });
    const looks = await db.auditEvent.count({ where: { object: "bed_application", verb: "dormitories.view" } });
    expect(looks).toBe(1);
    expect(await viewLine(permit(cast.secondLiaison, "dormitories.view"))).toEqual([]);
    expect(await viewLine(permit(cast.boss, "dormitories.view"))).toHaveLength(1);
  });
});

describe("a single bed", () => {
  it("goes to the first in line, with seven days to move in", async () => {
    const caseId = await waiting(cast, cast.worker.personId);
    await allot(caseId, cast.beds.A);
    expect(await stageOf(caseId)).toBe("ALLOTTED");
    expect((await claimOn(cast.beds.A))?.moveInBy?.toISOString().slice(0, 10)).toBe(addDays(monday, 7));
  });

  it("is refused over the head of somebody before, for another sex, an upper bunk at 55, other hours, and changes nothing", async () => {
    const first = await aCleaner("先来");
    const second = await aCleaner("后到");
    const woman = await aCleaner("女工", { sex: "FEMALE" });
    const old = await aCleaner("老师傅", { birthDate: "1971-01-01" });
    await waiting(cast, first.id);
    const late = await waiting(cast, second.id, tuesday);
    await expect(allot(late, cast.beds.A, {}, tuesday)).rejects.toThrow("排在前面的 先来");
    await expect(allot(await waiting(cast, woman.id), cast.beds.A)).rejects.toThrow("性别不符");
    await expect(allot(await waiting(cast, old.id), cast.beds.B)).rejects.toThrow("下铺");
    expect(await db.bedStay.count()).toBe(0);
    expect(await stageOf(late)).toBe("WAITLISTED");
  });

  it("asks before it mixes early and night shift in one room", async () => {
    await resident("早班", cast.beds.A);
    const night = await aCleaner("夜班");
    const caseId = await waiting(cast, night.id, tuesday, { shift: "NIGHT" });
    await expect(allot(caseId, cast.beds.B, {}, tuesday)).rejects.toThrow("作息不同");
    await allot(caseId, cast.beds.B, { isMixedShift: "on" }, tuesday);
    expect(await stageOf(caseId)).toBe("ALLOTTED");
  });

  it("gives a couple both beds of one room", async () => {
    const wife = await aCleaner("妻子", { sex: "FEMALE" });
    const caseId = await waiting(cast, cast.worker.personId, monday, { spouseNo: wife.staffNo });
    await allot(caseId, cast.beds.E);
    expect([(await claimOn(cast.beds.E))?.personId, (await claimOn(cast.beds.F))?.personId]).toEqual([
      cast.worker.personId,
      wife.id,
    ]);
    await comeIn(wife.id);
    await comeIn(cast.worker.personId);
    expect(await stageOf(caseId)).toBe("CHECKED_IN");
  });

  it("has one winner when two officers give the last bed at once, also for one person and two beds", async () => {
    const [one, other] = [await aCleaner("甲工"), await aCleaner("乙工", { sex: "FEMALE" })];
    const cases = [await waiting(cast, one.id), await waiting(cast, other.id)];
    // both want the couple's beds' neighbour: the men's lower bed is the last one for the man, twice at once
    const twice = await Promise.allSettled([
      allot(cases[0] ?? "", cast.beds.A),
      allotBed(permit(cast.otherOfficer, "dormitories.allot"), { ...(await at(cases[0] ?? "")), bedId: cast.beds.B }),
    ]);
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.bedStay.count({ where: { personId: one.id } })).toBe(1);
    expect(await stageOf(cases[0] ?? "")).toBe("ALLOTTED");
  });

  it("lapses after the seventh day and goes to the next in line by itself, in log and timeline", async () => {
    const [first, second] = [await aCleaner("先来"), await aCleaner("后到")];
    const one = await waiting(cast, first.id);
    const other = await waiting(cast, second.id, tuesday);
    await allot(one, cast.beds.A, {}, tuesday);
    const settle = (on: string) => settleBeds(permit(cast.officer, "dormitories.view", on));
    await settle(addDays(tuesday, 7));
    expect(await stageOf(one)).toBe("ALLOTTED");
    await Promise.all([settle(addDays(tuesday, 8)), settle(addDays(tuesday, 8))]);
    expect([await stageOf(one), await stageOf(other)]).toEqual(["LAPSED", "ALLOTTED"]);
    expect((await claimOn(cast.beds.A))?.personId).toBe(second.id);
    const moved = await db.caseEvent.findFirstOrThrow({ where: { caseId: other, kind: "succeed" } });
    expect([moved.actorId, moved.actorName]).toEqual([null, "系统"]);
    expect(await db.auditEvent.count({ where: { object: "bed_stay" } })).toBeGreaterThanOrEqual(3);
  });

  it("given up goes on to the next; withdrawn by a stranger it is not", async () => {
    const second = await aCleaner("后到");
    const caseId = await waiting(cast, cast.worker.personId);
    const next = await waiting(cast, second.id, tuesday);
    await allot(caseId, cast.beds.A);
    await expect(declineBed(permit(cast.otherWorker, "my.dormitory"), await at(caseId))).rejects.toThrow();
    expect(await stageOf(caseId)).toBe("ALLOTTED");
    await declineBed(permit(cast.worker, "my.dormitory", tuesday), await at(caseId));
    expect([await stageOf(caseId), await stageOf(next)]).toEqual(["OFFER_DECLINED", "ALLOTTED"]);
  });
});

describe("living there", () => {
  it("writes address, case, row to be signed and log in one act; the figures count one more tonight", async () => {
    const { id, caseId } = await resident("住户", cast.beds.A);
    expect(await stageOf(caseId)).toBe("CHECKED_IN");
    const person = await db.person.findUniqueOrThrow({ where: { id } });
    expect(person.address).toBe("和平路1号（测试宿舍）1号楼101室");
    expect(await db.signOff.findMany()).toMatchObject([{ kind: "BED", personId: id, signedOn: null }]);
    const [site] = await listSites(permit(cast.officer, "dormitories.view", tuesday));
    expect(site?.beds).toMatchObject({ all: 6, occupied: 1, FREE: 5 });
    const list = await listStays(permit(cast.officer, "dormitories.view", tuesday), { tab: "living" });
    expect([list.counts.living, list.rows[0]?.name]).toEqual([1, "住户"]);
  });

  it("is not begun before the allotment, nor while the bed is only proposed, and then nothing is written", async () => {
    const person = await aCleaner("性急");
    const caseId = await waiting(cast, person.id);
    await allot(caseId, cast.beds.A, {}, tuesday);
    await expect(comeIn(person.id, { inOn: monday })).rejects.toThrow("之间");
    await expect(comeIn(person.id, { inOn: "2026-12-01" })).rejects.toThrow("之间");
    expect([await stageOf(caseId), await db.signOff.count()]).toEqual(["ALLOTTED", 0]);
  });

  it("moves to a free bed, ending one stay and beginning another, and never into a taken or wrong one", async () => {
    const { id } = await resident("搬家", cast.beds.A);
    const move = async (bedId: string) =>
      moveStay(permit(cast.officer, "dormitories.house", tuesday), { ...(await stayOf(id)), bedId });
    await expect(move(cast.beds.C)).rejects.toThrow("性别不符");
    await expect(move(cast.beds.A)).rejects.toThrow("不空");
    await move(cast.beds.B);
    expect([await claimOn(cast.beds.A), (await claimOn(cast.beds.B))?.personId]).toEqual([null, id]);
    const stays = await db.bedStay.findMany({ where: { personId: id }, orderBy: { id: "asc" } });
    expect(stays.map(({ state, outReason }) => [state, outReason])).toEqual([
      ["LEFT", "TRANSFER"],
      ["LIVING", null],
    ]);
  });

  it("lets two residents change beds, and one bed be taken by one of two officers only", async () => {
    const one = await resident("甲", cast.beds.A);
    const other = await resident("乙", cast.beds.B);
    const otherStay = await stayOf(other.id);
    await swapStays(permit(cast.officer, "dormitories.house", tuesday), {
      ...(await stayOf(one.id)),
      otherStayId: otherStay.stayId,
    });
    expect([(await claimOn(cast.beds.A))?.personId, (await claimOn(cast.beds.B))?.personId]).toEqual([
      other.id,
      one.id,
    ]);
    const woman = await resident("丙", cast.beds.C, { sex: "FEMALE" });
    const race = await Promise.allSettled(
      [cast.officer, cast.otherOfficer].map(async (who) =>
        moveStay(permit(who, "dormitories.house", tuesday), { ...(await stayOf(woman.id)), bedId: cast.beds.D }),
      ),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.bedStay.count({ where: { personId: woman.id, state: "LIVING" } })).toBe(1);
  });

  it("keeps the bed for 30 days at most, and says on the board from when it is free", async () => {
    const { id } = await resident("回家", cast.beds.A);
    const keep = async (awayTo: string) =>
      keepBed(permit(cast.officer, "dormitories.house", tuesday), {
        ...(await stayOf(id)),
        awayFrom: tuesday,
        awayTo,
      });
    await expect(keep(addDays(tuesday, 30))).rejects.toThrow("最多 30 天");
    await keep(addDays(tuesday, 29));
    await tellLeaving(permit(cast.firstLiaison, "dormitories.apply", tuesday), {
      ...(await stayOf(id)),
      leavingOn: "2026-12-01",
    });
    const board = await viewBoard(permit(cast.secondLiaison, "dormitories.view", tuesday), cast.siteId);
    expect(board.rooms[0]?.beds[0]).toMatchObject({ state: "AWAY", freeFrom: "2026-12-01", stay: { name: "回师傅" } });
  });

  it("ends with the new address, also after a death; not before it began, not by another unit's hand", async () => {
    const { id } = await resident("退宿", cast.beds.A);
    const out = async (given: object) =>
      checkOut(permit(cast.officer, "dormitories.house", addDays(tuesday, 3)), {
        ...(await stayOf(id)),
        outOn: addDays(tuesday, 2),
        outReason: "OWN_WISH",
        items: [],
        address: "安居里2号",
        ...given,
      });
    await expect(out({ outOn: monday })).rejects.toThrow("之间");
    await expect(
      tellLeaving(permit(cast.secondLiaison, "dormitories.apply", tuesday), {
        ...(await stayOf(id)),
        leavingOn: tuesday,
      }),
    ).rejects.toThrow();
    expect((await claimOn(cast.beds.A))?.state).toBe("LIVING");
    await out({});
    expect((await db.person.findUniqueOrThrow({ where: { id } })).address).toBe("安居里2号");
    expect(await claimOn(cast.beds.A)).toBeNull();
  });

  it("lists who has left the bureau and not the bed, from the eighth day", async () => {
    const { id } = await resident("离职", cast.beds.A);
    await db.person.update({ where: { id }, data: { status: "LEFT" } });
    await db.employmentEvent.create({
      data: {
        id: newId(),
        personId: id,
        kind: "LEFT",
        happenedOn: new Date("2026-10-14"),
        createdById: cast.officer.accountId,
      },
    });
    const overdue = async (on: string) =>
      (await listStays(permit(cast.officer, "dormitories.view", on), { tab: "overdue" })).counts.overdue;
    expect([await overdue("2026-10-21"), await overdue("2026-10-22")]).toEqual([0, 1]);
  });
});

describe("the database itself", () => {
  it("never holds two claims on a bed or two of a person, whatever the program does", async () => {
    const { id } = await resident("住户", cast.beds.A);
    const stay = (
      bed: string,
      person: string,
    ) => `INSERT INTO bed_stay (id, bureau_id, site_id, bed_id, person_id, state, shift, held_at, created_by_id)
      SELECT gen_random_uuid(), bureau_id, site_id, '${bed}', '${person}', 'HELD', 'EARLY', now(), created_by_id FROM bed_stay LIMIT 1`;
    await expect(ownerQuery(stay(cast.beds.A, cast.worker.personId))).rejects.toThrow("bed_stay_bed_once");
    await expect(ownerQuery(stay(cast.beds.B, id))).rejects.toThrow("bed_stay_person_once");
    await expect(
      ownerQuery("UPDATE bed_stay SET out_on = in_on - 1, state = 'LEFT', out_reason = 'OWN_WISH'"),
    ).rejects.toThrow("bed_stay_out_after_in");
    await expect(ownerQuery("UPDATE bed_stay SET in_on = NULL")).rejects.toThrow("bed_stay_dates_by_state");
  });
});

describe("repairs", () => {
  it("come from the resident's room, urgent within 24 hours, numbered among all repairs", async () => {
    const { id } = await resident("住户", cast.beds.A);
    const who = { ...cast.worker, personId: id };
    const fault = { requestKey: newId(), kind: "WATER" as const, isUrgent: "on" as const, text: "整层停水" };
    const caseId = await reportFault(permit(who, "my.dormitory", tuesday), fault);
    expect(await reportFault(permit(who, "my.dormitory", tuesday), fault)).toBe(caseId);
    const ticket = await db.repairTicket.findUniqueOrThrow({ where: { caseId }, include: { case: true } });
    expect(ticket.case.number).toBe("WX-202610-001");
    expect(ticket.dueAt?.toISOString()).toBe("2026-10-14T01:00:00.000Z");
    const list = await listRepairs(permit(cast.officer, "dormitories.view", "2026-10-15"), { tab: "late" });
    expect(list.rows).toHaveLength(1);
    await expect(
      reportFault(permit(cast.otherWorker, "my.dormitory", tuesday), { ...fault, requestKey: newId() }),
    ).rejects.toThrow("不住职工宿舍");
    expect(await db.repairTicket.count()).toBe(1);
  });

  it("are never accepted by who repaired: the resident is refused as repairer, in the program and in the database", async () => {
    const { id, staffNo } = await resident("住户", cast.beds.A);
    const who = { ...cast.worker, personId: id };
    await reportFault(permit(who, "my.dormitory", tuesday), { requestKey: newId(), kind: "OTHER", text: "门锁坏了" });
    const ticket = await db.repairTicket.findFirstOrThrow();
    const repair = { ticketId: ticket.id, version: 1, cost: 8_000, doneOn: tuesday };
    const record = (repairerNo: string) =>
      recordRepair(permit(cast.officer, "dormitories.repair", tuesday), { ...repair, repairerNo });
    await expect(record(staffNo)).rejects.toThrow("不能同时是维修人");
    await expect(ownerQuery("UPDATE repair_ticket SET repairer_id = reporter_id")).rejects.toThrow(
      "repair_ticket_not_own",
    );
    await record(cast.otherOfficer.loginName);
    expect(await db.repairTicket.findFirstOrThrow()).toMatchObject({ costFen: 8_000n, version: 2 });
    await expect(record(cast.otherOfficer.loginName)).rejects.toThrow("刚被别人");
  });
});

it("shows a leader every site, a liaison the names of her own people only", async () => {
  await resident("陈一所", cast.beds.A, { unitId: units.firstTeam });
  const name = async (who: keyof Pick<Dormitory, "boss" | "firstLiaison" | "secondLiaison">) =>
    (await viewBoard(permit(cast[who], "dormitories.view", tuesday), cast.siteId)).rooms[0]?.beds[0]?.stay?.name;
  expect([await name("boss"), await name("firstLiaison"), await name("secondLiaison")]).toEqual([
    "陈一所",
    "陈一所",
    "陈师傅",
  ]);
});
