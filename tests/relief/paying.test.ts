import { beforeEach, describe, expect, it } from "vitest";
import { moveCase } from "@/lib/cases/commands";
import { listInbox } from "@/lib/cases/list/queries";
import { reverseSignOff } from "@/lib/cases/sign-offs/commands";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { approve, grantAgain, payFirst } from "@/lib/relief/decisions/commands";
import { followUp, propose, verify } from "@/lib/relief/handling/commands";
import { endRelief, returnReport } from "@/lib/relief/reports/commands";
import { db } from "@/prisma/client";
import { permit as permitOn } from "../cases/bureau";
import { anActor, units } from "../people/bureau";
import {
  at,
  caseRow,
  due,
  inbox,
  look,
  monday,
  openUnion,
  permit,
  proposal,
  reliefAt,
  reliefRow,
  say,
  signAll,
  stageOf,
  type ReliefCast,
} from "./bureau";

let cast: ReliefCast;
beforeEach(async () => {
  cast = await openUnion();
});

describe("paid first", () => {
  const first = async (caseId: string, amount: number) => ({
    ...(await at(caseId)),
    amount,
    payMode: "CASH" as const,
    fund: "UNION" as const,
    note: "人在医院等着交押金",
  });

  it("gives 1,000.00 from 受理, with five working days for the papers, and the day does not move with them", async () => {
    const caseId = await reliefAt(cast, "ACCEPTED");
    await expect(payFirst(permit(cast.officer, "relief.decide"), await first(caseId, 50_000))).rejects.toThrow();
    await expect(payFirst(permit(cast.chair, "relief.decide"), await first(caseId, 100_001))).rejects.toThrow("最多");
    expect(await db.signOff.count()).toBe(0);
    await payFirst(permit(cast.chair, "relief.decide"), await first(caseId, 100_000));
    expect([await stageOf(caseId), await due(caseId), await db.signOff.count()]).toEqual(["ACCEPTED", "2026-10-19", 1]);
    const relief = await reliefRow(caseId);
    expect(relief).toMatchObject({ paidFirstFen: 100_000n, paidFirstById: cast.chair.personId });
    expect(relief.paperworkDueOn && fromDateColumn(relief.paperworkDueOn)).toBe("2026-10-19");
    await expect(payFirst(permit(cast.boss, "relief.decide"), await first(caseId, 1))).rejects.toThrow(
      "已经先行发放过",
    );
    const back = { ...(await at(caseId)), note: "请补材料" };
    await expect(returnReport(permit(cast.officer, "relief.handle"), back)).rejects.toThrow("不能退回");
    await verify(permit(cast.officer, "relief.handle"), await look(cast, caseId));
    expect(await due(caseId)).toBe("2026-10-19");
    const late = (await listInbox(permitOn(cast.officer, "cases.view", "2026-10-20"), "todo", {})).rows;
    expect(late).toMatchObject([{ id: caseId, light: "late" }]);
    const ending = { ...(await at(caseId)), move: "void" as const, note: "登记错了" };
    await expect(endRelief(permit(cast.officer, "relief.report"), ending)).rejects.toThrow("冲正");
  });

  it("is part of what is approved afterwards: only the rest is granted, and what is signed in full goes on by itself", async () => {
    const caseId = await reliefAt(cast, "ACCEPTED");
    await payFirst(permit(cast.chair, "relief.decide"), await first(caseId, 60_000));
    await signAll(cast, caseId);
    expect(await stageOf(caseId)).toBe("ACCEPTED");
    await verify(permit(cast.officer, "relief.handle"), await look(cast, caseId));
    await propose(permit(cast.officer, "relief.handle"), await proposal(caseId, 100_000));
    await expect(approve(permit(cast.chair, "relief.decide"), await say(caseId, 59_999))).rejects.toThrow("先行发放");
    await approve(permit(cast.chair, "relief.decide"), await say(caseId, 100_000));
    const rows = await db.signOff.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ amountFen }) => amountFen)).toEqual([60_000n, 40_000n]);
    await signAll(cast, caseId);
    expect(await stageOf(caseId)).toBe("SIGNED");

    const second = await reliefAt(cast, "ACCEPTED", 0, { isAnother: "on" });
    await payFirst(permit(cast.chair, "relief.decide"), await first(second, 50_000));
    await signAll(cast, second);
    await verify(permit(cast.officer, "relief.handle"), await look(cast, second));
    await propose(permit(cast.officer, "relief.handle"), await proposal(second, 50_000));
    await approve(permit(cast.chair, "relief.decide"), await say(second, 50_000));
    expect(await caseRow(second)).toMatchObject({ stage: "SIGNED", answeredById: cast.colleague.accountId });
  });
});

