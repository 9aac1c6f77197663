import "server-only";
import { deviceOf } from "@/lib/accounts/rules";
import type { Permit } from "@/lib/auth/permit";
import { civilOf, formatInstant, formatTime, spokenDate, spokenTime } from "@/lib/dates";
import { db } from "@/prisma/client";

/** A running sign-in as its owner or the 安全管理员 sees it. */
export type SessionLine = { id: string; device: string; since: string; lastSeen: string; isThis: boolean };

/** The own running sign-ins, newest first. */
export async function listOwnSessions(permit: Permit<"accounts.own">): Promise<SessionLine[]> {
  return runningSessions(permit, permit.actor.accountId);
}

/** The running sign-ins of an account, newest first; empty for an account out of reach. */
export async function listSessions(permit: Permit<"accounts.view">, accountId: string): Promise<SessionLine[]> {
  const isWithin = await db.account.count({ where: { id: accountId, bureauId: permit.reach.bureauId } });

  return isWithin ? runningSessions(permit, accountId) : [];
}

/** Session times are real time, so the limits are compared with the database's clock and not with the business clock. */
async function runningSessions({ actor, today }: Permit, accountId: string): Promise<SessionLine[]> {
  const rows = await db.$queryRaw<{ id: string; agent: string | null; since: Date; seen: Date }[]>`
    select id, user_agent as agent, created_at as since, last_seen_at as seen from auth_session
    where account_id = ${accountId}::uuid and revoked_at is null and absolute_expires_at > now()
      and (idle_seconds is null or last_seen_at > now() - make_interval(secs => idle_seconds))
    order by last_seen_at desc, id desc limit 50`;

  const say = (at: Date) =>
    actor.kind === "WORKER" ? `${spokenDate(civilOf(at), today)}${spokenTime(formatTime(at))}` : formatInstant(at);

  return rows.map(({ id, agent, since, seen }) => ({
    id,
    device: deviceOf(agent),
    since: say(since),
    lastSeen: say(seen),
    isThis: id === actor.sessionId,
  }));
}
