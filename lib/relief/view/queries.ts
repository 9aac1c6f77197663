import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock } from "@/lib/cases/clock/rules";
import { eventWord, loadCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { capsFor } from "@/lib/cases/sign-offs/caps/queries";
import { ageOn, formatInstant, fromDateColumn } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { needRank } from "@/lib/people/need/queries";
import { grantedRows, maybeTwice, openTo, thresholdsOn } from "@/lib/relief/files/queries";
import { isLateReport, refuseFollowUp } from "@/lib/relief/rules";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { EmergencyRelief } from "@/prisma/generated/client";

export type ReliefView = Awaited<ReturnType<typeof viewRelief>>;

/**
 * Everything of one case that its page and its printed form show; what was told and found (class 2) stays encrypted and
 * comes by `revealRelief` only. Reading is a sensitive read: its audit row is written first. Outside the reach: not found.
 */
export async function viewRelief(permit: Permit<"relief.view" | "relief.decide">, caseId: string) {
  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<{ need: number }[]>`
      select ${needRank} as need from emergency_relief r join welfare_case c on c.id = r.case_id
        join person p on p.id = r.person_id
      where r.case_id = ${caseId}::uuid and ${openTo(permit)}`;
    if (!found) notFound();
    const {
      person,
      case: row,
      ...relief
    } = await tx.emergencyRelief.findUniqueOrThrow({
      where: { caseId },
      include: reliefParts,
    });
    await recordAudit(tx, permit, { object: "emergency_relief", objectId: caseId, subjectId: relief.personId });
    const given = await grantedRows(tx, permit, caseId);

    return {
      relief,
      need: found.need,
      person: {
        ...person,
        unit: person.unit.name,
        age: person.birthDate ? ageOn(fromDateColumn(person.birthDate), permit.today) : null,
      },
      answer: row.answer,
      satisfaction: row.satisfaction,
      followUpBy: row.followUpBy && fromDateColumn(row.followUpBy),
      reportedAt: formatInstant(row.createdAt),
      isLateReport: await isLate(tx, permit, { happenedOn: relief.happenedOn, at: row.createdAt }),
      running: await runningCase(tx, permit, { caseId, payers: given.payers, followUpBy: row.followUpBy }),
      people: await peopleOf(tx, permit, relief),
      given,
      signOffs: await signOffsOf(tx, permit, caseId),
      caps: await capsFor(tx, permit, capQuestion(relief, given.sumFen)),
      thresholds: await thresholdsOn(tx, permit),
      twice: await othersLike(tx, permit, relief),
      papers: await listAttachments(permit, { owner: "emergency_relief", ownerId: caseId }, tx),
      timeline: await eventsOf(tx, permit, caseId),
    };
  });
}

const reliefParts = {
  case: { select: { answer: true, satisfaction: true, followUpBy: true, createdAt: true } },
  person: {
    select: {
      id: true,
      name: true,
      staffNo: true,
      status: true,
      birthDate: true,
      postTitle: true,
      householdId: true,
      bankName: true,
      bankCardTail: true,
      unit: { select: { name: true } },
    },
  },
} as const;

/** What is being asked for now: the proposal, or the wish while there is none; nothing more once it is approved. */
function capQuestion(relief: EmergencyRelief, paidFen: number) {
  const wantedFen = Number(relief.proposedFen ?? relief.askedFen);

  return {
    personId: relief.personId,
    askedFen: relief.grantedFen === null ? Math.max(0, wantedFen - paidFen) : 0,
    sameTimeFen: relief.grantedFen === null ? paidFen : 0,
  };
}

type Running = { caseId: string; payers: readonly string[]; followUpBy: Date | null };

/** Clock, whose turn it is and what this person may do; who paid is not offered the call back. */
async function runningCase(tx: Tx, permit: Permit, { caseId, payers, followUpBy }: Running) {
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  const { calendar } = await readClockworks(tx, permit.today);
  const table = tableOf(loaded.stageTable);
  const moves = movesFor(table.stages, loaded, { accountId: permit.actor.accountId, reach: permit.reach });
  const tooEarly = refuseFollowUp(
    { followUpFrom: followUpBy && fromDateColumn(followUpBy), payers },
    { personId: permit.actor.personId, today: permit.today },
  );

  return {
    loaded,
    stage: table.stageWords[loaded.stage] ?? loaded.stage,
    turn: table.turnWords[loaded.stage] ?? "",
    isRunning: ["open", "waiting", "answered"].includes(loaded.status),
    clock: readClock(calendar, loaded, permit.today),
    moves: moves.filter((move) => move !== "followUp" || tooEarly === undefined),
    tooEarly: loaded.stage === "SIGNED" ? tooEarly : undefined,
  };
}

async function isLate(tx: Tx, permit: Permit, { happenedOn, at }: { happenedOn: Date; at: Date }): Promise<boolean> {
  return isLateReport(fromDateColumn(happenedOn), at, await parameterAt(tx, "relief.reportHours", permit.today));
}

async function othersLike(tx: Tx, permit: Permit, { caseId, personId, happenedOn }: EmergencyRelief) {
  const found = await maybeTwice(tx, permit, { personId, happenedOn: fromDateColumn(happenedOn) });

  return found.filter((other) => other.caseId !== caseId);
}

async function peopleOf(tx: Tx, _permit: Permit, relief: EmergencyRelief): Promise<Map<string, string>> {
  const ids = [...relief.verifierIds, relief.officerId, relief.approverId, relief.paidFirstById];
  const people = await tx.person.findMany({
    where: { id: { in: ids.filter((one) => one !== null) } },
    select: { id: true, name: true },
  });

  return new Map(people.map(({ id, name }) => [id, name]));
}

async function signOffsOf(tx: Tx, _permit: Permit, caseId: string) {
  const rows = await tx.signOff.findMany({
    where: { caseId, reversesId: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      amountFen: true,
      grantedOn: true,
      signedOn: true,
      receivedBy: true,
      reversedBy: { select: { id: true } },
    },
  });

  return rows.map(({ reversedBy, grantedOn, signedOn, ...row }) => ({
    ...row,
    grantedOn: fromDateColumn(grantedOn),
    signedOn: signedOn && fromDateColumn(signedOn),
    isReversed: reversedBy !== null,
  }));
}

async function eventsOf(tx: Tx, _permit: Permit, caseId: string) {
  const events = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { id: "desc" }, take: 100 });

  return events.map(({ id, at, actorName, kind, note }) => ({
    id,
    at: formatInstant(at),
    who: actorName,
    kind,
    what: eventWord(kind, "relief"),
    note,
  }));
}
