import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import type { StayFilter, WishFilter } from "@/lib/dormitories/list/schema";
import { peopleWithin, residentsWithin, type Reading } from "@/lib/dormitories/reach/queries";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { parameterAt } from "@/lib/parameters/queries";
import { db, transact } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { BedReason, Sex, StayState } from "@/prisma/generated/enums";

export type WishLine = {
  id: string;
  caseId: string;
  number: string;
  name: string;
  staffNo: string;
  unit: string;
  stage: string;
  reason: BedReason;
  appliedOn: Date;
  dueOn: Date | null;
};
export type WishList = Page<WishLine> & { counts: Record<WishFilter["tab"], number> };

const stages: Readonly<Record<WishFilter["tab"], readonly string[]>> = {
  checking: ["APPLIED", "UNIT_CHECK", "RETURNED"],
  waiting: ["WAITLISTED"],
  offered: ["PROPOSED", "NOTICE", "ALLOTTED"],
  ended: ["CHECKED_IN", "NOT_ELIGIBLE", "ARCHIVED", "OFFER_DECLINED", "LAPSED", "WITHDRAWN", "VOID"],
};
const inTab = (tab: WishFilter["tab"]) => Prisma.sql`c.stage = any(${[...stages[tab]]}::text[])`;

/** Applications within reach by what they wait for, the newest first. The waiting list itself has its own order. */
export async function listWishes(permit: Permit<"dormitories.line">, filter: WishFilter): Promise<WishList> {
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const from = after ? Prisma.sql`a.id < ${after}::uuid` : Prisma.sql`true`;
  const rows = await db.$queryRaw<WishLine[]>`
    select a.id, c.id as "caseId", c.number, p.name, p.staff_no as "staffNo", coalesce(t.name, u.name) as unit, c.stage,
      a.reason::text as reason, a.created_at as "appliedOn", c.due_on as "dueOn"
    from bed_application a join welfare_case c on c.id = a.case_id join person p on p.id = a.person_id
      join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
    where ${peopleWithin(permit)} and ${inTab(filter.tab)} and ${named(filter.q)} and ${from}
    order by a.id desc limit ${pageSize + 1}`;
  const count = (tab: WishFilter["tab"]) => Prisma.sql`count(*) filter (where ${inTab(tab)})::int`;
  const [counts] = await db.$queryRaw<WishList["counts"][]>`
    select ${count("checking")} as checking, ${count("waiting")} as waiting, ${count("offered")} as offered, ${count("ended")} as ended
    from bed_application a join welfare_case c on c.id = a.case_id join person p on p.id = a.person_id where ${peopleWithin(permit)}`;

  return {
    ...pageOf(rows, ({ id }) => [id], { cursor: filter.after }),
    counts: counts ?? { checking: 0, waiting: 0, offered: 0, ended: 0 },
  };
}

function named(q: string | undefined): Prisma.Sql {
  if (!q) return Prisma.sql`true`;

  return Prisma.sql`(p.staff_no = ${q} or p.name like ${`${q.replaceAll(/[\\%_]/g, "\\$&")}%`})`;
}

export type StayLine = {
  id: string;
  siteId: string;
  bedId: string;
  name: string;
  staffNo: string;
  unit: string;
  sex: Sex | null;
  origin: string | null;
  site: string;
  bed: string;
  state: StayState;
  inOn: CivilDate;
  leavingOn: CivilDate | null;
  outOn: CivilDate | null;
  isHandedOver: boolean;
};
export type StayList = Page<StayLine> & { counts: Record<StayFilter["tab"], number> };

type StayRow = Omit<StayLine, "inOn" | "leavingOn" | "outOn"> & {
  inOn: Date;
  leavingOn: Date | null;
  outOn: Date | null;
};

/** `sleepsOn` for the database: in the bed in the night that begins on that day. */
function sleepingOn(night: CivilDate): Prisma.Sql {
  return Prisma.sql`(s.state in ('LIVING', 'LEFT') and s.in_on <= ${night}::date and (s.out_on is null or ${night}::date < s.out_on))`;
}

