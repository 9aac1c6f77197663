import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn } from "@/lib/dates";
import { signedDay, type RowFacts } from "@/lib/hardship/visits/records/rules";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The households of campaigns that a permit reaches on the way: an officer of hardship all, whoever goes along those of
 * the own groups, a liaison besides those of the own units. What is outside is not found.
 */
export function rowsWithin({ reach }: Permit): Prisma.VisitRowWhereInput {
  const bureau = { campaign: { bureauId: reach.bureauId } };
  if (reach.kind === "self" || reach.kind === "none") return { id: { in: [] } };
  if (reach.programmes.includes("hardship")) return bureau;
  const ways: Prisma.VisitRowWhereInput[] = [{ group: { memberIds: { has: reach.personId } } }];
  if (reach.unitIds.length > 0) ways.push({ unitId: { in: [...reach.unitIds] } });

  return { ...bureau, OR: ways };
}

/** A household of a campaign as commands need it. */
export type LoadedRow = RowFacts & {
  id: string;
  version: number;
  campaignId: string;
  campaignName: string;
  householdId: string;
  personId: string;
  unitId: string;
  fileId: string | null;
  signOffId: string | null;
  orderNo: string;
  name: string;
};

/**
 * Loads a household within reach and keeps the campaign's stage as it is until the transaction ends: nobody settles a
 * campaign while a signature is being written. Outside the reach it is not found.
 */
export async function loadRow(tx: Tx, permit: Permit, id: string): Promise<LoadedRow> {
  const found = await tx.visitRow.findFirst({
    where: { AND: [{ id }, rowsWithin(permit)] },
    select: { campaignId: true },
  });
  if (!found) notFound();
  await tx.$queryRaw`select id from visit_campaign where id = ${found.campaignId}::uuid for share`;
  const row = await tx.visitRow.findUniqueOrThrow({
    where: { id },
    include: {
      campaign: { select: { stage: true, name: true, finishBy: true } },
      group: { select: { memberIds: true } },
      person: { select: { name: true } },
    },
  });
  const granted = row.signOffId ? await tx.signOff.findUnique({ where: { id: row.signOffId }, select: signed }) : null;

  return {
    id: row.id,
    version: row.version,
    campaignId: row.campaignId,
    campaignName: row.campaign.name,
    householdId: row.householdId,
    personId: row.personId,
    unitId: row.unitId,
    fileId: row.fileId,
    signOffId: row.signOffId,
    orderNo: row.orderNo,
    name: row.person.name,
    stage: row.campaign.stage,
    isLeftOut: row.isLeftOut,
    takenOff: row.takenOffAt !== null,
    signedOn: signedDay(granted),
    notMetReason: row.notMetReason,
    memberIds: row.group?.memberIds ?? [],
    finishBy: fromDateColumn(row.campaign.finishBy),
  };
}

/** The household that this form already wrote about, so that a second sending shows it instead of writing again. */
export async function rowOfRequest(tx: Tx, permit: Permit, key: string): Promise<string | null> {
  const found = await tx.visitRecord.findFirst({
    where: { requestKey: key, recordedById: permit.actor.accountId },
    select: { rowId: true },
  });

  return found?.rowId ?? null;
}

/** What of a grant tells whether it was signed for: on the way or, from paper, in the ledger of sign-offs. */
export const signed = { signedOn: true, reversedBy: { select: { id: true } } } as const;
