import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock } from "@/lib/cases/clock/rules";
import { eventWord, loadCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { formatInstant, fromDateColumn } from "@/lib/dates";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import { paperOwner } from "@/lib/insurance/changes/papers/rules";
import { isIncrease } from "@/lib/insurance/changes/rules";
import { insurableWithin } from "@/lib/insurance/reach/queries";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { contributionsOf } from "@/lib/insurance/rules";
import { hukouTypeWords } from "@/lib/people/words";
import { tableOf } from "@/lib/stages";
import { db } from "@/prisma/client";
import type { InsuranceChange, Person } from "@/prisma/generated/client";

export type ChangeView = Awaited<ReturnType<typeof viewChange>>;

/** One form with its case: content, what it costs a month, how long there is and what this person may do. */
export async function viewChange(permit: Permit<"insurance.view">, caseId: string) {
  await settleChanges(permit);
  const [found] = await db.$queryRaw<{ id: string }[]>`
    select i.id from insurance_change i join person p on p.id = i.person_id
    where i.case_id = ${caseId}::uuid and ${insurableWithin(permit)}`;
  if (!found) notFound();
  const [change, loaded, events, { calendar }] = await Promise.all([
    db.insuranceChange.findUniqueOrThrow({
      where: { id: found.id },
      include: { person: { include: { unit: { select: { name: true } } } } },
    }),
    loadCase(db, permit, caseId, { isOwnTransaction: true }),
    db.caseEvent.findMany({ where: { caseId }, orderBy: { id: "desc" }, take: 50 }),
    readClockworks(db, permit.today),
  ]);
  const { person } = change;
  const { rates } = await ratesOf(db, permit, change.month);
  const table = tableOf(loaded.stageTable);

  return {
    loaded,
    papers: await listAttachments(permit, { owner: paperOwner, ownerId: change.id }),
    change: contentOf(change),
    costs: change.baseFen === null ? [] : contributionsOf(Number(change.baseFen), rates, change.schemes),
    person: personOf(person),
    stage: table.stageWords[loaded.stage] ?? loaded.stage,
    turn: table.turnWords[loaded.stage] ?? "",
    clock: readClock(calendar, loaded, permit.today),
    moves: movesFor(table.stages, loaded, { accountId: permit.actor.accountId, reach: permit.reach }),
    timeline: events.map(({ id, at, actorName, kind, toStage, note }) => ({
      id,
      kind,
      toStage,
      at: formatInstant(at),
      who: actorName,
      what: eventWord(kind, loaded.stageTable),
      note,
    })),
  };
}

/** What the form declares, as the page shows it. */
function contentOf(change: InsuranceChange) {
  return {
    id: change.id,
    code: change.code,
    isIncrease: isIncrease(change.code),
    schemes: change.schemes,
    payer: change.payer,
    month: change.month,
    wageFen: change.wageFen === null ? null : Number(change.wageFen),
    baseFen: change.baseFen === null ? null : Number(change.baseFen),
    clamp: change.clamp,
    receiptNo: change.receiptNo,
    filedOn: change.filedOn && fromDateColumn(change.filedOn),
    resultOn: change.resultOn && fromDateColumn(change.resultOn),
    effectiveOn: change.effectiveOn && fromDateColumn(change.effectiveOn),
  };
}

function personOf(person: Person & { unit: { name: string } }) {
  const { id, name, staffNo, agencyName, hireDate } = person;

  return {
    id,
    name,
    staffNo,
    unit: person.unit.name,
    hukou: hukouTypeWords[person.hukouType],
    agencyName,
    hiredOn: hireDate && fromDateColumn(hireDate),
  };
}
