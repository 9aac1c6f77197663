import type { CivilDate } from "@/lib/dates";
import type { Difference, Fault } from "@/lib/imports/rules";
import { familyColumns } from "@/lib/people/family/import/words";
import type { FamilyRow } from "@/lib/people/family/import/schema";
import type { AddMember } from "@/lib/people/family/schema";
import { occupationWords, relationWords } from "@/lib/people/family/words";

/** What a sheet may change of a member on file; money in 分. */
export type MemberValues = Pick<AddMember, "name" | "relation"> & {
  birthDate: CivilDate | null;
  occupation: NonNullable<AddMember["occupation"]> | null;
  workplace: string | null;
  monthlyIncome: number | null;
  medicalInsurance: string | null;
  health: string | null;
};

export type KnownMember = {
  id: string;
  version: number;
  householdId: string;
  idNoIndex: string | null;
  values: MemberValues;
};

/** What a row of the family's sheet will write. `addsIdNo` holds a number that was not on file. */
export type FamilyData =
  | { fresh: { personId: string; input: Omit<AddMember, "personId"> } }
  | {
      change: { personId: string; version: number; before: MemberValues; after: MemberValues; addsIdNo: string | null };
    };

const headers = new Map(familyColumns.map(({ key, header }) => [key, header]));

/** A fault of a field in the words of the sheet. */
export function faultIn(field: string, sentence: string): Fault {
  const header = headers.get(field);

  return header ? { header, sentence } : { sentence };
}

/** The member on file whom a row means: the same ID number, or the same name and relation. */
export function memberOf(
  row: FamilyRow,
  index: string | undefined,
  members: readonly KnownMember[],
): KnownMember | undefined {
  return (
    members.find(({ idNoIndex }) => index !== undefined && idNoIndex === index) ??
    members.find(({ values }) => values.name === row.name && values.relation === row.relation)
  );
}

/** The values on file with those of the row over them; an empty cell changes nothing. */
export function mergeMember(before: MemberValues, row: FamilyRow, birthDate: CivilDate | null): MemberValues {
  return {
    name: row.name,
    relation: row.relation,
    birthDate: birthDate ?? before.birthDate,
    occupation: row.occupation ?? before.occupation,
    workplace: row.workplace ?? before.workplace,
    monthlyIncome: row.monthlyIncome ?? before.monthlyIncome,
    medicalInsurance: row.medicalInsurance ?? before.medicalInsurance,
    health: row.health ?? before.health,
  };
}

const hidden: readonly (keyof MemberValues)[] = ["health", "monthlyIncome", "birthDate"];

/** What changes, in words: old → new. Income, health and a birth date are not shown. */
export function memberDifferences(before: MemberValues, after: MemberValues, addsIdNo: boolean): Difference[] {
  const word = (field: keyof MemberValues, value: MemberValues[keyof MemberValues]) => {
    if (value === null) return "空";
    if (hidden.includes(field)) return value === after[field] ? "改为表里填的" : "原来填的";
    if (field === "relation") return relationWords[value as MemberValues["relation"]];
    if (field === "occupation") return occupationWords[value as NonNullable<MemberValues["occupation"]>];

    return String(value);
  };
  const changed = (Object.keys(after) as (keyof MemberValues)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      header: headers.get(field) ?? field,
      before: word(field, before[field]),
      after: word(field, after[field]),
    }));

  return addsIdNo ? [...changed, { header: "身份证号", before: "空", after: "改为表里填的" }] : changed;
}
