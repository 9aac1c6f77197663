import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { settleNotices } from "@/lib/cases/derived/commands";
import { addMonths, fromDateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { filesWithin } from "@/lib/hardship/reach/queries";
import type { FileFilter } from "@/lib/hardship/list/schema";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { stageWord } from "@/lib/stages";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { HardshipCause, HardshipLevel, HardshipState } from "@/prisma/generated/enums";

export type FileLine = {
  id: string;
  number: string;
  name: string;
  staffNo: string;
  unit: string;
  state: HardshipState;
  /** stage of the case that is under way, in words; null when none is */
  stage: string | null;
  level: HardshipLevel | null;
  /** null for who may not learn it: a leader's list shows none */
  cause: HardshipCause | null;
  reviewDueOn: CivilDate | null;
  isReviewLate: boolean;
  mayOpen: boolean;
};

export type FileList = Page<FileLine> & { total: number; counts: Record<FileFilter["tab"], number> };

type Row = {
  id: string;
  number: string;
  name: string;
  staffNo: string;
  unit: string;
  state: HardshipState;
  level: HardshipLevel | null;
  cause: HardshipCause | null;
  reviewDueOn: Date | null;
  stageTable: string | null;
  stage: string | null;
};

/** The ledger of files within reach that fit the filter, newest first. */
export async function listFiles(permit: Permit<"hardship.view">, filter: FileFilter): Promise<FileList> {
  await settleNotices(permit);
  const where = Prisma.sql`${filesWithin(permit)} and ${fitting(permit, filter)}`;
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const from = after ? Prisma.sql`f.id < ${after}::uuid` : Prisma.sql`true`;
  const rows = await db.$queryRaw<(Row & { total: number })[]>`
    select ${columns}, (select count(*)::int from hardship_file f join person p on p.id = f.head_id where ${where}) as total
    from hardship_file f ${joins}
    where ${where} and ${from} order by f.id desc limit ${pageSize + 1}`;
  const page = pageOf(rows, ({ id }) => [id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, permit)),
    total: rows[0]?.total ?? 0,
    counts: await countTabs(permit),
  };
}

const columns = Prisma.sql`f.id, f.number, p.name, p.staff_no as "staffNo", coalesce(t.name, u.name) as unit,
  f.state::text as state, f.level::text as level, f.main_cause::text as cause, f.review_due_on as "reviewDueOn",
  r.stage_table as "stageTable", r.stage`;

const joins = Prisma.sql`join person p on p.id = f.head_id join org_unit u on u.id = f.unit_id
  left join org_unit t on t.id = u.top_unit_id
  left join lateral (select c.stage_table, c.stage from hardship_assessment a join welfare_case c on c.id = a.case_id
    where a.file_id = f.id and c.status in ('open', 'waiting') order by a.id desc limit 1) r on true`;

/** How many files the filter finds within reach. */
export async function countFiles(permit: Permit, filter: FileFilter): Promise<number> {
  await settleNotices(permit);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from hardship_file f join person p on p.id = f.head_id
    where ${filesWithin(permit)} and ${fitting(permit, filter)}`;

  return row?.n ?? 0;
}

/** Every file that the filter finds within reach, newest first, as the list shows it, some 300 at a time: for a file. */
export async function* everyFile(permit: Permit, filter: FileFilter): AsyncGenerator<FileLine[]> {
  const where = Prisma.sql`${filesWithin(permit)} and ${fitting(permit, filter)}`;
  let from = Prisma.sql`true`;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      select ${columns} from hardship_file f ${joins}
      where ${where} and ${from} order by f.id desc limit 300`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => lineOf(row, permit));
    from = Prisma.sql`f.id < ${last.id}::uuid`;
  }
}

/** One statement for the numbers on the tabs. */
async function countTabs(permit: Permit<"hardship.view">): Promise<FileList["counts"]> {
  const count = (tab: FileFilter["tab"]) => Prisma.sql`count(*) filter (where ${inTab(permit, tab)})::int`;
  const [row] = await db.$queryRaw<FileList["counts"][]>`
    select ${count("onFile")} as "onFile", ${count("applying")} as applying, ${count("review")} as review,
      ${count("removed")} as removed, ${count("all")} as "all"
    from hardship_file f where ${filesWithin(permit)}`;

  return row ?? { onFile: 0, applying: 0, review: 0, removed: 0, all: 0 };
}

