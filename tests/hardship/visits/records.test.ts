import { inspect } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { recordNotMet, recordVisit } from "@/lib/hardship/visits/records/commands";
import { revealVisit } from "@/lib/hardship/visits/records/reveal/commands";
import { viewRow } from "@/lib/hardship/visits/records/view/queries";
import { db } from "@/prisma/client";
import {
  aPhoto,
  aVisit,
  finishBy,
  notMet,
  openRound,
  permit,
  refusedUnchanged,
  rowNow,
  signOffOf,
  type HardshipCast,
  type Round,
} from "./bureau";

let round: Round;
let cast: HardshipCast;
beforeEach(async () => {
  round = await openRound();
  cast = round.cast;
});

const recorder = (who: keyof HardshipCast) => permit(cast[who], "hardship.recordVisit");

describe("a visit", () => {
  it("writes signature, givers, family and need in one go, and the need becomes a case of its programme", async () => {
    const visit = await aVisit(round, {
      goods: "米面油各一份",
      condition: "老伴刚出院，孩子上高中。",
      need: "dormitories|宿舍维修",
      needContent: "屋顶漏水，想修一修。",
      photo: await aPhoto(),
      hasConsent: "on",
    });
    expect(await recordVisit(recorder("officer"), visit)).toBe(round.rows.wang);

    const row = await rowNow(round.rows.wang);
    expect(row).toMatchObject({ notMetReason: null, version: 2 });
    expect(row.conditionCipher).not.toContain("出院");
    const signOff = await signOffOf(round.rows.wang);
    expect(signOff).toMatchObject({
      receivedBy: "王建国",
      mode: "SIGNATURE",
      firstGiverId: cast.boss.personId,
      secondGiverId: cast.officer.personId,
    });
    const need = await db.welfareCase.findUniqueOrThrow({ where: { id: row.needCaseId ?? "" } });
    expect(need).toMatchObject({
      programme: "dormitories",
      topic: "宿舍维修",
      source: "VISIT",
      personId: cast.worker.personId,
    });
    const kinds = await db.attachment.findMany({ orderBy: { kind: "asc" }, select: { kind: true, owner: true } });
    expect(kinds).toEqual([
      { kind: "SIGNATURE", owner: "sign_off" },
      { kind: "PHOTO", owner: "visit_row" },
    ]);
    const audit = await db.auditEvent.findMany({ where: { verb: "hardship.recordVisit", outcome: "DONE" } });
    expect(audit.map(({ object }) => object).sort()).toEqual([
      "attachment",
      "attachment",
      "sign_off",
      "visit_row",
      "welfare_case",
    ]);
  });

  it("is one visit when the form arrives twice, one after the other and at once", async () => {
    const visit = await aVisit(round, { need: "insurance|社保咨询", needContent: "想问社保。" });
    await recordVisit(recorder("officer"), visit);
    await recordVisit(recorder("officer"), visit);
    const other = await aVisit(round, {}, "zhang");
    await Promise.all([recordVisit(recorder("officer"), other), recordVisit(recorder("officer"), other)]);
    expect(await db.visitRecord.count()).toBe(2);
    expect(await db.welfareCase.count()).toBe(1);
    expect(await db.attachment.count()).toBe(2);
  });

  it("is written by one of two who do it at the same moment; the other reads the sentence", async () => {
    const [one, other] = await Promise.all([aVisit(round), aVisit(round)]);
    const outcomes = await Promise.allSettled([
      recordVisit(recorder("officer"), one),
      recordVisit(recorder("firstLiaison"), other),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(String(lost?.reason)).toMatch(/已经签领|刚被/);
    expect(await db.visitRecord.count()).toBe(1);
    expect(await db.attachment.count()).toBe(1);
  });

  it("accepts a transfer by its voucher and a proxy with the relation", async () => {
    await recordVisit(
      recorder("officer"),
      await aVisit(round, {
        mode: "TRANSFER",
        voucherNo: "ZZ-77",
        drawn: undefined,
        receivedBy: "李梅",
        relation: "妻子",
      }),
    );
    expect(await signOffOf(round.rows.wang)).toMatchObject({
      voucherNo: "ZZ-77",
      relation: "妻子",
      firstGiverId: null,
    });
    expect(await db.visitVisitor.count({ where: { isGiver: true } })).toBe(0);
  });

  it.each([
    [{ visitors: [] }, "两个人以上"],
    [{ drawn: undefined }, "签字"],
    [{ receivedBy: "李梅" }, "代领"],
    [{ visitedOn: "2026-10-13" }, "晚于今天"],
    [{ mode: "TRANSFER", drawn: undefined }, "凭证号"],
    [{ need: "insurance|社保咨询" }, "写一句话"],
    [{ needContent: "要修房顶" }, "哪方面"],
    [{ need: "insurance|没有这项", needContent: "问一问" }, "列出的事"],
  ])("is refused with %j and nothing is kept", async (given, words) => {
    const visit = await aVisit(round, given);
    await refusedUnchanged(() => recordVisit(recorder("officer"), visit), words);
    expect((await rowNow(round.rows.wang)).signedOn).toBeNull();
  });

  it("keeps no photo of people without their consent, and asks which two of three gave the cash", async () => {
    const photo = await aVisit(round, { photo: await aPhoto() });
    await refusedUnchanged(() => recordVisit(recorder("officer"), photo), "同意");
    const visitors = [cast.boss.personId, cast.officer.personId, cast.firstLiaison.personId];
    const three = await aVisit(round, { visitors });
    await refusedUnchanged(() => recordVisit(recorder("officer"), three), "哪两个人");
  });

  it("is refused when a giver lives in the household, and before the campaign is visited", async () => {
    const { householdId } = await rowNow(round.rows.wang);
    await db.person.update({ where: { id: cast.boss.personId }, data: { householdId } });
    const own = await aVisit(round);
    await refusedUnchanged(() => recordVisit(recorder("officer"), own), "这一户的人");
    await db.person.update({ where: { id: cast.boss.personId }, data: { householdId: null } });
    await db.visitCampaign.update({ where: { id: round.campaignId }, data: { stage: "SETTLING" } });
    await refusedUnchanged(() => recordVisit(recorder("officer"), own), "走访阶段");
  });
});

describe("who may", () => {
  it("is the group, the officers of hardship and the liaison of the unit; nobody else finds it", async () => {
    const see = (who: keyof HardshipCast, name: keyof Round["rows"] = "wang") =>
      viewRow(recorder(who), { campaignId: round.campaignId, rowId: round.rows[name] });
    for (const who of ["boss", "officer", "otherOfficer", "firstLiaison"] as const)
      expect((await see(who)).name).toBe("王建国");
    for (const who of ["deputy", "desk", "insurance", "secondLiaison"] as const)
      await expect(see(who)).rejects.toThrow();
    expect((await see("secondLiaison", "zhao")).name).toBe("赵桂兰");
    const visit = await aVisit(round);
    for (const who of ["deputy", "desk", "secondLiaison"] as const)
      await refusedUnchanged(() => recordVisit(recorder(who), visit));
  });

  it("is the leader of the group and the liaison who keeps the paper of her unit", async () => {
    await recordVisit(recorder("boss"), await aVisit(round));
    await recordVisit(recorder("secondLiaison"), await aVisit(round, {}, "zhao"));
    expect(await db.visitRecord.count()).toBe(2);
  });

  it("does not find a household under another campaign's address", async () => {
    const of = { campaignId: cast.boss.personId, rowId: round.rows.wang };
    await expect(viewRow(recorder("officer"), of)).rejects.toThrow();
  });

  it("sees address and telephone only on a click with its audit row, sixty an hour, and how the family is only as officer", async () => {
    const ask = { rowId: round.rows.wang, field: "contact", reason: "上门走访" } as const;
    const reveal = (who: keyof HardshipCast, given: object = {}) =>
      revealVisit(permit(cast[who], "hardship.revealVisit"), { ...ask, ...given });
    expect(
      inspect(await viewRow(recorder("boss"), { campaignId: round.campaignId, rowId: round.rows.wang }), { depth: 9 }),
    ).not.toMatch(/河东路|13900002222/);
    expect(await reveal("boss")).toEqual({ address: "河东路3号", mobile: "13900002222" });
    await refusedUnchanged(() => reveal("deputy"));
    await recordVisit(recorder("officer"), await aVisit(round, { condition: "一切都好。" }));
    expect(await reveal("officer", { field: "condition" })).toEqual({ condition: "一切都好。" });
    await refusedUnchanged(() => reveal("boss", { field: "condition" }));
    const audit = await db.auditEvent.findMany({ where: { verb: "hardship.revealVisit" }, orderBy: { id: "asc" } });
    expect(audit.map(({ fields, reason }) => [fields, reason])).toEqual([
      [["address", "mobile"], "上门走访"],
      [["condition"], "上门走访"],
    ]);
    for (let look = 1; look < 60; look += 1) await reveal("boss");
    await refusedUnchanged(() => reveal("boss"), "60");
  });
});

describe("nobody met", () => {
  it("keeps the household open with the reason and the day to go again; afterwards it is signed for", async () => {
    await recordNotMet(recorder("boss"), await notMet(round, { plannedAgainOn: finishBy, note: "邻居说下周回来" }));
    expect(await rowNow(round.rows.wang)).toMatchObject({ notMetReason: "HOME_TOWN", signedOn: null, version: 2 });
    await recordVisit(recorder("boss"), await aVisit(round));
    expect(await rowNow(round.rows.wang)).toMatchObject({ notMetReason: null, plannedAgainOn: null, version: 3 });
    expect(await db.visitRecord.count()).toBe(2);
  });

  it("is one going there when sent twice", async () => {
    const form = await notMet(round);
    await Promise.all([recordNotMet(recorder("boss"), form), recordNotMet(recorder("boss"), form)]);
    await recordNotMet(recorder("boss"), form);
    expect(await db.visitRecord.count()).toBe(1);
  });

  it.each([
    [{ plannedAgainOn: "2026-10-24" }, "结束"],
    [{ plannedAgainOn: "2026-10-01" }, "早于今天"],
    [{ visitors: [] }, "两个人"],
    [{ version: 9 }, "刚被别人"],
  ])("is refused with %j", async (given, words) => {
    const form = await notMet(round, given);
    await refusedUnchanged(() => recordNotMet(recorder("boss"), form), words);
  });
});
