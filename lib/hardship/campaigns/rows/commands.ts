import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { householdOf } from "@/lib/hardship/application/commands";
import { canBeVisited } from "@/lib/hardship/campaigns/candidates/rules";
import { loadCampaign, loadRow, type LoadedRow } from "@/lib/hardship/campaigns/reach/queries";
import type { Nominate, ReportUnit, SaidRow, TouchRow } from "@/lib/hardship/campaigns/schema";
import { newId } from "@/lib/id";
import { maskName } from "@/lib/masks";
import { personWithin } from "@/lib/people/reach/queries";
import { personStatusWords } from "@/lib/people/words";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Prisma, VisitCampaign } from "@/prisma/generated/client";

/**
 * Adds a household during 摸底, by its unit or the officer; one that was taken off comes back with the new reason.
 * Refused: a person out of reach (not found), dead or gone, a household that stands there already, whichever spouse.
 */
export async function nominate(permit: Permit<"hardship.nominateVisits">, input: Nominate): Promise<void> {
  try {
    await transact(async (tx) => {
      const campaign = await loadCampaign(tx, permit, input);
      demandSurvey(campaign);
      const person = await tx.person.findFirst({
        where: { AND: [{ id: input.personId }, personWithin(permit)] },
        select: { id: true, unitId: true, status: true },
      });
      if (!person) notFound();
      if (!canBeVisited(person.status)) throw new Refusal(goneWords(person.status));
      const householdId = await householdOf(tx, permit, person.id);
      const file = await tx.hardshipFile.findUnique({
        where: { householdId },
        select: { id: true, state: true, level: true },
      });
      const facts = {
        personId: person.id,
        unitId: person.unitId,
        fileId: file?.id ?? null,
        level: file?.state === "ON_FILE" ? file.level : null,
        category: input.category,
        reason: input.reason,
        addedById: permit.actor.accountId,
        addedAt: permit.now,
      };
      const id = await putOn(tx, campaign, householdId, facts);
      await auditRow(tx, permit, { id, personId: person.id }, "nominate");
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这一户刚刚被别人加上了，请刷新页面看看。");
    throw fault;
  }
}

function goneWords(status: keyof typeof personStatusWords): string {
  return status === "DECEASED"
    ? "这位职工已经去世，不能上名单。家属在本单位工作或退休的，请填家属；不在本单位的，请和帮扶专员联系，按临时救助办。"
    : `这位职工${personStatusWords[status]}，不在慰问范围里，请核对。`;
}

async function putOn(
  tx: Tx,
  campaign: VisitCampaign,
  householdId: string,
  facts: Omit<Prisma.VisitRowUncheckedCreateInput, "id" | "campaignId" | "householdId" | "orderNo" | "amountFen">,
): Promise<string> {
  const before = await tx.visitRow.findUnique({
    where: { campaignId_householdId: { campaignId: campaign.id, householdId } },
    include: { person: { select: { name: true, unit: { select: { name: true } } } } },
  });
  if (!before) {
    const id = newId();
    await tx.visitRow.create({
      data: { id, campaignId: campaign.id, householdId, orderNo: "", amountFen: campaign.standardFen, ...facts },
    });

    return id;
  }
  if (before.takenOffAt === null)
    throw new Refusal(
      `这一户已经在名单上：${maskName(before.person.name)}，${before.person.unit.name}。夫妻都在单位的算一户，只慰问一次。`,
    );
  const { count } = await tx.visitRow.updateMany({
    where: { id: before.id, version: before.version },
    data: {
      ...facts,
      amountFen: campaign.standardFen,
      takenOffAt: null,
      takenOffReason: null,
      offAskedReason: null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();

  return before.id;
}

/** 移出 during 摸底, by the officer and with the reason; the row stays and says so. */
export async function takeOff(permit: Permit<"hardship.planVisits">, input: SaidRow): Promise<void> {
  await changeRow(permit, input, "takeOff", {
    takenOffAt: permit.now,
    takenOffReason: input.reason,
    offAskedReason: null,
  });
}

/** 建议移出 by the household's unit; the officer decides. */
export async function askOff(permit: Permit<"hardship.nominateVisits">, input: SaidRow): Promise<void> {
  await changeRow(permit, input, "askOff", { offAskedReason: input.reason });
}

/** 保留: the officer leaves a household on the list although its unit wanted it off. */
export async function keepOn(permit: Permit<"hardship.planVisits">, input: TouchRow): Promise<void> {
  await changeRow(permit, input, "keepOn", { offAskedReason: null });
}

async function changeRow(
  permit: Permit,
  input: TouchRow,
  step: string,
  decision: Prisma.VisitRowUncheckedUpdateManyInput,
): Promise<void> {
  await transact(async (tx) => {
    const { row, campaign }: LoadedRow = await loadRow(tx, permit, input);
    demandSurvey(campaign);
    if (row.takenOffAt !== null) throw new Refusal("这一户已经移出名单了。");
    const { count } = await tx.visitRow.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...decision, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    await auditRow(tx, permit, row, step);
  });
}

/**
 * 本单位已摸底: the liaison's units have looked through their households; saying so again renews it.
 * Refused: after the list was handed in, and for who has no such unit.
 */
export async function reportUnit(permit: Permit<"hardship.nominateVisits">, input: ReportUnit): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    demandSurvey(campaign);
    const units = await tx.orgUnit.findMany({
      where: { id: { in: [...permit.reach.unitIds] }, type: "STATION", validTo: null },
      select: { id: true },
    });
    if (units.length === 0) throw new Refusal("只有基层单位的联络员报本单位的摸底情况。");
    for (const { id: unitId } of units) {
      const facts = {
        reportedAt: permit.now,
        reportedById: permit.actor.accountId,
        reportedByName: permit.actor.name,
        note: input.note ?? null,
      };
      await tx.campaignReport.upsert({
        where: { campaignId_unitId: { campaignId: campaign.id, unitId } },
        create: { campaignId: campaign.id, unitId, ...facts },
        update: facts,
      });
    }
    await recordAudit(tx, permit, { object: "visit_campaign", objectId: campaign.id, detail: { step: "report" } });
  });
}

function demandSurvey({ stage }: VisitCampaign): void {
  if (stage !== "SURVEY") throw new Refusal("现在不在摸底，名单不能改。要改请请工会主席退回摸底。");
}

async function auditRow(
  tx: Tx,
  permit: Permit,
  { id, personId }: { id: string; personId: string },
  step: string,
): Promise<void> {
  await recordAudit(tx, permit, { object: "visit_row", objectId: id, subjectId: personId, detail: { step } });
}
