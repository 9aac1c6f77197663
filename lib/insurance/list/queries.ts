import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays, fromDateColumn, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import { settleGaps } from "@/lib/insurance/gaps/course/commands";
import { insurableWithin, owesAll, pensionMonths, runsIn, schemesIn } from "@/lib/insurance/reach/queries";
import type { PeopleFilter } from "@/lib/insurance/list/schema";
import { hireClock, quarterOf, schemes, type HireClock } from "@/lib/insurance/rules";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { parametersAt } from "@/lib/parameters/queries";
import { retirementKindOf } from "@/lib/people/retirement/rules";
import { expectedRetirement, type Sex } from "@/lib/people/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { EmploymentType, GapReason, InsuranceScheme, PostType } from "@/prisma/generated/enums";

export type InsuredLine = {
  id: string;
  name: string;
  staffNo: string;
  unit: string;
  employmentType: EmploymentType;
  hiredOn: CivilDate | null;
  clock: HireClock;
  has: InsuranceScheme[];
  missing: InsuranceScheme[];
  reason: GapReason | null;
  owner: string | null;
  expectedOn: CivilDate | null;
  isLate: boolean;
  hasWaiver: boolean;
  lastTalkOn: CivilDate | null;
  /** months of 养老 up to now, how many are lacking, and the month of the statutory age */
  pension: { paid: number; lacking: number; retires: CivilMonth | null };
  /** stage of the form that is under way */
  form: { caseId: string; stage: string } | null;
};

export type PeopleList = Page<InsuredLine> & { total: number; counts: Record<PeopleFilter["tab"], number> };

/** What a filter is read against: the month, the 30 days, the quarter, the months a pension asks for. */
export type Moment = { today: CivilDate; registerDays: number; pensionLeast: number };

export async function momentOf(permit: Permit): Promise<Moment> {
  const at = await parametersAt(db, ["insurance.registerDays", "insurance.pensionMonths"] as const, permit.today);

  return {
    today: permit.today,
    registerDays: at["insurance.registerDays"],
    pensionLeast: at["insurance.pensionMonths"],
  };
}

type Row = {
  id: string;
  name: string;
  staffNo: string;
  pinyin: string;
  unit: string;
  employmentType: EmploymentType;
  hireDate: Date | null;
  has: InsuranceScheme[];
  reason: GapReason | null;
  owner: string | null;
  expectedOn: Date | null;
  waiverOn: Date | null;
  lastTalkOn: Date | null;
  paid: number;
  sex: Sex | null;
  born: Date | null;
  postType: PostType;
  formCase: string | null;
  formStage: string | null;
};

