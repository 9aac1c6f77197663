import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import { Prisma, type VisitCampaign, type VisitRow } from "@/prisma/generated/client";

/** The campaigns a permit reaches: a draft and a voided one are the officers' and leaders' business. */
export function campaignsWithin({ reach }: Permit): Prisma.VisitCampaignWhereInput {
  const bureau = { bureauId: reach.bureauId };
  if (reach.programmes.includes("hardship") || reach.isLeader) return bureau;

  return reach.unitIds.length > 0 ? { ...bureau, stage: { notIn: ["DRAFT", "VOID"] } } : { id: { in: [] } };
}

/** The households of a campaign a permit reaches, as a condition on `visit_row r`: a liaison's are those of the own units. */
export function rowsWithin({ reach }: Permit): Prisma.Sql {
  if (reach.programmes.includes("hardship") || reach.isLeader) return Prisma.sql`true`;

  return reach.unitIds.length > 0 ? Prisma.sql`r.unit_id = any(${[...reach.unitIds]}::uuid[])` : Prisma.sql`false`;
}

/** Names are masked for a leader who does not keep the programme. */
export function seesNames({ reach }: Permit): boolean {
  return reach.programmes.includes("hardship") || !reach.isLeader;
}

/** A campaign within reach, as it was on the screen; outside it is not found. Refused: somebody was faster. */
export async function loadCampaign(
  tx: Tx,
  permit: Permit,
  { campaignId, version }: { campaignId: string; version?: number },
): Promise<VisitCampaign> {
  const campaign = await tx.visitCampaign.findFirst({ where: { AND: [{ id: campaignId }, campaignsWithin(permit)] } });
  if (!campaign) notFound();
  if (version !== undefined && campaign.version !== version)
    throw new Refusal("这次慰问刚被别人办过，请刷新页面，看看现在的情况再办。");

  return campaign;
}

export type LoadedRow = { row: VisitRow; campaign: VisitCampaign };

/** A household of a campaign within reach; outside it is not found. Refused: somebody changed it meanwhile. */
export async function loadRow(
  tx: Tx,
  permit: Permit,
  { rowId, version }: { rowId: string; version?: number },
): Promise<LoadedRow> {
  const [found] = await tx.$queryRaw<{ id: string; campaignId: string }[]>`
    select r.id, r.campaign_id as "campaignId" from visit_row r where r.id = ${rowId}::uuid and ${rowsWithin(permit)}`;
  if (!found) notFound();
  const campaign = await loadCampaign(tx, permit, found);
  const row = await tx.visitRow.findUniqueOrThrow({ where: { id: found.id } });
  if (version !== undefined && row.version !== version) throw new Refusal("这一户刚被别人改过，请刷新页面再办。");

  return { row, campaign };
}

/** 回避: who is on the list decides nothing about it. */
export async function refuseOwnHousehold(tx: Tx, permit: Permit, campaignId: string): Promise<void> {
  const own = await tx.visitRow.count({
    where: { campaignId, takenOffAt: null, household: { persons: { some: { id: permit.actor.personId } } } },
  });
  if (own > 0) throw new Refusal("名单里有您自己家，要由另一位领导或负责人办理。");
}
