import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { parametersAt } from "@/lib/parameters/queries";
import { listedWords } from "@/lib/schooling/checklist/words";
import { comingIntake, intakeDates, type IntakeDates, type IntakeTerms } from "@/lib/schooling/rules";
import { db, type Tx } from "@/prisma/client";
import type { AttachmentKind } from "@/prisma/generated/enums";

export type Intake = { year: number; terms: IntakeTerms; dates: IntakeDates; listed: AttachmentKind[] };

const keys = [
  ...(["schooling.age", "schooling.kindergartenAge", "schooling.ageDay", "schooling.windowFrom"] as const),
  ...(["schooling.windowTo", "schooling.insuranceMonths", "schooling.permitMonths", "schooling.bookingDay"] as const),
  ...(["schooling.firstCheck", "schooling.secondCheck", "schooling.termStart"] as const),
  ...(["schooling.statisticsDay", "schooling.papers"] as const),
] as const;

/** What the intake of a year goes by: every parameter as it is in force on the last day of August of that year. */
export async function intakeOf(_permit: Permit, year: number, reader: Pick<Tx, "parameter">): Promise<Intake> {
  const values = await parametersAt(reader, keys, `${year}-08-31`);
  const terms: IntakeTerms = {
    age: values["schooling.age"],
    kindergartenAge: values["schooling.kindergartenAge"],
    ageDay: values["schooling.ageDay"],
    windowFrom: values["schooling.windowFrom"],
    windowTo: values["schooling.windowTo"],
    insuranceMonths: values["schooling.insuranceMonths"],
    permitMonths: values["schooling.permitMonths"],
    bookingDay: values["schooling.bookingDay"],
    firstCheck: values["schooling.firstCheck"],
    secondCheck: values["schooling.secondCheck"],
    termStart: values["schooling.termStart"],
    statisticsDay: values["schooling.statisticsDay"],
  };
  const listed = values["schooling.papers"].split("、").flatMap((word) => listedWords[word] ?? []);

  return { year, terms, dates: intakeDates(year, terms), listed };
}

/** The intake that a registration of today is for. */
export async function currentIntake(permit: Permit, reader: Pick<Tx, "parameter"> = db): Promise<Intake> {
  const { "schooling.termStart": termStart } = await parametersAt(reader, ["schooling.termStart"], permit.today);

  return intakeOf(permit, comingIntake(permit.today, termStart), reader);
}