/** The people within reach that fit the filter, by name. */
export async function listInsured(permit: Permit<"insurance.view">, filter: PeopleFilter): Promise<PeopleList> {
  await settleChanges(permit);
  await settleGaps(permit);
  const moment = await momentOf(permit);
  const where = Prisma.sql`${insurableWithin(permit)} and ${fitting(moment, filter)}`;
  const [pinyin, id] = decodeCursor(filter.after, 2) ?? [];
  const from = pinyin && id ? Prisma.sql`(p.pinyin, p.id) > (${pinyin}, ${id}::uuid)` : Prisma.sql`true`;
  const [rows, [total], counts] = await Promise.all([
    db.$queryRaw<Row[]>`${columnsOf(moment)} where ${where} and ${from} order by p.pinyin, p.id limit ${pageSize + 1}`,
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from person p left join gap_note g on g.person_id = p.id where ${where}`,
    countTabs(permit, moment),
  ]);
  const page = pageOf(rows, (row) => [row.pinyin, row.id], { cursor: filter.after });

  return { ...page, rows: page.rows.map((row) => lineOf(row, moment)), total: total?.count ?? 0, counts };
}

function columnsOf({ today }: Moment): Prisma.Sql {
  return Prisma.sql`
    select p.id, p.name, p.staff_no as "staffNo", p.pinyin, coalesce(t.name, u.name) as unit,
      p.employment_type::text as "employmentType", p.hire_date as "hireDate",
      array(select e.scheme::text from enrolment e where e.person_id = p.id and ${runsIn(monthOf(today))}) as has,
      g.reason::text as reason, o.name as owner, g.expected_on as "expectedOn", g.waiver_on as "waiverOn",
      (select max(l.held_on) from persuasion_log l where l.person_id = p.id) as "lastTalkOn",
      ${pensionMonths(monthOf(today))} as paid, p.sex::text as sex, p.post_type::text as "postType",
      coalesce(p.archive_birth_date, p.birth_date) as born, f.id as "formCase", f.stage as "formStage"
    from person p join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
      left join gap_note g on g.person_id = p.id
      left join account a on a.id = g.owner_id left join person o on o.id = a.person_id
      left join lateral (select c.id, c.stage from insurance_change i join welfare_case c on c.id = i.case_id
        where i.person_id = p.id and c.stage in ('DRAFT', 'OFFICE_CHECK', 'RETURNED', 'SUBMITTED', 'REJECTED', 'APPROVED')
        order by i.id desc limit 1) f on true`;
}

/** One statement for the numbers on the tabs. */
async function countTabs(permit: Permit<"insurance.view">, moment: Moment): Promise<PeopleList["counts"]> {
  const [row] = await db.$queryRaw<PeopleList["counts"][]>`
    select count(*) filter (where owes and n < 5 and not fresh)::int as gap,
      count(*) filter (where owes and n < 5 and fresh)::int as fresh, count(*) filter (where owes and n >= 5)::int as full,
      count(*) filter (where owes)::int as owed, count(*) filter (where gained)::int as gained,
      count(*) filter (where extend)::int as extend, count(*) filter (where over)::int as "overAge"
    from (select (${owesAll(monthOf(moment.today))}) as owes, ${schemesIn(monthOf(moment.today))} as n,
        ${isFresh(moment)} as fresh, ${isOverAge(moment)} as over, ${isGained} as gained, ${isShort(moment)} as extend
      from person p where ${insurableWithin(permit)}) one`;

  return row ?? { gap: 0, fresh: 0, full: 0, owed: 0, gained: 0, extend: 0, overAge: 0 };
}

/** The filter as a condition on `person p` and `gap_note g`; figures, lists and files use this one function. */
function fitting(moment: Moment, filter: Omit<PeopleFilter, "after">): Prisma.Sql {
  const { today } = moment;
  const parts = [inTab(moment, filter.tab)];
  if (filter.unit)
    parts.push(Prisma.sql`p.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.reason === "NONE") parts.push(Prisma.sql`g.reason is null`);
  else if (filter.reason) parts.push(Prisma.sql`g.reason = ${filter.reason}::"GapReason"`);
  if (filter.only === "late") parts.push(Prisma.sql`g.expected_on < ${today}::date`);
  if (filter.only === "waiver") parts.push(Prisma.sql`g.waiver_on is not null`);
  if (filter.only === "today") parts.push(Prisma.sql`p.hire_date = ${addDays(today, -moment.registerDays)}::date`);
  if (filter.only === "quiet")
    parts.push(Prisma.sql`g.reason = 'UNWILLING' and not exists (select 1 from persuasion_log l
      where l.person_id = p.id and l.held_on >= ${quarterOf(today).from}::date)`);
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(p.staff_no = ${filter.q} or p.name like ${start})`);
  }

  return Prisma.join(parts, " and ");
}

function inTab(moment: Moment, tab: PeopleFilter["tab"]): Prisma.Sql {
  const month = monthOf(moment.today);
  const owes = owesAll(month);
  switch (tab) {
    case "gap":
      return Prisma.sql`(${owes} and not ${isFresh(moment)} and ${schemesIn(month)} < ${schemes.length})`;
    case "fresh":
      return Prisma.sql`(${owes} and ${isFresh(moment)} and ${schemesIn(month)} < ${schemes.length})`;
    case "full":
      return Prisma.sql`(${owes} and ${schemesIn(month)} >= ${schemes.length})`;
    case "owed":
      return Prisma.sql`(${owes})`;
    case "gained":
      return isGained;
    case "extend":
      return isShort(moment);
    case "overAge":
      return isOverAge(moment);
  }
}

/** Hired so lately that the 30 days run; day 30 itself is 今日到期 and no new hire any more. */
function isFresh({ today, registerDays }: Moment): Prisma.Sql {
  return Prisma.sql`coalesce(p.hire_date > ${addDays(today, -registerDays)}::date, false)`;
}

const monthsAhead = 12;

/** Reaches the statutory age within a year and has not the months that a pension asks for (延长缴费). */
function isShort({ today, pensionLeast }: Moment): Prisma.Sql {
  const month = monthOf(today);
  const owes = Prisma.sql`(${owesAll(month)} and not (${owesAll(monthAfter(month, monthsAhead + 1))}))`;

  return Prisma.sql`(case when ${owes} then ${pensionMonths(month)} < ${pensionLeast} else false end)`;
}

const isGained = Prisma.sql`exists (select 1 from enrolment e where e.person_id = p.id and e.is_gained)`;

function isOverAge({ today }: Moment): Prisma.Sql {
  return Prisma.sql`((p.status in ('ACTIVE', 'OFF_POST') or p.status = 'RETIRED' and p.employment_type = 'SERVICE_AGREEMENT')
    and not (${owesAll(monthOf(today))}))`;
}

function lineOf(row: Row, { today, registerDays, pensionLeast }: Moment): InsuredLine {
  const hiredOn = row.hireDate && fromDateColumn(row.hireDate);
  const expectedOn = row.expectedOn && fromDateColumn(row.expectedOn);

  return {
    id: row.id,
    name: row.name,
    staffNo: row.staffNo,
    unit: row.unit,
    employmentType: row.employmentType,
    hiredOn,
    clock: hireClock(hiredOn, today, registerDays),
    has: schemes.filter((scheme) => row.has.includes(scheme)),
    missing: schemes.filter((scheme) => !row.has.includes(scheme)),
    reason: row.reason,
    owner: row.owner,
    expectedOn,
    isLate: expectedOn !== null && expectedOn < today,
    hasWaiver: row.waiverOn !== null,
    lastTalkOn: row.lastTalkOn && fromDateColumn(row.lastTalkOn),
    pension: { paid: row.paid, lacking: Math.max(0, pensionLeast - row.paid), retires: retirementOf(row) },
    form: row.formCase && row.formStage ? { caseId: row.formCase, stage: row.formStage } : null,
  };
}

function retirementOf({ sex, born, postType }: Row): CivilMonth | null {
  return sex && born ? expectedRetirement(fromDateColumn(born), retirementKindOf(sex, postType)).month : null;
}
