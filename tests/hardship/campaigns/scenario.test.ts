import { beforeAll, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { signInside } from "@/lib/cases/sign-offs/commands";
import { openSurvey } from "@/lib/hardship/campaigns/commands";
import { settleCampaigns } from "@/lib/hardship/campaigns/notice/commands";
import { listRows } from "@/lib/hardship/campaigns/list/queries";
import { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import { archiveCampaign, confirmAccount, sendBackAccount, settle } from "@/lib/hardship/campaigns/settlement/commands";
import { campaignFigures, viewCampaign } from "@/lib/hardship/campaigns/view/queries";
import { campaignYears } from "@/lib/hardship/visits/queries";
import { newId } from "@/lib/id";
import { publishNotice } from "@/lib/notices/commands";
import { db, transact } from "@/prisma/client";
import { bureauId, units } from "../../people/bureau";
import { ownerQuery } from "../../setup/database";
import { openUnion, permit, type HardshipCast } from "../bureau";
import { campaignAt, campaignRow, onFrom, seen, visitDay } from "./bureau";

/** The nine campaigns before 2026 (domain.md §6b), households and yuan each. */
const before = [
  [151, 300],
  [152, 300],
  [153, 350],
  [154, 350],
  [155, 400],
  [155, 400],
  [156, 450],
  [156, 450],
  [157, 500],
] as const;

let cast: HardshipCast;
let id: string;

/** Nine years that are over, each row paid by transfer; planted, because only their sums matter here. */
async function plantYears(): Promise<void> {
  for (const [i, [households, each]] of before.entries()) {
    const year = 2017 + i;
    const campaignId = newId();
    await db.visitCampaign.create({
      data: {
        id: campaignId,
        bureauId,
        year,
        name: `${year}年春节走访慰问`,
        stage: "ARCHIVED",
        standardFen: BigInt(each) * 100n,
        festivalOn: dateColumn(`${year}-02-01`),
        finishBy: dateColumn(`${year}-01-30`),
        createdById: cast.officer.accountId,
      },
    });
    await db.signOff.createMany({
      data: Array.from({ length: households }, (_, n) => ({
        id: newId(),
        bureauId,
        personId: cast.worker.personId,
        unitId: units.firstTeam,
        programme: "hardship",
        campaignId,
        kind: "MONEY" as const,
        what: `${year}年春节慰问金`,
        amountFen: BigInt(each) * 100n,
        grantedOn: dateColumn(`${year}-01-10`),
        grantedById: cast.boss.accountId,
        signedOn: dateColumn(`${year}-01-20`),
        signedById: cast.officer.accountId,
        receivedBy: "王建国",
        mode: "TRANSFER" as const,
        voucherNo: `ZZ-${year}-${n}`,
      })),
    });
  }
}

/** 158 households without a file, as units would have added them. */
async function plantHouseholds(campaignId: string): Promise<void> {
  const people = Array.from({ length: 158 }, (_, i) => ({
    id: newId(),
    householdId: newId(),
    staffNo: String(700_000 + i),
  }));
  await db.person.createMany({
    data: people.map(({ id: personId, staffNo }) => ({
      id: personId,
      bureauId,
      unitId: units.firstTeam,
      staffNo,
      name: "李扫街",
      pinyin: "lisaojie",
      hukouScope: "LOCAL" as const,
      hukouType: "URBAN" as const,
      employmentType: "CONTRACT" as const,
      postType: "SWEEPER" as const,
    })),
  });
  await db.household.createMany({
    data: people.map(({ id: headId, householdId }) => ({ id: householdId, bureauId, headId })),
  });
  await ownerQuery("update person p set household_id = h.id from household h where h.head_id = p.id");
  await db.visitRow.createMany({
    data: people.map(({ id: personId, householdId }) => ({
      id: newId(),
      campaignId,
      personId,
      householdId,
      unitId: units.firstTeam,
      category: "RETIRED" as const,
      reason: "单位上报",
      orderNo: "",
      amountFen: 50_000n,
    })),
  });
}

const transfer = (n: number) => ({
  receivedBy: "李扫街",
  mode: "TRANSFER" as const,
  voucherNo: `ZZ-2026-${n}`,
  signedOn: visitDay ?? "",
  givenBy: [],
});

async function signRows(least: number, most: number): Promise<void> {
  const rows = await db.visitRow.findMany({ where: { campaignId: id }, orderBy: { orderNo: "asc" } });
  for (const [n, { signOffId }] of rows.slice(least, most).entries())
    await transact((tx) =>
      signInside(tx, permit(cast.officer, "cases.signOff", visitDay), signOffId ?? "", transfer(n)),
    );
}

beforeAll(async () => {
  cast = await openUnion();
  await plantYears();
  id = await campaignAt(cast, "DRAFT");
  await openSurvey(permit(cast.officer, "hardship.planVisits", "2026-01-05"), await seen(id));
  await plantHouseholds(id);
  await onFrom(cast, id, "RUNNING");
});

const officer = (on = visitDay) => permit(cast.officer, "hardship.planVisits", on);
const said = async (note = "账实相符") => ({ ...(await seen(id)), note });

describe("scenario 11: the visit campaign of 2026", () => {
  it("plans 158 households of 500 yuan, 79,000 in all", async () => {
    expect(await campaignFigures(permit(cast.officer, "hardship.view"), id)).toMatchObject({
      planned: 158,
      plannedFen: 7_900_000n,
      leftOut: 0,
      signed: 0,
    });
  });

  it("grants 158 households in one bounded transaction, the same few statements as for one", async () => {
    const asked: string[] = [];
    const pool = (await import("@/prisma/client")).pool();
    const listen = (client: { query: unknown }) => {
      const run = client.query as (...args: unknown[]) => unknown;
      client.query = (...args: unknown[]) => {
        const [text] = args as [string | { text?: string }];
        asked.push(typeof text === "string" ? text : (text.text ?? ""));

        return run.apply(client, args);
      };
    };
    pool.on("acquire", listen);
    expect(await settleCampaigns(permit(cast.officer, "hardship.view", visitDay))).toBe(158);
    pool.off("acquire", listen);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.length).toBeLessThan(60);
    expect(await db.signOff.count({ where: { campaignId: id } })).toBe(158);
    expect(await db.auditEvent.count({ where: { object: "sign_off" } })).toBe(158);
  });

  it("cannot be closed with 157 signed and one in the home town; paid are 78,500", async () => {
    await signRows(0, 157);
    const last = await db.visitRow.findFirstOrThrow({ where: { campaignId: id }, orderBy: { orderNo: "desc" } });
    await db.visitRow.update({ where: { id: last.id }, data: { notMetReason: "HOME_TOWN" } });
    await expect(settle(officer(), await said())).rejects.toThrow("还有 1 户没有签领");
    expect((await campaignRow(id)).stage).toBe("VISITING");
    expect(await campaignFigures(permit(cast.officer, "hardship.view"), id)).toMatchObject({
      signed: 157,
      waiting: 1,
      notMet: 1,
      signedFen: 7_850_000n,
    });
  });

  it("after the last signature has paid 79,000, and ten campaigns 620,250.00 in all", async () => {
    await signRows(157, 158);
    const figures = await campaignFigures(permit(cast.officer, "hardship.view"), id);
    expect(figures).toMatchObject({ signed: 158, waiting: 0, signedFen: 7_900_000n });
    const years = await campaignYears(permit(cast.officer, "hardship.view"));
    expect(years).toHaveLength(10);
    expect(years.reduce((sum, { paidFen }) => sum + paidFen, 0n)).toBe(62_025_000n);
  });

  it("is settled by two people, told to the public and filed", async () => {
    await settle(officer(), await said());
    const own = permit(cast.officer, "hardship.confirmVisits", visitDay);
    await expect(confirmAccount(own, await said())).rejects.toThrow("另一个人");
    const second = permit(cast.otherOfficer, "hardship.confirmVisits", visitDay);
    await sendBackAccount(second, await said("凭证号差一张"));
    expect(await campaignRow(id)).toMatchObject({ stage: "VISITING", settledById: null });
    await settle(officer(), await said());
    const noticeId = await confirmAccount(second, await said("核对无误"));
    expect(await campaignRow(id)).toMatchObject({ stage: "RESULT_NOTICE", confirmedById: cast.otherOfficer.accountId });
    expect(await db.publicNotice.findUnique({ where: { id: noticeId } })).toMatchObject({
      text: expect.stringContaining("158 户，发放慰问金 79,000.00 元") as string,
    });
    await expect(archiveCampaign(officer(), await seen(id))).rejects.toThrow("还没有公示");
    const { version } = await db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
    await publishNotice(permit(cast.manager, "notices.publish", visitDay), { noticeId, version });
    await expect(archiveCampaign(officer("2026-01-27"), await seen(id))).rejects.toThrow("公示结束才能归档");
    expect((await campaignRow(id)).stage).toBe("RESULT_NOTICE");
    await archiveCampaign(officer("2026-01-28"), await seen(id));
    expect((await campaignRow(id)).stage).toBe("ARCHIVED");
  });
});

describe("who sees what of it", () => {
  const all = RowFilter.parse({});

  it("shows 50 a page and every household once, by few statements", async () => {
    const view = permit(cast.officer, "hardship.view");
    const ids: string[] = [];
    for (let after: string | undefined, page = 0; page < 5; page += 1) {
      const list = await listRows(view, id, { ...all, ...(after ? { after } : {}) });
      ids.push(...list.rows.map((row) => row.id));
      expect(list.total).toBe(158);
      if (!list.next) break;
      after = list.next;
    }
    expect([ids.length, new Set(ids).size]).toEqual([158, 158]);
  });

  it("masks names for a leader and keeps another unit's rows and figures from a liaison", async () => {
    const boss = await listRows(permit(cast.boss, "hardship.view"), id, all);
    expect(boss.rows[0]).toMatchObject({ name: "李*街", staffNo: "" });
    expect((await listRows(permit(cast.firstLiaison, "hardship.view"), id, all)).total).toBe(158);
    const stranger = permit(cast.secondLiaison, "hardship.view");
    expect((await listRows(stranger, id, all)).total).toBe(0);
    expect(await campaignFigures(stranger, id)).toMatchObject({ planned: 0, signedFen: 0n });
    expect((await viewCampaign(stranger, id)).reports.map(({ name }) => name)).toEqual(["环卫二所"]);
  });

  it("does not show a draft to a liaison", async () => {
    await db.visitCampaign.update({ where: { id }, data: { stage: "DRAFT" } });
    await expect(viewCampaign(permit(cast.firstLiaison, "hardship.view"), id)).rejects.toThrow();
    expect((await viewCampaign(permit(cast.officer, "hardship.view"), id)).campaign.id).toBe(id);
  });
});
