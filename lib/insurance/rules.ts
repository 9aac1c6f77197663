import { daysBetween, firstDayOf, lastDayOf, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { retirementKindOf } from "@/lib/people/retirement/rules";
import { expectedRetirement, type RetirementKind, type Sex } from "@/lib/people/rules";
import type { BaseClamp, EmploymentType, InsuranceScheme, PersonStatus, PostType } from "@/prisma/generated/enums";

/** The five, in the order of every form. */
export const schemes = ["PENSION", "MEDICAL", "UNEMPLOYMENT", "INJURY", "MATERNITY"] as const;

/** What decides over somebody's insurance. */
export type Insurable = {
  status: PersonStatus;
  employmentType: EmploymentType;
  sex: Sex | null;
  /** the date that counts for retirement: the archive's where the two differ */
  birthDate: CivilDate | null;
  postType: PostType;
  hireDate: CivilDate | null;
};

const inService: readonly PersonStatus[] = ["ACTIVE", "OFF_POST"];

/**
 * The schemes somebody ought to have in a month (社会保险法 §10, §23, §33, §44, §53, §58). In-service with a labour
 * relation and not past the retirement month: all five, whoever pays. Past it, or under 劳务协议: injury only, and only
 * where the parameter is on. A waiver changes nothing (法释〔2025〕12号).
 */
export function owedSchemes(
  person: Insurable,
  month: CivilMonth,
  { isOverAgeOn }: { isOverAgeOn: boolean },
): readonly InsuranceScheme[] {
  const isRehired = person.status === "RETIRED" && person.employmentType === "SERVICE_AGREEMENT";
  if (!inService.includes(person.status) && !isRehired) return [];
  if (person.hireDate !== null && monthOf(person.hireDate) > month) return [];
  const isLabour = !isRehired && person.employmentType !== "SERVICE_AGREEMENT" && !isPast(person, month);

  return isLabour ? schemes : isOverAgeOn ? ["INJURY"] : [];
}

function isPast({ sex, birthDate, postType }: Insurable, month: CivilMonth): boolean {
  return (
    sex !== null && birthDate !== null && expectedRetirement(birthDate, retirementKindOf(sex, postType)).month < month
  );
}

const monthsSearched = 90 * 12;

/**
 * The first birthday of those who have not passed the retirement month by `month`: what a list can ask the database,
 * because the retirement month never falls when the birth month rises.
 */
export function bornSince(kind: RetirementKind, month: CivilMonth): CivilDate {
  const oldest = monthAfter(month, -monthsSearched);
  let [low, high] = [0, monthsSearched];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { month: retires } = expectedRetirement(firstDayOf(monthAfter(oldest, middle)), kind);
    if (retires >= month) high = middle;
    else low = middle + 1;
  }

  return firstDayOf(monthAfter(oldest, low));
}

/** Floor and cap of a month in 分. */
export type Bounds = { floorFen: number; capFen: number };
export type ClampedBase = { baseFen: number; clamp: BaseClamp };

/** 缴费基数: the month's average wage, rounded to a yuan and held between floor and cap; what held it is told. */
export function clampBase(wageFen: number, { floorFen, capFen }: Bounds): ClampedBase {
  const rounded = Math.floor((wageFen + 50) / 100) * 100;
  if (rounded < floorFen) return { baseFen: floorFen, clamp: "FLOOR" };

  return rounded > capFen ? { baseFen: capFen, clamp: "CAP" } : { baseFen: rounded, clamp: "NONE" };
}

/** One share of a month's contribution in 分: base × rate, rounded to a 分. The rate is in hundredths of a per cent. */
export function shareOf(baseFen: number, rate: number): number {
  return Math.floor((baseFen * rate + 5_000) / 10_000);
}

export type Rates = Record<InsuranceScheme, { unit: number; person: number }>;
export type Contribution = { scheme: InsuranceScheme; unitFen: number; personFen: number };

/** What unit and person pay in a month for the schemes that somebody has. */
export function contributionsOf(baseFen: number, rates: Rates, has: readonly InsuranceScheme[]): Contribution[] {
  return schemes
    .filter((scheme) => has.includes(scheme))
    .map((scheme) => ({
      scheme,
      unitFen: shareOf(baseFen, rates[scheme].unit),
      personFen: shareOf(baseFen, rates[scheme].person),
    }));
}

export type Period = { startMonth: CivilMonth; endMonth: CivilMonth | null };

/** Whether two periods of one scheme have a month in common; both ends are paid months. */
export function overlaps(one: Period, other: Period): boolean {
  return one.startMonth <= (other.endMonth ?? "9999-12") && other.startMonth <= (one.endMonth ?? "9999-12");
}

export type HireClock = { state: "NEW" | "TODAY" | "OVERDUE"; day: number };

/** The 30 days of 社会保险法 §58: the day of hiring is day 0, up to day 29 new, on day 30 今日到期, from day 31 overdue. */
export function hireClock(hiredOn: CivilDate | null, today: CivilDate, days: number): HireClock {
  const day = hiredOn === null ? days + 1 : daysBetween(hiredOn, today);

  return { day, state: day < days ? "NEW" : day === days ? "TODAY" : "OVERDUE" };
}

/** First and last day of the quarter of a day. */
export function quarterOf(today: CivilDate): { from: CivilDate; to: CivilDate } {
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const month = `${today.slice(0, 5)}${String(first).padStart(2, "0")}`;

  return { from: firstDayOf(month), to: lastDayOf(monthAfter(month, 2)) };
}
