import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import type { SignOffLine } from "@/lib/cases/sign-offs/ledger/rules";
import { signOffsWithin } from "@/lib/cases/sign-offs/queries";
import { stateOf } from "@/lib/cases/sign-offs/rules";
import type { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { busyProxies } from "@/lib/cases/sign-offs/sums/queries";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import type { ExportVerb } from "@/lib/exports/rules";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db, transact } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Rows that one print holds at most: a year of a large programme. */
const mostPrinted = 3_000;

export type SignOffList = Page<SignOffLine> & {
  /** money of all rows that fit the filter, 分 */
  totalFen: number;
  count: number;
};

/** The ledger as a list, newest first: what this permit reaches and the filter wants, with the running total. */
export async function listSignOffs(permit: Permit<"cases.viewSignOffs">, filter: SignOffFilter): Promise<SignOffList> {
  const where = whereOf(permit, filter);
  const after = decodeCursor(filter.after, 1)?.[0];
  const [rows, sums] = await Promise.all([
    db.signOff.findMany({
      where: { AND: [where, ...(after ? [{ id: { lt: after } }] : [])] },
      include: shown,
      orderBy: { id: "desc" },
      take: pageSize + 1,
    }),
    db.signOff.aggregate({ where: { AND: [where, { kind: "MONEY" }] }, _sum: { amountFen: true } }),
  ]);
  const page = pageOf(rows, (row) => [row.id], { cursor: filter.after });
  const count = await db.signOff.count({ where, take: 10_001 });

  return { ...page, rows: await linesOf(permit, page.rows), totalFen: Number(sums._sum.amountFen ?? 0n), count };
}

/**
 * The whole ledger for paper or Excel, by unit and name, in one audit row: a print leaves the portal.
 * @returns at most 3,000 rows; `isCut` says that there are more
 */
export async function wholeLedger(
  permit: Permit<"cases.viewSignOffs">,
  filter: SignOffFilter,
): Promise<{ rows: SignOffLine[]; isCut: boolean }> {
  const rows = await transact(async (tx) => {
    const { after: _, ...asked } = filter;
    await recordAudit(tx, permit, { object: "sign_off", detail: { step: "print", ...definedOf(asked) } });

    return tx.signOff.findMany({
      where: whereOf(permit, filter),
      include: shown,
      orderBy: [{ unit: { sortNo: "asc" } }, { unitId: "asc" }, { id: "asc" }],
      take: mostPrinted + 1,
    });
  });

  return { rows: await linesOf(permit, rows.slice(0, mostPrinted)), isCut: rows.length > mostPrinted };
}

/** How many rows of the ledger the filter finds within reach, up to 20,001. */
export async function countSignOffs(permit: Permit<ExportVerb>, filter: SignOffFilter): Promise<number> {
  return db.signOff.count({ where: whereOf(permit, filter), take: 20_001 });
}

