import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { RowLine } from "@/lib/hardship/campaigns/list/rules";
import type { RowFilter, RowState } from "@/lib/hardship/campaigns/list/schema";
import { settleCampaigns } from "@/lib/hardship/campaigns/notice/commands";
import { rowsWithin, seesNames } from "@/lib/hardship/campaigns/reach/queries";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

export type RowList = Page<RowLine> & { total: number; amountFen: bigint };

type Row = RowLine & { sortKey: string; pinyin: string; total: number; sum: bigint };

/**
 * `visit_row r` with whom, where and the living sign-off `g`; all figures and lists of a campaign read from here. The
 * `limit 1` keeps the look at the sign-off beside its row: on tables that were just filled the planner knows no better
 * than to compare every sign-off with every other one for each row.
 */
export const rowTables = Prisma.sql`visit_row r join person p on p.id = r.person_id join org_unit u on u.id = r.unit_id
  left join org_unit t on t.id = u.top_unit_id
  left join lateral (select s.* from sign_off s where s.id = r.sign_off_id
    and not exists (select 1 from sign_off b where b.reverses_id = s.id) limit 1) g on true`;

const on = Prisma.sql`r.taken_off_at is null`;
const planned = Prisma.sql`(${on} and not r.is_left_out)`;

/** The condition behind each figure and the list that its link opens. */
export function inState(_permit: Permit, state: RowState): Prisma.Sql {
  switch (state) {
    case "planned":
      return planned;
    case "granted":
      return Prisma.sql`(${planned} and g.id is not null)`;
    case "signed":
      return Prisma.sql`(${planned} and g.signed_on is not null)`;
    case "waiting":
      return Prisma.sql`(${planned} and g.signed_on is null)`;
    case "visited":
      return Prisma.sql`(${planned} and r.visited_on is not null)`;
    case "notMet":
      return Prisma.sql`(${planned} and g.signed_on is null and r.not_met_reason is not null)`;
    case "held":
      return Prisma.sql`(${planned} and g.id is null)`;
    case "leftOut":
      return Prisma.sql`(${on} and r.is_left_out)`;
    case "asked":
      return Prisma.sql`(${on} and r.off_asked_reason is not null)`;
    case "byHand":
      return Prisma.sql`(${on} and r.place_by_hand is not null)`;
    case "off":
      return Prisma.sql`r.taken_off_at is not null`;
  }
}

/** A page of the households of a campaign within reach: in the order of the list once it is frozen, before by unit and name. */
export async function listRows(
  permit: Permit<"hardship.view">,
  campaignId: string,
  filter: RowFilter,
): Promise<RowList> {
  await settleCampaigns(permit);
  const where = fittingRows(permit, campaignId, filter);
  const after = decodeCursor(filter.after, 4);
  const from = after
    ? Prisma.sql`(${orderKeys}) > (${after[0]}::text, ${after[1]}::text, ${after[2]}::text, ${after[3]}::uuid)`
    : Prisma.sql`true`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<Row[]>`select ${rowColumns(permit)} from ${rowTables} left join hardship_file f on f.id = r.file_id
        left join visit_group w on w.id = r.group_id
      where ${where} and ${from} order by ${orderKeys} limit ${pageSize + 1}`,
    db.$queryRaw<{ total: number; sum: bigint }[]>`
      select count(*)::int as total, coalesce(sum(r.amount_fen), 0)::bigint as sum from ${rowTables} where ${where}`,
  ]);
  const page = pageOf(rows, (row) => [row.orderNo, row.sortKey, row.pinyin, row.id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, permit)),
    total: sums?.total ?? 0,
    amountFen: sums?.sum ?? 0n,
  };
}

/** Rows of one paper or file at most; a campaign has a few hundred. */
const mostPrinted = 3_000;

/** Every household that fits, by the list's order; for paper and Excel. */
export async function everyRow(permit: Permit, campaignId: string, filter: RowFilter): Promise<RowLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${rowColumns(permit)} from ${rowTables} left join hardship_file f on f.id = r.file_id
      left join visit_group w on w.id = r.group_id
    where ${fittingRows(permit, campaignId, filter)} order by ${orderKeys} limit ${mostPrinted}`;

  return rows.map((row) => lineOf(row, permit));
}

export async function countRows(permit: Permit, campaignId: string, filter: RowFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from ${rowTables} where ${fittingRows(permit, campaignId, filter)}`;

  return row?.total ?? 0;
}

const sortKey = Prisma.sql`lpad(coalesce(t.sort_no, u.sort_no)::text, 6, '0') collate "C"`;
const orderKeys = Prisma.sql`r.order_no collate "C", ${sortKey}, p.pinyin collate "C", r.id`;

function rowColumns(permit: Permit): Prisma.Sql {
  const seesCause = permit.reach.programmes.includes("hardship");

  return Prisma.sql`r.id, p.name, p.staff_no as "staffNo", coalesce(t.name, u.name) as unit, r.category::text as category,
    r.level::text as level, ${seesCause ? Prisma.sql`f.main_cause::text` : Prisma.sql`null::text`} as cause, r.reason,
    r.order_no as "orderNo", r.amount_fen as "amountFen", r.is_left_out as "isLeftOut",
    coalesce(r.is_retired, p.status = 'RETIRED') as "isRetired", r.off_asked_reason as "offAskedReason",
    r.taken_off_reason as "takenOffReason", to_char(g.signed_on, 'YYYY-MM-DD') as "signedOn", g.id is not null as "isGranted",
    r.not_met_reason::text as "notMetReason", w.name as "group", ${sortKey} as "sortKey", p.pinyin`;
}

function fittingRows(permit: Permit, campaignId: string, { state, unit, category, q }: RowFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`r.campaign_id = ${campaignId}::uuid and p.bureau_id = ${permit.reach.bureauId}::uuid`,
    rowsWithin(permit),
    inState(permit, state),
  ];
  if (unit) parts.push(Prisma.sql`${unit}::uuid in (u.id, u.top_unit_id)`);
  if (category) parts.push(Prisma.sql`r.category = ${category}::"VisitCategory"`);
  if (q && seesNames(permit))
    parts.push(Prisma.sql`(p.staff_no = ${q} or p.name like ${`${q.replaceAll(/[\\%_]/g, "\\$&")}%`})`);

  return Prisma.join(parts, " and ");
}

function lineOf(row: Row, permit: Permit): RowLine {
  const { sortKey: _sort, pinyin: _pinyin, total: _total, sum: _sum, ...line } = row;

  return seesNames(permit) ? line : { ...line, name: maskName(line.name), staffNo: "" };
}
