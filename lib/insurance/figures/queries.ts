import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays, fromDateColumn, monthAfter, monthOf, type CivilMonth } from "@/lib/dates";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import type { Movement, UnitTotals } from "@/lib/insurance/figures/rules";
import { momentOf } from "@/lib/insurance/list/queries";
import { insurableWithin, owesAll, runsIn } from "@/lib/insurance/reach/queries";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

type Row = Omit<UnitTotals, "expectedOn"> & { expectedOn: Date | null };

/** Every figure of insurance by 单位 within reach, in one statement: what the ledgers ① and ② and the dashboard show. */
export async function unitTotals(permit: Permit<"insurance.totals" | "insurance.export">): Promise<UnitTotals[]> {
  await settleChanges(permit);
  const moment = await momentOf(permit);
  const of = monthOf(permit.today);
  const rows = await db.$queryRaw<Row[]>`
    select coalesce(t.id, u.id)::text as "unitId", coalesce(t.name, u.name) as unit, ${counted},
      max(g.expected_on) filter (where one.gap) as "expectedOn",
      coalesce(string_agg(distinct o.name, '、') filter (where one.gap), '') as owners
    from (select p.id, p.unit_id, p.status in ('ACTIVE', 'OFF_POST') as serving, x.owes, x.has, cardinality(x.has) as n, x.fresh,
        x.owes and cardinality(x.has) < 5 and not x.fresh as gap
      from person p cross join lateral (select (${owesAll(of)}) as owes,
        array(select e.scheme::text from enrolment e where e.person_id = p.id and ${runsIn(of)}) as has,
        coalesce(p.hire_date > ${addDays(moment.today, -moment.registerDays)}::date, false) as fresh) x
      where ${insurableWithin(permit)} and p.status in ('ACTIVE', 'OFF_POST')) one
    join org_unit u on u.id = one.unit_id left join org_unit t on t.id = u.top_unit_id
    left join gap_note g on g.person_id = one.id and one.gap
    left join account a on a.id = g.owner_id left join person o on o.id = a.person_id
    group by 1, 2, coalesce(t.sort_no, u.sort_no), coalesce(t.code, u.code) order by coalesce(t.code, u.code)`;

  return rows.map(({ expectedOn, ...row }) => ({ ...row, expectedOn: expectedOn && fromDateColumn(expectedOn) }));
}

const counted = Prisma.sql`
  count(*)::int as roster, count(*) filter (where one.owes)::int as owed,
  count(*) filter (where one.owes and 'PENSION' = any(one.has))::int as pension,
  count(*) filter (where one.owes and 'MEDICAL' = any(one.has))::int as medical,
  count(*) filter (where one.owes and 'UNEMPLOYMENT' = any(one.has))::int as unemployment,
  count(*) filter (where one.owes and 'INJURY' = any(one.has))::int as injury,
  count(*) filter (where one.owes and 'MATERNITY' = any(one.has))::int as maternity,
  count(*) filter (where one.owes and one.n >= 5)::int as "full",
  count(*) filter (where one.gap)::int as gap,
  count(*) filter (where one.owes and one.n < 5 and one.fresh)::int as fresh,
  count(*) filter (where one.gap and g.reason is null)::int as "noReason",
  count(*) filter (where one.gap and g.reason = 'PAPERS')::int as "PAPERS",
  count(*) filter (where one.gap and g.reason = 'ORIGIN')::int as "ORIGIN",
  count(*) filter (where one.gap and g.reason = 'RESIDENT')::int as "RESIDENT",
  count(*) filter (where one.gap and g.reason = 'UNWILLING')::int as "UNWILLING",
  count(*) filter (where one.gap and g.reason = 'AGENCY')::int as "AGENCY",
  count(*) filter (where one.gap and g.reason = 'OVER_AGE')::int as "OVER_AGE",
  count(*) filter (where one.gap and g.reason = 'OTHER')::int as "OTHER"`;

/** People who came through the programme, ever, and how many started and stopped in each of the last twelve months. */
export async function insuranceMovements(
  permit: Permit<"insurance.totals">,
): Promise<{ gained: number; months: Movement[] }> {
  const month = monthOf(permit.today);
  const months = Array.from({ length: 12 }, (_, i) => monthAfter(month, i - 11));
  const first = months[0] ?? month;
  const [[gained], rows] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from person p
      where ${insurableWithin(permit)} and exists (select 1 from enrolment e where e.person_id = p.id and e.is_gained)`,
    db.$queryRaw<{ month: CivilMonth; came: number; went: number }[]>`
      select month, count(*) filter (where is_start)::int as came, count(*) filter (where not is_start)::int as went
      from (select e.start_month as month, true as is_start from enrolment e join person p on p.id = e.person_id
          where ${insurableWithin(permit)} and e.scheme = 'PENSION' and e.start_month between ${first} and ${month}
        union all
        select e.end_month, false from enrolment e join person p on p.id = e.person_id
          where ${insurableWithin(permit)} and e.scheme = 'PENSION' and e.end_month between ${first} and ${month}) moved
      group by month`,
  ]);
  const known = new Map(rows.map((row) => [row.month, row]));

  return {
    gained: gained?.count ?? 0,
    months: months.map((one) => known.get(one) ?? { month: one, came: 0, went: 0 }),
  };
}
