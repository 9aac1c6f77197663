import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { changedMeanwhile, loadCase, type LoadedCase } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import { insurableWithin } from "@/lib/insurance/reach/queries";
import type { Insurable } from "@/lib/insurance/rules";
import type { Tx } from "@/prisma/client";
import type { InsuranceChange, Person } from "@/prisma/generated/client";

/** A form with its case as the commands need it. */
export type LoadedChange = { change: InsuranceChange; loaded: LoadedCase };

/**
 * Loads a form within the permit's reach; outside it is not found. Refused: the case changed since the version on the
 * screen; the sentence says who did what.
 */
export async function loadChange(
  tx: Tx,
  permit: Permit,
  { caseId, version }: { caseId: string; version: number },
): Promise<LoadedChange> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select i.id from insurance_change i join person p on p.id = i.person_id
    where i.case_id = ${caseId}::uuid and ${insurableWithin(permit)}`;
  if (!found) notFound();
  const change = await tx.insuranceChange.findUniqueOrThrow({ where: { id: found.id } });
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (loaded.version !== version) throw await changedMeanwhile(tx, loaded, version);

  return { change, loaded };
}

/** A person within reach with what the rule of insurance asks; who is out of reach is not found. */
export async function insurableOf(
  tx: Tx,
  permit: Permit,
  personId: string,
): Promise<{ person: Person; facts: Insurable }> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select p.id from person p where p.id = ${personId}::uuid and ${insurableWithin(permit)}`;
  if (!found) notFound();
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  // The archive's date counts for retirement where the two differ.
  const born = person.archiveBirthDate ?? person.birthDate;
  const { status, employmentType, sex, postType } = person;

  return {
    person,
    facts: {
      status,
      employmentType,
      sex,
      postType,
      birthDate: born && fromDateColumn(born),
      hireDate: person.hireDate && fromDateColumn(person.hireDate),
    },
  };
}
