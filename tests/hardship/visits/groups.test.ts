import { beforeEach, describe, expect, it } from "vitest";
import { putRows, putUnit, saveGroup } from "@/lib/hardship/visits/groups/commands";
import { groupPaper } from "@/lib/hardship/visits/groups/papers/queries";
import { signingLedger } from "@/lib/hardship/visits/groups/papers/words";
import { visitProgress } from "@/lib/hardship/visits/groups/progress/queries";
import { groupChoices, viewGroups } from "@/lib/hardship/visits/groups/queries";
import { recordNotMet, recordVisit } from "@/lib/hardship/visits/records/commands";
import { myHouseholds } from "@/lib/hardship/visits/records/mine/queries";
import { ledgerHead, ledgerTotal } from "@/lib/ledger";
import { db } from "@/prisma/client";
import { countAll, units } from "../../people/bureau";
import { countSql } from "../../setup/count-sql";
import { aVisit, finishBy, notMet, openRound, permit, rowNow, type HardshipCast, type Round } from "./bureau";

let round: Round;
let cast: HardshipCast;
beforeEach(async () => {
  round = await openRound({ grouped: false });
  cast = round.cast;
});

const act = () => permit(cast.officer, "hardship.organiseVisits");
const aGroup = (given: object = {}) => ({
  campaignId: round.campaignId,
  name: "第二组",
  leaderId: cast.deputy.personId,
  officerId: cast.officer.personId,
  liaisonId: cast.secondLiaison.personId,
  plannedOn: "2026-10-20",
  route: "河东一线",
  ...given,
});
const refusedUnchanged = async (run: () => Promise<unknown>, sentence?: string) => {
  const before = await countAll();
  const [groups, rows] = [await db.visitGroup.findMany(), await db.visitRow.findMany({ orderBy: { id: "asc" } })];
  await expect(run()).rejects.toThrow(sentence);
  expect(await countAll()).toEqual(before);
  expect(await db.visitGroup.findMany()).toEqual(groups);
  expect(await db.visitRow.findMany({ orderBy: { id: "asc" } })).toEqual(rows);
};

describe("forming a group", () => {
  it("keeps who leads, who goes along, the day and the way; offered are those who hold the role today", async () => {
    const choices = await groupChoices(act());
    expect(choices.leaders.map(({ label }) => label.slice(0, 2))).toEqual(["钱进", "赵强"]);
    expect(choices.liaisons).toHaveLength(2);
    const id = await saveGroup(act(), aGroup());
    expect(await db.visitGroup.findUniqueOrThrow({ where: { id } })).toMatchObject({
      leaderId: cast.deputy.personId,
      memberIds: [cast.deputy.personId, cast.officer.personId, cast.secondLiaison.personId],
      route: "河东一线",
    });
    await saveGroup(act(), aGroup({ groupId: id, version: 1, plannedOn: "2026-10-21" }));
    const change = aGroup({ groupId: id, version: 1 });
    await refusedUnchanged(() => saveGroup(act(), change), "刚被别人处理过");
  });

  it.each([
    [() => ({ leaderId: cast.officer.personId, officerId: cast.otherOfficer.personId }), "局领导"],
    [() => ({ officerId: cast.secondLiaison.personId, liaisonId: cast.firstLiaison.personId }), "不是干事"],
    [() => ({ liaisonId: cast.desk.personId }), "不是联络员"],
    [() => ({ officerId: cast.deputy.personId }), "两个人"],
    [() => ({ plannedOn: "2026-10-24" }), "放假前"],
    [() => ({ name: "第一组" }), "换一个"],
  ])("is refused %#: %s", async (given, words) => {
    await refusedUnchanged(() => saveGroup(act(), aGroup(given())), words);
  });

  it("is refused when the visits are over", async () => {
    await db.visitCampaign.update({ where: { id: round.campaignId }, data: { stage: "SETTLING" } });
    await refusedUnchanged(() => saveGroup(act(), aGroup()), "走访完了");
  });
});

