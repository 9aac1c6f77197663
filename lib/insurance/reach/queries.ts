import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { lastDayOf, type CivilMonth } from "@/lib/dates";
import { bornSince } from "@/lib/insurance/rules";
import { peopleWithin } from "@/lib/people/reach/queries";
import { Prisma } from "@/prisma/generated/client";

/** The units that a list can be narrowed to; a liaison has nothing to choose from. */
export async function unitsToChoose(permit: Permit<"insurance.view">) {
  return permit.reach.kind === "bureau" ? handlingUnits(permit) : [];
}

/** Whom insurance concerns within the permit's reach; leaders' totals go through the same condition. */
export function insurableWithin(permit: Permit): Prisma.Sql {
  const { reach } = permit;
  const mayAll = reach.programmes.includes("insurance") || reach.isLeader;
  if (reach.kind === "bureau" && !mayAll && reach.unitIds.length > 0)
    return Prisma.sql`(p.bureau_id = ${reach.bureauId}::uuid and p.voided_at is null and p.unit_id = any(${[...reach.unitIds]}::uuid[]))`;
  if (reach.kind === "bureau" && !mayAll) return Prisma.sql`false`;

  return peopleWithin(permit);
}

/**
 * Who ought to have all five in a month, as a condition on `person p`: the same rule as `owedSchemes`, with the
 * retirement table turned into three birthdays.
 */
export function owesAll(month: CivilMonth): Prisma.Sql {
  return Prisma.sql`p.status in ('ACTIVE', 'OFF_POST') and p.employment_type <> 'SERVICE_AGREEMENT'
    and (p.hire_date is null or p.hire_date <= ${lastDayOf(month)}::date)
    and (p.sex is null or p.birth_date is null or coalesce(p.archive_birth_date, p.birth_date) >= case
      when p.sex = 'MALE' then ${bornSince("MALE", month)}::date
      when p.post_type in ('MANAGER', 'OFFICE_STAFF') then ${bornSince("FEMALE_CADRE", month)}::date
      else ${bornSince("FEMALE_WORKER", month)}::date end)`;
}

/** How many schemes somebody has in a month, for `person p`. */
export function schemesIn(month: CivilMonth): Prisma.Sql {
  return Prisma.sql`(select count(*)::int from enrolment e where e.person_id = p.id and ${runsIn(month)})`;
}

/** Whether a period `e` covers the month. */
export function runsIn(month: CivilMonth): Prisma.Sql {
  return Prisma.sql`e.start_month <= ${month} and (e.end_month is null or e.end_month >= ${month})`;
}

/** How many months of 养老 somebody has paid up to and including the month, for `person p`. */
export function pensionMonths(month: CivilMonth): Prisma.Sql {
  const count = (text: Prisma.Sql) => Prisma.sql`(left(${text}, 4)::int * 12 + right(${text}, 2)::int)`;

  return Prisma.sql`(select coalesce(sum(${count(Prisma.sql`least(e.end_month, ${month})`)}
    - ${count(Prisma.sql`e.start_month`)} + 1), 0)::int
    from enrolment e where e.person_id = p.id and e.scheme = 'PENSION' and e.start_month <= ${month})`;
}
