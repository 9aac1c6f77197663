import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock } from "@/lib/cases/clock/rules";
import { eventWord, loadCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { formatInstant, fromDateColumn } from "@/lib/dates";
import { deadlinesOf, paperOf } from "@/lib/schooling/checklist/rules";
import { checklistOf, findPlacement } from "@/lib/schooling/files/queries";
import { otherOf } from "@/lib/schooling/parents/queries";
import { hasOther } from "@/lib/schooling/parents/rules";
import { isDormitory } from "@/lib/schooling/rules";
import { wayBack } from "@/lib/schooling/stages/rules";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { SchoolPlacement } from "@/prisma/generated/client";

export type PlacementView = Awaited<ReturnType<typeof viewPlacement>>;

/**
 * Everything of one placement that its page shows, without a word of the child: that comes by `revealChild` only. The
 * page is a sensitive read, so its audit row is written first. Outside the reach: not found.
 */
export async function viewPlacement(permit: Permit<"schooling.view">, caseId: string) {
  return transact(async (tx) => {
    const placement = await findPlacement(tx, permit, caseId);
    await recordAudit(tx, permit, {
      object: "school_placement",
      objectId: placement.id,
      subjectId: placement.parentId,
    });
    const { lines, papers, intake } = await checklistOf(tx, permit, placement);

    return {
      caseId,
      placementId: placement.id,
      facts: factsOf(placement),
      parent: await parentOf(tx, permit, placement),
      other: await otherOf(tx, permit, placement),
      lines,
      asksBoth: hasOther(placement.otherParent),
      papers: papers.map((paper) => ({
        kind: paper.kind,
        periods: paperOf(paper).periods,
        validUntil: paper.validUntil && fromDateColumn(paper.validUntil),
        coversOther: paper.coversOther,
      })),
      intake,
      deadlines: deadlinesOf(placement, intake.dates),
      running: await runningCase(tx, permit, placement),
      contacts: await contactsOf(tx, permit, placement.id),
      checks: await checksOf(tx, permit, placement.id),
      letters: await lettersOf(tx, permit, placement.id),
      before: await beforeOf(tx, permit, placement.caseId),
      attachments: await listAttachments(permit, { owner: "school_placement", ownerId: placement.id }, tx),
      timeline: await eventsOf(tx, permit, caseId),
    };
  });
}

function factsOf(placement: SchoolPlacement) {
  const { consentOn, eligibleOn, enrolledOn, keepUntil, ...row } = placement;

  return {
    intakeYear: row.intakeYear,
    schoolStage: row.schoolStage,
    grade: row.grade,
    dwelling: row.dwelling,
    needsCoordination: row.needsCoordination,
    isApart: row.isApart,
    consentMode: row.consentMode,
    consentOn: fromDateColumn(consentOn),
    eligibleOn: eligibleOn && fromDateColumn(eligibleOn),
    outcome: row.outcome,
    unresolvedReason: row.unresolvedReason,
    schoolName: row.schoolName,
    className: row.className,
    enrolledOn: enrolledOn && fromDateColumn(enrolledOn),
    keepUntil: keepUntil && fromDateColumn(keepUntil),
    isReduced: row.reducedAt !== null,
    returnedFrom: row.returnedFrom,
  };
}

async function parentOf(tx: Tx, _permit: Permit, placement: SchoolPlacement) {
  const parent = await tx.person.findUniqueOrThrow({
    where: { id: placement.parentId },
    include: { unit: { select: { name: true } } },
  });

  return {
    id: parent.id,
    name: parent.name,
    staffNo: parent.staffNo,
    unit: parent.unit.name,
    hukouScope: parent.hukouScope,
    isHoused: isDormitory(parent.address),
    permitUntil: parent.residencePermitExpiry && fromDateColumn(parent.residencePermitExpiry),
    hasContract: parent.contractStart !== null || parent.employmentType === "ESTABLISHED",
  };
}

/** The case: its clock, whose turn it is, and what this person may do; of the ways back only the one that is open. */
async function runningCase(tx: Tx, permit: Permit, placement: SchoolPlacement) {
  const loaded = await loadCase(tx, permit, placement.caseId, { isOwnTransaction: true });
  const { calendar } = await readClockworks(tx, permit.today);
  const table = tableOf(loaded.stageTable);
  const actor = { accountId: permit.actor.accountId, reach: permit.reach };
  const back = wayBack[placement.returnedFrom ?? "UNIT_CHECK"];
  const ways = Object.values(wayBack);

  return {
    loaded,
    stage: table.stageWords[loaded.stage] ?? loaded.stage,
    turn: table.turnWords[loaded.stage] ?? "",
    isRunning: ["open", "waiting"].includes(loaded.status),
    clock: readClock(calendar, loaded, permit.today),
    moves: movesFor(table.stages, loaded, actor).filter(
      (move) => loaded.stage !== "RETURNED" || !ways.includes(move) || move === back,
    ),
  };
}

async function contactsOf(tx: Tx, _permit: Permit, placementId: string) {
  const rows = await tx.schoolContact.findMany({ where: { placementId }, orderBy: { id: "desc" }, take: 50 });

  return rows.map(({ id, party, madeOn, content, result }) => ({
    id,
    party,
    madeOn: fromDateColumn(madeOn),
    content,
    result,
  }));
}

async function checksOf(tx: Tx, _permit: Permit, placementId: string) {
  const rows = await tx.schoolCheck.findMany({ where: { placementId }, orderBy: { id: "desc" }, take: 20 });

  return rows.map(({ id, round, checkedOn, isPassed, note }) => ({
    id,
    round,
    checkedOn: fromDateColumn(checkedOn),
    isPassed,
    note,
  }));
}

async function lettersOf(tx: Tx, _permit: Permit, placementId: string) {
  const rows = await tx.schoolLetterEntry.findMany({
    where: { placementId },
    orderBy: { letterId: "desc" },
    select: { letter: { select: { id: true, number: true, state: true } } },
  });

  return rows.map(({ letter }) => letter);
}

/** Last year's case that came to nothing. */
async function beforeOf(tx: Tx, _permit: Permit, caseId: string) {
  const { sourceCaseId } = await tx.welfareCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { sourceCaseId: true },
  });

  return sourceCaseId
    ? tx.welfareCase.findUnique({ where: { id: sourceCaseId }, select: { id: true, number: true } })
    : null;
}

async function eventsOf(tx: Tx, _permit: Permit, caseId: string) {
  const events = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { id: "desc" }, take: 100 });

  return events.map(({ id, at, actorName, kind, note }) => ({
    id,
    at: formatInstant(at),
    who: actorName,
    kind,
    what: eventWord(kind, "schooling"),
    note,
  }));
}