describe("signature and call back", () => {
  it("is 签收 in the act of signing, by nobody's click, and back in 发放 when the row is taken back", async () => {
    const caseId = await reliefAt(cast, "PAYING");
    await signAll(cast, caseId);
    const row = await caseRow(caseId);
    expect(row).toMatchObject({ stage: "SIGNED", status: "answered", outcome: "RESOLVED", dueOn: null });
    expect(row.followUpBy && fromDateColumn(row.followUpBy)).toBe("2026-11-11");
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId, kind: "sign" } });
    expect(event).toMatchObject({ actorId: null, actorName: "系统", note: "1,000.00 元已经签收" });
    const [signed] = await db.signOff.findMany();
    await reverseSignOff(permitOn(cast.officer, "cases.reverseSignOff"), {
      signOffId: signed?.id ?? "",
      reason: "转账退回了",
    });
    expect(await stageOf(caseId)).toBe("PAYING");
    await grantAgain(permit(cast.officer, "relief.handle"), await at(caseId));
    await expect(grantAgain(permit(cast.officer, "relief.handle"), await at(caseId))).rejects.toThrow("都已经登记");
    await signAll(cast, caseId);
    expect([await stageOf(caseId), await db.signOff.count()]).toEqual(["SIGNED", 3]);
  });

  it("is called back after thirty days by who neither proposed, nor took the signature, nor gave the cash", async () => {
    const caseId = await reliefAt(cast, "SIGNED");
    const third = await anActor("第三人", [{ role: "OFFICER", programme: "relief", unitIds: [units.personnel] }]);
    const call = async () => ({
      ...(await at(caseId)),
      satisfaction: "SATISFIED" as const,
      note: "住处已经收拾好，孩子上学没受影响",
    });
    await expect(followUp(permit(third, "relief.followUp", "2026-11-10"), await call())).rejects.toThrow("最早");
    for (const who of [cast.officer, cast.colleague])
      await expect(followUp(permit(who, "relief.followUp", "2026-11-11"), await call())).rejects.toThrow(
        "不能登记回访",
      );
    expect(await inbox(third, "2026-11-10")).toEqual([]);
    expect(await inbox(cast.officer, "2026-11-11")).toEqual([]);
    expect(await inbox(third, "2026-11-11")).toEqual([caseId]);
    await db.signOff.updateMany({
      data: {
        mode: "SIGNATURE",
        signatureId: newId(),
        firstGiverId: third.personId,
        secondGiverId: cast.desk.personId,
      },
    });
    await expect(followUp(permit(third, "relief.followUp", "2026-11-11"), await call())).rejects.toThrow("经手");
    expect(await stageOf(caseId)).toBe("SIGNED");
    await followUp(permit(cast.chair, "relief.followUp", "2026-11-11"), await call());
    expect(await caseRow(caseId)).toMatchObject({ stage: "FOLLOW_UP", satisfaction: "SATISFIED" });
    await moveCase(permitOn(cast.officer, "cases.move", "2026-11-11"), { ...(await at(caseId)), move: "archive" });
    expect(await caseRow(caseId)).toMatchObject({ stage: "ARCHIVED", status: "closed" });
  });
});

describe("the table of the database", () => {
  it.each([
    ["emergency_relief_amounts", { askedFen: 0n }],
    ["emergency_relief_two_look", { verifiedOn: dateColumn(monday), foundCipher: "x" }],
    ["emergency_relief_approved", { grantedFen: 1n }],
    ["emergency_relief_committee", { committeeNo: "12" }],
    ["emergency_relief_paid_first", { paidFirstFen: 1n }],
  ])("refuses what %s forbids", async (name, data) => {
    const caseId = await reliefAt(cast, "REPORTED");
    await expect(db.emergencyRelief.update({ where: { caseId }, data })).rejects.toThrow(name);
  });

  it("refuses an approver who proposed", async () => {
    const caseId = await reliefAt(cast, "PAYING");
    await expect(
      db.emergencyRelief.update({ where: { caseId }, data: { approverId: cast.officer.personId } }),
    ).rejects.toThrow("emergency_relief_apart");
  });
});
