import { beforeEach, describe, expect, it } from "vitest";
import {
  changeCampaign,
  createCampaign,
  openSurvey,
  sendBackList,
  submitList,
  voidCampaign,
} from "@/lib/hardship/campaigns/commands";
import { agreeList } from "@/lib/hardship/campaigns/order/commands";
import { askOff, keepOn, nominate, reportUnit, takeOff } from "@/lib/hardship/campaigns/rows/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { aPerson, bureauId, units } from "../../people/bureau";
import { openUnion, permit, type HardshipCast } from "../bureau";
import { aHousehold, campaignAt, campaignRow, onFrom, seen, seenRow, surveyDay, visitDay } from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const plan = (on = surveyDay) => permit(cast.officer, "hardship.planVisits", on);
const rows = (campaignId: string) => db.visitRow.findMany({ where: { campaignId }, orderBy: { orderNo: "asc" } });
const on = (campaignId: string) => db.visitRow.count({ where: { campaignId, takenOffAt: null } });

describe("a new campaign", () => {
  it("knows its festival and last day, leaves its line and audit row, and is one a year", async () => {
    const id = await campaignAt(cast, "DRAFT");
    expect(await campaignRow(id)).toMatchObject({
      stage: "DRAFT",
      name: "2026年春节走访慰问",
      festivalOn: dateColumn("2026-02-17"),
      finishBy: dateColumn("2026-02-14"),
      standardFen: 50_000n,
    });
    expect(await db.campaignStep.findMany({ select: { move: true } })).toEqual([{ move: "create" }]);
    expect(await db.auditEvent.count({ where: { object: "visit_campaign", objectId: id } })).toBe(1);
    const again = { year: 2026, standard: 50_000 };
    await expect(createCampaign(plan(), again)).rejects.toThrow("一年只有一次");
    await expect(createCampaign(plan(), { ...again, year: 2025 })).rejects.toThrow("已经过了");
    expect(await db.visitCampaign.count()).toBe(1);
  });

  it("is voided with a reason before money is granted, and the year is free again", async () => {
    const id = await campaignAt(cast, "SURVEY");
    await voidCampaign(plan(), { ...(await seen(id)), note: "建错了" });
    expect(await campaignRow(id)).toMatchObject({ stage: "VOID", voidReason: "建错了" });
    await campaignAt(cast, "DRAFT");
    await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const other = await db.visitCampaign.findFirstOrThrow({ where: { stage: "DRAFT" } });
    await openSurvey(plan(), await seen(other.id));
    await onFrom(cast, other.id, "VISITING");
    await expect(voidCampaign(plan(visitDay), { ...(await seen(other.id)), note: "建错了" })).rejects.toThrow("公示");
    expect((await campaignRow(other.id)).stage).toBe("VISITING");
  });

  it("changes its standard for everybody until the list is handed in", async () => {
    await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const id = await campaignAt(cast, "SURVEY");
    await changeCampaign(plan(), { ...(await seen(id)), standard: 60_000, goods: "油" });
    expect(await rows(id)).toMatchObject([{ amountFen: 60_000n }]);
    await onFrom(cast, id, "LIST_REVIEW");
    await expect(changeCampaign(plan(), { ...(await seen(id)), standard: 1 })).rejects.toThrow("不能再改");
    expect(await rows(id)).toMatchObject([{ amountFen: 60_000n }]);
  });
});

