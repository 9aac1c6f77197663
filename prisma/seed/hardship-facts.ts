import type { Measures } from "@/lib/hardship/rules";
import { reckon, type HouseholdFacts, type Standing } from "@/lib/hardship/rules";
import type { CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import type { HardshipCause } from "@/prisma/generated/enums";
import { at, dice } from "./random";

/** The parameters as they are at installation. */
export const measures: Measures = {
  lineFen: BigInt(parameters["hardship.dibaoLine"].fallback) * 100n,
  multiple: parameters["hardship.relativeMultiple"].fallback,
  accidentShare: parameters["hardship.accidentShare"].fallback,
};

/** How the household stands to the line: hundredths of it. */
export type Means = "deep" | "relative" | "accident" | "over";
const shares: Record<Means, number> = { deep: 62, relative: 126, accident: 185, over: 158 };

const causes: readonly HardshipCause[] = [
  ...(["LOW_INCOME", "OWN_ILLNESS", "FAMILY_ILLNESS", "LOW_INCOME", "SCHOOLING", "DISABILITY"] as const),
  ...(["FAMILY_ILLNESS", "LOW_INCOME", "SINGLE_PARENT", "UNEMPLOYMENT", "SCHOOLING"] as const),
];

export type HouseholdMeans = HouseholdFacts & { mainCause: HardshipCause; secondCause: HardshipCause | null };

/** A household of so many persons whose income stands so to the line, with figures that add up. */
export function meansOf(row: number, size: number, means: Means): HouseholdMeans {
  const { between } = dice("hardship means", row);
  const mainCause: HardshipCause = means === "accident" ? "DISASTER" : at(causes, row % causes.length);
  const isIll = mainCause === "OWN_ILLNESS" || mainCause === "FAMILY_ILLNESS";
  const medicalFen = BigInt(isIll ? between(12, 36) * 100_000 : between(0, 4) * 50_000);
  const educationFen = BigInt(mainCause === "SCHOOLING" ? between(6, 14) * 100_000 : 0);
  const disabilityFen = BigInt(mainCause === "DISABILITY" ? between(4, 9) * 100_000 : 0);
  const perHead = (measures.lineFen * BigInt(shares[means] + between(-6, 6))) / 100n;

  return {
    incomeFen: perHead * 12n * BigInt(size) + medicalFen + educationFen + disabilityFen,
    medicalFen,
    educationFen,
    disabilityFen,
    size,
    isDisaster: means === "accident",
    accidentCostFen: 0n,
    dwellings: between(0, 1),
    cars: "NONE",
    hasBusiness: false,
    schoolFee: mainCause === "SCHOOLING" ? "PUBLIC" : "NONE",
    mainCause,
    secondCause: row % 4 === 1 && mainCause !== "LOW_INCOME" ? "LOW_INCOME" : null,
  };
}

/** The figures as the assessment keeps them once they are reckoned. */
export function reckoned(facts: HouseholdMeans, standing: Standing, today: CivilDate) {
  const { perHeadFen, level, exclusions } = reckon(facts, measures, standing, today);

  return { ...measures, perHeadFen, exclusions, proposed: level, decided: level };
}

export const stories = [
  "两口子都扫马路，孩子上学，老人常年吃药，一个月下来剩不了多少。（演示）",
  "去年做了手术，自费的药多，家里只有一个人挣钱。（演示）",
  "孩子今年上大学，学费是借的，家里还有老人要照顾。（演示）",
  "家属身体不好干不了活，全家靠我一个人的工资。（演示）",
];
