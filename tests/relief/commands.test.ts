import { beforeEach, describe, expect, it } from "vitest";
import { moveCase } from "@/lib/cases/commands";
import { newId } from "@/lib/id";
import { accept, propose, verify } from "@/lib/relief/handling/commands";
import { endRelief, reportFor, reportMine, returnReport, withdrawMine } from "@/lib/relief/reports/commands";
import { db } from "@/prisma/client";
import { permit as permitOn } from "../cases/bureau";
import { aPerson, bureauId } from "../people/bureau";
import {
  aReport,
  at,
  caseRow,
  due,
  inbox,
  look,
  openUnion,
  permit,
  proposal,
  reliefAt,
  reliefRow,
  stageOf,
  tuesday,
  type ReliefCast,
} from "./bureau";

let cast: ReliefCast;
beforeEach(async () => {
  cast = await openUnion();
});

describe("a report", () => {
  it("is made by the worker on the phone: one working day to accept, the story encrypted, in the officer's box", async () => {
    const { personId: _, ...told } = aReport(cast.worker.personId);
    const caseId = await reportMine(permit(cast.worker, "my.relief"), told);
    expect(await caseRow(caseId)).toMatchObject({
      stage: "REPORTED",
      stageTable: "relief",
      source: "WORKER",
      confidentiality: "SENSITIVE",
      number: "LJ-2026-0001",
    });
    expect(await due(caseId)).toBe("2026-10-13");
    const relief = await reliefRow(caseId);
    expect(relief).toMatchObject({ event: "FIRE", askedFen: 100_000n, grantedFen: null });
    expect(relief.storyCipher).not.toContain("着火");
    expect(await inbox(cast.officer)).toEqual([caseId]);
    expect(await inbox(cast.chair)).toEqual([caseId]);
    expect(await db.auditEvent.count({ where: { object: "emergency_relief", objectId: caseId } })).toBe(1);
  });

  it("is one for worker and liaison of the same event, unless it is said to be another; the same form is one", async () => {
    const first = aReport(cast.worker.personId);
    const caseId = await reportFor(permit(cast.firstLiaison, "relief.report"), first);
    expect(await reportFor(permit(cast.firstLiaison, "relief.report"), first)).toBe(caseId);
    const { personId: _, ...told } = aReport(cast.worker.personId);
    await expect(reportMine(permit(cast.worker, "my.relief"), told)).rejects.toThrow("LJ-2026-0001");
    expect(await db.emergencyRelief.count()).toBe(1);
    await reportMine(permit(cast.worker, "my.relief"), { ...told, isAnother: "on" });
    expect(await db.emergencyRelief.count()).toBe(2);
  });

  it("finds the spouse's report of the same event too, also when both come at one moment", async () => {
    const spouse = await aPerson({ name: "配偶" });
    const householdId = newId();
    await db.household.create({ data: { id: householdId, bureauId, headId: cast.worker.personId } });
    await db.person.updateMany({
      where: { id: { in: [cast.worker.personId, spouse.id] } },
      data: { householdId },
    });
    const both = await Promise.allSettled(
      [cast.worker.personId, spouse.id].map((personId) =>
        reportFor(permit(cast.officer, "relief.report"), aReport(personId)),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.emergencyRelief.count()).toBe(1);
  });

  it("is refused for a day to come, another unit's worker and who has left, and opens nothing", async () => {
    const report = (given: object, personId = cast.worker.personId) => aReport(personId, given);
    const liaison = permit(cast.firstLiaison, "relief.report");
    await expect(reportFor(liaison, report({ happenedOn: tuesday }))).rejects.toThrow("不能晚于今天");
    await expect(reportFor(permit(cast.secondLiaison, "relief.report"), report({}))).rejects.toThrow("没有找到");
    const left = await aPerson({ status: "LEFT" });
    await expect(reportFor(permit(cast.officer, "relief.report"), report({}, left.id))).rejects.toThrow("不在本单位");
    expect([await db.welfareCase.count(), await db.emergencyRelief.count()]).toEqual([0, 0]);
  });

  it("is returned with everything that is missing and comes back to be looked at; withdrawn by the worker, voided by the office", async () => {
    const caseId = await reliefAt(cast, "REPORTED");
    const back = { ...(await at(caseId)), note: "请补火灾证明和损失清单" };
    await expect(returnReport(permit(cast.officer, "relief.handle"), { ...back, version: 9 })).rejects.toThrow("刷新");
    await returnReport(permit(cast.officer, "relief.handle"), back);
    expect(await caseRow(caseId)).toMatchObject({ stage: "RETURNED", status: "waiting", dueOn: null });
    await moveCase(permitOn(cast.firstLiaison, "cases.move"), { ...(await at(caseId)), move: "complete" });
    expect([await stageOf(caseId), await due(caseId)]).toEqual(["ACCEPTED", "2026-10-14"]);
    await expect(withdrawMine(permit(cast.otherWorker, "my.relief"), await at(caseId))).rejects.toThrow();
    await withdrawMine(permit(cast.worker, "my.relief"), await at(caseId));
    expect(await stageOf(caseId)).toBe("WITHDRAWN");
    const second = await reliefAt(cast, "REPORTED");
    const wrong = { ...(await at(second)), move: "void" as const, note: "登记错了" };
    await expect(endRelief(permit(cast.firstLiaison, "relief.report"), wrong)).rejects.toThrow("不能作废");
    await endRelief(permit(cast.officer, "relief.report"), wrong);
    expect((await caseRow(second)).status).toBe("void");
  });
});

describe("looking and proposing", () => {
  it("is accepted by an officer with two working days to look, not by the liaison who reported", async () => {
    const caseId = await reliefAt(cast, "REPORTED");
    await expect(accept(permit(cast.officer, "relief.handle"), { caseId, version: 7 })).rejects.toThrow("刷新");
    expect(await stageOf(caseId)).toBe("REPORTED");
    await accept(permit(cast.officer, "relief.handle"), await at(caseId));
    expect([await stageOf(caseId), await due(caseId)]).toEqual(["ACCEPTED", "2026-10-14"]);
  });

  it("is verified by two persons", async () => {
    const caseId = await reliefAt(cast, "VERIFIED");
    const relief = await reliefRow(caseId);
    expect(relief.verifierIds).toEqual([cast.officer.personId, cast.firstLiaison.personId]);
    expect(relief.foundCipher).not.toContain("烧毁");
    expect(await stageOf(caseId)).toBe("VERIFIED");
  });

  it.each([
    ["the same twice", async () => ({ secondVerifier: cast.officer.loginName }), "两位不同的人"],
    ["somebody unknown", async () => ({ firstVerifier: "999999" }), "没有工号 999999"],
    ["the worker himself", async () => ({ secondVerifier: cast.worker.loginName }), "自己家"],
    ["a day to come", async () => ({ verifiedOn: tuesday }), "不能晚于今天"],
    ["a day before the event", async () => ({ verifiedOn: "2026-10-10" }), "不能早于出事"],
  ])("is not verified by %s", async (_, given, sentence) => {
    const caseId = await reliefAt(cast, "ACCEPTED");
    const report = await look(cast, caseId, await given());
    await expect(verify(permit(cast.officer, "relief.handle"), report)).rejects.toThrow(sentence);
    expect([await stageOf(caseId), (await reliefRow(caseId)).verifierIds]).toEqual(["ACCEPTED", []]);
  });

  it.each([
    [100_000, "M"],
    [100_001, "B"],
  ])("waits with %i 分 for %s and lies in no other box", async (amount, decider) => {
    const caseId = await reliefAt(cast, "APPROVAL", amount);
    expect(await caseRow(caseId)).toMatchObject({ stage: "APPROVAL", decider });
    expect(await inbox(cast.chair)).toEqual(decider === "M" ? [caseId] : []);
    expect(await inbox(cast.boss)).toEqual(decider === "B" ? [caseId] : []);
    expect(await inbox(cast.officer)).toEqual([]);
  });

  it("is not proposed for the own household", async () => {
    const caseId = await reliefAt(cast, "VERIFIED");
    const householdId = newId();
    await db.household.create({ data: { id: householdId, bureauId, headId: cast.worker.personId } });
    const ids = [cast.worker.personId, cast.officer.personId];
    await db.person.updateMany({ where: { id: { in: ids } }, data: { householdId } });
    const given = await proposal(caseId, 50_000);
    await expect(propose(permit(cast.officer, "relief.handle"), given)).rejects.toThrow("自己家");
    expect(await stageOf(caseId)).toBe("VERIFIED");
  });
});