/** The filter as a condition on `hardship_file f` and `person p`; figures and lists use this one function. */
export function fitting(permit: Permit, filter: Omit<FileFilter, "after">): Prisma.Sql {
  const parts = [inTab(permit, filter.tab)];
  if (filter.unit)
    parts.push(Prisma.sql`f.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.level) parts.push(Prisma.sql`f.level = ${filter.level}::"HardshipLevel"`);
  if (filter.cause && seesCauses(permit)) parts.push(Prisma.sql`f.main_cause = ${filter.cause}::"HardshipCause"`);
  if (filter.only) parts.push(onlySome(permit, filter.only));
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(f.number ilike ${start} or exists (select 1 from person w
      where (w.household_id = f.household_id or w.id = f.head_id) and (w.staff_no = ${filter.q} or w.name like ${start})))`);
  }

  return Prisma.join(parts, " and ");
}

function onlySome({ today }: Permit, only: NonNullable<FileFilter["only"]>): Prisma.Sql {
  const since = Prisma.sql`${`${yearOf(today)}-01-01`}::date`;
  switch (only) {
    case "neverHelped":
      return neverHelped;
    case "notReviewed":
      return Prisma.sql`(f.last_reviewed_on is null or f.last_reviewed_on < ${addMonths(today, -12)}::date)`;
    case "paper":
      return Prisma.sql`(f.paper_checked_on is null and f.paper_due_on < ${today}::date)`;
    case "newThisYear":
      return Prisma.sql`(f.on_file_since >= ${since} and not ${wasOnFile})`;
    case "backThisYear":
      return Prisma.sql`(f.on_file_since >= ${since} and ${wasOnFile})`;
    case "liftedThisYear":
      return Prisma.sql`(f.state = 'LIFTED' and f.removed_on >= ${since})`;
    case "cancelledThisYear":
      return Prisma.sql`(f.state = 'CANCELLED' and f.removed_on >= ${since})`;
  }
}

/** 返困: more than one application of the household came to 在档. */
const wasOnFile = Prisma.sql`(select count(*) from hardship_assessment e join welfare_case w on w.id = e.case_id
  where e.file_id = f.id and e.kind = 'APPLICATION' and w.stage = 'ON_FILE') > 1`;

/** Nothing was signed for by the household, whichever programme gave it. */
const neverHelped = Prisma.sql`not exists (select 1 from sign_off s where s.household_id = f.household_id
  and s.signed_on is not null and s.reverses_id is null)`;

function inTab({ today }: Permit, tab: FileFilter["tab"]): Prisma.Sql {
  switch (tab) {
    case "onFile":
      return Prisma.sql`f.state = 'ON_FILE'`;
    case "applying":
      return Prisma.sql`f.state = 'APPLYING'`;
    case "review":
      return Prisma.sql`(f.state = 'ON_FILE' and f.review_due_on <= ${addMonths(today, 1)}::date)`;
    case "removed":
      return Prisma.sql`f.state in ('LIFTED', 'CANCELLED', 'REFUSED')`;
    case "all":
      return Prisma.sql`true`;
  }
}

/** The cause of a hardship is the officer's and the own unit's business, not a leader's list. */
export function seesCauses({ reach }: Permit): boolean {
  return reach.programmes.includes("hardship");
}

function lineOf(row: Row, permit: Permit): FileLine {
  const due = row.reviewDueOn && fromDateColumn(row.reviewDueOn);
  const isOfficer = permit.reach.programmes.includes("hardship");
  const isMasked = !isOfficer && permit.reach.isLeader;

  return {
    id: row.id,
    number: row.number,
    name: isMasked ? maskName(row.name) : row.name,
    staffNo: isMasked ? "" : row.staffNo,
    unit: row.unit,
    state: row.state,
    stage: row.stage && row.stageTable ? stageWord(row.stageTable, row.stage) : null,
    level: row.level,
    cause: seesCauses(permit) ? row.cause : null,
    reviewDueOn: due,
    isReviewLate: row.state === "ON_FILE" && due !== null && due < permit.today,
    mayOpen: !isMasked || row.stage === "APPROVAL",
  };
}