/** Every row of the ledger that the filter finds within reach, newest first, some 300 at a time: for a file. */
export async function* everySignOff(permit: Permit<ExportVerb>, filter: SignOffFilter): AsyncGenerator<SignOffLine[]> {
  for (let after: string | undefined; ;) {
    const rows = await db.signOff.findMany({
      where: { AND: [whereOf(permit, filter), ...(after ? [{ id: { lt: after } }] : [])] },
      include: shown,
      orderBy: { id: "desc" },
      take: 300,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield linesOf(permit, rows);
    after = last.id;
  }
}

/** What one person received, as that person's file shows it: within reach, newest first, the latest fifty. */
export async function receivedBy(permit: Permit<"cases.viewSignOffs">, personId: string): Promise<SignOffLine[]> {
  return latest(permit, { OR: [{ personId }, { personId: null, household: { persons: { some: { id: personId } } } }] });
}

/** What a household received through whomever of it, within reach, newest first, the latest fifty. */
export async function receivedByHousehold(
  permit: Permit<"cases.viewSignOffs">,
  householdId: string,
): Promise<SignOffLine[]> {
  return latest(permit, { OR: [{ householdId }, { person: { householdId } }] });
}

/** 「我收到的」: own rows and those of the own household as such. Corrected ones stay, so that nobody wonders. */
export async function myReceived(permit: Permit<"my.received">): Promise<SignOffLine[]> {
  const lines = await latest(permit, { reversesId: null });

  return lines;
}

async function latest(permit: Permit, where: Prisma.SignOffWhereInput): Promise<SignOffLine[]> {
  const rows = await db.signOff.findMany({
    where: { AND: [where, signOffsWithin(permit)] },
    include: shown,
    orderBy: { id: "desc" },
    take: 50,
  });

  return linesOf(permit, rows);
}

const shown = {
  person: { select: { name: true, staffNo: true } },
  household: { select: { head: { select: { name: true, staffNo: true } } } },
  unit: { select: { name: true, topUnitId: true } },
  reversedBy: { select: { id: true } },
} as const satisfies Prisma.SignOffInclude;

type Row = Prisma.SignOffGetPayload<{ include: typeof shown }>;

async function linesOf(permit: Permit, rows: readonly Row[]): Promise<SignOffLine[]> {
  const topIds = [...new Set(rows.map(({ unit }) => unit.topUnitId).filter((id) => id !== null))];
  const campaigns = rows.filter(({ relation }) => relation !== null).map(({ campaignId }) => campaignId);
  const [tops, busy] = await Promise.all([
    db.orgUnit.findMany({ where: { id: { in: topIds } }, select: { id: true, name: true } }),
    busyProxies(
      permit,
      campaigns.filter((id) => id !== null),
    ),
  ]);
  const topNames = new Map(tops.map(({ id, name }) => [id, name]));

  return rows.map((row) => lineOf(row, topNames, busy));
}

function lineOf(row: Row, topNames: Map<string, string>, busy: Set<string>): SignOffLine {
  const who = row.person ?? row.household?.head;
  const signedOn = row.signedOn && fromDateColumn(row.signedOn);

  return {
    id: row.id,
    state: stateOf({ signedOn, isReversed: row.reversedBy !== null, isReversal: row.reversesId !== null }),
    name: row.person ? row.person.name : `${who?.name ?? ""}（户）`,
    staffNo: who?.staffNo ?? "",
    personId: row.personId,
    unit: topNames.get(row.unit.topUnitId ?? "") ?? row.unit.name,
    programme: row.programme,
    campaignId: row.campaignId,
    kind: row.kind,
    what: row.what,
    quantity: row.quantity,
    amountFen: Number(row.amountFen),
    grantedOn: fromDateColumn(row.grantedOn),
    signedOn,
    receivedBy: row.receivedBy,
    relation: row.relation,
    mode: row.mode,
    voucherNo: row.voucherNo,
    reason: row.reason,
    isBusyProxy: row.relation !== null && busy.has(`${row.campaignId ?? ""}|${row.receivedBy ?? ""}`),
  };
}

function whereOf(permit: Permit, filter: SignOffFilter): Prisma.SignOffWhereInput {
  const { programme, unit, year, state, kind, campaign, person } = filter;
  const parts: Prisma.SignOffWhereInput[] = [signOffsWithin(permit)];
  if (programme) parts.push({ programme });
  if (unit) parts.push({ OR: [{ unitId: unit }, { unit: { topUnitId: unit } }] });
  if (year && year !== "all")
    parts.push({ grantedOn: { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-31`) } });
  if (kind) parts.push({ kind });
  if (campaign) parts.push({ campaignId: campaign });
  if (person) parts.push({ personId: person });
  if (state === "waiting") parts.push({ signedOn: null, reversesId: null, reversedBy: null });
  if (state === "signed") parts.push({ signedOn: { not: null }, reversesId: null, reversedBy: null });
  if (state === "reversed") parts.push({ OR: [{ reversesId: { not: null } }, { reversedBy: { isNot: null } }] });

  return { AND: parts };
}

function definedOf(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
