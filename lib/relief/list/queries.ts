import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { civilOf, fromDateColumn } from "@/lib/dates";
import type { ExportVerb } from "@/lib/exports/rules";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { needRank } from "@/lib/people/need/queries";
import { reliefWithin } from "@/lib/relief/files/queries";
import type { ReliefLine } from "@/lib/relief/ledger/words";
import type { ReliefFilter } from "@/lib/relief/list/schema";
import { needWords } from "@/lib/relief/list/words";
import { stageWord } from "@/lib/stages";
import { db, transact } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

type Reading = Permit<"relief.view"> | Permit<ExportVerb>;

export type ReliefList = Page<ReliefLine> & {
  total: number;
  /** 分, of everything the filter wants */
  askedFen: number;
  grantedFen: number;
  counts: Record<ReliefFilter["tab"], number>;
};

/** Lines that one print holds at most: more than a year of any bureau. */
const mostPrinted = 3_000;

type Row = {
  caseId: string;
  number: string;
  createdAt: Date;
  unit: string;
  name: string;
  personId: string;
  event: ReliefLine["event"];
  verifiers: string | null;
  askedFen: bigint;
  grantedFen: bigint | null;
  approver: string | null;
  approverId: string | null;
  paidFirstById: string | null;
  paidOn: Date | null;
  signedOn: Date | null;
  isSigned: boolean | null;
  fund: ReliefLine["fund"];
  stageTable: string;
  stage: string;
  status: string;
  dueOn: Date | null;
  paidFirstFen: bigint;
  committeeNo: string | null;
  isOverCap: boolean;
  need: number;
  isLeader: boolean;
  isOffice: boolean;
  isRetired: boolean;
  total: number;
  sumAsked: bigint;
  sumGranted: bigint;
};

const granted = Prisma.sql`coalesce(r.granted_fen, nullif(r.paid_first_fen, 0))`;

const source = Prisma.sql`emergency_relief r join welfare_case c on c.id = r.case_id join person p on p.id = r.person_id
  join org_unit u on u.id = r.unit_id left join org_unit t on t.id = u.top_unit_id
  left join lateral (select max(s.granted_on) as paid_on, max(s.signed_on) as signed_on,
      bool_and(s.signed_on is not null) as is_signed from sign_off s
    where s.case_id = r.case_id and s.reverses_id is null
      and not exists (select 1 from sign_off v where v.reverses_id = s.id)) s on true`;

const columns = Prisma.sql`r.case_id as "caseId", c.number, c.created_at as "createdAt", coalesce(t.name, u.name) as unit,
  p.name, p.id as "personId", r.event::text as event, r.asked_fen as "askedFen", ${granted} as "grantedFen",
  (select string_agg(v.name, '、' order by v.id) from person v where v.id = any(r.verifier_ids)) as verifiers,
  (select a.name from person a where a.id = coalesce(r.approver_id, r.paid_first_by_id)) as approver,
  r.approver_id as "approverId", r.paid_first_by_id as "paidFirstById", s.paid_on as "paidOn",
  s.signed_on as "signedOn", s.is_signed as "isSigned", r.fund::text as fund, c.stage_table as "stageTable", c.stage,
  c.status::text as status, c.due_on as "dueOn", r.paid_first_fen as "paidFirstFen", r.committee_no as "committeeNo",
  r.cap_reason is not null as "isOverCap", ${needRank} as need, p.is_leader as "isLeader",
  u.sphere = 'OFFICE' as "isOffice", p.status = 'RETIRED' as "isRetired"`;

/** RELIEF key = (need, leader, office, retired, complete, number), each the smaller the earlier (domain.md §14). */
const reliefKey = Prisma.sql`(${needRank}, p.is_leader::int, (u.sphere = 'OFFICE')::int, (p.status <> 'RETIRED')::int, c.created_at, c.number)`;

