import "server-only";
import { staffNumbers, whereOf, within } from "@/lib/audit/lines/queries";
import { before, columns, lineOf, type AuditLine } from "@/lib/audit/lines/rules";
import type { AuditFilter } from "@/lib/audit/schema";
import type { Permit } from "@/lib/auth/permit";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";

/** A page of the log, newest first. */
export async function listEvents(permit: Permit<"audit.view">, filter: AuditFilter): Promise<Page<AuditLine>> {
  const where = await whereOf(db, permit, filter);
  const [at, id] = decodeCursor(filter.after, 2) ?? [];
  const since = at && id ? before(at, id) : {};
  const rows = await db.auditEvent.findMany({
    where: { AND: [where, since] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: columns,
  });
  const page = pageOf(rows, ({ at: shown, id: last }) => [shown.toISOString(), last], { cursor: filter.after });
  const numbers = await staffNumbers(permit, page.rows);

  return { ...page, rows: page.rows.map((row) => lineOf(row, numbers)) };
}

/** What the auditor reads first: notable rows of the last 30 days, at most 20. */
export async function listNotable(permit: Permit<"audit.view">): Promise<AuditLine[]> {
  const rows = await db.auditEvent.findMany({
    where: { ...within(permit), isNotable: true, at: { gt: new Date(permit.now.getTime() - 30 * 24 * 3_600_000) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
    select: columns,
  });
  const numbers = await staffNumbers(permit, rows);

  return rows.map((row) => lineOf(row, numbers));
}

export type AuditView = AuditLine & {
  facts: { label: string; value: string }[];
  ip: string;
  channel: string;
  sessionId: string;
  requestId: string;
};

/** One row of the log in full; undefined when it does not exist. */
export async function viewEvent(permit: Permit<"audit.view">, id: string): Promise<AuditView | undefined> {
  const row = await db.auditEvent.findFirst({ where: { ...within(permit), id }, select: columns });
  if (!row) return undefined;
  const facts = Object.entries((row.detail ?? {}) as Record<string, unknown>);

  return {
    ...lineOf(row, await staffNumbers(permit, [row])),
    facts: facts.map(([label, value]) => ({ label, value: typeof value === "string" ? value : JSON.stringify(value) })),
    ip: row.ip ?? "",
    channel: row.channel ?? "",
    sessionId: row.sessionId ?? "",
    requestId: row.requestId ?? "",
  };
}
