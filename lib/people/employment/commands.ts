import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { endSessions } from "@/lib/auth/session";
import { dateColumn, formatTime, fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { employmentMove, refuseEvent, type EmploymentFacts } from "@/lib/people/employment/rules";
import type { RecordEvent } from "@/lib/people/employment/schema";
import { eventWords, leaveWords, offPostWords } from "@/lib/people/employment/words";
import { personWithin } from "@/lib/people/reach/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * 登记人员变动: a dated row of the employment history, and what it does to unit, post, contract, status and sign-ins, in
 * one transaction. Refused: what cannot follow the present status, a day ahead, an administrator who has not handed
 * over, and whoever recorded second.
 */
export async function recordEvent(permit: Permit<"people.change">, input: RecordEvent): Promise<void> {
  await transact((tx) => recordEventWithin(tx, permit, input));
}

/** The same inside another act (a proposal that is accepted). */
export async function recordEventWithin(
  tx: Tx,
  permit: Permit<"people.change" | "people.decide">,
  input: RecordEvent,
): Promise<void> {
  const person = await loadEmployment(tx, permit, input.id);
  if (person.version !== input.version) await refuseLater(tx, person.id, input.version);
  const fault = refuseEvent(person, input, permit.today);
  if (fault) throw new Refusal(fault.sentence, fault.field);
  if (input.toUnitId) await refuseClosedUnit(tx, permit, input.toUnitId);
  const move = employmentMove(person.status, input.kind);
  if (!move) throw actedMeanwhile();
  const columns = Object.assign(columnsOf(person, input), { status: move.to });
  const { count } = await tx.person.updateMany({
    where: { id: person.id, version: person.version, status: person.status },
    data: Object.assign({}, columns, { version: person.version + 1, updatedAt: permit.now }),
  });
  if (count !== 1) throw actedMeanwhile();
  await writeEvent(tx, permit, person, input);
  const movedTo = input.toUnitId && input.toUnitId !== person.unitId ? input.toUnitId : undefined;
  if (movedTo) await tx.personToken.updateMany({ where: { personId: person.id }, data: { unitId: movedTo } });
  const endedSignIns = move.endsSignIns ? await endSignIns(tx, permit, person, { input, scope: move.endsSignIns }) : 0;
  await recordAudit(tx, permit, {
    object: "person",
    objectId: person.id,
    subjectId: person.id,
    fields: Object.keys(columns),
    detail: { version: person.version + 1, part: "employment", kind: input.kind, endedSignIns },
  });
}

type Loaded = EmploymentFacts & { id: string; version: number; name: string };

async function loadEmployment(tx: Tx, permit: Permit, id: string): Promise<Loaded> {
  const row = await tx.person.findFirst({
    where: { id, ...personWithin(permit) },
    select: {
      id: true,
      version: true,
      name: true,
      status: true,
      sex: true,
      birthDate: true,
      archiveBirthDate: true,
      hireDate: true,
      unitId: true,
      postType: true,
      employmentType: true,
    },
  });
  if (!row) notFound();
  const { birthDate, archiveBirthDate, hireDate, ...rest } = row;
  const born = archiveBirthDate ?? birthDate;

  return {
    ...rest,
    birthDate: born ? fromDateColumn(born) : null,
    hireDate: hireDate && row.status !== "LEFT" && row.status !== "TRANSFERRED_OUT" ? fromDateColumn(hireDate) : null,
  };
}

/** Another dated change since the form was opened is told; a corrected phone number does not stand in the way. */
async function refuseLater(tx: Tx, personId: string, version: number): Promise<void> {
  const [later] = await tx.$queryRaw<{ actorName: string; at: Date; kind: keyof typeof eventWords }[]>`
    select actor_name as "actorName", at, detail->>'kind' as kind from audit_event
    where object_id = ${personId}::uuid and object = 'person' and detail->>'part' = 'employment'
      and (detail->>'version')::int > ${version} order by at desc limit 1`;
  if (!later) return;
  const who = later.actorName.replace(/^\S+ /, "");
  throw new Refusal(`${who} ${formatTime(later.at)} 刚登记了“${eventWords[later.kind]}”，请刷新页面看过再登记。`);
}

async function refuseClosedUnit(tx: Tx, { reach, today }: Permit, id: string): Promise<void> {
  const open = { OR: [{ validTo: null }, { validTo: { gt: dateColumn(today) } }] };
  const unit = await tx.orgUnit.findFirst({ where: { id, bureauId: reach.bureauId, ...open }, select: { id: true } });
  if (!unit) throw new Refusal("所选单位已撤销，请重新选择单位。", "toUnitId");
}

/** What the change does to the record beside the status. */
function columnsOf(person: EmploymentFacts, input: RecordEvent): Prisma.PersonUncheckedUpdateManyInput {
  const day = (civil: string | undefined) => (civil ? dateColumn(civil) : null);
  const columns: Prisma.PersonUncheckedUpdateManyInput = {};
  const { kind } = input;
  if ((kind === "UNIT_CHANGED" || kind === "REHIRED") && input.toUnitId) columns.unitId = input.toUnitId;
  if ((kind === "POST_CHANGED" || kind === "REHIRED") && input.postType) {
    columns.postType = input.postType;
    columns.postTitle = input.postTitle ?? null;
    columns.rankLevel = input.rankLevel ?? "NONE";
    columns.isLeader = input.isLeader ?? false;
  }
  if ((kind === "CONTRACT_CHANGED" || kind === "REHIRED") && input.employmentType) {
    columns.employmentType = input.employmentType;
    columns.agencyName = input.employmentType === "DISPATCH" ? (input.agencyName ?? null) : null;
    columns.contractStart = day(input.contractStart);
    columns.contractEnd = day(input.contractEnd);
  }
  if (kind === "REHIRED" && person.status !== "RETIRED") columns.hireDate = dateColumn(input.happenedOn);
  if (kind === "RETIRED") {
    columns.retireDate = dateColumn(input.happenedOn);
    columns.retireKind = input.retireKind ?? "RETIRED";
  }

  return columns;
}

async function writeEvent(
  tx: Tx,
  permit: Permit<"people.change" | "people.decide">,
  person: Loaded,
  input: RecordEvent,
): Promise<void> {
  const reason = [
    input.offPostReason && offPostWords[input.offPostReason],
    input.leaveReason && leaveWords[input.leaveReason],
    input.detail,
  ].filter(Boolean);
  await tx.employmentEvent.create({
    data: {
      id: newId(),
      personId: person.id,
      kind: input.kind,
      happenedOn: dateColumn(input.happenedOn),
      fromUnitId: input.toUnitId ? person.unitId : null,
      toUnitId: input.toUnitId ?? null,
      detail: reason.join("：") || null,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
}

/**
 * Shuts the accounts of somebody who goes and ends what is signed in; bookings ahead are put before the desk, because
 * nothing is cancelled silently. Who is still an administrator hands over first, except by death.
 */
async function endSignIns(
  tx: Tx,
  permit: Permit<"people.change" | "people.decide">,
  person: Loaded,
  { input, scope }: { input: RecordEvent; scope: "staff" | "all" },
): Promise<number> {
  const accounts = await tx.account.findMany({
    where: { personId: person.id, disabledAt: null, ...(scope === "staff" ? { kind: "STAFF" } : {}) },
    select: { id: true, appointments: { where: { revokedAt: null }, select: { role: true } } },
  });
  const isAdministrator = accounts.some(({ appointments }) =>
    appointments.some(({ role }) => ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"].includes(role)),
  );
  if (isAdministrator && input.kind !== "DECEASED") {
    throw new Refusal(`${person.name}还担任管理员，请先由安全管理员授权接任的人并收回授权，再登记这项变动。`);
  }
  const reason = `人员变动：${eventWords[input.kind]}`;
  for (const { id } of accounts) {
    await tx.account.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: permit.now, disabledReason: reason, version: { increment: 1 } },
    });
    await endSessions(tx, id, reason);
  }
  if (scope === "all") await putBookingsBeforeDesk(tx, permit, person.id);

  return accounts.length;
}

async function putBookingsBeforeDesk(tx: Tx, { today, now }: Permit, personId: string): Promise<void> {
  const bookings = await tx.booking.findMany({
    where: { personId, releasedAt: null, day: { actualOn: { gte: dateColumn(today) } } },
    select: { id: true, dayId: true },
  });
  await tx.bookingReview.createMany({
    data: bookings.map(({ id, dayId }) => ({
      id: newId(),
      dayId,
      bookingId: id,
      cause: "PERSON_LEFT" as const,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}