/** The ledger within reach, newest first or in the relief order, with its running totals. */
export async function listRelief(permit: Permit<"relief.view">, filter: ReliefFilter): Promise<ReliefList> {
  const where = Prisma.sql`${reliefWithin(permit)} and ${fitting(permit, filter)}`;
  const isByNeed = filter.order === "need";
  const orderBy = isByNeed ? reliefKey : Prisma.sql`r.case_id desc`;
  const rows = await db.$queryRaw<Row[]>`
    select ${columns}, n.total, n.asked as "sumAsked", n.granted as "sumGranted"
    from ${source} cross join (select count(*)::int as total, coalesce(sum(r.asked_fen), 0)::bigint as asked,
      coalesce(sum(${granted}), 0)::bigint as granted from ${source} where ${where}) n
    where ${where} and ${startOf(filter, isByNeed)} order by ${orderBy} limit ${pageSize + 1}`;
  const page = pageOf(rows, (row) => (isByNeed ? keyOf(row) : [row.caseId]), { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, permit, isByNeed)),
    total: rows[0]?.total ?? 0,
    askedFen: Number(rows[0]?.sumAsked ?? 0),
    grantedFen: Number(rows[0]?.sumGranted ?? 0),
    counts: await countTabs(permit),
  };
}

/** The whole ledger for paper, oldest first, in one audit row: a print leaves the portal. At most 3,000 lines. */
export async function wholeRelief(
  permit: Permit<"relief.view">,
  filter: ReliefFilter,
): Promise<{ rows: ReliefLine[]; isCut: boolean }> {
  const rows = await transact(async (tx) => {
    await recordAudit(tx, permit, { object: "emergency_relief", detail: { step: "print", tab: filter.tab } });

    return tx.$queryRaw<Row[]>`select ${columns} from ${source}
      where ${reliefWithin(permit)} and ${fitting(permit, filter)} order by r.case_id limit ${mostPrinted + 1}`;
  });

  return {
    rows: rows.slice(0, mostPrinted).map((row) => lineOf(row, permit, false)),
    isCut: rows.length > mostPrinted,
  };
}

