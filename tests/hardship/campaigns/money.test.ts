import { beforeEach, describe, expect, it } from "vitest";
import { approveBudget, placeByHand, sendBackBudget, setBudget } from "@/lib/hardship/campaigns/budget/commands";
import { draftListNotice, settleCampaigns } from "@/lib/hardship/campaigns/notice/commands";
import { dateColumn, instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { bureauId, units } from "../../people/bureau";
import { openUnion, permit, type HardshipCast } from "../bureau";
import {
  aHousehold,
  budgetDay,
  campaignAt,
  campaignRow,
  funds,
  noticeDay,
  seen,
  seenRow,
  surveyDay,
  visitDay,
} from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const plan = (on = surveyDay) => permit(cast.officer, "hardship.planVisits", on);
const rows = (campaignId: string) => db.visitRow.findMany({ where: { campaignId }, orderBy: { orderNo: "asc" } });

describe("the budget", () => {
  const threeHouseholds = async () => [
    await aHousehold({ state: "ON_FILE", level: "RELATIVE" }),
    await aHousehold({ state: "ON_FILE", level: "ACCIDENT" }),
    await aHousehold({ state: "ON_FILE", level: "DEEP" }),
  ];

  it("leaves out who stands below the line, and takes everybody when it grows", async () => {
    const [relative] = await threeHouseholds();
    const id = await campaignAt(cast, "BUDGET");
    await setBudget(plan(), { ...(await seen(id)), ...funds(1_400) });
    const out = () => db.visitRow.findMany({ where: { campaignId: id, isLeftOut: true } });
    expect(await out()).toMatchObject([{ personId: relative?.id }]);
    await setBudget(plan(), { ...(await seen(id)), ...funds(1_500) });
    expect(await out()).toEqual([]);
    await expect(setBudget(plan(), { ...(await seen(id)), ...funds(0) })).rejects.toThrow("至少写一个来源");
  });

  it("moves a household by hand with a reason, and the line with it", async () => {
    const [relative, accident] = await threeHouseholds();
    const id = await campaignAt(cast, "BUDGET");
    await setBudget(plan(), { ...(await seen(id)), ...funds(1_000) });
    const row = await db.visitRow.findFirstOrThrow({ where: { campaignId: id, personId: relative?.id ?? "" } });
    await placeByHand(plan(), { ...(await seenRow(row.id)), place: 1, reason: "刚刚遭了火灾，档案还没有改" });
    const ordered = await rows(id);
    expect(ordered[0]).toMatchObject({ personId: relative?.id, isLeftOut: false, placeByHand: 1 });
    expect(ordered[2]).toMatchObject({ personId: accident?.id, isLeftOut: true });
    const old = { rowId: row.id, version: row.version };
    await expect(placeByHand(plan(), { ...old, place: 2, reason: "旧页面上又改了一次次序" })).rejects.toThrow("刷新");
  });

  it("is approved by a leader who had no hand in it and is not on the list", async () => {
    await threeHouseholds();
    const id = await campaignAt(cast, "BUDGET");
    const boss = permit(cast.boss, "hardship.approveVisits", budgetDay);
    const said = async () => ({ ...(await seen(id)), note: "同意" });
    await expect(approveBudget(boss, await said())).rejects.toThrow("还没有提交预算");
    await setBudget(plan(), { ...(await seen(id)), ...funds(1_500) });
    await db.visitCampaign.update({ where: { id }, data: { agreedById: cast.boss.accountId } });
    await expect(approveBudget(boss, await said())).rejects.toThrow("另一个人");
    await db.visitCampaign.update({ where: { id }, data: { agreedById: cast.manager.accountId } });
    const [row] = await rows(id);
    await db.person.update({ where: { id: cast.boss.personId }, data: { householdId: row?.householdId ?? "" } });
    await expect(approveBudget(boss, await said())).rejects.toThrow("您自己家");
    expect((await campaignRow(id)).stage).toBe("BUDGET");
    await approveBudget(permit(cast.deputy, "hardship.approveVisits", budgetDay), await said());
    expect(await campaignRow(id)).toMatchObject({ stage: "NOTICE", approvedById: cast.deputy.accountId });
  });

  it("warns above a cap with both figures; a leader goes on with a reason", async () => {
    const [first] = await threeHouseholds();
    await db.signOff.create({
      data: {
        id: newId(),
        bureauId,
        personId: first?.id ?? "",
        householdId: first?.householdId ?? "",
        unitId: units.firstTeam,
        programme: "relief",
        kind: "MONEY",
        what: "临时救助",
        amountFen: 580_000n,
        grantedOn: dateColumn("2026-01-02"),
        grantedById: cast.boss.accountId,
      },
    });
    const id = await campaignAt(cast, "BUDGET");
    await setBudget(plan(), { ...(await seen(id)), ...funds(1_500) });
    const boss = permit(cast.boss, "hardship.approveVisits", budgetDay);
    const said = { ...(await seen(id)), note: "同意" };
    await expect(approveBudget(boss, said)).rejects.toThrow("年度累计 6,300.00 元，超过 6,000.00 元");
    expect((await campaignRow(id)).stage).toBe("BUDGET");
    await approveBudget(boss, { ...said, capReason: "家里刚遭火灾，春节慰问照发" });
    expect(await campaignRow(id)).toMatchObject({ stage: "NOTICE", capReason: "家里刚遭火灾，春节慰问照发" });
  });

  it("goes back to the survey with everything open again", async () => {
    await threeHouseholds();
    const id = await campaignAt(cast, "BUDGET");
    await setBudget(plan(), { ...(await seen(id)), ...funds(500) });
    await sendBackBudget(permit(cast.boss, "hardship.approveVisits"), { ...(await seen(id)), note: "再核一遍" });
    expect(await campaignRow(id)).toMatchObject({ stage: "SURVEY", frozenAt: null, budgetById: null });
    expect(await db.visitRow.count({ where: { campaignId: id, isLeftOut: true } })).toBe(0);
  });
});

describe("the notice", () => {
  it("carries masked name, unit and amount of each planned household, once", async () => {
    await aHousehold({ name: "王建林", state: "ON_FILE", level: "DEEP" });
    await aHousehold({ name: "李没钱", state: "ON_FILE", level: "RELATIVE" });
    const id = await campaignAt(cast, "NOTICE", 500);
    await draftListNotice(plan(noticeDay), await seen(id));
    expect(await db.noticeEntry.findMany()).toMatchObject([
      { maskedName: "王*林", unit: "环卫一所", amountFen: 50_000n },
    ]);
    await expect(draftListNotice(plan(noticeDay), await seen(id))).rejects.toThrow("已经起草了");
    expect(await db.publicNotice.count()).toBe(1);
  });

  it("over, grants each household once in the leader's name; an objection holds back only its own", async () => {
    const [first, second, third] = [
      await aHousehold({ state: "ON_FILE", level: "DEEP" }),
      await aHousehold({ state: "ON_FILE", level: "ACCIDENT" }),
      await aHousehold({ state: "ON_FILE", level: "RELATIVE" }),
    ];
    const id = await campaignAt(cast, "RUNNING");
    const entryOf = async (key: string) => (await db.noticeEntry.findFirstOrThrow({ where: { key } })).id;
    const objection = async (key: string) =>
      db.objection.create({
        data: {
          id: newId(),
          bureauId,
          noticeId: (await db.publicNotice.findFirstOrThrow()).id,
          entryId: await entryOf(key),
          channel: "PHONE",
          contentCipher: "x",
          receivedOn: dateColumn("2026-01-13"),
          enteredById: cast.officer.accountId,
          requestKey: newId(),
        },
      });
    const held = await objection(second.id);
    const struck = await objection(third.id);
    const settleOn = (day: string) => settleCampaigns(permit(cast.firstLiaison, "hardship.view", day));
    expect(await settleOn("2026-01-19")).toBe(0);
    expect((await campaignRow(id)).stage).toBe("NOTICE");
    const [one, two] = await Promise.all([settleOn(visitDay ?? ""), settleOn(visitDay ?? "")]);
    expect(one + two).toBe(1);
    expect((await campaignRow(id)).stage).toBe("VISITING");
    expect(await db.signOff.findMany()).toMatchObject([
      { personId: first.id, householdId: first.householdId, amountFen: 50_000n, grantedById: cast.boss.accountId },
    ]);
    const at = instantAt(visitDay ?? "", "08:00");
    const done = { checkedAt: at, findings: "已核实情况", settledAt: at, reason: "已核实情况" };
    await db.objection.update({ where: { id: held.id }, data: { ...done, outcome: "KEPT" } });
    await db.objection.update({ where: { id: struck.id }, data: { ...done, outcome: "STRUCK" } });
    expect(await settleOn(visitDay ?? "")).toBe(1);
    expect(await settleOn(visitDay ?? "")).toBe(0);
    expect(await db.signOff.count()).toBe(2);
    expect(await db.visitRow.findFirst({ where: { personId: third.id } })).toMatchObject({
      takenOffReason: "公示有异议，经核实撤销",
      signOffId: null,
    });
  });
});
