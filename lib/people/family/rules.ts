import { ageOn, type CivilDate } from "@/lib/dates";
import { checkIdNo } from "@/lib/people/rules";
import type { FamilyRelation, Occupation } from "@/prisma/generated/enums";

/** Under this age a child's data are class 3 (个人信息保护法 §28): the name is not shown beside the parent's. */
export const CHILD_AGE = 14;

export type MemberFacts = {
  relation: FamilyRelation;
  idNo?: string | undefined;
  birthDate?: CivilDate | undefined;
  occupation?: Occupation | undefined;
};

/** What is stored of a member's number and birth date, or the fault with its field. The number decides the date. */
export type MemberDocument =
  { ok: true; idNo: string | null; birthDate: CivilDate | null } | { ok: false; field: string; sentence: string };

/** Checks a family member: a number that can be right, a date that is past, an occupation that fits the age. */
export function readMember(facts: MemberFacts, today: CivilDate): MemberDocument {
  const check = facts.idNo ? checkIdNo(facts.idNo, today) : null;
  if (check && !check.ok) return { ok: false, field: "idNo", sentence: check.sentence };
  if (check && facts.birthDate && facts.birthDate !== check.birthDate) {
    return { ok: false, field: "birthDate", sentence: "和身份证号里的出生日期不一致" };
  }
  const birthDate = check?.birthDate ?? facts.birthDate ?? null;
  if (birthDate !== null && birthDate > today)
    return { ok: false, field: "birthDate", sentence: "出生日期不能晚于今天" };
  const isMale = check ? check.sex === "MALE" : null;
  if (isMale === false && ["SON", "FATHER"].includes(facts.relation)) return wrongSex;
  if (isMale === true && ["DAUGHTER", "MOTHER"].includes(facts.relation)) return wrongSex;
  if (facts.occupation === "PRESCHOOL" && birthDate !== null && ageOn(birthDate, today) > 6) {
    return { ok: false, field: "occupation", sentence: "已满7周岁，不是学龄前，请核对" };
  }
  return { ok: true, idNo: check?.idNo ?? null, birthDate };
}

const wrongSex = { ok: false, field: "relation", sentence: "关系和身份证号里的性别不一致，请核对" } as const;

/** How a member is named on the parent's page: a child under 14 by relation and age only. */
export function shownName(name: string, birthDate: CivilDate | null, today: CivilDate): string | null {
  return birthDate !== null && ageOn(birthDate, today) < CHILD_AGE ? null : name;
}

/** What a form for changing a member starts with: text for every field, nothing where nothing is known. */
export function formOf(member: {
  name: string;
  relation: string;
  birthDate: CivilDate | null;
  occupation: string | null;
  workplace: string | null;
  monthlyIncome: number | null;
  medicalInsurance: string | null;
  health: string | null;
}): Record<string, string> {
  const { name, relation, monthlyIncome } = member;
  return {
    name,
    relation,
    birthDate: member.birthDate ?? "",
    occupation: member.occupation ?? "",
    workplace: member.workplace ?? "",
    monthlyIncome: monthlyIncome === null ? "" : (monthlyIncome / 100).toFixed(2),
    medicalInsurance: member.medicalInsurance ?? "",
    health: member.health ?? "",
  };
}
