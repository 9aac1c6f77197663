import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { loadCase, type LoadedCase } from "@/lib/cases/queries";
import { casesWithin } from "@/lib/cases/reach/queries";
import { Refusal } from "@/lib/refusal";
import { checklist, paperOf, requiredPapers, type ChecklistLine } from "@/lib/schooling/checklist/rules";
import { intakeOf, type Intake } from "@/lib/schooling/intakes/queries";
import { askBoth } from "@/lib/schooling/parents/rules";
import type { Tx } from "@/prisma/client";
import type { SchoolMaterial, SchoolPlacement } from "@/prisma/generated/client";

/** A case with its placement, as the commands need them. */
export type UnderWay = { loaded: LoadedCase; placement: SchoolPlacement };

/**
 * Loads what a command on a case touches, within the permit's reach: the unit's liaison until her own check, the officers
 * of the programme, the parent. Anything else is not found. Refused: changed since the version on the screen.
 */
export async function loadPlacement(
  tx: Tx,
  permit: Permit,
  { caseId, version }: { caseId: string; version: number },
): Promise<UnderWay> {
  const placement = await findPlacement(tx, permit, caseId);
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (loaded.version !== version) throw new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");

  return { loaded, placement };
}

/** The placement of a case within reach; anything else is not found. */
export async function findPlacement(tx: Tx, permit: Permit, caseId: string): Promise<SchoolPlacement> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select s.id from school_placement s join welfare_case c on c.id = s.case_id
    where c.id = ${caseId}::uuid and ${casesWithin(permit)}`;
  if (!found) notFound();

  return tx.schoolPlacement.findUniqueOrThrow({ where: { id: found.id } });
}

/** Refuses to change what is settled. */
export async function refuseSettled(tx: Tx, _permit: Permit, { caseId }: SchoolPlacement): Promise<void> {
  const { status } = await tx.welfareCase.findUniqueOrThrow({ where: { id: caseId }, select: { status: true } });
  if (!["open", "waiting"].includes(status)) throw new Refusal("这件事已经办完了，不用再改。");
}

/** Refuses to end what stands in a letter that is not sent yet: the letter would speak of a child that nobody registers. */
export async function refuseInLetter(tx: Tx, _permit: Permit, placementId: string): Promise<void> {
  const open = await tx.schoolLetterEntry.count({ where: { placementId, isOpen: true } });
  if (open > 0) throw new Refusal("孩子在一份还没有送出的协调函里，请先请领导退回协调函。");
}

/** The list of papers of a placement with how each stands today, and the intake that it follows from. */
export async function checklistOf(
  tx: Tx,
  permit: Permit,
  placement: SchoolPlacement,
): Promise<{ lines: ChecklistLine[]; papers: SchoolMaterial[]; intake: Intake }> {
  const intake = await intakeOf(permit, placement.intakeYear, tx);
  const papers = await tx.schoolMaterial.findMany({ where: { placementId: placement.id }, orderBy: { id: "asc" } });

  return { lines: linesOf(permit, placement, papers, intake), papers, intake };
}

/** The list of papers as it stands today; a settled one as it stood at the second check. */
export function linesOf(
  { today }: Permit,
  placement: SchoolPlacement,
  papers: readonly SchoolMaterial[],
  { dates, listed }: Intake,
): ChecklistLine[] {
  const day = placement.outcome !== null && today > dates.secondCheck ? dates.secondCheck : today;
  const lines = checklist(requiredPapers(placement, listed), papers.map(paperOf), dates, day);

  return askBoth(lines, papers, placement.otherParent);
}
