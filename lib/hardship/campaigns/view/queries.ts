import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { pageCalendar } from "@/lib/calendar/queries";
import { isProvisional } from "@/lib/calendar/rules";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { overCaps, type OverCap } from "@/lib/hardship/campaigns/budget/queries";
import type { Fund } from "@/lib/hardship/campaigns/budget/rules";
import { inState, rowTables } from "@/lib/hardship/campaigns/list/queries";
import type { RowState } from "@/lib/hardship/campaigns/list/schema";
import { settleCampaigns } from "@/lib/hardship/campaigns/notice/commands";
import { campaignsWithin, rowsWithin } from "@/lib/hardship/campaigns/reach/queries";
import { unitReports, type UnitReport } from "@/lib/hardship/campaigns/rows/queries";
import { noticeFor } from "@/lib/notices/queries";
import { factsOf, lastDayOf, type NoticeStanding } from "@/lib/notices/rules";
import { db } from "@/prisma/client";
import { Prisma, type VisitCampaign } from "@/prisma/generated/client";

const counted = [
  "planned",
  "granted",
  "signed",
  "waiting",
  "visited",
  "notMet",
  "held",
  "leftOut",
  "asked",
  "byHand",
  "off",
] as const satisfies readonly RowState[];

export type Figures = Record<RowState, number> & { plannedFen: bigint; grantedFen: bigint; signedFen: bigint };

/** The figures of a campaign within reach, in one statement; each with the condition of the list that its link opens. */
export async function campaignFigures(permit: Permit, campaignId: string): Promise<Figures> {
  const counts = counted.map((state) => Prisma.sql`${state}::text, count(*) filter (where ${inState(permit, state)})`);
  const [row] = await db.$queryRaw<
    { counts: Record<RowState, number>; plannedFen: bigint; grantedFen: bigint; signedFen: bigint }[]
  >`
    select jsonb_build_object(${Prisma.join(counts, ", ")}) as counts,
      coalesce(sum(r.amount_fen) filter (where ${inState(permit, "planned")}), 0)::bigint as "plannedFen",
      coalesce(sum(g.amount_fen) filter (where ${inState(permit, "granted")}), 0)::bigint as "grantedFen",
      coalesce(sum(g.amount_fen) filter (where ${inState(permit, "signed")}), 0)::bigint as "signedFen"
    from ${rowTables} where r.campaign_id = ${campaignId}::uuid and ${rowsWithin(permit)}`;
  const none = Object.fromEntries(counted.map((state) => [state, 0])) as Record<RowState, number>;

  return {
    ...none,
    ...row?.counts,
    plannedFen: row?.plannedFen ?? 0n,
    grantedFen: row?.grantedFen ?? 0n,
    signedFen: row?.signedFen ?? 0n,
  };
}

export type StepLine = { id: string; at: Date; move: string; who: string; note: string | null };

export type CampaignView = {
  campaign: VisitCampaign;
  festivalOn: CivilDate;
  finishBy: CivilDate;
  /** the days of that year are not official yet: 暂定 */
  isProvisional: boolean;
  figures: Figures;
  funds: Fund[];
  steps: StepLine[];
  reports: UnitReport[];
  notice: NoticeStanding | undefined;
  result: { id: string; number: string; lastDay: CivilDate | null } | null;
  /** households that the money would bring above a cap, while somebody decides about it */
  over: OverCap[];
};

/** One campaign with everything its page shows; outside reach it is not found. */
export async function viewCampaign(permit: Permit<"hardship.view">, id: string): Promise<CampaignView> {
  await settleCampaigns(permit);
  const campaign = await db.visitCampaign.findFirst({
    where: { AND: [{ id }, campaignsWithin(permit)] },
    include: { funds: true, steps: { orderBy: { id: "desc" }, take: 60 } },
  });
  if (!campaign) notFound();
  const { funds, steps, ...own } = campaign;
  const festivalOn = fromDateColumn(own.festivalOn);
  const [calendar, figures, reports, notice, result] = await Promise.all([
    pageCalendar(),
    campaignFigures(permit, id),
    unitReports(db, permit, id),
    noticeFor(db, permit, { matter: "hardship", objectId: id }),
    resultNotice(own.resultNoticeId),
  ]);
  const decides = own.stage === "BUDGET" && permit.reach.kind === "bureau";

  return {
    campaign: own,
    festivalOn,
    finishBy: fromDateColumn(own.finishBy),
    isProvisional: isProvisional(calendar, festivalOn),
    figures,
    funds,
    steps: steps.map(({ id: step, at, move, actorName, note }) => ({ id: step, at, move, who: actorName, note })),
    reports,
    notice,
    result,
    over: decides ? await overCaps(db, permit, id) : [],
  };
}

/** A campaign within reach by itself; outside it is not found. */
export async function namedCampaign(permit: Permit, id: string): Promise<VisitCampaign & { funds: Fund[] }> {
  const campaign = await db.visitCampaign.findFirst({
    where: { AND: [{ id }, campaignsWithin(permit)] },
    include: { funds: true },
  });
  if (!campaign) notFound();

  return campaign;
}

async function resultNotice(id: string | null): Promise<CampaignView["result"]> {
  if (!id) return null;
  const notice = await db.publicNotice.findFirst({ where: { id, voidedAt: null } });

  return notice
    ? { id: notice.id, number: notice.number, lastDay: lastDayOf(factsOf(notice), await pageCalendar()) }
    : null;
}

/** The campaign that is under way and its figures; null between two. For the dashboard. */
export async function runningCampaign(
  permit: Permit<"hardship.view">,
): Promise<{ campaign: VisitCampaign; figures: Figures } | null> {
  const campaign = await db.visitCampaign.findFirst({
    where: { AND: [campaignsWithin(permit), { stage: { notIn: ["ARCHIVED", "VOID"] } }] },
    orderBy: { year: "desc" },
  });

  return campaign && { campaign, figures: await campaignFigures(permit, campaign.id) };
}

/** Campaigns that no money was granted in yet, newest first: what is being prepared. */
export async function preparedCampaigns(permit: Permit<"hardship.view">): Promise<VisitCampaign[]> {
  return db.visitCampaign.findMany({
    where: {
      AND: [campaignsWithin(permit), { stage: { in: ["DRAFT", "SURVEY", "LIST_REVIEW", "BUDGET", "NOTICE"] } }],
    },
    orderBy: { year: "desc" },
    take: 5,
  });
}

/** What last year's campaign proposes for the next one. */
export async function proposal(
  permit: Permit<"hardship.planVisits">,
): Promise<{ year: number; standardFen: bigint; goods: string | null; households: number } | null> {
  const last = await db.visitCampaign.findFirst({
    where: { bureauId: permit.reach.bureauId, stage: { not: "VOID" } },
    orderBy: { year: "desc" },
    select: {
      year: true,
      standardFen: true,
      goods: true,
      _count: { select: { rows: { where: { takenOffAt: null, isLeftOut: false } } } },
    },
  });

  return last && { year: last.year, standardFen: last.standardFen, goods: last.goods, households: last._count.rows };
}
