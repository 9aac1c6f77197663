import "server-only";
import { addWorkingDays } from "@/lib/calendar/rules";
import { pageCalendar } from "@/lib/calendar/queries";
import type { Permit } from "@/lib/auth/permit";
import { filteredBy } from "@/lib/cases/filters/queries";
import { CaseFilter } from "@/lib/cases/list/schema";
import { casesWithin } from "@/lib/cases/reach/queries";
import { countsOf, lastTwelveMonths, type CountName, type Counts, type Span } from "@/lib/dashboard/rules";
import type { CivilDate, CivilMonth } from "@/lib/dates";
import { programmes } from "@/lib/programmes";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

export type Line = { key: string; name: string; counts: Counts };

export type Dashboard = {
  span: Span;
  total: Counts;
  programmes: Line[];
  units: Line[];
  /** on time and due per month, oldest first; a month without cases has zeros */
  months: { month: CivilMonth; onTime: number; due: number }[];
};

type Row = {
  counts: Record<CountName, number>;
  medianDays: number | null;
  programme: string | null;
  topUnitId: string | null;
  month: string | null;
  unitName: string | null;
  level: number;
};

/**
 * All figures of the dashboard within the permit's reach, in one statement: in total, by programme, by 单位 of the person
 * concerned and by month. Each count uses the very condition of the list that it links to.
 */
export async function readDashboard(permit: Permit<"dashboard.view">): Promise<Dashboard> {
  const calendar = await pageCalendar();
  const span = lastTwelveMonths(permit.today);
  const nextWorkingDay = addWorkingDays(calendar, permit.today, 1);
  const rows = await db.$queryRaw<Row[]>`
    select ${countColumns(permit, span, nextWorkingDay)},
      percentile_cont(0.5) within group (order by c.first_days_used)
        filter (where ${filteredBy(permit, CaseFilter.parse(countsOf(span).answered), nextWorkingDay)}) as "medianDays",
      c.programme, t.id as "topUnitId", t.name as "unitName", t.sort_no as "sortNo",
      to_char(coalesce(c.first_answered_on, c.due_on), 'YYYY-MM') as month,
      grouping(c.programme, t.id, to_char(coalesce(c.first_answered_on, c.due_on), 'YYYY-MM'))::int as level
    from welfare_case c left join person p on p.id = c.person_id join org_unit u on u.id = c.unit_id
      left join org_unit t on t.id = coalesce(u.top_unit_id, u.id)
    where ${casesWithin(permit)}
    group by grouping sets ((), (c.programme), (t.id, t.name, t.sort_no),
      (to_char(coalesce(c.first_answered_on, c.due_on), 'YYYY-MM')))
    order by t.sort_no, c.programme`;
  const byMonth = new Map(rows.filter(({ level }) => level === 6).map((row) => [row.month, row]));

  return {
    span,
    total: countsIn(rows.find(({ level }) => level === 7)),
    programmes: inOrder(rows).flatMap((row) =>
      row.level === 3 && row.programme ? [{ key: row.programme, name: row.programme, counts: countsIn(row) }] : [],
    ),
    units: rows.flatMap((row) =>
      row.level === 5 && row.topUnitId ? [{ key: row.topUnitId, name: row.unitName ?? "", counts: countsIn(row) }] : [],
    ),
    months: span.months.map((month) => ({
      month,
      onTime: byMonth.get(month)?.counts.onTime ?? 0,
      due: byMonth.get(month)?.counts.due ?? 0,
    })),
  };
}

/** Programmes stand in the order of the bureau's list, the same every day. */
function inOrder(rows: readonly Row[]): Row[] {
  const names = Object.keys(programmes);

  return [...rows].sort((a, b) => names.indexOf(a.programme ?? "") - names.indexOf(b.programme ?? ""));
}

/** All counts as one JSON object, so that their names are values and never text in the SQL. */
function countColumns(permit: Permit, span: Span, nextWorkingDay: CivilDate): Prisma.Sql {
  const counts = Object.entries(countsOf(span)).map(
    ([name, filter]) =>
      Prisma.sql`${name}::text, count(*) filter (where ${filteredBy(permit, CaseFilter.parse(filter), nextWorkingDay)})`,
  );

  return Prisma.sql`jsonb_build_object(${Prisma.join(counts, ", ")}) as counts`;
}

const none: Record<CountName, number> = {
  unsettled: 0,
  overdue: 0,
  onTime: 0,
  due: 0,
  resolved: 0,
  answered: 0,
  content: 0,
  reached: 0,
};

function countsIn(row: Row | undefined): Counts {
  return { ...none, ...row?.counts, medianDays: row?.medianDays ?? null };
}

export type OwnDay = { id: string; date: CivilDate; booked: number };

/** The next reception day on which this leader receives, with how many have booked; null for everybody else. */
export async function nextOwnDay(permit: Permit<"dashboard.view">): Promise<OwnDay | null> {
  if (!permit.reach.isLeader) return null;
  const [day] = await db.$queryRaw<OwnDay[]>`
    select d.id, to_char(d.actual_on, 'YYYY-MM-DD') as date,
      (select count(*)::int from booking b join seat s on s.id = b.seat_id join reception_slot t on t.id = s.slot_id
        where b.day_id = d.id and b.released_at is null and t.leader_id = h.leader_id) as booked
    from day_host h join reception_day d on d.id = h.day_id
    where h.leader_id = ${permit.reach.personId}::uuid and h.replaced_at is null and d.state in ('OPEN', 'RUNNING')
      and d.actual_on >= ${permit.today}::date
    order by d.actual_on limit 1`;

  return day ?? null;
}
