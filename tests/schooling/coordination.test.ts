import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/id";
import { logContact, recordCheck } from "@/lib/schooling/coordination/commands";
import { giveUp, prepare, submit } from "@/lib/schooling/decisions/commands";
import { decideLetter, draftLetter, sendLetter } from "@/lib/schooling/letters/commands";
import { lettersToDecide } from "@/lib/schooling/letters/waiting/queries";
import { sendPaper } from "@/lib/schooling/materials/commands";
import { endPlacement, registerMine, withdrawMine } from "@/lib/schooling/registration/commands";
import { leftOver } from "@/lib/schooling/planner/queries";
import { reduceExpired } from "@/lib/schooling/retention/commands";
import { db } from "@/prisma/client";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import {
  aChild,
  at,
  canary,
  evidence,
  idNoOf,
  letterAt,
  monday,
  openSchool,
  permit,
  placementAt,
  placementOf,
  stageOf,
  throughLetter,
  type SchoolCast,
} from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

describe("the letter", () => {
  it("is approved by a leader, never by who drafted it, and moves every child of it on", async () => {
    const one = await placementAt(cast, "COORDINATING");
    const other = await placementAt(cast, "COORDINATING", { childId: idNoOf("2021-04-08") });
    const drafter = permit(cast.officer, "schooling.letter");
    const id = await draftLetter(drafter, { requestKey: newId(), cases: [one, other] });
    await expect(draftLetter(drafter, { requestKey: newId(), cases: [one] })).rejects.toThrow("另一份");
    await expect(sendLetter(drafter, { ...(await letterAt(id)), sentOn: monday })).rejects.toThrow("批准以后");
    await decideLetter(permit(cast.boss, "schooling.approveLetter"), {
      ...(await letterAt(id)),
      decision: "APPROVED",
      opinion: "同意",
    });
    await sendLetter(drafter, { ...(await letterAt(id)), sentOn: monday });
    expect([await stageOf(one), await stageOf(other)]).toEqual(["EDU_FIRST", "EDU_FIRST"]);
    await expect(
      ownerQuery("update school_letter set decided_by_id = drafted_by_id where id = $1", [id]),
    ).rejects.toThrow("school_letter_two_people");
  });

  it("takes only children who are being coordinated, and a returned one lets them go", async () => {
    const early = await placementAt(cast, "UNIT_CHECK");
    const drafter = permit(cast.officer, "schooling.letter");
    await expect(draftLetter(drafter, { requestKey: newId(), cases: [early] })).rejects.toThrow("不在协调中");
    expect(await db.schoolLetter.count()).toBe(0);
    const caseId = await placementAt(cast, "COORDINATING", { childId: idNoOf("2021-04-08") });
    const first = await draftLetter(drafter, { requestKey: newId(), cases: [caseId] });
    await expect(
      endPlacement(permit(cast.officer, "schooling.register"), {
        ...(await at(caseId)),
        move: "withdraw",
        note: "不办了",
      }),
    ).rejects.toThrow("协调函");
    const boss = permit(cast.boss, "schooling.approveLetter");
    await decideLetter(boss, { ...(await letterAt(first)), decision: "RETURNED", opinion: "请写清楚" });
    await throughLetter(cast, [caseId]);
    expect(await stageOf(caseId)).toBe("EDU_FIRST");
  });

  it("lies with every leader who may decide about it until one has, and with nobody whose child stands in it", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const waiting = async (who: "boss" | "deputy") =>
      (await lettersToDecide(permit(cast[who], "schooling.approveLetter"))).map(({ id }) => id);
    expect(await waiting("boss")).toEqual([]);
    const id = await draftLetter(permit(cast.officer, "schooling.letter"), { requestKey: newId(), cases: [caseId] });
    expect([await waiting("boss"), await waiting("deputy")]).toEqual([[id], [id]]);
    await db.schoolPlacement.updateMany({
      where: { caseId },
      data: {
        otherParent: "WORKER",
        otherParentId: cast.deputy.personId,
        otherNameCipher: null,
        otherIdCipher: null,
      },
    });
    expect([await waiting("boss"), await waiting("deputy")]).toEqual([[id], []]);
    const decision = { ...(await letterAt(id)), decision: "APPROVED" as const, opinion: "同意" };
    await expect(decideLetter(permit(cast.deputy, "schooling.approveLetter"), decision)).rejects.toThrow("自己的孩子");
    const { statements, result } = await countSql(() => lettersToDecide(permit(cast.boss, "schooling.approveLetter")));
    expect([statements.length, JSON.stringify(result).includes(canary)]).toEqual([1, false]);
    await decideLetter(permit(cast.boss, "schooling.approveLetter"), decision);
    expect(await waiting("boss")).toEqual([]);
  });

  it("is gone from the leaders when it was sent back", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const id = await draftLetter(permit(cast.officer, "schooling.letter"), { requestKey: newId(), cases: [caseId] });
    await decideLetter(permit(cast.boss, "schooling.approveLetter"), {
      ...(await letterAt(id)),
      decision: "RETURNED",
      opinion: "请写清楚",
    });
    expect(await lettersToDecide(permit(cast.deputy, "schooling.approveLetter"))).toEqual([]);
  });

  it("is decided once when two leaders decide at the same moment", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const id = await draftLetter(permit(cast.officer, "schooling.letter"), { requestKey: newId(), cases: [caseId] });
    const where = await letterAt(id);
    const both = await Promise.allSettled(
      [cast.boss, cast.deputy].map((who) =>
        decideLetter(permit(who, "schooling.approveLetter"), { ...where, decision: "APPROVED", opinion: "同意" }),
      ),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("the education bureau", () => {
  const check = async (caseId: string, given: object = {}) => ({
    ...(await at(caseId)),
    result: "passed" as const,
    checkedOn: monday,
    file: evidence(),
    ...given,
  });

  it("is recorded with evidence, and a school only after a contact was logged", async () => {
    const caseId = await placementAt(cast, "EDU_SECOND");
    const by = permit(cast.officer, "schooling.review");
    await expect(recordCheck(by, await check(caseId, { file: undefined }))).rejects.toThrow("请上传");
    await expect(recordCheck(by, await check(caseId))).rejects.toThrow("请填写安排的学校");
    const school = { schoolName: "第一小学" };
    await expect(recordCheck(by, await check(caseId, school))).rejects.toThrow("还没有协调记录");
    expect(await stageOf(caseId)).toBe("EDU_SECOND");
    await logContact(by, {
      ...(await at(caseId)),
      party: "UNION",
      madeOn: monday,
      content: "请区总工会一并协调",
      result: "同意",
    });
    await recordCheck(by, await check(caseId, school));
    expect([await stageOf(caseId), (await placementOf(caseId)).schoolName]).toEqual(["ASSIGNED", "第一小学"]);
  });

  it("wants the slip of March at the first check, and a failure goes back to where the papers come from", async () => {
    const caseId = await placementAt(cast, "EDU_FIRST");
    const by = permit(cast.officer, "schooling.review");
    await expect(recordCheck(by, await check(caseId))).rejects.toThrow("预约单");
    await expect(recordCheck(by, await check(caseId, { result: "failed" }))).rejects.toThrow("没通过");
    await recordCheck(by, await check(caseId, { result: "failedReturn", note: "居住证地址不一致，请改" }));
    expect(await stageOf(caseId)).toBe("RETURNED");
    await submit(permit(cast.worker, "my.schooling"), await at(caseId));
    expect(await stageOf(caseId)).toBe("EDU_FIRST");
  });

  it("may not be written down with the child's name in a contact", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const contact = { party: "SCHOOL" as const, madeOn: monday, result: "同意" };
    await expect(
      logContact(permit(cast.officer, "schooling.review"), {
        ...(await at(caseId)),
        ...contact,
        content: `${canary}入学`,
      }),
    ).rejects.toThrow("不要写孩子的名字");
    expect(await db.schoolContact.count()).toBe(0);
  });
});

describe("what came to nothing", () => {
  it("is settled by the head of the office alone, and next year's case names it", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const reason = { reason: "NO_SEAT" as const, note: "附近没有空位，明年再报" };
    await expect(
      giveUp(permit(cast.officer, "schooling.giveUp"), { ...(await at(caseId)), ...reason }),
    ).rejects.toThrow();
    expect(await stageOf(caseId)).toBe("COORDINATING");
    await giveUp(permit(cast.manager, "schooling.giveUp"), { ...(await at(caseId)), ...reason });
    expect(await placementOf(caseId)).toMatchObject({ outcome: "UNRESOLVED", unresolvedReason: "NO_SEAT" });
    const carried = async (day: string, who: "officer" | "firstLiaison" = "officer") =>
      (await leftOver(permit(cast[who], "schooling.plan", day))).map((one) => one.caseId);
    expect([await carried(monday), await carried("2027-09-10")]).toEqual([[], [caseId]]);
    expect(await carried("2027-09-10", "firstLiaison")).toEqual([]);
    const next = await registerMine(permit(cast.worker, "my.schooling", "2027-09-10"), aChild());
    expect(await db.welfareCase.findUniqueOrThrow({ where: { id: next } })).toMatchObject({ sourceCaseId: caseId });
    expect((await placementOf(next)).intakeYear).toBe(2028);
    expect(await carried("2027-09-10")).toEqual([]);
  });
});

