import "server-only";
import { db } from "@/prisma/client";
import type { DayState } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { formatDate, fromDateColumn, monthAfter, type CivilDate, type CivilMonth } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { receptionDate, type ReceptionDate } from "@/lib/reception/days/rules";

/** One month of the year: its day if there is one, otherwise what the rule proposes. */
export type MonthLine = {
  month: CivilMonth;
  planned: CivilDate;
  actual: CivilDate;
  actualWords: string;
  reason: string | null;
  isProvisional: boolean;
  mergedInto: CivilMonth | null;
  day: DayLine | null;
};
export type DayLine = {
  id: string;
  state: DayState;
  leaders: string[];
  seats: number;
  booked: number;
  came: number;
  matters: number;
  unsettled: number;
  openTalks: number;
};

type DayRow = DayLine & {
  month: string;
  planned_on: Date;
  actual_on: Date;
  shift_reason: string | null;
  is_provisional: boolean;
};

/**
 * The year's reception days (reception guide §5): the series only proposes, a published day is its own row. Drafts are the
 * desk's own affair and look like proposals to everybody else. Four statements.
 */
export async function listYear(permit: Permit<"reception.view">, year: number): Promise<MonthLine[]> {
  const rows = await readDays(permit, year);
  const calendar = await readCalendar(db);
  const policy = await parameterAt(db, "reception.shiftPolicy", permit.today);
  const months = Array.from({ length: 12 }, (_, i) => monthAfter(`${year}-01`, i));
  return months.map((month) => {
    const row = rows.find((one) => one.month === month);
    return row ? heldLine(month, row) : proposedLine(month, receptionDate(month, policy, calendar));
  });
}

function heldLine(month: CivilMonth, row: DayRow): MonthLine {
  const { id, state, leaders, seats, booked, came, matters, unsettled, openTalks } = row;
  const actual = fromDateColumn(row.actual_on);
  return {
    month,
    planned: fromDateColumn(row.planned_on),
    actual,
    actualWords: formatDate(actual),
    reason: row.shift_reason,
    isProvisional: row.is_provisional,
    mergedInto: null,
    day: { id, state, leaders, seats, booked, came, matters, unsettled, openTalks },
  };
}

function proposedLine(month: CivilMonth, date: ReceptionDate): MonthLine {
  return {
    month,
    planned: date.planned,
    actual: date.actual,
    actualWords: formatDate(date.actual),
    reason: date.reason ?? null,
    isProvisional: date.provisional,
    mergedInto: date.mergedInto ?? null,
    day: null,
  };
}

/** The days of the year, a dropped draft never, an open one for the desk; of a month whose day was cancelled and planned anew, the new one. */
async function readDays(permit: Permit, year: number): Promise<DayRow[]> {
  const isDesk = permit.reach.programmes.includes("reception");
  return db.$queryRaw<DayRow[]>`
    select d.id, d.state::text as state, d.month, d.planned_on, d.actual_on, d.shift_reason, d.is_provisional,
      coalesce((select array_agg(h.leader_name order by h.duty_order) from day_host h
        where h.day_id = d.id and h.replaced_at is null), '{}') as leaders,
      (select count(*)::int from seat s join reception_slot t on t.id = s.slot_id
        where s.day_id = d.id and t.retired_at is null and s.retired_at is null) as seats,
      (select count(*)::int from booking b where b.day_id = d.id and b.released_at is null) as booked,
      (select count(*)::int from attendance a where a.day_id = d.id and a.state not in ('NO_SHOW', 'LEFT')) as came,
      (select count(*)::int from reception_matter m join welfare_case c on c.id = m.case_id
        where m.day_id = d.id and c.status <> 'void') as matters,
      (select count(*)::int from booking_review r where r.day_id = d.id and r.settled_at is null) as unsettled,
      (select count(*)::int from attendance a where a.day_id = d.id and a.state = 'IN_MEETING') as "openTalks"
    from reception_day d
    where d.bureau_id = ${permit.reach.bureauId}::uuid and d.month between ${`${year}-01`} and ${`${year}-12`}
      and (d.published_at is not null or (${isDesk}::boolean and d.state = 'DRAFT'))
    order by d.month, d.state = 'CANCELLED', d.created_at desc`;
}
