import { beforeEach, describe, expect, it } from "vitest";
import { prepare, submit } from "@/lib/schooling/decisions/commands";
import { myChildren } from "@/lib/schooling/mine/queries";
import { parentPaper } from "@/lib/schooling/papers/queries";
import { recordPaper, sendPaper } from "@/lib/schooling/materials/commands";
import { recordOther } from "@/lib/schooling/parents/commands";
import { reduceExpired } from "@/lib/schooling/retention/commands";
import { revealChild } from "@/lib/schooling/reveal/commands";
import { viewPlacement } from "@/lib/schooling/view/queries";
import { withdrawMine } from "@/lib/schooling/registration/commands";
import { db } from "@/prisma/client";
import { aPerson } from "../people/bureau";
import { ownerQuery } from "../setup/database";
import {
  allPapers,
  anOther,
  aPaper,
  at,
  canary,
  evidence,
  idNoOf,
  openSchool,
  permit,
  placementAt,
  placementOf,
  stageOf,
  type SchoolCast,
} from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

const other = { otherIdNo: idNoOf("1990-05-06", 12), otherName: "程孔雀", otherPhone: "13900001234" };

describe("the other parent", () => {
  it("is kept sealed by the parent, the liaison or the officer, and shown in clear by a look with a reason only", async () => {
    const caseId = await placementAt(cast, "REGISTERED");
    await recordOther(permit(cast.worker, "my.schooling"), anOther(caseId, other));
    const placement = await placementOf(caseId);
    expect(placement).toMatchObject({ otherParent: "OUTSIDE", otherParentId: null });
    for (const secret of Object.values(other)) expect(JSON.stringify(placement)).not.toContain(secret);
    const view = await viewPlacement(permit(cast.officer, "schooling.view"), caseId);
    expect(view.other.text).toBe("程*雀，不在本局");
    const shown = await revealChild(permit(cast.officer, "schooling.reveal"), { caseId, reason: "网上预约代填" });
    for (const secret of Object.values(other)) expect(shown).toContain(secret);
    await recordOther(permit(cast.firstLiaison, "schooling.collect"), anOther(caseId, { otherParent: "NONE" }));
    expect(await placementOf(caseId)).toMatchObject({
      otherParent: "NONE",
      otherIdCipher: null,
      otherNameCipher: null,
    });
    await recordOther(permit(cast.officer, "schooling.collect"), anOther(caseId));
    expect((await placementOf(caseId)).otherParent).toBe("OUTSIDE");
  });

  it("may work here too, by name and 工号 together, and then reads along without acting", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const mother = await db.person.findUniqueOrThrow({ where: { id: cast.otherWorker.personId } });
    const named = { otherParent: "WORKER" as const, otherName: mother.name, otherStaffNo: mother.staffNo };
    const by = permit(cast.worker, "my.schooling");
    await expect(recordOther(by, anOther(caseId, { ...named, otherName: "别的名字" }))).rejects.toThrow("对不上");
    await recordOther(by, anOther(caseId, named));
    expect(await placementOf(caseId)).toMatchObject({ otherParent: "WORKER", otherIdCipher: null });
    const [mine] = await myChildren(permit(cast.otherWorker, "my.schooling"));
    expect(mine).toMatchObject({ name: canary, isRegistrant: false, maySubmit: false, mayWithdraw: false });
    await expect(
      sendPaper(permit(cast.otherWorker, "my.schooling"), { caseId, kind: "CONTRACT", file: evidence() }),
    ).rejects.toThrow();
    const paper = await parentPaper(permit(cast.officer, "schooling.print"), caseId, "other");
    expect(paper.name).toBe(mother.name);
  });

  it.each([
    ["without a name", { otherName: undefined }, "姓名"],
    ["without a number", { otherIdNo: undefined }, "身份证号"],
    ["with a number that cannot be right", { otherIdNo: "129900199005060020" }, "校验位"],
    ["with the child's number", { otherIdNo: idNoOf("2021-03-08") }, "孩子自己的"],
    ["who would have been a child themself", { otherIdNo: idNoOf("2010-01-01", 31) }, "相差不到 14 岁"],
    ["who works here, without a 工号", { otherParent: "WORKER" as const }, "工号"],
  ])("is refused %s, and nothing changes", async (_, given, sentence) => {
    const caseId = await placementAt(cast, "REGISTERED");
    const before = await placementOf(caseId);
    await expect(recordOther(permit(cast.worker, "my.schooling"), anOther(caseId, given))).rejects.toThrow(sentence);
    expect(await placementOf(caseId)).toEqual(before);
  });

  it("is nobody else's to record: another worker, another unit, and after it is settled", async () => {
    const caseId = await placementAt(cast, "REGISTERED");
    await expect(recordOther(permit(cast.otherWorker, "my.schooling"), anOther(caseId))).rejects.toThrow();
    await expect(recordOther(permit(cast.secondLiaison, "schooling.collect"), anOther(caseId))).rejects.toThrow();
    const self = await db.person.findUniqueOrThrow({ where: { id: cast.worker.personId } });
    const own = { otherParent: "WORKER" as const, otherName: self.name, otherStaffNo: self.staffNo };
    await expect(recordOther(permit(cast.worker, "my.schooling"), anOther(caseId, own))).rejects.toThrow("家长自己");
    const left = await aPerson({ status: "LEFT" });
    const gone = { otherParent: "WORKER" as const, otherName: left.name, otherStaffNo: left.staffNo };
    await expect(recordOther(permit(cast.worker, "my.schooling"), anOther(caseId, gone))).rejects.toThrow("对不上");
    await withdrawMine(permit(cast.worker, "my.schooling"), await at(caseId));
    await expect(recordOther(permit(cast.officer, "schooling.collect"), anOther(caseId))).rejects.toThrow("办完了");
    expect((await placementOf(caseId)).otherParent).toBeNull();
  });

  it("cannot be stored by hand as what it is not", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const set = (what: string) => ownerQuery(`update school_placement set ${what} where case_id = $1`, [caseId]);
    await expect(set("other_id_cipher = null")).rejects.toThrow("school_placement_other_outside");
    await expect(set("other_parent = 'NONE'")).rejects.toThrow("school_placement_other_outside");
    await expect(set("other_parent_id = parent_id")).rejects.toThrow("school_placement_other_worker");
    await expect(set("consent_on = null")).rejects.toThrow("consent_on");
  });
});

