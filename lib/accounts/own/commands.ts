import "server-only";
import type { NewSecret } from "@/lib/accounts/own/schema";
import { ownerOf, ownerSelect } from "@/lib/accounts/policy/queries";
import { refusePassword, refusePin } from "@/lib/accounts/policy/rules";
import { recordAudit } from "@/lib/audit/commands";
import { isOwnSecret, prepareSecret } from "@/lib/auth/credentials";
import type { Permit } from "@/lib/auth/permit";
import { endSessions } from "@/lib/auth/session";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { db, transact } from "@/prisma/client";

/**
 * Changes the own password or PIN. Every other session ends; the one that asks goes on.
 * Refused: the present secret is wrong (counted like a failed sign-in), the new one is the old one or against the policy.
 */
export async function changeSecret(permit: Permit<"accounts.own">, input: NewSecret): Promise<void> {
  const { accountId, personId, sessionId } = permit.actor;
  if (!(await isOwnSecret(permit, input.currentSecret)))
    throw new Refusal("现在用的密码不对，或者试得太多次了。想不起来就找单位联络员或安全管理员。", "currentSecret");
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { kind: true, passwordHash: true, person: { select: ownerSelect } },
  });
  const refuse = account.kind === "WORKER" ? refusePin : refusePassword;
  const isSame = input.newSecret.normalize("NFKC") === input.currentSecret.normalize("NFKC");
  const refusal = isSame
    ? "新密码不能和现在的一样，请换一个。"
    : refuse(input.newSecret, ownerOf(permit, account.person));
  if (refusal) throw new Refusal(refusal, "newSecret");
  const stored = await prepareSecret(input.newSecret, null);
  await transact(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, passwordHash: account.passwordHash, disabledAt: null },
      data: {
        passwordHash: stored.hash,
        mustChange: false,
        initialUntil: stored.until,
        passwordSetAt: stored.setAt,
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    const ended = await endSessions(tx, accountId, "secret changed", sessionId);
    await recordAudit(tx, permit, {
      object: "account",
      objectId: accountId,
      subjectId: personId,
      fields: ["secret"],
      detail: { sessionsEnded: ended },
    });
  });
}
