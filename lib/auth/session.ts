import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Client } from "@/lib/auth/address";
import type { Actor, Permit } from "@/lib/auth/permit";
import type { Grant, Role } from "@/lib/auth/verbs";
import { newId } from "@/lib/id";
import { db, transact, type Tx } from "@/prisma/client";

/** Cookie name; `__Host-` wherever the portal runs on https. No other cookie may begin with it: next-auth joins those. */
export function sessionCookie(portalUrl: string): string {
  return portalUrl.startsWith("https:") ? "__Host-sid" : "sid";
}

const minutes = 60;
const hours = 60 * minutes;

/** Life of a session in seconds (security.md §4.2). */
const lives = {
  ADMINISTRATOR: { idle: 15 * minutes, absolute: 8 * hours },
  STAFF: { idle: 30 * minutes, absolute: 10 * hours },
  WORKER: { idle: 30 * minutes, absolute: 12 * hours },
} as const;

/** A staff account keeps at most this many sessions; the oldest is ended. */
const staffSessions = 3;
/** Export, change of roles and new secrets want the own secret entered within this time. */
const freshSeconds = 5 * minutes;
const administrators: readonly Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"];

/**
 * Opens a session and returns its token, which exists only in the cookie.
 * Session time is real time: a frozen business clock must not keep a stolen cookie alive.
 * @param replaced token of the session this browser had before; it ends in the same transaction
 */
export async function createSession(accountId: string, client: Client, replaced?: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await transact(async (tx) => {
    if (replaced) await endByToken(tx, replaced, "signed in again");
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { kind: true, appointments: { where: { revokedAt: null }, select: { role: true } } },
    });
    const life =
      lives[
        lifeOf(
          account.kind,
          account.appointments.map(({ role }) => role),
        )
      ];
    await tx.authSession.create({
      data: {
        id: newId(),
        tokenHash: hashToken(token),
        accountId,
        createdAt: new Date(),
        lastSeenAt: new Date(),
        idleSeconds: life.idle,
        absoluteExpiresAt: new Date(Date.now() + life.absolute * 1000),
        reauthAt: new Date(),
        ip: client.ip,
        userAgent: client.userAgent?.slice(0, 200) ?? null,
      },
    });
    if (account.kind === "STAFF") await endOldest(tx, accountId);
  });

  return token;
}

type Found = {
  sessionId: string;
  accountId: string;
  personId: string;
  bureauId: string;
  name: string;
  loginName: string;
  kind: "STAFF" | "WORKER";
  mustChange: boolean;
};
type SessionRow = Found & {
  seenSecondsAgo: number;
  grants: { role: Role; programme: string; isManager: boolean; unitIds: string[] | null }[] | null;
};

/**
 * Resolves a token to the person, with today's roles and their units, in one statement.
 * @param today the business day in Asia/Shanghai; appointments are dated
 * @returns null when the session is revoked, expired or idle, the account is disabled or the person has left
 */
export async function resolveSession(token: string, today: string): Promise<Omit<Actor, "ip"> | null> {
  const rows = await db.$queryRaw<SessionRow[]>`
    select s.id as "sessionId", a.id as "accountId", a.person_id as "personId", a.bureau_id as "bureauId",
      p.name, a.login_name as "loginName", a.kind::text as kind, a.must_change as "mustChange",
      extract(epoch from now() - s.last_seen_at)::int as "seenSecondsAgo",
      (select json_agg(json_build_object('role', ap.role, 'programme', ap.programme, 'isManager', ap.is_manager, 'unitIds',
          (with recursive below as (
             select u.id from org_unit u where u.id = ap.unit_id
             union all select c.id from org_unit c join below b on c.parent_id = b.id)
           select json_agg(id) from below)))
        from appointment ap
        where ap.account_id = a.id and ap.revoked_at is null and ap.valid_from <= ${today}::date
          and (ap.valid_to is null or ap.valid_to >= ${today}::date)) as grants
    from auth_session s join account a on a.id = s.account_id join person p on p.id = a.person_id
    where s.token_hash = ${hashToken(token)} and s.revoked_at is null and s.absolute_expires_at > now()
      and (s.idle_seconds is null or s.last_seen_at > now() - make_interval(secs => s.idle_seconds))
      and a.disabled_at is null and p.status not in ('LEFT', 'TRANSFERRED_OUT', 'DECEASED')`;
  const row = rows[0];
  if (!row) return null;
  if (row.seenSecondsAgo >= 60) await touch(row.sessionId);
  const { seenSecondsAgo: _, grants, ...person } = row;

  return { ...person, grants: effectiveGrants(person.kind, grants ?? []) };
}

