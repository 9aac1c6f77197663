import "server-only";
import { pageCalendar } from "@/lib/calendar/queries";
import { addWorkingDays, type Calendar } from "@/lib/calendar/rules";
import type { Permit } from "@/lib/auth/permit";
import { readClock, type Light } from "@/lib/cases/clock/rules";
import { settleNotices } from "@/lib/cases/derived/commands";
import { filteredBy, inBox } from "@/lib/cases/filters/queries";
import type { CaseFilter, InboxTab } from "@/lib/cases/list/schema";
import { capacities, movesFor, type CaseFacts } from "@/lib/cases/rules";
import { casesWithin } from "@/lib/cases/reach/queries";
import { waitingWords } from "@/lib/cases/words";
import { formatDay, fromDateColumn, type CivilDate } from "@/lib/dates";
import type { ExportVerb } from "@/lib/exports/rules";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { programmeOf } from "@/lib/programmes";
import { stageWord, tableOf } from "@/lib/stages";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { Confidentiality, WaitingReason } from "@/prisma/generated/enums";

/** A row of a list of cases, ready to be shown. */
export type CaseLine = {
  id: string;
  number: string;
  title: string;
  programme: string;
  person: string;
  unit: string;
  stage: string;
  status: CaseFacts["status"];
  light: Light | "none";
  dueWords: string;
  handler: string;
  greenChannel: boolean;
  isSupervised: boolean;
  /** what this person would do next; null when there is nothing for them to do */
  next: string | null;
};

type Row = CaseFacts & {
  id: string;
  number: string;
  title: string;
  topic: string;
  confidentiality: Confidentiality;
  personName: string | null;
  visitorName: string | null;
  unitName: string;
  topUnitName: string | null;
  handlerUnitName: string | null;
  handlerName: string | null;
  dueOn: Date | null;
  followUpBy: Date | null;
  waitingSince: Date | null;
  waitingReason: WaitingReason | null;
  greenChannel: boolean;
  supervisedAt: Date | null;
  sortOn: Date;
};

export type CaseList = Page<CaseLine> & { total: string };

/** Rows that are counted one by one; above that the list says 10,000+. */
const countedRows = 10_001;

/** 待办: one box of the inbox, most urgent first. */
export async function listInbox(permit: Permit<"cases.view">, tab: InboxTab, filter: CaseFilter): Promise<CaseList> {
  return listWhere(permit, filter, inBox(permit, tab), tab === "todo" ? "due" : "newest");
}

/** All cases within reach that fit the filter, newest first; every figure of the dashboard opens this list. */
export async function listCases(permit: Permit<"cases.view">, filter: CaseFilter): Promise<CaseList> {
  return listWhere(permit, filter, Prisma.sql`true`, filter.due || filter.status === "open" ? "due" : "newest");
}

/** How many cases lie in each box; one statement. */
export async function countInbox(permit: Permit<"cases.view">): Promise<Record<InboxTab, number>> {
  await settleNotices(permit);
  const within = casesWithin(permit);
  const count = (tab: InboxTab) =>
    Prisma.sql`(select count(*)::int from (select 1 from welfare_case c where ${within} and c.status <> 'void' and ${inBox(permit, tab)} limit 1000) n)`;
  const [counts] = await db.$queryRaw<Record<InboxTab, number>[]>`
    select ${count("todo")} as todo, ${count("done")} as done, ${count("mine")} as mine, ${count("copied")} as copied`;

  return counts ?? { todo: 0, done: 0, mine: 0, copied: 0 };
}

/** The number on the badge of the menu. */
export async function countTodo(permit: Permit<"cases.view">): Promise<number> {
  await settleNotices(permit);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (select 1 from welfare_case c
      where ${casesWithin(permit)} and ${inBox(permit, "todo")} limit 1000) waiting`;

  return row?.n ?? 0;
}

/** How many cases the filter finds within reach, up to 20,001. */
export async function countCases(permit: Permit<ExportVerb>, filter: CaseFilter): Promise<number> {
  await settleNotices(permit);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (select 1 from welfare_case c left join person p on p.id = c.person_id
      where ${filteredWithin(permit, filter, await pageCalendar())} limit 20001) found`;

  return row?.n ?? 0;
}

