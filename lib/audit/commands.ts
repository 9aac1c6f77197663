import "server-only";
import { db, type Tx } from "@/prisma/client";
import type { Actor, Permit } from "@/lib/auth/permit";
import type { Verb } from "@/lib/auth/verbs";
import { now } from "@/lib/clock";
import { encryptField } from "@/lib/crypto";
import { newId } from "@/lib/id";
import { asRecords } from "@/lib/records";
import { Prisma } from "@/prisma/generated/client";

export type AuditEntry = {
  /** table or kind of thing that was touched, e.g. "welfare_case" */
  object: string;
  objectId?: string | undefined;
  /** the person whose data were touched; that person sees the row under 「谁看过我的信息」 */
  subjectId?: string | null | undefined;
  reason?: string | undefined;
  channel?: string | undefined;
  /** names of the fields that were changed or revealed */
  fields?: string[];
  /** facts without personal data: counts, codes, stages */
  detail?: Prisma.InputJsonObject;
  /** before and after values; encrypted */
  values?: object;
  /** administrators' grants and class-3 reads: shown to the auditor first */
  isNotable?: boolean;
};

/**
 * Writes the audit row of an act or a sensitive read, in the transaction of that act:
 * no act without its row, no row without its act. The verb comes from the permit.
 */
export async function recordAudit(tx: Tx, permit: Permit, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: rowOf(permit.actor, permit.verb, "DONE", entry, permit.requestId) });
}

/** The audit rows of one act on many things, in one statement. */
export async function recordAudits(tx: Tx, permit: Permit, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => rowOf(permit.actor, permit.verb, "DONE", entry, permit.requestId));
  await tx.$executeRaw`
    insert into audit_event select * from jsonb_populate_recordset(null::audit_event, ${asRecords(rows)}::jsonb)`;
}

/**
 * The audit row as an INSERT inside a larger statement, one for each row of `source` (a table or CTE with none or one):
 * for an act that is a single statement, because a rush cannot afford a second round trip. Without `detail` and `values`.
 */
export function auditInsert(
  permit: Permit,
  entry: Omit<AuditEntry, "detail" | "values" | "fields">,
  source: Prisma.Sql,
): Prisma.Sql {
  const row = rowOf(permit.actor, permit.verb, "DONE", entry, permit.requestId);

  return Prisma.sql`insert into audit_event (id, at, bureau_id, actor_id, actor_name, actor_role, verb, outcome, object,
      object_id, subject_id, reason, channel, session_id, ip, request_id, fields, is_notable)
    select ${row.id}::uuid, ${row.at}::timestamptz, ${row.bureauId}::uuid, ${row.actorId}::uuid, ${row.actorName}::text,
      ${row.actorRole}::text, ${row.verb}::text, ${row.outcome}::text::"AuditOutcome", ${row.object}::text,
      ${row.objectId}::uuid, ${row.subjectId}::uuid, ${row.reason}::text, ${row.channel}::text, ${row.sessionId}::uuid,
      ${row.ip}::text, ${row.requestId}::text, '{}'::text[], ${row.isNotable}::boolean
    from ${source}`;
}

/** A refused authorisation; stands alone, because nothing else happened. */
export async function recordRefusal(actor: Actor, verb: Verb): Promise<void> {
  await db.auditEvent.create({ data: rowOf(actor, verb, "REFUSED", { object: "permission" }, newId()) });
}

/**
 * A sign-in, done or failed. The name that was typed is kept only when it is a known account:
 * people type their password into the wrong box.
 */
export async function recordSignIn(
  tx: Tx,
  account: { id: string; bureauId: string; personId: string; loginName: string; name: string } | null,
  outcome: "DONE" | "REFUSED",
  client: { ip: string | null; reason?: string; isNotable?: boolean },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId(),
      at: now(),
      bureauId: account?.bureauId ?? null,
      actorId: account?.id ?? null,
      actorName: account ? `${account.loginName} ${account.name}` : "未知账号",
      actorRole: "",
      verb: "signIn",
      outcome,
      object: "session",
      subjectId: account?.personId ?? null,
      reason: client.reason ?? null,
      ip: client.ip,
      fields: [],
      isNotable: client.isNotable ?? false,
    },
  });
}

/** One of the first three administrators, made on the command line before there was anybody to do it. */
export async function recordInstallation(
  tx: Tx,
  made: { bureauId: string; accountId: string; personId: string; role: string },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId(),
      at: now(),
      bureauId: made.bureauId,
      actorName: "安装程序",
      actorRole: "",
      verb: "firstAdministrators",
      outcome: "DONE",
      object: "account",
      objectId: made.accountId,
      subjectId: made.personId,
      fields: ["appointment"],
      detail: { role: made.role },
      isNotable: true,
    },
  });
}

function rowOf(
  actor: Actor,
  verb: Verb,
  outcome: "DONE" | "REFUSED",
  entry: AuditEntry,
  requestId: string,
): Prisma.AuditEventUncheckedCreateInput {
  const id = newId();
  const place = { table: "audit_event", column: "values_cipher", rowId: id };

  return {
    id,
    at: now(),
    bureauId: actor.bureauId,
    actorId: actor.accountId,
    actorName: `${actor.loginName} ${actor.name}`,
    actorRole: [...new Set(actor.grants.map(({ role }) => role))].join(","),
    verb,
    outcome,
    object: entry.object,
    objectId: entry.objectId ?? null,
    subjectId: entry.subjectId ?? null,
    reason: entry.reason ?? null,
    channel: entry.channel ?? null,
    sessionId: actor.sessionId,
    ip: actor.ip,
    requestId,
    fields: entry.fields ?? [],
    ...(entry.detail ? { detail: entry.detail } : {}),
    valuesCipher: entry.values ? encryptField(JSON.stringify(entry.values), place) : null,
    isNotable: entry.isNotable ?? false,
  };
}
