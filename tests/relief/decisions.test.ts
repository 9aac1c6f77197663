import { beforeEach, describe, expect, it } from "vitest";
import { moveCase } from "@/lib/cases/commands";
import { grant } from "@/lib/cases/sign-offs/commands";
import { fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { approve, refuse, sendBack } from "@/lib/relief/decisions/commands";
import { accept, propose, verify } from "@/lib/relief/handling/commands";
import { reportFor } from "@/lib/relief/reports/commands";
import { db, transact } from "@/prisma/client";
import { permit as permitOn } from "../cases/bureau";
import { anActor, bureauId, leader, units } from "../people/bureau";
import {
  aReport,
  at,
  caseRow,
  inbox,
  look,
  monday,
  openUnion,
  permit,
  proposal,
  reliefAt,
  reliefRow,
  say,
  stageOf,
  type ReliefCast,
} from "./bureau";

let cast: ReliefCast;
beforeEach(async () => {
  cast = await openUnion();
});

describe("the decision", () => {
  it("grants in the same act: the chair 1,000.00, waiting for a signature", async () => {
    const caseId = await reliefAt(cast, "PAYING");
    expect(await reliefRow(caseId)).toMatchObject({
      grantedFen: 100_000n,
      approverId: cast.chair.personId,
      committeeNo: null,
      capReason: null,
    });
    const [row] = await db.signOff.findMany();
    expect(row).toMatchObject({ caseId, programme: "relief", amountFen: 100_000n, signedOn: null, kind: "MONEY" });
    expect(await caseRow(caseId)).toMatchObject({ stage: "PAYING", decider: null });
    expect(await inbox(cast.officer)).toEqual([caseId]);
  });

  it("is not the proposer's, not the chair's above 1,000.00, and leaves no money behind", async () => {
    const caseId = await reliefAt(cast, "APPROVAL");
    for (const who of [cast.officer, cast.colleague])
      await expect(approve(permit(who, "relief.decide"), await say(caseId, 100_000))).rejects.toThrow("不能批准");
    await expect(approve(permit(cast.chair, "relief.decide"), await say(caseId, 100_001))).rejects.toThrow("局领导");
    expect([await stageOf(caseId), await db.signOff.count()]).toEqual(["APPROVAL", 0]);
    const large = await reliefAt(cast, "APPROVAL", 100_001, { isAnother: "on" });
    await expect(approve(permit(cast.chair, "relief.decide"), await say(large, 100_000))).rejects.toThrow("不能批准");
    await approve(permit(cast.boss, "relief.decide"), await say(large, 100_001));
    expect((await reliefRow(large)).grantedFen).toBe(100_001n);
  });

  it("above 5,000.00 is the committee's, recorded with number and date; above the cap of one time with a reason", async () => {
    const caseId = await reliefAt(cast, "APPROVAL", 500_001);
    const boss = permit(cast.boss, "relief.decide");
    await expect(approve(boss, await say(caseId, 500_001))).rejects.toThrow("党委会");
    const resolved = { committeeNo: "第12次会议纪要", committeeOn: monday };
    await expect(approve(boss, await say(caseId, 500_001, resolved))).rejects.toThrow("超过每次 3,000.00 元");
    expect(await db.signOff.count()).toBe(0);
    const reasoned = { ...resolved, capReason: "房屋全部烧毁，家里没有住处" };
    await approve(boss, await say(caseId, 500_001, reasoned));
    const relief = await reliefRow(caseId);
    expect(relief).toMatchObject({ committeeNo: "第12次会议纪要", capReason: reasoned.capReason });
    expect(relief.committeeOn && fromDateColumn(relief.committeeOn)).toBe(monday);
    expect(await db.auditEvent.count({ where: { isNotable: true, reason: reasoned.capReason } })).toBe(1);
  });

  it("counts campaign money of the year: a small sum above the yearly cap goes to a leader", async () => {
    await transact((tx) =>
      grant(tx, permitOn(cast.officer, "cases.grant"), {
        personId: cast.worker.personId,
        programme: "hardship",
        campaignId: newId(),
        kind: "MONEY",
        what: "春节慰问金",
        quantity: 1,
        amountFen: 580_000,
        grantedOn: monday,
      }),
    );
    const caseId = await reliefAt(cast, "APPROVAL", 20_001);
    expect((await caseRow(caseId)).decider).toBe("B");
    await expect(approve(permit(cast.boss, "relief.decide"), await say(caseId, 20_001))).rejects.toThrow(
      "年度累计 6,000.01 元，超过 6,000.00 元",
    );
    await approve(permit(cast.boss, "relief.decide"), await say(caseId, 20_000));
    expect((await reliefRow(caseId)).capReason).toBeNull();
  });

  it("is made once when two leaders approve at one moment", async () => {
    const caseId = await reliefAt(cast, "APPROVAL", 200_000);
    const given = await say(caseId, 200_000);
    const both = await Promise.allSettled(
      [cast.boss, cast.second].map((who) => approve(permit(who, "relief.decide"), given)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([await db.signOff.count(), await stageOf(caseId)]).toEqual([1, "PAYING"]);
  });

  it("is nobody's for the own household or for himself", async () => {
    const own = await anActor("自己", [leader], units.bureau);
    const caseId = await reportFor(permit(cast.officer, "relief.report"), aReport(own.personId));
    await accept(permit(cast.officer, "relief.handle"), await at(caseId));
    await verify(permit(cast.officer, "relief.handle"), await look(cast, caseId));
    await propose(permit(cast.officer, "relief.handle"), await proposal(caseId, 200_000));
    await expect(approve(permit(own, "relief.decide"), await say(caseId, 200_000))).rejects.toThrow();
    const householdId = newId();
    await db.household.create({ data: { id: householdId, bureauId, headId: own.personId } });
    const ids = [own.personId, cast.boss.personId];
    await db.person.updateMany({ where: { id: { in: ids } }, data: { householdId } });
    await expect(approve(permit(cast.boss, "relief.decide"), await say(caseId, 200_000))).rejects.toThrow("自己家");
    expect([await stageOf(caseId), await db.signOff.count()]).toEqual(["APPROVAL", 0]);
    await approve(permit(cast.second, "relief.decide"), await say(caseId, 200_000));
    expect(await stageOf(caseId)).toBe("PAYING");
  });

  it("is refused with words that the worker reads, or sent back with the reason", async () => {
    const caseId = await reliefAt(cast, "APPROVAL");
    const words = { ...(await at(caseId)), note: "单位已经全额报销，这次不再救助" };
    await expect(refuse(permit(cast.officer, "relief.decide"), words)).rejects.toThrow("不能不予救助");
    await sendBack(permit(cast.chair, "relief.decide"), { ...words, note: "金额请再核一下" });
    expect(await caseRow(caseId)).toMatchObject({ stage: "VERIFIED", handlerId: null, decider: null });
    await propose(permit(cast.officer, "relief.handle"), await proposal(caseId, 60_000));
    await refuse(permit(cast.chair, "relief.decide"), { ...(await at(caseId)), note: words.note });
    expect(await caseRow(caseId)).toMatchObject({ stage: "REFUSED", outcome: "EXPLAINED", answer: words.note });
    await moveCase(permitOn(cast.officer, "cases.move"), { ...(await at(caseId)), move: "archive" });
    expect(await caseRow(caseId)).toMatchObject({ stage: "ARCHIVED", status: "closed" });
  });

  it("gives a deceased worker's money to the family", async () => {
    const caseId = await reliefAt(cast, "APPROVAL", 100_000, { event: "DEATH" });
    await db.person.update({ where: { id: cast.worker.personId }, data: { status: "DECEASED" } });
    await approve(permit(cast.chair, "relief.decide"), await say(caseId, 100_000));
    const [row] = await db.signOff.findMany();
    expect(row?.personId).toBeNull();
    expect(row?.householdId).not.toBeNull();
  });
});