describe("when the time is up", () => {
  it("clears the child and its papers once, and leaves the figure", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    await sendPaper(permit(cast.worker, "my.schooling"), { caseId, kind: "CONTRACT", file: evidence() });
    await withdrawMine(permit(cast.worker, "my.schooling"), await at(caseId));
    expect(await reduceExpired(permit(cast.officer, "schooling.reduce", "2028-10-12"))).toBe(0);
    const due = () => reduceExpired(permit(cast.officer, "schooling.reduce", "2028-10-13"));
    expect(await Promise.all([due(), due()]).then((counts) => counts.reduce((sum, count) => sum + count, 0))).toBe(1);
    expect(await due()).toBe(0);
    expect(await placementOf(caseId)).toMatchObject({ childNameCipher: null, childIdCipher: null, childIdIndex: null });
    expect(await db.attachment.findMany()).toMatchObject([{ voidReason: "保存期满，已清除" }]);
    expect(await db.schoolPlacement.count()).toBe(1);
  });
});

it("cannot begin to prepare what another unit registered", async () => {
  const caseId = await placementAt(cast, "REGISTERED");
  await expect(prepare(permit(cast.secondLiaison, "schooling.collect"), await at(caseId))).rejects.toThrow();
  expect(await stageOf(caseId)).toBe("REGISTERED");
});
