import "server-only";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { DayState } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import {
  civilOf,
  formatDay,
  formatTime,
  fromDateColumn,
  spokenDate,
  spokenTime,
  type CivilDate,
  type CivilMonth,
} from "@/lib/dates";
import { refuseWindow } from "@/lib/reception/bookings/rules";

export type Leader = { leaderId: string; name: string; post: string; field: string | null; room: string };

/** The coming reception day as workers and liaisons see it. */
export type OpenDay = {
  id: string;
  month: CivilMonth;
  date: CivilDate;
  dateWords: string;
  dateSpoken: string;
  fromTime: string;
  toTime: string;
  place: string;
  leaders: Leader[];
  /** for the phone and the liaison; the desk books until the hour */
  isBookable: boolean;
  whyNot: string | null;
  closesSpoken: string;
  shiftReason: string | null;
  isProvisional: boolean;
};

type DayRow = {
  id: string;
  month: string;
  actual_on: Date;
  from_time: string;
  to_time: string;
  place: string;
  state: DayState;
  opens_at: Date | null;
  closes_at: Date | null;
  cancel_until: Date | null;
  shift_reason: string | null;
  is_provisional: boolean;
  leaders: Leader[] | null;
};

/** The next published reception day, today included; null when none is published. One statement. */
export async function openDay(permit: Permit): Promise<OpenDay | null> {
  return readDay(permit, Prisma.sql`d.state in ('OPEN', 'RUNNING') and d.actual_on >= ${permit.today}::date`);
}

/** A published day by its id; null for drafts, cancelled and past ones and for another bureau's. One statement. */
export async function openDayById(permit: Permit, dayId: string): Promise<OpenDay | null> {
  return readDay(permit, Prisma.sql`d.state in ('OPEN', 'RUNNING') and d.id = ${dayId}::uuid`);
}

async function readDay(permit: Permit, condition: Prisma.Sql): Promise<OpenDay | null> {
  const [row] = await db.$queryRaw<DayRow[]>`
    select d.id, d.month, d.actual_on, d.from_time, d.to_time, d.place, d.state::text as state, d.opens_at, d.closes_at,
      d.cancel_until, d.shift_reason, d.is_provisional,
      (select json_agg(json_build_object('leaderId', h.leader_id, 'name', h.leader_name, 'post', h.leader_post,
          'field', h.field, 'room', h.room) order by h.duty_order)
        from day_host h where h.day_id = d.id and h.replaced_at is null) as leaders
    from reception_day d
    where d.bureau_id = ${permit.reach.bureauId}::uuid and ${condition}
    order by d.actual_on limit 1`;
  return row ? viewOf(row, permit) : null;
}

function viewOf(row: DayRow, { now, today }: Permit): OpenDay {
  const date = fromDateColumn(row.actual_on);
  const window = { state: row.state, opensAt: row.opens_at, closesAt: row.closes_at, cancelUntil: row.cancel_until };
  const whyNot = refuseWindow(window, "WEB", now) ?? null;
  return {
    id: row.id,
    month: row.month,
    date,
    dateWords: formatDay(date),
    dateSpoken: spokenDate(date, today),
    fromTime: row.from_time,
    toTime: row.to_time,
    place: row.place,
    leaders: row.leaders ?? [],
    isBookable: whyNot === null,
    whyNot,
    closesSpoken: row.closes_at ? `${spokenUntil(row.closes_at, today)}以前` : "",
    shiftReason: row.shift_reason,
    isProvisional: row.is_provisional,
  };
}

function spokenUntil(instant: Date, today: CivilDate): string {
  return `${spokenDate(civilOf(instant), today)}${spokenTime(formatTime(instant))}`;
}
