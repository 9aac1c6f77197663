import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant, fromDateColumn } from "@/lib/dates";
import type { RepairFilter } from "@/lib/dormitories/list/schema";
import { residentsWithin, type Reading } from "@/lib/dormitories/reach/queries";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { stageWord } from "@/lib/stages";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { RepairKind } from "@/prisma/generated/enums";

export type RepairLine = {
  id: string;
  version: number;
  caseId: string;
  number: string;
  where: string;
  kind: RepairKind;
  isUrgent: boolean;
  isLate: boolean;
  text: string;
  stage: string;
  reportedAt: string;
  due: string;
  repairer: string | null;
  costFen: bigint | null;
  doneOn: string | null;
  acceptor: string | null;
  acceptedAt: string | null;
};
export type RepairList = Page<RepairLine> & {
  counts: Record<RepairFilter["tab"], number>;
  /** what all rows of the filter cost */
  costFen: bigint;
};

type Row = {
  id: string;
  version: number;
  caseId: string;
  number: string;
  where: string;
  kind: RepairKind;
  isUrgent: boolean;
  isLate: boolean;
  text: string;
  stageTable: string;
  stage: string;
  createdAt: Date;
  dueAt: Date | null;
  dueOn: Date | null;
  repairer: string | null;
  costFen: bigint | null;
  doneOn: Date | null;
  acceptor: string | null;
  acceptedAt: Date | null;
};

const isOpen = Prisma.sql`c.status in ('open', 'waiting')`;

/** An urgent repair is late by the minute, another one by the day. */
function late({ now, today }: Permit): Prisma.Sql {
  return Prisma.sql`(${isOpen} and (k.due_at < ${now} or (k.due_at is null and c.due_on < ${today}::date)))`;
}

/** 维修台账 of the people within reach, the newest first; open ones, late ones and those that were repaired. */
export async function listRepairs(permit: Permit<Reading>, filter: RepairFilter, size = pageSize): Promise<RepairList> {
  const parts: Record<RepairFilter["tab"], Prisma.Sql> = {
    open: isOpen,
    late: late(permit),
    unaccepted: Prisma.sql`(c.status <> 'void' and k.repairer_id is not null and k.accepted_by_id is null)`,
    done: Prisma.sql`c.status in ('answered', 'closed')`,
    all: Prisma.sql`c.status <> 'void'`,
  };
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const from = after ? Prisma.sql`k.id < ${after}::uuid` : Prisma.sql`true`;
  const at = filter.site ? Prisma.sql`k.site_id = ${filter.site}::uuid` : Prisma.sql`true`;
  const within = Prisma.sql`${residentsWithin(permit, Prisma.sql`k.site_id`)} and ${at} and ${doneIn(filter.year)}`;
  const rows = await db.$queryRaw<Row[]>`
    select k.id, k.version, c.id as "caseId", c.number, d.name || coalesce(r.building || r.name || '室', '') as "where",
      k.kind::text as kind, k.is_urgent as "isUrgent", ${late(permit)} is true as "isLate", c.content as text,
      c.stage_table as "stageTable", c.stage, k.created_at as "createdAt", k.due_at as "dueAt", c.due_on as "dueOn",
      w.name as repairer, k.cost_fen as "costFen", k.done_on as "doneOn", a.name as acceptor, k.accepted_at as "acceptedAt"
    from repair_ticket k join welfare_case c on c.id = k.case_id join person p on p.id = k.reporter_id
      join dorm_site d on d.id = k.site_id left join dorm_room r on r.id = k.room_id left join person w on w.id = k.repairer_id
      left join person a on a.id = k.accepted_by_id
    where ${within} and ${parts[filter.tab]} and ${from} order by k.id desc limit ${size + 1}`;
  const count = (tab: RepairFilter["tab"]) => Prisma.sql`count(*) filter (where ${parts[tab]})::int`;
  const [sums] = await db.$queryRaw<(RepairList["counts"] & { costFen: bigint })[]>`
    select ${count("open")} as open, ${count("late")} as late, ${count("unaccepted")} as unaccepted,
      ${count("done")} as done, ${count("all")} as "all",
      coalesce(sum(k.cost_fen) filter (where ${parts[filter.tab]}), 0)::bigint as "costFen"
    from repair_ticket k join welfare_case c on c.id = k.case_id join person p on p.id = k.reporter_id
    where ${within}`;
  const { costFen = 0n, ...counts } = sums ?? { open: 0, late: 0, unaccepted: 0, done: 0, all: 0 };
  const page = pageOf(rows, ({ id }) => [id], { cursor: filter.after, size });

  return { ...page, rows: page.rows.map(lineOf), counts, costFen };
}

function doneIn(year: string | undefined): Prisma.Sql {
  if (!year) return Prisma.sql`true`;

  return Prisma.sql`k.done_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`;
}

/** The register page by page. */
export async function* everyRepair(
  permit: Permit<Reading>,
  filter: Omit<RepairFilter, "after">,
): AsyncIterable<RepairLine[]> {
  let after: string | undefined;
  do {
    const page: RepairList = await listRepairs(permit, { ...filter, after }, 500);
    yield page.rows;
    after = page.next ?? undefined;
  } while (after);
}

/** The register in one piece for paper. */
export async function wholeRepairs(
  permit: Permit<Reading>,
  filter: Omit<RepairFilter, "after">,
): Promise<RepairLine[]> {
  const rows: RepairLine[] = [];
  for await (const page of everyRepair(permit, filter)) rows.push(...page);

  return rows;
}

function lineOf({ stageTable, stage, createdAt, dueAt, dueOn, doneOn, acceptedAt, ...row }: Row): RepairLine {
  return {
    ...row,
    stage: stageWord(stageTable, stage),
    reportedAt: formatInstant(createdAt),
    due: dueAt ? `${formatInstant(dueAt)} 前` : dueOn ? `${fromDateColumn(dueOn)} 前` : "—",
    doneOn: doneOn && fromDateColumn(doneOn),
    acceptedAt: acceptedAt && formatInstant(acceptedAt),
  };
}