/**
 * Ends every session of an account, in the transaction of the act that caused it
 * (disabled, role or secret changed, left the bureau).
 * @param exceptId a session that goes on: the one in which the person changed the own password
 * @returns how many were running
 */
export async function endSessions(tx: Tx, accountId: string, reason: string, exceptId?: string): Promise<number> {
  const { count } = await tx.authSession.updateMany({
    where: { accountId, revokedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { revokedAt: new Date(), revokedReason: reason },
  });

  return count;
}

/** Ends one session of an account; false when it was not running any more or belongs to somebody else. */
export async function endSession(tx: Tx, accountId: string, sessionId: string, reason: string): Promise<boolean> {
  const { count } = await tx.authSession.updateMany({
    where: { id: sessionId, accountId, revokedAt: null },
    data: { revokedAt: new Date(), revokedReason: reason },
  });

  return count === 1;
}

/** Ends the session behind a token; the cookie is cleared afterwards, never instead. */
export async function endSessionOf(token: string, reason: string): Promise<void> {
  await transact((tx) => endByToken(tx, token, reason));
}

/** Whether the own secret was entered so recently that a sensitive act needs no second proof. */
export async function isFresh(permit: Permit): Promise<boolean> {
  const session = await db.authSession.findUnique({
    where: { id: permit.actor.sessionId },
    select: { reauthAt: true },
  });

  return (session?.reauthAt?.getTime() ?? 0) > Date.now() - freshSeconds * 1000;
}

/** Notes that the own secret has just been entered rightly. */
export async function markFresh(permit: Permit): Promise<void> {
  await db.authSession.updateMany({
    where: { id: permit.actor.sessionId, revokedAt: null },
    data: { reauthAt: new Date() },
  });
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function lifeOf(kind: "STAFF" | "WORKER", roles: Role[]): keyof typeof lives {
  if (kind === "WORKER") return "WORKER";

  return roles.some((role) => administrators.includes(role)) ? "ADMINISTRATOR" : "STAFF";
}

/** An administrator account holds no other role, whatever the table says; a worker account holds only its own matters. */
function effectiveGrants(
  kind: "STAFF" | "WORKER",
  rows: { role: Role; programme: string; isManager: boolean; unitIds: string[] | null }[],
): Grant[] {
  if (kind === "WORKER") return [{ role: "WORKER", programme: "", unitIds: [] }];
  const grants = rows.map(({ role, programme, isManager, unitIds }) => ({
    role,
    programme,
    unitIds: unitIds ?? [],
    ...(isManager ? { isManager } : {}),
  }));
  const administrator = grants.filter(({ role }) => administrators.includes(role));

  return administrator.length > 0 ? administrator.slice(0, 1) : grants;
}

/** At most once a minute, so that reading a page does not write at every click. */
async function touch(sessionId: string): Promise<void> {
  await db.authSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: new Date() } });
}

async function endByToken(tx: Tx, token: string, reason: string): Promise<void> {
  await tx.authSession.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: new Date(), revokedReason: reason },
  });
}

async function endOldest(tx: Tx, accountId: string): Promise<void> {
  const open = await tx.authSession.findMany({
    where: { accountId, revokedAt: null, absoluteExpiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
    take: 20,
  });
  await tx.authSession.updateMany({
    where: { id: { in: open.slice(staffSessions).map(({ id }) => id) } },
    data: { revokedAt: new Date(), revokedReason: "too many sessions" },
  });
}
