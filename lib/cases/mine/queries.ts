import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { settleNotices } from "@/lib/cases/derived/commands";
import { movesFor, type CaseFacts } from "@/lib/cases/rules";
import { casesWithin } from "@/lib/cases/reach/queries";
import { fromDateColumn, spokenDate, civilOf } from "@/lib/dates";
import { tableOf } from "@/lib/stages";
import { db } from "@/prisma/client";

export type MyCaseLine = {
  id: string;
  title: string;
  short: string;
  since: string;
  waitsForMe: boolean;
  isSettled: boolean;
};

/** Own matters, those that wait for the worker's word first, then the newest; the latest 50. One statement. */
export async function myCases(permit: Permit<"my.cases" | "my.home">): Promise<MyCaseLine[]> {
  await settleNotices(permit);
  const rows = await db.$queryRaw<
    { id: string; title: string; stageTable: string; stage: string; status: string; createdAt: Date }[]
  >`
    select c.id, c.title, c.stage_table as "stageTable", c.stage, c.status::text as status, c.created_at as "createdAt" from welfare_case c
    where ${casesWithin(permit)}
    order by c.stage in ('ANSWERED', 'FOLLOW_UP', 'RETURNED') desc, c.status in ('open', 'waiting') desc, c.id desc limit 50`;

  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    short: tableOf(row.stageTable).spokenStages[row.stage]?.short ?? "",
    since: spokenDate(civilOf(row.createdAt), permit.today),
    waitsForMe: ["ANSWERED", "FOLLOW_UP", "RETURNED"].includes(row.stage),
    isSettled: row.status === "closed",
  }));
}

export type MyCase = {
  id: string;
  number: string;
  version: number;
  title: string;
  content: string;
  short: string;
  says: string;
  answer: string | null;
  /** what the worker was asked to bring, or what the matter waits for */
  waitingNote: string | null;
  dueSpoken: string | null;
  handlerUnit: string | null;
  moves: string[];
  events: { id: string; when: string; what: string; note: string | null }[];
};

type Row = CaseFacts & {
  id: string;
  number: string;
  version: number;
  title: string;
  content: string;
  answer: string | null;
  dueOn: Date | null;
  handlerUnitName: string | null;
  events: { id: string; at: string; kind: string; note: string | null }[] | null;
};

/** One own matter with what the worker may read of its course; another person's is not found. One statement. */
export async function myCase(permit: Permit<"my.cases">, id: string): Promise<MyCase> {
  await settleNotices(permit);
  const [row] = await db.$queryRaw<Row[]>`
    select c.id, c.number, c.version, c.title, c.content, c.answer, c.programme, c.stage_table as "stageTable", c.stage, c.status::text as status,
      c.person_id as "personId", c.unit_id as "unitId", c.created_by_id as "createdById",
      c.handler_unit_id as "handlerUnitId", c.handler_id as "handlerId", c.answered_by_id as "answeredById",
      c.promised_by_id as "promisedById", c.reopened_count as "reopenedCount", c.is_complaint as "isComplaint",
      c.accused_id as "accusedId", c.accused_unit_id as "accusedUnitId", c.decider, c.due_on as "dueOn", hu.name as "handlerUnitName",
      (select json_agg(json_build_object('id', e.id, 'at', e.at, 'kind', e.kind, 'note', e.note) order by e.id desc)
        from case_event e where e.case_id = c.id and e.is_public) as events
    from welfare_case c left join org_unit hu on hu.id = c.handler_unit_id
    where c.id = ${id}::uuid and ${casesWithin(permit)}`;
  if (!row) notFound();
  const { stages, spokenStages, spokenEvents, ownMoves } = tableOf(row.stageTable);
  const spoken = spokenStages[row.stage];
  const events = (row.events ?? []).filter(({ kind }) => kind in spokenEvents);
  const isWaiting = row.stage === "RETURNED" || row.stage === "ON_HOLD";

  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    content: row.content,
    short: spoken?.short ?? "",
    says: spoken?.says ?? "",
    answer: row.answer,
    waitingNote: isWaiting ? (events.find(({ kind }) => kind === "return" || kind === "hold")?.note ?? null) : null,
    dueSpoken: row.status === "open" && row.dueOn ? spokenDate(fromDateColumn(row.dueOn), permit.today) : null,
    handlerUnit: row.isComplaint ? null : row.handlerUnitName,
    // What the programme's own page does with its record is not offered here.
    moves: movesFor(stages, row, { accountId: permit.actor.accountId, reach: permit.reach }).filter(
      (move) => !ownMoves.includes(move),
    ),
    events: events.map(({ id: eventId, at, kind, note }) => ({
      id: eventId,
      when: spokenDate(civilOf(new Date(at)), permit.today),
      what: spokenEvents[kind] ?? "",
      note,
    })),
  };
}
