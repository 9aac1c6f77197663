import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { formatDate, fromDateColumn, type CivilDate } from "@/lib/dates";
import { groupBy, tally, type Group, type MatterFacts, type Tally } from "@/lib/reception/matters/statistics/rules";
import { categoryWord } from "@/lib/reception/matters/words";
import { db } from "@/prisma/client";

/** A day that was held: 批次 = talks, 人次 = people who came to them. A morning without visitors stays in the list. */
export type DayTally = { id: string; month: string; date: string; visits: number; people: number; tally: Tally };
export type YearStatistics = {
  days: DayTally[];
  total: { visits: number; people: number; tally: Tally };
  byCategory: Group[];
  byUnit: Group[];
};

type Dates = "dueOn" | "firstAnsweredOn" | "firstDueOn";
type MatterRow = Omit<MatterFacts, Dates> & Record<Dates, Date | null>;
type DayRow = { id: string; month: string; actualOn: Date; visits: number; people: number };

/** 年度统计 of the reception days held until today, by day, category and unit, of the matters within reach. Two statements. */
export async function readStatistics(permit: Permit<"reception.view">, year: number): Promise<YearStatistics> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const { bureauId } = permit.reach;
  const rows = await db.$queryRaw<MatterRow[]>`
    select d.id as "dayId", d.month, m.category, coalesce(top.name, u.name, '') as unit, m.mode::text as mode,
      c.due_on as "dueOn", c.first_answered_on as "firstAnsweredOn", c.first_due_on as "firstDueOn",
      c.outcome::text as outcome, c.satisfaction::text as satisfaction
    from reception_matter m join welfare_case c on c.id = m.case_id join reception_day d on d.id = m.day_id
      left join org_unit u on u.id = c.unit_id left join org_unit top on top.id = u.top_unit_id
    where d.bureau_id = ${bureauId}::uuid and d.actual_on between ${from}::date and ${to}::date
      and c.status <> 'void' and ${casesWithin(permit)}`;
  const days = await db.$queryRaw<DayRow[]>`
    select d.id, d.month, d.actual_on as "actualOn", count(a.id)::int as visits, coalesce(sum(a.party_size), 0)::int as people
    from reception_day d left join attendance a on a.day_id = d.id and a.state not in ('NO_SHOW', 'LEFT')
    where d.bureau_id = ${bureauId}::uuid and d.state in ('RUNNING', 'HELD', 'FILED')
      and d.actual_on between ${from}::date and ${to}::date
    group by d.id order by d.actual_on`;
  const matters = rows.map(factsOf);
  const sum = (of: (day: DayRow) => number) => days.reduce((total, day) => total + of(day), 0);

  return {
    days: days.map(({ actualOn, ...day }) => ({
      ...day,
      date: formatDate(fromDateColumn(actualOn)),
      tally: tally(
        matters.filter(({ dayId }) => dayId === day.id),
        permit.today,
      ),
    })),
    total: {
      visits: sum(({ visits }) => visits),
      people: sum(({ people }) => people),
      tally: tally(matters, permit.today),
    },
    byCategory: groupBy(matters, ({ category }) => categoryWord(category), permit.today),
    byUnit: groupBy(matters, ({ unit }) => unit, permit.today),
  };
}

function factsOf(row: MatterRow): MatterFacts {
  const civil = (date: Date | null): CivilDate | null => (date === null ? null : fromDateColumn(date));

  return {
    ...row,
    dueOn: civil(row.dueOn),
    firstAnsweredOn: civil(row.firstAnsweredOn),
    firstDueOn: civil(row.firstDueOn),
  };
}
