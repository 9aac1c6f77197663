import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { formatDate, fromDateColumn, monthOf } from "@/lib/dates";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import { insurableOf } from "@/lib/insurance/changes/queries";
import { waiverOwner } from "@/lib/insurance/gaps/rules";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { contributionsOf, hireClock, owedSchemes, schemes } from "@/lib/insurance/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { stageWord } from "@/lib/stages";
import { db } from "@/prisma/client";

export type InsuredView = Awaited<ReturnType<typeof viewInsured>>;

/** Everything about one person's insurance: what is owed, what there is and was, the base, why not, what is under way. */
export async function viewInsured(permit: Permit<"insurance.view">, personId: string) {
  await settleChanges(permit);
  const { person, facts } = await insurableOf(db, permit, personId);
  const month = monthOf(permit.today);
  const keys = ["insurance.registerDays", "insurance.overAgeInjury"] as const;
  const [unit, record, why, at, { rates }] = await Promise.all([
    db.orgUnit.findUniqueOrThrow({ where: { id: person.unitId }, select: { name: true } }),
    recordOf(personId),
    whyNot(permit, personId),
    parametersAt(db, keys, permit.today),
    ratesOf(db, permit, month),
  ]);
  const owed = owedSchemes(facts, month, { isOverAgeOn: at["insurance.overAgeInjury"] === "ON" });
  const has = schemes.filter((scheme) =>
    record.periods.some(
      (one) => one.scheme === scheme && one.startMonth <= month && (one.endMonth ?? "9999-12") >= month,
    ),
  );
  const base = record.bases.find(({ fromMonth }) => fromMonth <= month) ?? null;
  const { id, name, staffNo, employmentType, agencyName } = person;

  return {
    person: { id, name, staffNo, employmentType, agencyName, hiredOn: facts.hireDate },
    unit: unit.name,
    clock: hireClock(facts.hireDate, permit.today, at["insurance.registerDays"]),
    registerDays: at["insurance.registerDays"],
    owed,
    has,
    missing: owed.filter((scheme) => !has.includes(scheme)),
    periods: record.periods,
    changes: record.changes,
    base: base && { ...base, wageFen: Number(base.wageFen), baseFen: Number(base.baseFen) },
    costs: base ? contributionsOf(Number(base.baseFen), rates, has) : [],
    ...why,
  };
}

/** Periods, bases and forms, the newest first. */
async function recordOf(personId: string) {
  const [periods, bases, changes] = await Promise.all([
    db.enrolment.findMany({ where: { personId }, orderBy: [{ startMonth: "desc" }, { scheme: "asc" }] }),
    db.contributionBase.findMany({ where: { personId }, orderBy: [{ fromMonth: "desc" }, { id: "desc" }], take: 12 }),
    db.insuranceChange.findMany({
      where: { personId },
      orderBy: { id: "desc" },
      take: 20,
      include: { case: { select: { number: true, stage: true, stageTable: true, status: true } } },
    }),
  ]);

  return {
    periods,
    bases,
    changes: changes.map(({ case: course, ...change }) => ({
      caseId: change.caseId,
      code: change.code,
      month: change.month,
      number: course.number,
      stage: stageWord(course.stageTable, course.stage),
      isRunning: ["open", "waiting", "answered"].includes(course.status),
    })),
  };
}

/** Why there is a gap, as it was found out, and the talks about it. */
async function whyNot(permit: Permit<"insurance.view">, personId: string) {
  const [note, talks, waivers] = await Promise.all([
    db.gapNote.findUnique({ where: { personId } }),
    db.persuasionLog.findMany({ where: { personId }, orderBy: { heldOn: "desc" }, take: 20 }),
    listAttachments(permit, { owner: waiverOwner, ownerId: personId }),
  ]);

  return {
    note: note && {
      ...note,
      owner: (await nameOf(note.ownerId)) ?? "",
      expectedOn: note.expectedOn && fromDateColumn(note.expectedOn),
      waiverOn: note.waiverOn && fromDateColumn(note.waiverOn),
    },
    waivers,
    talks: talks.map((talk) => ({ ...talk, heldOn: formatDate(fromDateColumn(talk.heldOn)) })),
  };
}

async function nameOf(accountId: string): Promise<string | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { person: { select: { name: true } } },
  });

  return account?.person.name ?? null;
}

/** The person behind a gap case or a transfer, from a link of the inbox; out of reach is not found. */
export async function personOfCase(permit: Permit<"insurance.view">, caseId: string): Promise<string> {
  const found = await db.welfareCase.findUnique({
    where: { id: caseId, programme: "insurance" },
    select: { personId: true },
  });
  if (!found?.personId) notFound();
  await insurableOf(db, permit, found.personId);

  return found.personId;
}
