import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatMonth, monthOf } from "@/lib/dates";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import { insurableOf } from "@/lib/insurance/changes/queries";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { contributionsOf, owedSchemes, schemes } from "@/lib/insurance/rules";
import { parameterAt } from "@/lib/parameters/queries";
import { tableOf } from "@/lib/stages";
import { db } from "@/prisma/client";
import type { BaseClamp, InsuranceScheme } from "@/prisma/generated/enums";

export type MyInsurance = {
  /** running now, with the month since when */
  has: { scheme: InsuranceScheme; since: string; isAgency: boolean }[];
  missing: InsuranceScheme[];
  isOwed: boolean;
  wageFen: number | null;
  baseFen: number | null;
  clamp: BaseClamp;
  unitFen: number;
  personFen: number;
  form: { short: string; says: string } | null;
  agencyName: string | null;
  /** whom to ask: the unit's liaison, else nobody is named */
  ask: { name: string; phone: string | null } | null;
};

/** 「我的社保」: which, since when, what is paid, what is missing and whom to ask. */
export async function myInsurance(permit: Permit<"my.insurance">): Promise<MyInsurance> {
  await settleChanges(permit);
  const { personId } = permit.reach;
  const month = monthOf(permit.today);
  const { person, facts } = await insurableOf(db, permit, personId);
  const [periods, base, form, { rates }, overAge, ask] = await Promise.all([
    db.enrolment.findMany({ where: { personId, startMonth: { lte: month } }, orderBy: { startMonth: "asc" } }),
    db.contributionBase.findFirst({
      where: { personId, fromMonth: { lte: month } },
      orderBy: [{ fromMonth: "desc" }, { id: "desc" }],
    }),
    spokenForm(permit),
    ratesOf(db, permit, month),
    parameterAt(db, "insurance.overAgeInjury", permit.today),
    liaisonOf(permit, person.unitId),
  ]);
  const running = periods.filter(({ endMonth }) => endMonth === null || endMonth >= month);
  const has = schemes.flatMap((scheme) => {
    const period = running.find((one) => one.scheme === scheme);

    return period ? [{ scheme, since: formatMonth(period.startMonth), isAgency: period.payer === "AGENCY" }] : [];
  });
  const owed = owedSchemes(facts, month, { isOverAgeOn: overAge === "ON" });
  const baseFen = base ? Number(base.baseFen) : null;
  const paid = has.map(({ scheme }) => scheme);
  const shares = baseFen === null ? [] : contributionsOf(baseFen, rates, paid);

  return {
    has,
    missing: owed.filter((scheme) => !paid.includes(scheme)),
    isOwed: owed.length > 0,
    wageFen: base ? Number(base.wageFen) : null,
    baseFen,
    clamp: base?.clamp ?? "NONE",
    unitFen: shares.reduce((sum, one) => sum + one.unitFen, 0),
    personFen: shares.reduce((sum, one) => sum + one.personFen, 0),
    form,
    agencyName: person.agencyName,
    ask,
  };
}

/** The form that is under way, as one says it aloud. */
async function spokenForm(permit: Permit<"my.insurance">): Promise<MyInsurance["form"]> {
  const change = await db.insuranceChange.findFirst({
    where: { personId: permit.reach.personId, case: { status: { in: ["open", "waiting", "answered"] } } },
    orderBy: { id: "desc" },
    select: { case: { select: { stage: true, stageTable: true } } },
  });

  return change ? (tableOf(change.case.stageTable).spokenStages[change.case.stage] ?? null) : null;
}

/** The liaison of the worker's 单位 with the telephone that the office gives out. */
async function liaisonOf(permit: Permit, unitId: string): Promise<MyInsurance["ask"]> {
  const [row] = await db.$queryRaw<{ name: string; phone: string | null }[]>`
    select o.name, coalesce(t.phone, u.phone) as phone
    from org_unit u left join org_unit t on t.id = u.top_unit_id
      join appointment a on a.unit_id in (u.id, t.id) and a.role = 'LIAISON' and a.revoked_at is null
        and a.valid_from <= ${permit.today}::date and (a.valid_to is null or a.valid_to >= ${permit.today}::date)
      join person o on o.id = a.person_id
    where u.id = ${unitId}::uuid order by a.granted_at desc limit 1`;

  return row ?? null;
}
