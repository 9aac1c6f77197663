import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { weighCaps, type CapVerdict } from "@/lib/cases/sign-offs/caps/rules";
import { yearOf } from "@/lib/dates";
import { parametersAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

type Reader = Pick<Tx, "$queryRaw" | "parameter">;

/** Who would get money, and how much (分). One of the two ids at least; a deceased person's family gets it as a household. */
export type CapQuestion = {
  personId?: string | undefined;
  householdId?: string | undefined;
  askedFen: number;
  sameTimeFen?: number | undefined;
};

/**
 * How what is asked for stands to the caps of today. Every living row of money of this calendar year counts, signed or
 * not, campaign or relief; what was granted to the household as such counts for each of its people.
 */
export async function capsFor(reader: Reader, permit: Permit, question: CapQuestion): Promise<CapVerdict> {
  const { personId, askedFen, sameTimeFen = 0 } = question;
  const most = await parametersAt(reader, ["relief.timeMost", "relief.yearMost"], permit.today);
  const year = yearOf(permit.today);
  const household = question.householdId
    ? Prisma.sql`${question.householdId}::uuid`
    : Prisma.sql`(select p.household_id from person p where p.id = ${personId ?? null}::uuid)`;
  const own = personId
    ? Prisma.sql`(s.person_id = ${personId}::uuid or (s.person_id is null and s.household_id = ${household}))`
    : Prisma.sql`true`;
  const [sums] = await reader.$queryRaw<{ person: bigint; household: bigint }[]>`
    select coalesce(sum(s.amount_fen) filter (where ${own}), 0)::bigint as person,
      coalesce(sum(s.amount_fen), 0)::bigint as household
    from sign_off s
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.kind = 'MONEY'
      and s.granted_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and (s.person_id = ${personId ?? null}::uuid or s.household_id = ${household}
        or s.person_id in (select p.id from person p where p.household_id = ${household}))`;

  return weighCaps({
    askedFen,
    sameTimeFen,
    personFen: Number(sums?.person ?? 0),
    householdFen: Number(sums?.household ?? 0),
    timeMostFen: most["relief.timeMost"] * 100,
    yearMostFen: most["relief.yearMost"] * 100,
  });
}