/** How many lines the filter finds within reach. */
export async function countRelief(permit: Permit<ExportVerb>, filter: ReliefFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from ${source} where ${reliefWithin(permit)} and ${fitting(permit, filter)}`;

  return row?.n ?? 0;
}

/** Every line that the filter finds within reach, newest first, some 300 at a time: for a file. */
export async function* everyRelief(permit: Permit<ExportVerb>, filter: ReliefFilter): AsyncGenerator<ReliefLine[]> {
  let from = Prisma.sql`true`;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`select ${columns} from ${source}
      where ${reliefWithin(permit)} and ${fitting(permit, filter)} and ${from} order by r.case_id desc limit 300`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => lineOf(row, permit, false));
    from = Prisma.sql`r.case_id < ${last.caseId}::uuid`;
  }
}

/** One statement for the numbers on the tabs. */
async function countTabs(permit: Permit<"relief.view">): Promise<ReliefList["counts"]> {
  const count = (tab: ReliefFilter["tab"]) => Prisma.sql`count(*) filter (where ${inTab(tab)})::int`;
  const [row] = await db.$queryRaw<ReliefList["counts"][]>`
    select ${count("open")} as open, ${count("paid")} as paid, ${count("refused")} as refused, ${count("all")} as "all"
    from emergency_relief r join welfare_case c on c.id = r.case_id where ${reliefWithin(permit)}`;

  return row ?? { open: 0, paid: 0, refused: 0, all: 0 };
}

/** The filter as a condition on the ledger's source; figures and lists use this one function. */
export function fitting({ today }: Permit, filter: Omit<ReliefFilter, "after" | "order">): Prisma.Sql {
  const parts = [inTab(filter.tab)];
  if (filter.unit)
    parts.push(Prisma.sql`r.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.event) parts.push(Prisma.sql`r.event = ${filter.event}::"ReliefEvent"`);
  if (filter.year)
    parts.push(
      Prisma.sql`coalesce(s.signed_on, (c.created_at at time zone 'Asia/Shanghai')::date)
        between ${`${filter.year}-01-01`}::date and ${`${filter.year}-12-31`}::date`,
    );
  if (filter.only === "paidFirst") parts.push(Prisma.sql`r.paid_first_fen > 0`);
  if (filter.only === "papersLate")
    parts.push(Prisma.sql`(r.granted_fen is null and r.paperwork_due_on < ${today}::date and c.status = 'open')`);
  if (filter.only === "overCap") parts.push(Prisma.sql`r.cap_reason is not null`);
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(c.number ilike ${start} or p.staff_no = ${filter.q} or p.name like ${start})`);
  }

  return Prisma.join(parts, " and ");
}

function inTab(tab: ReliefFilter["tab"]): Prisma.Sql {
  switch (tab) {
    case "open":
      return Prisma.sql`c.status in ('open', 'waiting')`;
    case "paid":
      return Prisma.sql`(r.granted_fen is not null and c.stage in ('SIGNED', 'FOLLOW_UP', 'ARCHIVED'))`;
    case "refused":
      return Prisma.sql`(r.granted_fen is null and c.stage in ('REFUSED', 'ARCHIVED'))`;
    case "all":
      return Prisma.sql`c.status <> 'void'`;
  }
}

function startOf({ after }: ReliefFilter, isByNeed: boolean): Prisma.Sql {
  if (!isByNeed) {
    const [caseId] = decodeCursor(after, 1) ?? [];
    return caseId ? Prisma.sql`r.case_id < ${caseId}::uuid` : Prisma.sql`true`;
  }
  const [need, leader, office, working, at, number] = decodeCursor(after, 6) ?? [];

  return number
    ? Prisma.sql`${reliefKey} > (${need}::int, ${leader}::int, ${office}::int, ${working}::int, ${at}::timestamptz, ${number}::text)`
    : Prisma.sql`true`;
}

function keyOf(row: Row): string[] {
  const bits = [row.isLeader, row.isOffice, !row.isRetired].map((bit) => (bit ? "1" : "0"));

  return [String(row.need), ...bits, row.createdAt.toISOString(), row.number];
}

function lineOf(row: Row, permit: Reading, isByNeed: boolean): ReliefLine {
  const { isLeader, programmes, personId } = permit.reach;
  const isMasked = isLeader && !programmes.includes("relief");
  const isTheirs = [row.approverId, row.paidFirstById].includes(personId);
  const dueOn = row.dueOn && fromDateColumn(row.dueOn);

  return {
    caseId: row.caseId,
    number: row.number,
    reportedOn: civilOf(row.createdAt),
    unit: row.unit,
    name: isMasked ? maskName(row.name) : row.name,
    event: row.event,
    verifiers: row.verifiers ?? "",
    askedFen: Number(row.askedFen),
    grantedFen: row.grantedFen === null ? null : Number(row.grantedFen),
    approver: row.approver ?? "",
    paidOn: row.paidOn && fromDateColumn(row.paidOn),
    signedOn: row.isSigned && row.signedOn ? fromDateColumn(row.signedOn) : null,
    fund: row.fund,
    stage: stageWord(row.stageTable, row.stage),
    status: row.status,
    dueOn: row.status === "open" ? dueOn : null,
    isLate: row.status === "open" && dueOn !== null && dueOn < permit.today,
    paidFirstFen: Number(row.paidFirstFen),
    committeeNo: row.committeeNo,
    isOverCap: row.isOverCap,
    needWord: isByNeed ? orderWords(row) : null,
    mayOpen: !isMasked || (row.personId !== personId && (["ACCEPTED", "APPROVAL"].includes(row.stage) || isTheirs)),
  };
}

/** The keys of the relief order beside the place, so that nobody has to believe it. */
function orderWords(row: Row): string {
  return [
    needWords[row.need] ?? "",
    row.isLeader ? "领导" : "职工",
    row.isOffice ? "机关" : "基层",
    row.isRetired ? "退休" : "在职",
  ].join(" · ");
}
