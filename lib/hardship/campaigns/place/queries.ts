import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { totalOf } from "@/lib/hardship/campaigns/budget/rules";
import { behindIn, placeWords, sixKeys, type Keys } from "@/lib/hardship/campaigns/order/rules";
import { campaignsWithin, rowsWithin, seesNames } from "@/lib/hardship/campaigns/reach/queries";
import { maskName } from "@/lib/masks";
import { db } from "@/prisma/client";
import type { VisitCampaign, VisitRow } from "@/prisma/generated/client";

export type PlaceView = {
  row: VisitRow;
  campaign: VisitCampaign;
  name: string;
  staffNo: string;
  unit: string;
  /** the six keys, once they are frozen */
  keys: { label: string; value: string }[];
  /** why it stands where it stands; empty before the freeze */
  sentences: string[];
};

/** One household of a campaign: why it is on the list and why it has its place. Outside reach it is not found. */
export async function viewPlace(
  permit: Permit<"hardship.view">,
  campaignId: string,
  rowId: string,
): Promise<PlaceView> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    select r.id from visit_row r where r.id = ${rowId}::uuid and r.campaign_id = ${campaignId}::uuid and ${rowsWithin(permit)}`;
  const campaign = await db.visitCampaign.findFirst({
    where: { AND: [{ id: campaignId }, campaignsWithin(permit)] },
    include: { funds: true },
  });
  if (!found || !campaign) notFound();
  const { person, ...row } = await db.visitRow.findUniqueOrThrow({
    where: { id: found.id },
    include: { person: { select: { name: true, staffNo: true, unit: { select: { name: true } } } } },
  });
  const { funds, ...own } = campaign;
  const isMasked = !seesNames(permit);

  return {
    row,
    campaign: own,
    name: isMasked ? maskName(person.name) : person.name,
    staffNo: isMasked ? "" : person.staffNo,
    unit: person.unit.name,
    ...(await placeOf(row, totalOf(funds))),
  };
}

async function placeOf(row: VisitRow, fundsFen: bigint): Promise<Pick<PlaceView, "keys" | "sentences">> {
  const keys = keysOf(row);
  if (!keys || row.orderNo === "" || row.takenOffAt !== null) return { keys: keys ? sixKeys(keys) : [], sentences: [] };
  const on = { campaignId: row.campaignId, takenOffAt: null };
  const [before, total, reached] = await Promise.all([
    db.visitRow.findFirst({ where: { ...on, orderNo: { lt: row.orderNo } }, orderBy: { orderNo: "desc" } }),
    db.visitRow.count({ where: on }),
    db.visitRow.count({ where: { ...on, isLeftOut: false } }),
  ]);
  const isByHand = row.placeByHand !== null;
  const words =
    fundsFen === 0n
      ? `排第 ${Number(row.orderNo)} 名，共 ${total} 户；资金还没有定。`
      : placeWords({ place: Number(row.orderNo), total, reached, fundsFen, isByHand });

  return {
    keys: sixKeys(keys),
    sentences: [
      words,
      isByHand ? `调整理由：${row.deviationReason ?? ""}` : behindIn(before && keysOf(before), keys),
    ].filter(Boolean),
  };
}

function keysOf({ level, isLeader, isOffice, isRetired, completeAt, keyNo }: VisitRow): Keys | null {
  return isLeader === null || isOffice === null || isRetired === null || completeAt === null || keyNo === null
    ? null
    : { level, isLeader, isOffice, isRetired, completeAt, no: keyNo };
}
