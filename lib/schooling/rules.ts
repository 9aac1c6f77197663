import { addDays, addMonths, ageOn, formatDate, type CivilDate } from "@/lib/dates";
import type { Dwelling, SchoolStage } from "@/prisma/generated/enums";

/**
 * What one intake goes by (the district's notice of the year; dated parameters). Days of the year are `MM-DD`; those of
 * the windows before the turn of the year lie in the year before.
 */
export type IntakeTerms = {
  age: number;
  kindergartenAge: number;
  ageDay: string;
  windowFrom: string;
  windowTo: string;
  insuranceMonths: number;
  permitMonths: number;
  bookingDay: string;
  firstCheck: string;
  secondCheck: string;
  termStart: string;
  statisticsDay: string;
};

/** The days of one intake, reckoned from its terms. */
export type IntakeDates = {
  ageOn: CivilDate;
  windowFrom: CivilDate;
  windowTo: CivilDate;
  /** from when insurance has to be paid without a gap, and the residence registered */
  insuranceFrom: CivilDate;
  permitBy: CivilDate;
  booking: CivilDate;
  firstCheck: CivilDate;
  secondCheck: CivilDate;
  termStart: CivilDate;
  statistics: CivilDate;
};

/** The days of the intake of `year`; the lease window begins in the year before when its first day lies after its last. */
export function intakeDates(year: number, terms: IntakeTerms): IntakeDates {
  const day = (text: string) => `${year}-${text}`;
  const firstCheck = day(terms.firstCheck);
  const startsBefore = terms.windowFrom > terms.windowTo;

  return {
    ageOn: day(terms.ageDay),
    windowFrom: `${startsBefore ? year - 1 : year}-${terms.windowFrom}`,
    windowTo: day(terms.windowTo),
    insuranceFrom: addMonths(firstCheck, -terms.insuranceMonths),
    permitBy: addMonths(firstCheck, -terms.permitMonths),
    booking: day(terms.bookingDay),
    firstCheck,
    secondCheck: day(terms.secondCheck),
    termStart: day(terms.termStart),
    statistics: day(terms.statisticsDay),
  };
}

/** The intake that a registration of today is for: from the start of term on the next year's. */
export function comingIntake(today: CivilDate, termStart: string): number {
  const year = Number(today.slice(0, 4));

  return today.slice(5) >= termStart ? year + 1 : year;
}

/** The age that the stage asks for by the day of the intake. */
function leastAge(stage: SchoolStage, terms: Pick<IntakeTerms, "age" | "kindergartenAge">): number {
  return stage === "KINDERGARTEN" ? terms.kindergartenAge : terms.age;
}

/**
 * Why the child is too young for the intake, or undefined: the birthday has to be reached on the day itself (满 6 周岁 by
 * 31 August). A child of 29 February is a year older on 1 March in other years, long before that day.
 */
export function refuseAge(birth: CivilDate, year: number, stage: SchoolStage, terms: IntakeTerms): string | undefined {
  const least = leastAge(stage, terms);
  const on = intakeDates(year, terms).ageOn;
  if (ageOn(birth, on) >= least) return undefined;
  const first = firstIntakeOf(birth, least, terms.ageDay);

  return `孩子到 ${formatDate(on)} 还不满 ${least} 周岁，${year} 年度不能报名；${first} 年度可以。`;
}

/** Ages by the day of the intake at which nobody starts there any more; a number typed for somebody else is found by it. */
const TOO_OLD: Record<SchoolStage, number> = {
  KINDERGARTEN: 7,
  PRIMARY_1: 10,
  PRIMARY_TRANSFER: 14,
  JUNIOR_1: 17,
  JUNIOR_TRANSFER: 18,
  SENIOR: 21,
};

/** Why this is nobody who goes to that school, or undefined. */
export function refuseTooOld(birth: CivilDate, stage: SchoolStage, on: CivilDate): string | undefined {
  const age = ageOn(birth, on);

  return age >= TOO_OLD[stage]
    ? `按身份证号，到 ${formatDate(on)} 已经 ${age} 岁，请核对孩子的身份证号和年级。`
    : undefined;
}

/** The first intake for which a child born that day is old enough. */
export function firstIntakeOf(birth: CivilDate, least: number, ageDay: string): number {
  const year = Number(birth.slice(0, 4)) + least;

  return ageOn(birth, `${year}-${ageDay}`) >= least ? year : year + 1;
}

/** Births whose first intake is that year: the day after last year's limit to this year's. */
export function birthsOf(year: number, terms: Pick<IntakeTerms, "age" | "ageDay">): { from: CivilDate; to: CivilDate } {
  const to = `${year - terms.age}-${terms.ageDay}`;

  return { from: addDays(`${year - terms.age - 1}-${terms.ageDay}`, 1), to };
}

type TransferFacts = { stage: SchoolStage; grade?: number | undefined; recordNo?: string | undefined };

/** 转学: the school register's number and the grade are needed; the last grade of primary school is not taken. */
export function refuseTransfer({ stage, grade, recordNo }: TransferFacts): { sentence: string; field: string } | null {
  if (!isTransfer(stage)) return null;
  if (grade === undefined) return { sentence: "转学请选择转到几年级。", field: "grade" };
  if (!recordNo) return { sentence: "转学请填写学籍号，在原来学校开的学籍证明上。", field: "recordNo" };
  const [least, most] = stage === "PRIMARY_TRANSFER" ? [1, 5] : [7, 8];
  if (grade < least || grade > most)
    return {
      sentence:
        stage === "PRIMARY_TRANSFER"
          ? "小学转学只收一到五年级，六年级不收。"
          : "初中转学只收初一、初二（七、八年级）。",
      field: "grade",
    };

  return null;
}

export function isTransfer(stage: SchoolStage): boolean {
  return stage === "PRIMARY_TRANSFER" || stage === "JUNIOR_TRANSFER";
}

/** Who is housed by the bureau has an address there: the bed's allotment writes it into the person's record. */
export function isDormitory(address: string | null): boolean {
  return address !== null && address.includes("宿舍");
}

/** 单位宿舍 of the roster decides over what was ticked. */
export function dwellingOf(told: Dwelling, address: string | null): Dwelling {
  return isDormitory(address) ? "DORMITORY" : told;
}

/**
 * 登记、符合条件 beside a part of them that is hidden: exact, they would give the hidden part away by one subtraction.
 * @param parts the numbers that add up to the whole, and those between them
 */
export function blurred(whole: number, parts: readonly number[]): string {
  return whole >= 5 && parts.some((part) => part > 0 && part < 5) ? "≥5" : suppressed(whole);
}

/** A count for who may not learn of one family: below five only that it is below five. */
export function suppressed(count: number): string {
  return count > 0 && count < 5 ? "<5" : String(count);
}
