import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock } from "@/lib/cases/clock/rules";
import { settleNotices } from "@/lib/cases/derived/commands";
import { eventWord, loadCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { ageOn, formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { missingDocuments } from "@/lib/hardship/decisions/rules";
import { measuresOn, standingOf } from "@/lib/hardship/files/queries";
import { filesOpenTo } from "@/lib/hardship/reach/queries";
import { reckon, requiredDocuments, type Reckoning } from "@/lib/hardship/rules";
import { shownName } from "@/lib/people/family/rules";
import { noticeFor } from "@/lib/notices/queries";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

export type FileView = Awaited<ReturnType<typeof viewFile>>;

/** The case behind a link of an inbox → the file that it belongs to; out of reach is not found. */
export async function fileOfCase(permit: Permit<"hardship.view">, caseId: string): Promise<string> {
  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string }[]>`
      select f.id from hardship_assessment a join hardship_file f on f.id = a.file_id
      where a.case_id = ${caseId}::uuid and ${filesOpenTo(permit)}`;
    if (!found) notFound();

    return found.id;
  });
}

/**
 * Everything of one file that its page and its printed form show; class 3 (story, illness) stays encrypted and comes by
 * `revealFile` only. Reading is a sensitive read: its audit row is written first. Outside the reach: not found.
 */
export async function viewFile(permit: Permit<"hardship.view">, id: string) {
  await settleNotices(permit);

  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string }[]>`
      select f.id from hardship_file f where f.id = ${id}::uuid and ${filesOpenTo(permit)}`;
    if (!found) notFound();
    const file = await tx.hardshipFile.findUniqueOrThrow({ where: { id }, include: fileParts });
    await recordAudit(tx, permit, { object: "hardship_file", objectId: id, subjectId: file.headId });
    const current = file.assessments[0];
    if (!current) throw new Error(`file ${id} without assessment`);
    const standing = await standingOf(tx, permit, file.headId);
    const causes = current.secondCause ? [current.mainCause, current.secondCause] : [current.mainCause];

    return {
      file,
      current,
      standing,
      head: headOf(file.head, permit.today),
      isMine: file.head.id === permit.actor.personId,
      members: file.household.members.map((member) => memberOf(member, permit.today)),
      spouses: file.household.persons.filter(({ id: personId }) => personId !== file.headId),
      running: await runningCase(tx, permit, current.caseId),
      // The unit sees who and how far, not what the family has (domain.md §16: R*).
      reckoning: permit.reach.kind === "units" ? null : await reckoningOf(tx, permit, current, standing),
      documents: {
        wanted: requiredDocuments(causes, standing),
        missing: current.kind === "REVIEW" ? [] : missingDocuments(current, current.documents, standing),
        received: current.documents,
      },
      checks: await checksOf(tx, permit, current.id),
      people: await namesOf(tx, permit, [current.officerId, current.managerId, current.leaderId]),
      helped: await helpOf(tx, permit, file.householdId),
      timeline: await eventsOf(
        tx,
        permit,
        file.assessments.map(({ caseId }) => caseId),
      ),
    };
  });
}

const fileParts = {
  head: { include: { unit: { select: { name: true } } } },
  household: {
    include: {
      members: { where: { removedAt: null }, orderBy: { id: "asc" } },
      persons: { select: { id: true, name: true, staffNo: true } },
    },
  },
  assessments: { orderBy: { id: "desc" }, include: { documents: true } },
} as const;

type Loaded = Prisma.HardshipFileGetPayload<{ include: typeof fileParts }>;

function headOf(head: Loaded["head"], today: CivilDate) {
  return {
    id: head.id,
    name: head.name,
    staffNo: head.staffNo,
    unit: head.unit.name,
    postTitle: head.postTitle,
    age: head.birthDate ? ageOn(fromDateColumn(head.birthDate), today) : null,
    sex: head.sex,
    status: head.status,
    ethnicity: head.ethnicity,
    politicalStatus: head.politicalStatus,
    hukouScope: head.hukouScope,
    hireDate: head.hireDate ? fromDateColumn(head.hireDate) : null,
    bankName: head.bankName,
    bankCardTail: head.bankCardTail,
    mobile: head.mobile,
    isUnionMember: head.unionMember,
  };
}