describe("the papers of both parents", () => {
  it("are asked for before anything goes on, and half a paper wants mending", async () => {
    const caseId = await placementAt(cast, "REGISTERED");
    const by = permit(cast.firstLiaison, "schooling.collect");
    await prepare(by, await at(caseId));
    await allPapers(cast.firstLiaison, caseId);
    await expect(submit(by, await at(caseId))).rejects.toThrow("另一方家长");
    await recordOther(by, anOther(caseId));
    await expect(submit(by, await at(caseId))).rejects.toThrow(/还差 3 样.*户口簿.*还差另一方家长的/);
    for (const kind of ["HOUSEHOLD_BOOK", "ID_CARD", "PROPERTY_QUERY"] as const)
      await recordPaper(by, aPaper(caseId, kind));
    await submit(by, await at(caseId));
    expect(await stageOf(caseId)).toBe("UNIT_CHECK");
  });

  it("suffice of one parent where there is no other", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const by = permit(cast.firstLiaison, "schooling.collect");
    await recordOther(by, anOther(caseId, { otherParent: "NONE" }));
    await allPapers(cast.firstLiaison, caseId);
    for (const kind of ["HOUSEHOLD_BOOK", "ID_CARD", "PROPERTY_QUERY"] as const)
      await recordPaper(by, aPaper(caseId, kind, { coversOther: undefined }));
    await submit(by, await at(caseId));
    expect(await stageOf(caseId)).toBe("UNIT_CHECK");
  });
});

it("goes with the child's data when the time is up", async () => {
  const caseId = await placementAt(cast, "PREPARING");
  await withdrawMine(permit(cast.worker, "my.schooling"), await at(caseId));
  await reduceExpired(permit(cast.officer, "schooling.reduce", "2029-01-01"));
  expect(await placementOf(caseId)).toMatchObject({
    otherParent: null,
    otherNameCipher: null,
    otherIdCipher: null,
    otherPhoneCipher: null,
  });
});
