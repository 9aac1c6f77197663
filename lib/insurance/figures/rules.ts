import type { CivilDate, CivilMonth } from "@/lib/dates";
import type { GapReason } from "@/prisma/generated/enums";

/** What is counted of a set of people; `gap` is without the new hires of the last 30 days. */
export type Totals = {
  roster: number;
  owed: number;
  pension: number;
  medical: number;
  unemployment: number;
  injury: number;
  maternity: number;
  full: number;
  gap: number;
  fresh: number;
  noReason: number;
} & Record<GapReason, number>;

export type UnitTotals = Totals & {
  unitId: string;
  unit: string;
  expectedOn: CivilDate | null;
  owners: string;
};

/** Who started and who stopped in a month. */
export type Movement = { month: CivilMonth; came: number; went: number };

const counted = [
  ...(["roster", "owed", "pension", "medical", "unemployment", "injury", "maternity"] as const),
  ...(["full", "gap", "fresh", "noReason"] as const),
  ...(["PAPERS", "ORIGIN", "RESIDENT", "UNWILLING", "AGENCY", "OVER_AGE", "OTHER"] as const),
] as const;

/** The sum over all units. */
export function sumTotals(rows: readonly UnitTotals[]): Totals {
  const sum = (key: (typeof counted)[number]) => rows.reduce((total, row) => total + row[key], 0);

  return Object.fromEntries(counted.map((key) => [key, sum(key)])) as Totals;
}