describe("the survey", () => {
  it("starts with files, last year's list and labour models, each with its reason, one row a household", async () => {
    const onFile = await aHousehold({ state: "ON_FILE", level: "DEEP" });
    await aPerson({ name: "配偶", householdId: onFile.householdId });
    const before = await aHousehold({ name: "去年的" });
    const last = newId();
    await db.visitCampaign.create({
      data: {
        id: last,
        bureauId,
        year: 2025,
        name: "2025年春节走访慰问",
        stage: "ARCHIVED",
        standardFen: 50_000n,
        festivalOn: dateColumn("2025-01-29"),
        finishBy: dateColumn("2025-01-27"),
        createdById: cast.officer.accountId,
        rows: {
          create: [onFile, before].map(({ id, householdId }) => ({
            id: newId(),
            householdId,
            personId: id,
            unitId: units.firstTeam,
            category: "RETIRED" as const,
            reason: "退休",
            orderNo: "001",
            amountFen: 50_000n,
          })),
        },
      },
    });
    const model = await aPerson({ name: "劳模" });
    const honour = { name: "劳动模范", level: "CITY" as const, year: 2010, awardedBy: "市政府", createdById: newId() };
    await db.honour.create({ data: { id: newId(), personId: model.id, ...honour } });
    const dead = await aHousehold({ state: "ON_FILE", level: "DEEP", status: "DECEASED" });
    const id = await campaignAt(cast, "SURVEY");
    const found = await rows(id);
    const reasonOf = (personId: string) => found.find((row) => row.personId === personId)?.reason;
    expect(found).toHaveLength(3);
    expect(reasonOf(onFile.id)).toBe("困难职工家庭在档（深度困难）；2025年也慰问过。");
    expect(reasonOf(before.id)).toContain("2025年名单上有");
    expect(reasonOf(model.id)).toBe("获得劳动模范。");
    expect(reasonOf(dead.id)).toBeUndefined();
  });

  it("takes a household of the own unit from the liaison, and of no other", async () => {
    const id = await campaignAt(cast, "SURVEY");
    const liaison = permit(cast.firstLiaison, "hardship.nominateVisits", surveyDay);
    const household = {
      campaignId: id,
      personId: cast.worker.personId,
      category: "SICK" as const,
      reason: "今年做了手术",
    };
    await nominate(liaison, household);
    expect(await rows(id)).toMatchObject([{ category: "SICK", addedById: cast.firstLiaison.accountId }]);
    const stranger = permit(cast.secondLiaison, "hardship.nominateVisits", surveyDay);
    await expect(nominate(stranger, { ...household, personId: cast.otherWorker.personId })).rejects.toThrow();
    expect(await on(id)).toBe(1);
  });

  it("refuses a household twice, through whichever spouse, the dead and who has gone", async () => {
    const first = await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const spouse = await aPerson({ name: "配偶", householdId: first.householdId });
    const dead = await aPerson({ status: "DECEASED" });
    const left = await aPerson({ status: "LEFT" });
    const id = await campaignAt(cast, "SURVEY");
    const add = (personId: string) =>
      nominate(permit(cast.officer, "hardship.nominateVisits", surveyDay), {
        campaignId: id,
        personId,
        category: "HARDSHIP",
        reason: "家里困难",
      });
    await expect(add(spouse.id)).rejects.toThrow("夫妻都在单位的算一户");
    await expect(add(dead.id)).rejects.toThrow("已经去世");
    await expect(add(left.id)).rejects.toThrow("离职");
    expect(await on(id)).toBe(1);
  });

  it("takes off with a reason, brings back, and leaves what a unit asks for to the officer", async () => {
    const household = await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const id = await campaignAt(cast, "SURVEY");
    const [row] = await rows(id);
    const rowId = row?.id ?? "";
    const liaison = permit(cast.firstLiaison, "hardship.nominateVisits", surveyDay);
    const stranger = permit(cast.secondLiaison, "hardship.nominateVisits", surveyDay);
    await expect(askOff(stranger, { ...(await seenRow(rowId)), reason: "已经搬走了" })).rejects.toThrow();
    await askOff(liaison, { ...(await seenRow(rowId)), reason: "已经搬走了" });
    await expect(submitList(plan(), { ...(await seen(id)), withoutReports: "on" })).rejects.toThrow("1 户单位建议移出");
    await keepOn(plan(), await seenRow(rowId));
    expect(await rows(id)).toMatchObject([{ offAskedReason: null, takenOffAt: null }]);
    await takeOff(plan(), { ...(await seenRow(rowId)), reason: "核实已经搬走" });
    expect(await on(id)).toBe(0);
    await expect(takeOff(plan(), { ...(await seenRow(rowId)), reason: "再移一次" })).rejects.toThrow("已经移出");
    await nominate(liaison, { campaignId: id, personId: household.id, category: "HARDSHIP", reason: "又搬回来了" });
    expect(await rows(id)).toMatchObject([{ id: rowId, takenOffAt: null, reason: "又搬回来了" }]);
  });

  it("waits for every station's report unless the officer says otherwise", async () => {
    await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const id = await campaignAt(cast, "SURVEY");
    await expect(submitList(plan(), await seen(id))).rejects.toThrow("还有 2 个单位没有报：环卫一所、环卫二所");
    await reportUnit(permit(cast.firstLiaison, "hardship.nominateVisits", surveyDay), { campaignId: id });
    await expect(submitList(plan(), await seen(id))).rejects.toThrow("还有 1 个单位没有报：环卫二所");
    expect((await campaignRow(id)).stage).toBe("SURVEY");
    await reportUnit(permit(cast.secondLiaison, "hardship.nominateVisits", surveyDay), { campaignId: id });
    await submitList(plan(), await seen(id));
    expect((await campaignRow(id)).stage).toBe("LIST_REVIEW");
    await expect(
      reportUnit(permit(cast.officer, "hardship.nominateVisits", surveyDay), { campaignId: id }),
    ).rejects.toThrow("摸底");
  });
});

