import "server-only";
import { monthColumn } from "@/lib/dormitories/utilities/rules";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, formatInstant, fromDateColumn, monthOf, type CivilMonth } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import type { ShareLine } from "@/lib/dormitories/utilities/ledger/words";
import type { BillFilter } from "@/lib/dormitories/utilities/schema";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db, type Tx } from "@/prisma/client";
import type { Prisma, UtilityBill, UtilityBillLine } from "@/prisma/generated/client";

export type BillLine = Pick<UtilityBill, "id" | "state" | "costFen" | "sharedFen" | "nights" | "heads" | "reason"> & {
  siteId: string;
  site: string;
  month: CivilMonth;
  isCounter: boolean;
  postedOn: string | null;
};
export type BillList = Page<BillLine> & { total: { bills: number; costFen: bigint; sharedFen: bigint } };

function fitting(permit: Permit, { site, year, state }: BillFilter): Prisma.UtilityBillWhereInput {
  const states = {
    settled: { state: "SETTLED" },
    confirmed: { state: "CONFIRMED", reversesId: null },
    reversed: { OR: [{ state: "REVERSED" }, { reversesId: { not: null } }] },
  } as const satisfies Record<string, Prisma.UtilityBillWhereInput>;

  return {
    bureauId: permit.reach.bureauId,
    site: sitesWithin(permit),
    ...(site ? { siteId: site } : {}),
    ...(year ? { month: { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-01`) } } : {}),
    ...(state ? states[state] : { state: { not: "VOID" } }),
  };
}

/** Settlements and counter entries within reach, the latest month first, with the sum of all that the filter wants. */
export async function listBills(permit: Permit<"dormitories.living">, filter: BillFilter): Promise<BillList> {
  const where = fitting(permit, filter);
  const [month, id] = decodeCursor(filter.after, 2) ?? [];
  const from: Prisma.UtilityBillWhereInput =
    month && id ? { OR: [{ month: { lt: dateColumn(month) } }, { month: dateColumn(month), id: { lt: id } }] } : {};
  const [rows, total] = await Promise.all([
    db.utilityBill.findMany({
      where: { AND: [where, from] },
      orderBy: [{ month: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      include: { site: { select: { name: true } } },
    }),
    sumOfBills(permit, filter),
  ]);
  const page = pageOf(rows, (row) => [fromDateColumn(row.month), row.id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map(lineOf),
    total,
  };
}

/** What all settlements of a filter come to, in 分. */
export async function sumOfBills(permit: Permit, filter: Omit<BillFilter, "after">): Promise<BillList["total"]> {
  const sums = await db.utilityBill.aggregate({
    where: fitting(permit, filter),
    _count: true,
    _sum: { costFen: true, sharedFen: true },
  });

  return { bills: sums._count, costFen: sums._sum.costFen ?? 0n, sharedFen: sums._sum.sharedFen ?? 0n };
}

function lineOf({ site, month, reversesId, postedOn, ...row }: UtilityBill & { site: { name: string } }): BillLine {
  return {
    id: row.id,
    state: row.state,
    costFen: row.costFen,
    sharedFen: row.sharedFen,
    nights: row.nights,
    heads: row.heads,
    reason: row.reason,
    siteId: row.siteId,
    site: site.name,
    month: monthOf(fromDateColumn(month)),
    isCounter: reversesId !== null,
    postedOn: postedOn && fromDateColumn(postedOn),
  };
}

export type BillView = {
  id: string;
  version: number;
  state: UtilityBill["state"];
  isCounter: boolean;
  nights: number;
  heads: number;
  costFen: bigint;
  sharedFen: bigint;
  lines: UtilityBillLine[];
  shares: ShareLine[];
  settledBy: string;
  settledById: string;
  settledAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  postedOn: string | null;
  reason: string | null;
};

const parts = {
  lines: true,
  shares: { orderBy: [{ place: "asc" }, { id: "asc" }], include: { person: { select: { name: true } } } },
} as const satisfies Prisma.UtilityBillInclude;

/** Every settlement of one site and month, the latest first: the one in force, what waits, what was reversed or sent back. */
export async function billsOf(
  permit: Permit<"dormitories.living">,
  { siteId, month }: { siteId: string; month: CivilMonth },
): Promise<BillView[]> {
  const bills = await db.utilityBill.findMany({
    where: { siteId, site: sitesWithin(permit), month: monthColumn(month) },
    orderBy: { settledAt: "desc" },
    include: parts,
  });
  const names = await namesOf(
    db,
    permit,
    bills.flatMap(({ settledById, confirmedById }) => [settledById, confirmedById]),
  );

  return bills.map((bill) => viewOf(bill, names));
}

/** The settlement that hangs at the door, to be printed or taken out; not found unless it was confirmed. */
export async function doorSheet(
  permit: Permit,
  billId: string,
): Promise<BillView & { siteId: string; site: string; month: CivilMonth }> {
  const bill = await db.utilityBill.findFirst({
    where: { id: billId, site: sitesWithin(permit), state: { in: ["CONFIRMED", "REVERSED"] } },
    include: { ...parts, site: { select: { name: true } } },
  });
  if (!bill) notFound();
  const names = await namesOf(db, permit, [bill.settledById, bill.confirmedById]);

  return {
    ...viewOf(bill, names),
    siteId: bill.siteId,
    site: bill.site.name,
    month: monthOf(fromDateColumn(bill.month)),
  };
}

async function namesOf(
  reader: Pick<Tx, "account">,
  _permit: Permit,
  accountIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const accounts = await reader.account.findMany({
    where: { id: { in: accountIds.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });

  return new Map(accounts.map(({ id, person }) => [id, person.name]));
}

type Row = Prisma.UtilityBillGetPayload<{ include: typeof parts }>;

function viewOf(bill: Row, names: ReadonlyMap<string, string>): BillView {
  return {
    id: bill.id,
    version: bill.version,
    state: bill.state,
    isCounter: bill.reversesId !== null,
    nights: bill.nights,
    heads: bill.heads,
    costFen: bill.costFen,
    sharedFen: bill.sharedFen,
    lines: bill.lines,
    shares: bill.shares.map(({ person, ...share }) => ({ ...share, name: maskName(person.name) })),
    settledBy: names.get(bill.settledById) ?? "",
    settledById: bill.settledById,
    settledAt: formatInstant(bill.settledAt),
    confirmedBy: bill.confirmedById && (names.get(bill.confirmedById) ?? ""),
    confirmedAt: bill.confirmedAt && formatInstant(bill.confirmedAt),
    postedOn: bill.postedOn && fromDateColumn(bill.postedOn),
    reason: bill.reason,
  };
}
