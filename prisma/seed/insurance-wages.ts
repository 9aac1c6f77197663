import { parameters } from "@/lib/parameters/rules";
import type { Person } from "./person-rows";
import { dice } from "./random";

/** Floor and cap in 分, as the parameters have them at installation. */
export const bounds = {
  floorFen: parameters["insurance.floor"].fallback * 100,
  capFen: parameters["insurance.cap"].fallback * 100,
};

/** The wage of somebody in 分: most sweepers stand below the floor, a few in the office above the cap. */
export function wageOf({ row, employmentType, rankLevel }: Person): number {
  const { between } = dice("insurance wage", row);
  if (rankLevel === "DIVISION") return between(2_550_000, 2_900_000);
  if (employmentType === "ESTABLISHED") return between(650_000, 1_450_000);

  return employmentType === "CONTRACT" ? between(310_000, 680_000) : between(251_000, 460_000);
}
