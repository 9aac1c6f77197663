import "server-only";
import type { Ending, OwnEnding } from "@/lib/accounts/sessions/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { endSession, endSessions } from "@/lib/auth/session";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/** 安全管理员 ends running sessions of somebody: a lost phone, a PC left open. The next request of them is refused. */
export async function endSessionsOf(permit: Permit<"accounts.endSessions">, input: Ending): Promise<void> {
  await transact(async (tx) => {
    const account = await tx.account.findFirst({
      where: { id: input.accountId, bureauId: permit.reach.bureauId },
      select: { id: true, personId: true },
    });
    if (!account) throw new Refusal("没有这个账号，请回到账号列表重新选。");
    const ended = input.sessionId
      ? Number(await endSession(tx, account.id, input.sessionId, "ended by administrator"))
      : await endSessions(tx, account.id, "ended by administrator");
    if (ended === 0) throw new Refusal("已经没有在线的登录了，请刷新页面。");
    await recordAudit(tx, permit, {
      object: "account",
      objectId: account.id,
      subjectId: account.personId,
      reason: input.reason,
      detail: { sessionsEnded: ended },
    });
  });
}

/** The owner ends one of the own sessions, or all but the one that asks. */
export async function endOwnSessions(permit: Permit<"accounts.own">, input: OwnEnding): Promise<void> {
  const { accountId, personId, sessionId } = permit.actor;
  await transact(async (tx) => {
    if (input.sessionId) {
      if (!(await endSession(tx, accountId, input.sessionId, "ended by owner"))) throw actedMeanwhile();
    } else await endSessions(tx, accountId, "ended by owner", sessionId);
    await recordAudit(tx, permit, {
      object: "account",
      objectId: accountId,
      subjectId: personId,
      fields: ["session"],
      detail: { act: input.sessionId ? "end one session" : "end other sessions" },
    });
  });
}