describe("putting households into groups", () => {
  const unit = (unitId: string, groupId = round.groupId) =>
    putUnit(act(), { campaignId: round.campaignId, unitId, groupId });

  it("takes a whole 环卫所 in one go, its teams included, and never one that has a group", async () => {
    expect((await viewGroups(act(), round.campaignId, { group: "none" })).units).toEqual([
      { id: units.first, name: "环卫一所", count: 2 },
      { id: units.second, name: "环卫二所", count: 1 },
    ]);
    expect(await unit(units.first)).toBe(2);
    await refusedUnchanged(() => unit(units.first), "没有还没编组");
    const other = await saveGroup(act(), aGroup());
    expect(await unit(units.second, other)).toBe(1);
    const seen = await viewGroups(act(), round.campaignId, { group: round.groupId });
    expect(seen.rows.map(({ name }) => name)).toEqual(["王建国", "张秀英"]);
    expect(seen.groups.map(({ households }) => households)).toEqual([2, 1]);
  });

  it("moves ticked ones together, all or none, and out again", async () => {
    const other = await saveGroup(act(), aGroup());
    await unit(units.first);
    const move = (from: string, groupId: string, rows: string[]) =>
      putRows(act(), { campaignId: round.campaignId, from, groupId, rows });
    await move(round.groupId, other, [round.rows.wang]);
    expect((await rowNow(round.rows.wang)).groupId).toBe(other);
    await refusedUnchanged(() => move(round.groupId, other, [round.rows.wang, round.rows.zhang]), "刚被别人处理过");
    await move(other, "none", [round.rows.wang]);
    expect((await rowNow(round.rows.wang)).groupId).toBeNull();
  });

  it("puts a household into one group when two officers do it at the same moment", async () => {
    const other = await saveGroup(act(), aGroup());
    const put = (groupId: string) =>
      putRows(act(), { campaignId: round.campaignId, from: "none", groupId, rows: [round.rows.wang] });
    const outcomes = await Promise.allSettled([put(round.groupId), put(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("sends nobody to the own family", async () => {
    const { householdId } = await rowNow(round.rows.wang);
    await db.person.update({ where: { id: cast.officer.personId }, data: { householdId } });
    await refusedUnchanged(() => unit(units.first), "自己家");
  });
});

describe("on the way", () => {
  const mine = (who: keyof HardshipCast, tab: "todo" | "done" = "todo") =>
    myHouseholds(permit(cast[who], "hardship.recordVisit"), { tab });
  beforeEach(async () => {
    await putUnit(act(), { campaignId: round.campaignId, unitId: units.first, groupId: round.groupId });
  });

  it("shows whoever goes along the own doors, the liaison those of her unit, nobody else any", async () => {
    expect((await mine("boss")).rows).toMatchObject([
      { name: "王建国", isToday: true, isMine: true },
      { name: "张秀英", isMine: true },
    ]);
    expect((await mine("secondLiaison")).rows).toMatchObject([{ name: "赵桂兰", isMine: false, group: null }]);
    expect((await mine("deputy")).rows).toEqual([]);
    await recordVisit(permit(cast.boss, "hardship.recordVisit"), await aVisit(round));
    expect((await mine("boss")).counts).toEqual({ todo: 1, done: 1 });
    expect((await mine("boss", "done")).rows).toMatchObject([{ name: "王建国", state: "signed" }]);
  });

  it("asks the database twice for the doors, however many there are", async () => {
    const { statements } = await countSql(() => mine("boss"));
    expect(statements).toHaveLength(2);
  });

  it("turns pages by key", async () => {
    const { rows } = await mine("boss");
    expect(rows).toHaveLength(2);
    const page = await myHouseholds(permit(cast.boss, "hardship.recordVisit"), {
      tab: "todo",
      after: Buffer.from(JSON.stringify(["2026-10-12", "001", round.rows.wang])).toString("base64url"),
    });
    expect(page.rows.map(({ name }) => name)).toEqual(["张秀英"]);
  });

  it("prints the way and the sheet for the group and the officers only, addresses when asked for and with a row in the log", async () => {
    const paper = (who: keyof HardshipCast, withAddress = false) =>
      groupPaper(permit(cast[who], "hardship.recordVisit"), {
        campaignId: round.campaignId,
        groupId: round.groupId,
        withAddress,
      });
    expect((await paper("boss")).rows[0]).toMatchObject({ name: "王建国", address: null, phone: "139****2222" });
    expect((await paper("otherOfficer", true)).rows[0]).toMatchObject({ address: "河东路3号", phone: "13900002222" });
    await refusedUnchanged(() => paper("deputy"));
    await refusedUnchanged(() => paper("secondLiaison"));
    const audit = await db.auditEvent.findMany({
      where: { object: "visit_group", verb: "hardship.recordVisit" },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ fields, isNotable }) => [fields.length, isNotable])).toEqual([
      [0, false],
      [2, true],
    ]);
    const { campaign, group, rows } = await paper("boss");
    const ledger = signingLedger({ goods: campaign.goods, leader: group.leader });
    expect(ledgerHead(ledger)).toEqual(
      "序号 单位 姓名 人员类别 困难等级 慰问金（元） 慰问品 领取人签字（按手印） 日期 走访领导 备注".split(" "),
    );
    expect(ledgerTotal(ledger, rows)[5]).toBe("1,000.00");
  });

  it("adds up by group what is planned, visited, signed, not met and paid", async () => {
    await recordVisit(permit(cast.boss, "hardship.recordVisit"), await aVisit(round, {}, "zhang"));
    await recordNotMet(permit(cast.boss, "hardship.recordVisit"), await notMet(round, { plannedAgainOn: finishBy }));
    const see = (who: keyof HardshipCast) => visitProgress(permit(cast[who], "hardship.view"), round.campaignId);
    expect(await see("deputy")).toMatchObject({
      groups: [
        { name: "第一组", leader: "赵强", planned: 2, visited: 2, signed: 1, notMet: 1, paidFen: 50_000n },
        { id: null, planned: 1, visited: 0, signed: 0, paidFen: 0n },
      ],
      unconfirmed: 1,
      denied: 0,
    });
    expect((await see("secondLiaison")).groups).toMatchObject([{ id: null, planned: 1 }]);
    const { statements } = await countSql(() => see("boss"));
    expect(statements).toHaveLength(2);
  });
});
