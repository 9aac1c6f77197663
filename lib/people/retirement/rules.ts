import { ageOn, firstDayOf, lastDayOf, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { expectedRetirement, retiresWithin, type RetirementKind, type Sex } from "@/lib/people/rules";
import type { EmploymentType, PostType } from "@/prisma/generated/enums";

const CADRE_POSTS: readonly PostType[] = ["MANAGER", "OFFICE_STAFF"];

/** Whose retirement age applies: women in 管理 and 机关 posts count as 干部, all others as 工人. */
export function retirementKindOf(sex: Sex, postType: PostType): RetirementKind {
  if (sex === "MALE") return "MALE";
  return CADRE_POSTS.includes(postType) ? "FEMALE_CADRE" : "FEMALE_WORKER";
}

/** The sentence that refuses ordinary employment past the retirement month; over age only under 劳务协议. */
export function refuseOverAge(
  person: { sex: Sex | null; birthDate: CivilDate | null; postType: PostType; employmentType: EmploymentType },
  today: CivilDate,
): string | undefined {
  if (!person.sex || !person.birthDate || person.employmentType === "SERVICE_AGREEMENT") return undefined;
  const { month } = expectedRetirement(person.birthDate, retirementKindOf(person.sex, person.postType));
  return month < monthOf(today)
    ? `已过退休年龄（应于 ${month} 退休），继续用工请选择“劳务协议”，或办理退休`
    : undefined;
}

/** Birth dates from `from` to `to`, both included. */
export type BirthRange = { from: CivilDate; to: CivilDate };

/**
 * The birth dates of those who reach the statutory age from `today`'s month on and within `months` months: what a list
 * can ask the database, because the retirement month never falls when the birth month rises.
 */
export function retirementWindow(kind: RetirementKind, today: CivilDate, months: number): BirthRange | undefined {
  const oldest = monthAfter(monthOf(today), -66 * 12);
  const born: CivilMonth[] = [];
  for (let i = 0; i <= 22 * 12; i += 1) {
    const month = monthAfter(oldest, i);
    if (retiresWithin(firstDayOf(month), kind, today, months)) born.push(month);
  }
  const [first] = born;
  const last = born.at(-1);
  return first && last ? { from: firstDayOf(first), to: lastDayOf(last) } : undefined;
}

/** 高龄: sixty and more, one of the reasons for the green channel. */
export function isAged(birthDate: CivilDate | null, today: CivilDate): boolean {
  return birthDate !== null && ageOn(birthDate, today) >= 60;
}
