import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { firstMonth } from "@/lib/insurance/changes/rules";
import { insurableOf } from "@/lib/insurance/changes/queries";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { owedSchemes, schemes } from "@/lib/insurance/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { db } from "@/prisma/client";

export type DraftOptions = Awaited<ReturnType<typeof draftOptions>>;

/** What the empty form proposes: what is missing or running, the month that can still be declared, floor and cap. */
export async function draftOptions(permit: Permit<"insurance.draft">, personId: string) {
  const { facts } = await insurableOf(db, permit, personId);
  const keys = ["insurance.cutOffDay", "insurance.overAgeInjury"] as const;
  const at = await parametersAt(db, keys, permit.today);
  const month = firstMonth(permit.today, at["insurance.cutOffDay"]);
  const [running, last, { bounds }] = await Promise.all([
    db.enrolment.findMany({ where: { personId, endMonth: null }, select: { scheme: true } }),
    db.contributionBase.findFirst({ where: { personId }, orderBy: [{ fromMonth: "desc" }, { id: "desc" }] }),
    ratesOf(db, permit, month),
  ]);
  const has = running.map(({ scheme }) => scheme);
  const owed = owedSchemes(facts, month, { isOverAgeOn: at["insurance.overAgeInjury"] === "ON" });

  return {
    month,
    cutOffDay: at["insurance.cutOffDay"],
    has: schemes.filter((scheme) => has.includes(scheme)),
    missing: owed.filter((scheme) => !has.includes(scheme)),
    bounds,
    wageFen: last ? Number(last.wageFen) : null,
  };
}
