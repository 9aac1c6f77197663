import { addDays, addMonths, firstDayOf, lastDayOf, monthAfter, type CivilDate } from "@/lib/dates";
import { expectedRetirement, type RetirementKind, type Sex } from "@/lib/people/rules";
import type { SeedRows } from "./bulk";
import type { LiteracyAid } from "@/prisma/generated/enums";
import { dice } from "./random";
import type { Unit } from "./units";

type PersonRow = SeedRows["person"];

/** A person as the seed thinks of them: civil dates and clear numbers; `person-rows.ts` makes the stored row. */
export type Draft = {
  /** the person's own row in every stream of chance */
  row: number;
  staffNo: string;
  name: string;
  sex: Sex;
  birth: CivilDate;
  idNo: string;
  unit: Unit;
  employmentType: PersonRow["employmentType"];
  postType: PersonRow["postType"];
  postTitle?: string;
  rankLevel: NonNullable<PersonRow["rankLevel"]>;
  isLeader: boolean;
  isMigrant: boolean;
  isRural: boolean;
  politicalStatus: NonNullable<PersonRow["politicalStatus"]>;
  status: NonNullable<PersonRow["status"]>;
  hiredOn: CivilDate;
  retiredOn?: CivilDate;
  retireKind?: NonNullable<PersonRow["retireKind"]>;
  /** last working day of who left, was transferred or died */
  goneOn?: CivilDate;
  contractStart?: CivilDate;
  contractEnd?: CivilDate;
  permitEnd?: CivilDate;
  aids: LiteracyAid[];
  /** special circumstances as the person file keeps them */
  health: { kind: "DISABILITY" | "PREGNANCY" | "SERIOUS_ILLNESS" | "LIVES_ALONE"; level?: string }[];
};

export type AgeRange = { from: number; to: number };

/** A birthday of somebody who is `from` to `to` completed years old on `today`. */
export function birthWithin(today: CivilDate, { from, to }: AgeRange, row: number): CivilDate {
  const { between } = dice("birth", row);
  return addDays(addMonths(today, -12 * between(from, to)), -between(1, 360));
}

/** A birthday with which somebody reaches the statutory age in that month or one of the next. */
export function birthRetiringIn(month: string, kind: RetirementKind): CivilDate {
  for (let later = 0; later < 12; later += 1) {
    const wanted = monthAfter(month, later);
    for (let years = 50; years <= 63; years += 1) {
      for (let i = 0; i < 12; i += 1) {
        const born = firstDayOf(monthAfter(wanted, -12 * years - i));
        if (expectedRetirement(born, kind).month === wanted) return addDays(born, 11);
      }
    }
  }
  throw new RangeError(`nobody reaches the age in ${month}`);
}

/** The day of hiring: after the 18th birthday, at most `most` years ago, at least `least` days ago. */
export function hiredBetween(today: CivilDate, birth: CivilDate, most: number, row: number, least = 45): CivilDate {
  const { between } = dice("hired", row);
  const latest = addDays(today, -least);
  const grown = addMonths(birth, 18 * 12 + 2);
  const wished = addDays(addMonths(latest, -12 * between(0, most)), -between(0, 330));
  return wished < grown ? (grown < latest ? grown : latest) : wished;
}

/** The last day of the month in which somebody with this birthday retires. */
export function retiresOn(birth: CivilDate, kind: RetirementKind): CivilDate {
  return lastDayOf(expectedRetirement(birth, kind).month);
}
