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
import { myDormitory } from "@/lib/dormitories/mine/queries";
import { viewLine, viewWish } from "@/lib/dormitories/view/queries";
import { db } from "@/prisma/client";
import {
  aCleaner,
  at,
  aWish,
  claimOn,
  monday,
  openDormitory,
  permit,
  stageOf,
  tuesday,
  waiting,
  type Dormitory,
  allot,
  comeIn,
  resident,
} from "./bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

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
    const housed = await resident(cast, "住了", cast.beds.A);
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
    await expect(viewWish(permit(cast.secondLiaison, "dormitories.line"), caseId)).rejects.toThrow();
    expect((await viewWish(permit(cast.firstLiaison, "dormitories.line"), caseId)).line).toMatchObject({ place: 1 });
    const looks = await db.auditEvent.count({ where: { object: "bed_application", verb: "dormitories.line" } });
    expect(looks).toBe(1);
    expect(await viewLine(permit(cast.secondLiaison, "dormitories.line"))).toEqual([]);
    expect(await viewLine(permit(cast.boss, "dormitories.line"))).toHaveLength(1);
  });
});

describe("a single bed", () => {
  it("goes to the first in line, with seven days to move in", async () => {
    const caseId = await waiting(cast, cast.worker.personId);
    await allot(cast, caseId, cast.beds.A);
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
    await expect(allot(cast, late, cast.beds.A, {}, tuesday)).rejects.toThrow("排在前面的 先来");
    await expect(allot(cast, await waiting(cast, woman.id), cast.beds.A)).rejects.toThrow("性别不符");
    await expect(allot(cast, await waiting(cast, old.id), cast.beds.B)).rejects.toThrow("下铺");
    expect(await db.bedStay.count()).toBe(0);
    expect(await stageOf(late)).toBe("WAITLISTED");
  });

  it("asks before it mixes early and night shift in one room", async () => {
    await resident(cast, "早班", cast.beds.A);
    const night = await aCleaner("夜班");
    const caseId = await waiting(cast, night.id, tuesday, { shift: "NIGHT" });
    await expect(allot(cast, caseId, cast.beds.B, {}, tuesday)).rejects.toThrow("作息不同");
    await allot(cast, caseId, cast.beds.B, { isMixedShift: "on" }, tuesday);
    expect(await stageOf(caseId)).toBe("ALLOTTED");
  });

  it("gives a couple both beds of one room", async () => {
    const wife = await aCleaner("妻子", { sex: "FEMALE" });
    const caseId = await waiting(cast, cast.worker.personId, monday, { spouseNo: wife.staffNo });
    await allot(cast, caseId, cast.beds.E);
    expect([(await claimOn(cast.beds.E))?.personId, (await claimOn(cast.beds.F))?.personId]).toEqual([
      cast.worker.personId,
      wife.id,
    ]);
    await comeIn(cast, wife.id);
    await comeIn(cast, cast.worker.personId);
    expect(await stageOf(caseId)).toBe("CHECKED_IN");
  });

  it("has one winner when two officers give the last bed at once, also for one person and two beds", async () => {
    const [one, other] = [await aCleaner("甲工"), await aCleaner("乙工", { sex: "FEMALE" })];
    const cases = [await waiting(cast, one.id), await waiting(cast, other.id)];
    // both want the couple's beds' neighbour: the men's lower bed is the last one for the man, twice at once
    const twice = await Promise.allSettled([
      allot(cast, cases[0] ?? "", cast.beds.A),
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
    await allot(cast, one, cast.beds.A, {}, tuesday);
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
    await allot(cast, caseId, cast.beds.A);
    await expect(declineBed(permit(cast.otherWorker, "my.dormitory"), await at(caseId))).rejects.toThrow();
    expect(await stageOf(caseId)).toBe("ALLOTTED");
    await declineBed(permit(cast.worker, "my.dormitory", tuesday), await at(caseId));
    expect([await stageOf(caseId), await stageOf(next)]).toEqual(["OFFER_DECLINED", "ALLOTTED"]);
  });
});