function memberOf(member: Loaded["household"]["members"][number], today: CivilDate) {
  const birth = member.birthDate ? fromDateColumn(member.birthDate) : null;

  return {
    id: member.id,
    name: shownName(member.name, birth, today),
    relation: member.relation,
    age: birth ? ageOn(birth, today) : null,
    occupation: member.occupation,
    workplace: member.workplace,
    monthlyIncomeFen: member.monthlyIncomeFen,
  };
}

/** The case of the latest assessment: its clock, whose turn it is and what this person may do. */
async function runningCase(tx: Tx, permit: Permit, caseId: string) {
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  const { calendar } = await readClockworks(tx, permit.today);
  const table = tableOf(loaded.stageTable);
  const notice = await noticeFor(tx, permit, { matter: "hardship", objectId: caseId });
  const actor = { accountId: permit.actor.accountId, reach: permit.reach };

  return {
    loaded,
    stage: table.stageWords[loaded.stage] ?? loaded.stage,
    turn: table.turnWords[loaded.stage] ?? "",
    isRunning: ["open", "waiting"].includes(loaded.status),
    clock: readClock(calendar, loaded, permit.today),
    moves: movesFor(table.stages, loaded, actor),
    notice: notice ? { id: notice.id, number: notice.number, state: notice.state, lastDay: notice.lastDay } : null,
  };
}

/** The stored result; while it is open and figures are there, what today's parameters would give. */
async function reckoningOf(
  tx: Tx,
  permit: Permit,
  current: Loaded["assessments"][number],
  standing: Awaited<ReturnType<typeof standingOf>>,
): Promise<(Reckoning & { isStored: boolean }) | null> {
  const { incomeFen, size, lineFen, multiple, accidentShare } = current;
  if (incomeFen === null || size === null) return null;
  const isStored = lineFen !== null && multiple !== null && accidentShare !== null;
  const measures = isStored ? { lineFen, multiple, accidentShare } : await measuresOn(tx, permit);

  return { ...reckon({ ...current, incomeFen, size }, measures, standing, permit.today), isStored };
}

async function checksOf(tx: Tx, permit: Permit, assessmentId: string) {
  const checks = await tx.homeVerification.findMany({ where: { assessmentId }, orderBy: { id: "desc" } });
  const names = await namesOf(
    tx,
    permit,
    checks.flatMap(({ visitorIds }) => visitorIds),
  );

  return checks.map(({ id, visitedOn, visitorIds, agrees }) => ({
    id,
    visitedOn: fromDateColumn(visitedOn),
    visitors: visitorIds.map((personId) => names.get(personId) ?? "").join("、"),
    agrees,
  }));
}

async function namesOf(tx: Tx, _permit: Permit, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((one) => one !== null) } },
    select: { id: true, name: true },
  });

  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Everything that was granted to the household, whichever programme gave it; it counts as given only when signed. */
async function helpOf(tx: Tx, _permit: Permit, householdId: string) {
  return tx.signOff.findMany({
    where: { householdId, reversesId: null, reversedBy: null },
    orderBy: { id: "desc" },
    take: 30,
    select: { id: true, what: true, programme: true, amountFen: true, grantedOn: true, signedOn: true },
  });
}

async function eventsOf(tx: Tx, _permit: Permit, caseIds: readonly string[]) {
  const events = await tx.caseEvent.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: { id: "desc" },
    include: { case: { select: { stageTable: true } } },
    take: 100,
  });

  return events.map(({ id, at, actorName, kind, note, case: { stageTable } }) => ({
    id,
    at: formatInstant(at),
    who: actorName,
    kind,
    what: eventWord(kind, stageTable),
    note,
  }));
}