/** 入住登记台账 within reach: who sleeps there, who has said to leave, who has left the bureau and not the bed, who left. */
export async function listStays(permit: Permit<Reading>, filter: StayFilter, size = pageSize): Promise<StayList> {
  const days = await parameterAt(db, "dormitories.leaveDays", permit.today);
  const parts: Record<StayFilter["tab"], Prisma.Sql> = {
    living: sleepingOn(permit.today),
    leaving: Prisma.sql`(s.state = 'LIVING' and s.leaving_on is not null)`,
    shut: Prisma.sql`(s.state in ('LIVING', 'HELD') and exists (select 1 from dorm_closure x where x.opened_at is null
      and (x.bed_id = s.bed_id or x.room_id = b.room_id) and x.from_on <= ${permit.today}::date
      and (x.to_on is null or ${permit.today}::date <= x.to_on)))`,
    overdue: Prisma.sql`(s.state = 'LIVING' and p.status in ('LEFT', 'TRANSFERRED_OUT', 'DECEASED') and exists (select 1
      from employment_event e where e.person_id = p.id and e.kind in ('LEFT', 'TRANSFERRED_OUT', 'DECEASED')
        and e.happened_on + ${days}::int < ${permit.today}::date))`,
    left: Prisma.sql`s.state = 'LEFT' and s.out_on <= ${permit.today}::date`,
  };
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const from = after ? Prisma.sql`s.id < ${after}::uuid` : Prisma.sql`true`;
  const at = filter.site ? Prisma.sql`s.site_id = ${filter.site}::uuid` : Prisma.sql`true`;
  const rows = await db.$queryRaw<StayRow[]>`
    select s.id, s.site_id as "siteId", s.bed_id as "bedId", p.name, p.staff_no as "staffNo", coalesce(t.name, u.name) as unit,
      p.sex::text as sex, substring(p.hukou_address from '^[^省市]+[省市]') as origin, d.name as site,
      r.building || '-' || r.name || '-' || b.label as bed, s.state::text as state, s.in_on as "inOn",
      s.leaving_on as "leavingOn", s.out_on as "outOn", s.handover is not null as "isHandedOver"
    from bed_stay s join person p on p.id = s.person_id join org_unit u on u.id = p.unit_id
      left join org_unit t on t.id = u.top_unit_id join dorm_site d on d.id = s.site_id join dorm_bed b on b.id = s.bed_id
      join dorm_room r on r.id = b.room_id
    where ${residentsWithin(permit, Prisma.sql`s.site_id`)} and ${parts[filter.tab]} and ${at} and ${named(filter.q)} and ${from}
    order by s.id desc limit ${size + 1}`;
  const count = (tab: StayFilter["tab"]) => Prisma.sql`count(*) filter (where ${parts[tab]})::int`;
  const [counts] = await db.$queryRaw<StayList["counts"][]>`
    select ${count("living")} as living, ${count("leaving")} as leaving, ${count("shut")} as shut, ${count("overdue")} as overdue, ${count("left")} as "left"
    from bed_stay s join person p on p.id = s.person_id join dorm_bed b on b.id = s.bed_id where ${residentsWithin(permit, Prisma.sql`s.site_id`)} and ${at} and ${named(filter.q)}`;
  const page = pageOf(rows, ({ id }) => [id], { cursor: filter.after, size });

  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      inOn: fromDateColumn(row.inOn),
      leavingOn: row.leavingOn && fromDateColumn(row.leavingOn),
      outOn: row.outOn && fromDateColumn(row.outOn),
    })),
    counts: counts ?? { living: 0, leaving: 0, shut: 0, overdue: 0, left: 0 },
  };
}

/** How many rows the register has under this filter. */
export async function countStays(permit: Permit<Reading>, filter: StayFilter): Promise<number> {
  const { counts } = await listStays(permit, filter, 1);

  return counts[filter.tab];
}

/** The register page by page. */
export async function* everyStay(
  permit: Permit<Reading>,
  filter: Omit<StayFilter, "after">,
): AsyncIterable<StayLine[]> {
  let after: string | undefined;
  do {
    const page: StayList = await listStays(permit, { ...filter, after }, 500);
    yield page.rows;
    after = page.next ?? undefined;
  } while (after);
}

async function wholeOf<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);

  return rows;
}

/** The register in one piece for paper. Printing is written down. */
export async function wholeStays(permit: Permit<"dormitories.view">, filter: Omit<StayFilter, "after">) {
  const rows = await wholeOf(everyStay(permit, filter));
  await transact((tx) => recordAudit(tx, permit, { object: "bed_stay", detail: { step: "print", rows: rows.length } }));

  return rows;
}
