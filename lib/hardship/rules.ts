import { addMonths, yearOf, type CivilDate } from "@/lib/dates";
import { yuan } from "@/lib/money";
import type { AttachmentKind, CarUse, HardshipCause, HardshipLevel, SchoolFee } from "@/prisma/generated/enums";

/** Dated parameters of the day on which a household is assessed. */
export type Measures = {
  /** 低保标准, 分 a month and head */
  lineFen: bigint;
  /** hundredths of the line up to which a household counts as 相对困难 */
  multiple: number;
  /** per cent of a year's income that a one-off cost must exceed for 意外致困 */
  accidentShare: number;
};

/** What was asked and seen; money in 分, income a year. */
export type HouseholdFacts = {
  incomeFen: bigint;
  medicalFen: bigint;
  educationFen: bigint;
  disabilityFen: bigint;
  size: number;
  isDisaster: boolean;
  accidentCostFen: bigint;
  dwellings: number;
  cars: CarUse;
  hasBusiness: boolean;
  schoolFee: SchoolFee;
};

/** What a migrant worker has to fulfil besides. */
export type Standing = { isMigrant: boolean; hiredOn: CivilDate | null; isUnionMember: boolean };

export type Reckoning = {
  /** M of domain.md §6a in 分, rounded; the comparison is made without rounding */
  perHeadFen: bigint;
  level: HardshipLevel | null;
  exclusions: string[];
  /** the calculation as one would write it on the board */
  steps: { label: string; text: string }[];
};

/**
 * The income test: M = (year's income − rigid expenses) ÷ 12 ÷ persons living together. Below the line 深度困难; up to
 * `multiple` times the line, that figure included, 相对困难; beyond it only 意外致困. An exclusion overrides whatever M.
 */
export function reckon(facts: HouseholdFacts, measures: Measures, standing: Standing, today: CivilDate): Reckoning {
  const rigid = facts.medicalFen + facts.educationFen + facts.disabilityFen;
  const net = facts.incomeFen - rigid;
  const months = 12n * BigInt(Math.max(1, facts.size));
  const perHeadFen = divided(net, months);
  const upper = (measures.lineFen * BigInt(measures.multiple)) / 100n;
  const isBelow = net < measures.lineFen * months;
  const isNear = net * 100n <= measures.lineFen * BigInt(measures.multiple) * months;
  const isAccident =
    facts.isDisaster || facts.accidentCostFen * 100n > facts.incomeFen * BigInt(measures.accidentShare);
  const byMeans: HardshipLevel | null = isBelow ? "DEEP" : isNear ? "RELATIVE" : isAccident ? "ACCIDENT" : null;
  const exclusions = exclusionsOf(facts, standing, today);
  const compared = isBelow
    ? `低于低保标准 ${yuan(measures.lineFen)} 元 → 深度困难`
    : isNear
      ? `不低于低保标准 ${yuan(measures.lineFen)} 元，不超过 ${yuan(upper)} 元（${measures.multiple / 100} 倍）→ 相对困难`
      : `超过 ${yuan(upper)} 元（${measures.multiple / 100} 倍）→ 收入上不算困难`;
  const steps = [
    { label: "家庭年收入", text: `${yuan(facts.incomeFen)} 元` },
    {
      label: "刚性支出",
      text: `医疗 ${yuan(facts.medicalFen)} ＋ 教育 ${yuan(facts.educationFen)} ＋ 残疾 ${yuan(facts.disabilityFen)} ＝ ${yuan(rigid)} 元`,
    },
    {
      label: "月人均",
      text: `（${yuan(facts.incomeFen)} − ${yuan(rigid)}）÷ 12 ÷ ${facts.size} 人 ＝ ${yuan(perHeadFen)} 元`,
    },
    { label: "对照标准", text: compared },
    ...(isNear ? [] : [{ label: "意外致困", text: accidentWords(facts, measures, isAccident) }]),
    {
      label: "排除条件",
      text: exclusions.length === 0 ? "没有" : `${exclusions.join("；")} → 不管收入多少都不符合`,
    },
  ];

  return { perHeadFen, level: exclusions.length > 0 ? null : byMeans, exclusions, steps };
}

function accidentWords(facts: HouseholdFacts, measures: Measures, isAccident: boolean): string {
  if (facts.isDisaster) return "遭受灾害或严重意外 → 意外致困";
  const limit = (facts.incomeFen * BigInt(measures.accidentShare)) / 100n;
  const compared = `一次性花费 ${yuan(facts.accidentCostFen)} 元，年收入的 ${measures.accidentShare}% 是 ${yuan(limit)} 元`;

  return `${compared} → ${isAccident ? "超过，意外致困" : "没有超过，不符合"}`;
}

/** 排除性条件, and what migrant workers need besides: a year of labour relation and union membership. */
export function exclusionsOf(
  facts: Pick<HouseholdFacts, "dwellings" | "hasBusiness" | "schoolFee" | "cars">,
  { isMigrant, hiredOn, isUnionMember }: Standing,
  today: CivilDate,
): string[] {
  const found: string[] = [];
  if (facts.dwellings >= 2) found.push(`有 ${facts.dwellings} 套住房`);
  if (facts.hasBusiness) found.push("有经营用房或者雇人经营");
  if (facts.schoolFee === "HIGH_FEE") found.push("子女读高收费私立学校");
  if (facts.schoolFee === "ABROAD") found.push("子女自费出国读书");
  if (facts.cars === "PRIVATE") found.push("有非营生用的小汽车");
  if (isMigrant && (hiredOn === null || addMonths(hiredOn, 12) > today)) found.push("外来务工，劳动关系不满一年");
  if (isMigrant && !isUnionMember) found.push("外来务工，还没有加入工会");

  return found;
}

const always: readonly AttachmentKind[] = ["APPLICATION", "ID_CARD", "HOUSEHOLD_BOOK", "INCOME_PROOF", "BANK_CARD"];
const byCause: Readonly<Record<HardshipCause, readonly AttachmentKind[]>> = {
  OWN_ILLNESS: ["DIAGNOSIS", "MEDICAL_BILL"],
  FAMILY_ILLNESS: ["DIAGNOSIS", "MEDICAL_BILL"],
  DISABILITY: ["DISABILITY_CARD"],
  SCHOOLING: ["SCHOOL_PROOF"],
  DISASTER: ["DISASTER_PROOF"],
  SINGLE_PARENT: ["FAMILY_PROOF"],
  UNEMPLOYMENT: [],
  LOW_INCOME: [],
  OTHER: [],
};

/** The papers that this household has to bring, in the order of the checklist. */
export function requiredDocuments(causes: readonly HardshipCause[], given: { isMigrant: boolean }): AttachmentKind[] {
  const wanted = [
    ...always,
    ...causes.flatMap((cause) => byCause[cause]),
    ...(given.isMigrant ? ["CONTRACT" as const] : []),
  ];

  return [...new Set(wanted)];
}

/** 30 November of each year, before the Spring-Festival list is frozen; a file of the last months waits for the next. */
export function reviewDueAfter(on: CivilDate): CivilDate {
  const year = yearOf(on);

  return on < `${year}-06-01` ? `${year}-11-30` : `${year + 1}-11-30`;
}

/** A cell of fewer than five households says too much about one of them where the cause shows. */
export function suppressed(count: number): string {
  return count > 0 && count < 5 ? "<5" : String(count);
}

/** Whole 分, halves away from zero. */
function divided(amount: bigint, by: bigint): bigint {
  const doubled = 2n * (amount < 0n ? -amount : amount) + by;
  const size = doubled / (2n * by);

  return amount < 0n ? -size : size;
}