/** Every case that the filter finds within reach, newest first, some 300 at a time: for a file. */
export async function* everyCase(permit: Permit<ExportVerb>, filter: CaseFilter): AsyncGenerator<CaseLine[]> {
  const calendar = await pageCalendar();
  const where = filteredWithin(permit, filter, calendar);
  let from = Prisma.sql`true`;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      select ${columns}, null::date as "sortOn" from welfare_case c ${joins}
      where ${where} and ${from} order by c.id desc limit 300`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => lineOf(row, permit, calendar));
    from = Prisma.sql`c.id < ${last.id}::uuid`;
  }
}

function filteredWithin(permit: Permit, filter: CaseFilter, calendar: Calendar): Prisma.Sql {
  const nextWorkingDay = addWorkingDays(calendar, permit.today, 1);

  return Prisma.sql`${casesWithin(permit)} and ${filteredBy(permit, filter, nextWorkingDay)}`;
}

async function listWhere(
  permit: Permit,
  filter: CaseFilter,
  box: Prisma.Sql,
  order: "due" | "newest",
): Promise<CaseList> {
  await settleNotices(permit);
  const calendar = await pageCalendar();
  const where = Prisma.sql`${box} and ${filteredWithin(permit, filter, calendar)}`;
  const sortOn = Prisma.sql`coalesce(c.due_on, c.follow_up_by, date '9999-12-31')`;
  const after = decodeCursor(filter.after, 2);
  const [date, id] = after ?? [];
  const from = !after
    ? Prisma.sql`true`
    : order === "due"
      ? Prisma.sql`(${sortOn}, c.id) > (${date}::date, ${id}::uuid)`
      : Prisma.sql`c.id < ${id}::uuid`;
  const orderBy = order === "due" ? Prisma.sql`${sortOn}, c.id` : Prisma.sql`c.id desc`;
  const rows = await db.$queryRaw<(Row & { total: number })[]>`
    select ${columns}, ${sortOn} as "sortOn", (select count(*)::int from (select 1 from welfare_case c left join person p on p.id = c.person_id where ${where} limit ${countedRows}) n) as total
    from welfare_case c ${joins}
    where ${where} and ${from} order by ${orderBy} limit ${pageSize + 1}`;
  const page = pageOf(rows, (row) => [fromDateColumn(row.sortOn), row.id], { cursor: filter.after });
  const total = rows[0]?.total ?? 0;

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, permit, calendar)),
    total: total >= countedRows ? "10,000+" : String(total),
  };
}

const columns = Prisma.sql`c.id, c.number, c.title, c.topic, c.programme, c.stage_table as "stageTable", c.stage, c.status::text as status,
  c.confidentiality::text as confidentiality, c.person_id as "personId", c.unit_id as "unitId",
  c.created_by_id as "createdById", c.handler_unit_id as "handlerUnitId", c.handler_id as "handlerId",
  c.answered_by_id as "answeredById", c.promised_by_id as "promisedById", c.reopened_count as "reopenedCount",
  c.is_complaint as "isComplaint", c.accused_id as "accusedId", c.accused_unit_id as "accusedUnitId", c.decider,
  p.name as "personName", c.visitor_name as "visitorName", u.name as "unitName", t.name as "topUnitName",
  hu.name as "handlerUnitName", hp.name as "handlerName", c.due_on as "dueOn", c.follow_up_by as "followUpBy",
  c.waiting_since as "waitingSince", c.waiting_reason::text as "waitingReason", c.green_channel as "greenChannel",
  c.supervised_at as "supervisedAt"`;

const joins = Prisma.sql`left join person p on p.id = c.person_id join org_unit u on u.id = c.unit_id
  left join org_unit t on t.id = u.top_unit_id left join org_unit hu on hu.id = c.handler_unit_id
  left join account ha on ha.id = c.handler_id left join person hp on hp.id = ha.person_id`;

function lineOf(row: Row, permit: Permit, calendar: Calendar): CaseLine {
  const name = row.personName ?? row.visitorName ?? "匿名";
  const due = dueOf(row, calendar, permit.today);

  return {
    id: row.id,
    number: row.number,
    title: row.confidentiality === "ORDINARY" ? row.title : `${row.topic}（保密）`,
    programme: programmeOf(row.programme)?.short ?? row.programme,
    person: row.confidentiality === "ORDINARY" ? name : maskName(name),
    unit: row.topUnitName && row.topUnitName !== row.unitName ? `${row.topUnitName} · ${row.unitName}` : row.unitName,
    stage: row.waitingReason ? waitingWords[row.waitingReason] : stageWord(row.stageTable, row.stage),
    status: row.status,
    light: due.light,
    dueWords: due.words,
    handler: [row.handlerUnitName, row.handlerName].filter(Boolean).join(" "),
    greenChannel: row.greenChannel,
    isSupervised: row.supervisedAt !== null,
    next: nextWord(row, permit),
  };
}

/** Days left while the clock runs; the day of the call back once the answer is given. */
function dueOf(row: Row, calendar: Calendar, today: CivilDate): { light: Light | "none"; words: string } {
  const clock = readClock(
    calendar,
    {
      dueOn: row.dueOn && fromDateColumn(row.dueOn),
      waitingSince: row.waitingSince && fromDateColumn(row.waitingSince),
    },
    today,
  );
  if (clock) return clock;
  if (row.status !== "answered" || !row.followUpBy) return { light: "none", words: "" };
  const by = fromDateColumn(row.followUpBy);

  return by < today ? { light: "warn", words: "回访已过期" } : { light: "calm", words: `${formatDay(by)} 前回访` };
}

/** The one thing to do next; a move that ends or undoes is never the proposed one. */
function nextWord(row: Row, permit: Permit): string | null {
  const actor = { accountId: permit.actor.accountId, reach: permit.reach };
  const { stages, forward, moveWords } = tableOf(row.stageTable);
  const moves = movesFor(stages, row, actor);
  const next = forward.find((move) => moves.includes(move));
  if (next) return moveWords[next] ?? null;

  return row.status === "open" && capacities(row, actor).includes("B") ? "查看" : null;
}