describe("the head's agreement", () => {
  it("copies the keys and places the households by need", async () => {
    const relative = await aHousehold({ state: "ON_FILE", level: "RELATIVE" });
    const deep = await aHousehold({ state: "ON_FILE", level: "DEEP", isLeader: true });
    const id = await campaignAt(cast, "BUDGET");
    expect(await rows(id)).toMatchObject([
      { personId: deep.id, orderNo: "0001", isLeader: true, isOffice: false, isRetired: false, level: "DEEP" },
      { personId: relative.id, orderNo: "0002", keyNo: `KN-2025-${relative.staffNo}` },
    ]);
    expect((await campaignRow(id)).frozenAt).not.toBeNull();
  });

  it("counts the better-ranked of two spouses", async () => {
    const leader = await aHousehold({ state: "ON_FILE", level: "DEEP", isLeader: true });
    await aPerson({ householdId: leader.householdId, status: "RETIRED" });
    const id = await campaignAt(cast, "BUDGET");
    expect(await rows(id)).toMatchObject([{ personId: leader.id, isLeader: false, isRetired: true }]);
  });

  it("is blocked by what nobody knows, and names it", async () => {
    await aHousehold({ name: "孙没等级", state: "ON_FILE" });
    const id = await campaignAt(cast, "LIST_REVIEW");
    const head = permit(cast.manager, "hardship.agreeVisits", surveyDay);
    await expect(agreeList(head, { ...(await seen(id)), note: "同意" })).rejects.toThrow("孙没等级没有困难等级");
    expect(await campaignRow(id)).toMatchObject({ stage: "LIST_REVIEW", frozenAt: null });
  });

  it("is the head's, and never of who handed in; sending back opens the list again", async () => {
    await aHousehold({ state: "ON_FILE", level: "DEEP" });
    const id = await campaignAt(cast, "LIST_REVIEW");
    const said = { ...(await seen(id)), note: "同意" };
    await expect(agreeList(permit(cast.otherOfficer, "hardship.agreeVisits"), said)).rejects.toThrow("工会主席");
    await sendBackList(permit(cast.manager, "hardship.agreeVisits"), { ...said, note: "请再核一遍" });
    await submitList(permit(cast.manager, "hardship.planVisits"), { ...(await seen(id)), withoutReports: "on" });
    await expect(
      agreeList(permit(cast.manager, "hardship.agreeVisits"), { ...(await seen(id)), note: "同意" }),
    ).rejects.toThrow("您提交的");
    expect((await campaignRow(id)).stage).toBe("LIST_REVIEW");
  });
});
