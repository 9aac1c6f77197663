import "server-only";
import { fieldWords, objectWords, refusalWords } from "@/lib/audit/lines/words";
import type { AuditFilter } from "@/lib/audit/schema";
import { deedWord, outcomeWords } from "@/lib/audit/words";
import type { Permit } from "@/lib/auth/permit";
import { roleList } from "@/lib/auth/words";
import { addDays, formatInstant, instantAt } from "@/lib/dates";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** What is read of a row; the encrypted values never are. */
export const columns = {
  id: true,
  at: true,
  actorName: true,
  actorRole: true,
  verb: true,
  outcome: true,
  object: true,
  objectId: true,
  subjectId: true,
  reason: true,
  channel: true,
  ip: true,
  sessionId: true,
  requestId: true,
  fields: true,
  detail: true,
  isNotable: true,
} as const satisfies Prisma.AuditEventSelect;

export type StoredEvent = Prisma.AuditEventGetPayload<{ select: typeof columns }>;

/** A row of the log as the auditor sees it. Of the person concerned only the 工号; before and after values stay encrypted. */
export type AuditLine = {
  id: string;
  at: string;
  who: string;
  role: string;
  deed: string;
  outcome: string;
  isRefused: boolean;
  object: string;
  objectId: string | null;
  subject: string;
  fields: string;
  reason: string;
  isNotable: boolean;
};

/** The log of the own bureau, and the sign-ins of nobody in particular. */
export function within(permit: Permit): Prisma.AuditEventWhereInput {
  return { OR: [{ bureauId: permit.reach.bureauId }, { bureauId: null }] };
}

/** Rows that stand after this place of the list; a hand-made place is none. */
export function before(at: string, id: string): Prisma.AuditEventWhereInput {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) return {};

  return { OR: [{ at: { lt: instant } }, { at: instant, id: { lt: id } }] };
}

/** The filter of the page as a condition; an unknown 工号 finds nothing, not everything. */
export async function whereOf(
  reader: Tx,
  permit: Permit,
  filter: Omit<AuditFilter, "after">,
): Promise<Prisma.AuditEventWhereInput> {
  const [actors, subject] = await Promise.all([
    filter.who ? accountsOf(reader, permit, filter.who) : undefined,
    filter.subject ? personOf(reader, permit, filter.subject) : undefined,
  ]);
  const at = {
    ...(filter.from ? { gte: instantAt(filter.from, "00:00") } : {}),
    ...(filter.to ? { lt: instantAt(addDays(filter.to, 1), "00:00") } : {}),
  };

  return {
    ...within(permit),
    ...(actors ? { actorId: { in: actors } } : {}),
    ...(filter.subject ? { subjectId: { in: subject ? [subject] : [] } } : {}),
    ...(filter.verb ? { verb: filter.verb } : {}),
    ...(filter.outcome ? { outcome: filter.outcome } : {}),
    ...(filter.object ? { objectId: filter.object } : {}),
    ...(filter.notable ? { isNotable: true } : {}),
    ...(filter.from || filter.to ? { at } : {}),
  };
}

async function accountsOf(reader: Tx, permit: Permit, staffNo: string): Promise<string[]> {
  const accounts = await reader.account.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      OR: [{ loginName: staffNo.toUpperCase() }, { person: { staffNo: staffNo.toUpperCase() } }],
    },
    select: { id: true },
  });

  return accounts.map(({ id }) => id);
}

async function personOf(reader: Tx, permit: Permit, staffNo: string): Promise<string | undefined> {
  const person = await reader.person.findFirst({
    where: { staffNo: staffNo.toUpperCase(), bureauId: permit.reach.bureauId },
    select: { id: true },
  });

  return person?.id;
}

/** 工号 of the persons concerned: all that the auditor learns of them. */
export async function staffNumbers(rows: readonly { subjectId: string | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId).filter((id) => id !== null))];
  const persons = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, staffNo: true } });

  return new Map(persons.map(({ id, staffNo }) => [id, staffNo]));
}

/** A stored row in words. */
export function lineOf(row: StoredEvent, numbers: Map<string, string>): AuditLine {
  return {
    id: row.id,
    at: formatInstant(row.at),
    who: row.actorName,
    role: roleList(row.actorRole),
    deed: deedWord(row.verb),
    outcome: outcomeWords[row.outcome],
    isRefused: row.outcome !== "DONE",
    object: objectWords[row.object] ?? row.object,
    objectId: row.objectId,
    subject: row.subjectId ? (numbers.get(row.subjectId) ?? "") : "",
    fields: row.fields.map((field) => fieldWords[field] ?? field).join("、"),
    reason: row.verb === "signIn" ? (refusalWords[row.reason ?? ""] ?? "") : (row.reason ?? ""),
    isNotable: row.isNotable,
  };
}
