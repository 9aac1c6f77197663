import { dateColumn, type CivilDate, type CivilMonth } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { DraftChange } from "@/lib/insurance/changes/schema";
import { schemes } from "@/lib/insurance/rules";
import { db } from "@/prisma/client";
import type { InsuranceScheme } from "@/prisma/generated/enums";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, aPerson, bureauId, units, type Staff } from "../people/bureau";

export type InsuranceCast = Cast & { other: Staff };

/** The bureau of the case tests with a second officer of insurance. */
export async function openInsurance(): Promise<InsuranceCast> {
  const cast = await openBureau();
  const grant = { role: "OFFICER", programme: "insurance", unitIds: [units.personnel] } as const;

  return { ...cast, other: await anActor("何平", [grant]) };
}

export { bureauId, monday, permit, units };

/** A sweeper of 环卫一所 who ought to have all five. */
export async function aSweeper(
  given: { hiredOn?: CivilDate; name?: string; unitId?: string; born?: CivilDate; idNo?: string } = {},
) {
  return aPerson({
    name: given.name ?? "马桂兰",
    sex: "FEMALE",
    birthDate: given.born ?? "1990-04-05",
    employmentType: "DISPATCH",
    agencyName: "顺达公司",
    hireDate: dateColumn(given.hiredOn ?? "2024-03-01"),
    ...(given.unitId ? { unitId: given.unitId } : {}),
    ...(given.idNo ? { idNo: given.idNo } : {}),
  });
}

/** Puts somebody on schemes since a month, past all forms. */
export async function insure(
  personId: string,
  has: readonly InsuranceScheme[] = schemes,
  startMonth: CivilMonth = "2025-01",
): Promise<void> {
  await db.enrolment.createMany({
    data: has.map((scheme) => ({
      id: newId(),
      bureauId,
      personId,
      scheme,
      payer: "AGENCY" as const,
      startMonth,
      startCode: "FIRST" as const,
    })),
  });
}

export function aForm(personId: string, given: Partial<DraftChange> = {}): DraftChange {
  return {
    requestKey: newId(),
    personId,
    code: "FIRST",
    schemes: [...schemes],
    month: "2026-10",
    wage: 251_000,
    then: "submit",
    ...given,
  };
}

export async function caseRow(id: string) {
  return db.welfareCase.findUniqueOrThrow({ where: { id } });
}

/** Case and version as the form carries them. */
export async function at(caseId: string): Promise<{ caseId: string; version: number }> {
  return { caseId, version: (await caseRow(caseId)).version };
}

export async function picked(...caseIds: string[]): Promise<string[]> {
  return Promise.all(caseIds.map(async (id) => `${id}|${(await caseRow(id)).version}`));
}

/** A scan of a signed waiver. */
export const aWaiver = () =>
  new File([Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")], "放弃声明.pdf");
