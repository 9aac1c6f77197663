import { fieldWords, objectWords, refusalWords } from "@/lib/audit/lines/words";
import { deedWord, outcomeWords } from "@/lib/audit/words";
import { roleList } from "@/lib/auth/words";
import { formatInstant } from "@/lib/dates";
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

/** Rows that stand after this place of the list; a hand-made place is none. */
export function before(at: string, id: string): Prisma.AuditEventWhereInput {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) return {};

  return { OR: [{ at: { lt: instant } }, { at: instant, id: { lt: id } }] };
}

/** A field as the pages call it; how its value is stored (encrypted, as an index, in 分) is nobody's business here. */
function fieldWord(field: string): string {
  return fieldWords[field.replace(/(Cipher|Index|Fen)$/, "")] ?? field;
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
    // "登录：登录" says nothing twice.
    object: row.verb === "signIn" ? "" : (objectWords[row.object] ?? row.object),
    objectId: row.objectId,
    subject: row.subjectId ? (numbers.get(row.subjectId) ?? "") : "",
    fields: [...new Set(row.fields.map(fieldWord))].join("、"),
    reason: row.verb === "signIn" ? (refusalWords[row.reason ?? ""] ?? "") : (row.reason ?? ""),
    isNotable: row.isNotable,
  };
}
