import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { civilOf, fromDateColumn, type CivilDate } from "@/lib/dates";
import { maskPhone } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { peopleWithin } from "@/lib/people/reach/queries";
import { deadlinesOf, type Deadline } from "@/lib/schooling/checklist/rules";
import { currentIntake, type Intake } from "@/lib/schooling/intakes/queries";
import { birthsOf, isDormitory } from "@/lib/schooling/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

export type ComingChild = {
  id: string;
  personId: string;
  parent: string;
  staffNo: string;
  unit: string;
  phone: string | null;
  isHoused: boolean;
  permitUntil: CivilDate | null;
  /** ends before the second check */
  isPermitShort: boolean;
  deadlines: Deadline[];
  /** when the family was told, and whether somebody there knows */
  remindedOn: CivilDate | null;
  isKnown: boolean;
};
type ComingList = Page<ComingChild> & { total: number; untold: number; intake: Intake };

type Row = {
  id: string;
  personId: string;
  parent: string;
  staffNo: string;
  pinyin: string;
  unit: string;
  mobile: string | null;
  address: string | null;
  permitUntil: Date | null;
  total: number;
  untold: number;
  sentAt: Date | null;
  knownAt: Date | null;
};

/** Children who reach the age for that intake for the first time, of migrant workers in service, not registered yet. */
export function coming(_permit: Permit, { year, terms }: Intake): Prisma.Sql {
  const { from, to } = birthsOf(year, terms);

  return Prisma.sql`m.removed_at is null and m.relation in ('SON', 'DAUGHTER')
    and m.birth_date between ${from}::date and ${to}::date
    and p.hukou_scope = 'OUTSIDE' and p.status in ('ACTIVE', 'OFF_POST')
    and not exists (select 1 from school_placement s where s.intake_year = ${year} and s.is_living
      and (s.child_id_index = m.id_no_index or (m.id_no_index is null and s.parent_id = p.id)))`;
}

/** Whether the family has been told of that intake. */
export function told(_permit: Permit, { year }: Intake): Prisma.Sql {
  return Prisma.sql`exists (select 1 from school_reminder k where k.member_id = m.id and k.intake_year = ${year})`;
}

/**
 * Whose parents have to be told now, because what the check of spring wants begins this winter: by the roster's birth
 * dates, within the viewer's units, in the order of the parents' names. No child is named.
 */
export async function comingChildren(
  permit: Permit<"schooling.plan">,
  { unit, after }: { unit?: string | undefined; after?: string | undefined },
): Promise<ComingList> {
  const intake = await currentIntake(permit);
  const inUnit = unit
    ? Prisma.sql`p.unit_id in (select id from org_unit where ${unit}::uuid in (id, top_unit_id))`
    : Prisma.sql`true`;
  const where = Prisma.sql`${peopleWithin(permit)} and ${coming(permit, intake)} and ${inUnit}`;
  const [pinyin, id] = decodeCursor(after, 2) ?? [];
  const place = pinyin && id ? Prisma.sql`(p.pinyin, m.id) > (${pinyin}, ${id}::uuid)` : Prisma.sql`true`;
  const tables = Prisma.sql`family_member m join household h on h.id = m.household_id join person p on p.id = h.head_id`;
  const rows = await db.$queryRaw<Row[]>`
    select m.id, p.id as "personId", p.name as parent, p.staff_no as "staffNo", p.pinyin, coalesce(t.name, u.name) as unit,
      p.mobile, p.address, p.residence_permit_expiry as "permitUntil", (select count(*)::int from ${tables} where ${where}) as total,
      (select count(*)::int from ${tables} where ${where} and not ${told(permit, intake)}) as untold, r.sent_at as "sentAt", r.known_at as "knownAt"
    from ${tables} left join school_reminder r on r.member_id = m.id and r.intake_year = ${intake.year} join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
    where ${where} and ${place} order by p.pinyin, m.id limit ${pageSize + 1}`;
  const page = pageOf(rows, (row) => [row.pinyin, row.id], { cursor: after });

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, intake)),
    total: rows[0]?.total ?? 0,
    untold: rows[0]?.untold ?? 0,
    intake,
  };
}

function lineOf(row: Row, intake: Intake): ComingChild {
  const isHoused = isDormitory(row.address);
  const permitUntil = row.permitUntil && fromDateColumn(row.permitUntil);

  return {
    id: row.id,
    personId: row.personId,
    parent: row.parent,
    staffNo: row.staffNo,
    unit: row.unit,
    phone: row.mobile && maskPhone(row.mobile),
    isHoused,
    permitUntil,
    isPermitShort: permitUntil !== null && permitUntil < intake.dates.secondCheck,
    deadlines: deadlinesOf({ dwelling: isHoused ? "DORMITORY" : "RENTED" }, intake.dates),
    remindedOn: row.sentAt && civilOf(row.sentAt),
    isKnown: row.knownAt !== null,
  };
}

/** The intake that a child of the own family is due for and not registered; null when there is none. */
export async function ownReminder(permit: Permit<"my.schooling"> | Permit<"my.home">): Promise<Intake | null> {
  const intake = await currentIntake(permit);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select m.id from person p join family_member m on m.household_id = p.household_id
    where ${peopleWithin(permit)} and ${coming(permit, intake)} limit 1`;

  return rows.length > 0 ? intake : null;
}

/** A message of the union to the own family: what was sent when, until somebody there says that it is known. */
export type OwnMessage = { id: string; year: number; sentOn: CivilDate };

/** The reminder that the own family has not answered yet; null when there is none or the child is registered since. */
export async function ownMessage(permit: Permit<"my.schooling"> | Permit<"my.home">): Promise<OwnMessage | null> {
  const intake = await currentIntake(permit);
  const [row] = await db.$queryRaw<{ id: string; sentAt: Date }[]>`
    select r.id, r.sent_at as "sentAt" from person p join family_member m on m.household_id = p.household_id
    join school_reminder r on r.member_id = m.id and r.intake_year = ${intake.year}
    where ${peopleWithin(permit)} and ${coming(permit, intake)} and r.known_at is null order by r.id limit 1`;

  return row ? { id: row.id, year: intake.year, sentOn: civilOf(row.sentAt) } : null;
}

/** A child who was not placed last year and is not registered for this intake. */
export type LeftOver = { caseId: string; personId: string; number: string; parent: string; unit: string };

/** 去年没有解决的: carried into this intake by the officer, who alone still reaches the case; nobody else sees any. */
export async function leftOver(permit: Permit<"schooling.plan">): Promise<LeftOver[]> {
  if (!permit.reach.programmes.includes("schooling")) return [];
  const { year } = await currentIntake(permit);

  return db.$queryRaw<LeftOver[]>`
    select c.id as "caseId", p.id as "personId", c.number, p.name as parent, u.name as unit
    from school_placement s join welfare_case c on c.id = s.case_id join person p on p.id = s.parent_id
      join org_unit u on u.id = s.unit_id
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.intake_year = ${year - 1} and s.is_living
      and s.outcome = 'UNRESOLVED' and p.status in ('ACTIVE', 'OFF_POST') and not exists (select 1 from school_placement n
        where n.intake_year = ${year} and n.is_living and n.child_id_index = s.child_id_index)
    order by s.id limit ${pageSize}`;
}
