import "server-only";
import { randomInt } from "node:crypto";
import { administratorRoles } from "@/lib/accounts/appointments/rules";
import { refusePin, type Owner } from "@/lib/accounts/policy/rules";
import { ownerOf, ownerSelect } from "@/lib/accounts/policy/queries";
import { drawPassword, drawPin, initialDays } from "@/lib/accounts/secrets/rules";
import type { SecretReset, Unlock } from "@/lib/accounts/secrets/schema";
import { recordAudit } from "@/lib/audit/commands";
import { prepareSecret, proveSelf } from "@/lib/auth/credentials";
import { clearCounts } from "@/lib/auth/limits";
import type { Permit } from "@/lib/auth/permit";
import { endSessions } from "@/lib/auth/session";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/** What is shown once and kept nowhere. */
export type HandedOut = { loginName: string; secret: string };

/**
 * 安全管理员 hands out a new first secret: random, void after seven days, to be changed at the first sign-in. Sessions
 * end, locks are lifted.
 * Refused: for oneself, for a disabled account, for an office account without any role.
 * @returns the secret in clear, to be shown once
 */
export async function resetSecret(permit: Permit<"accounts.resetSecret">, input: SecretReset): Promise<HandedOut> {
  await proveSelf(permit, input.ownSecret);
  const secretFor = await drawFor(permit, input.accountId);
  const stored = await prepareSecret(secretFor.secret, initialDays);
  await transact(async (tx) => {
    const account = await within(tx, permit, input.accountId);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, version: account.version, disabledAt: null },
      data: {
        passwordHash: stored.hash,
        mustChange: true,
        passwordSetAt: stored.setAt,
        initialUntil: stored.until,
        version: account.version + 1,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    const ended = await endSessions(tx, account.id, "secret reset");
    await clearCounts(tx, account.loginName);
    await recordAudit(tx, permit, {
      object: "account",
      objectId: account.id,
      subjectId: account.personId,
      reason: input.reason,
      fields: ["secret"],
      detail: { sessionsEnded: ended },
      isNotable: account.appointments.some(({ role }) => administratorRoles.includes(role)),
    });
  });

  return secretFor;
}

/** 安全管理员 lifts the lock after too many failures, from every network; the secret stays as it is. */
export async function unlockAccount(permit: Permit<"accounts.unlock">, input: Unlock): Promise<void> {
  await transact(async (tx) => {
    const account = await within(tx, permit, input.accountId);
    await clearCounts(tx, account.loginName);
    await recordAudit(tx, permit, {
      object: "account",
      objectId: account.id,
      subjectId: account.personId,
      reason: input.reason,
    });
  });
}

async function drawFor(permit: Permit<"accounts.resetSecret">, accountId: string): Promise<HandedOut> {
  return transact(async (tx) => {
    const account = await within(tx, permit, accountId);
    if (account.id === permit.actor.accountId) throw new Refusal("自己的密码请在“我的账号”里改。");
    if (account.disabledAt) throw new Refusal("这个账号已停用，请先由系统管理员启用。");
    if (account.kind === "STAFF" && account.appointments.length === 0)
      throw new Refusal("这个账号还没有岗位。请先授权，再发初始密码。");
    const secret = account.kind === "STAFF" ? drawPassword(randomInt) : goodPin(ownerOf(permit, account.person));

    return { loginName: account.loginName, secret };
  });
}

function goodPin(owner: Owner): string {
  for (;;) {
    const pin = drawPin(randomInt);
    if (!refusePin(pin, owner)) return pin;
  }
}

async function within(tx: Tx, permit: Permit, id: string) {
  const account = await tx.account.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    select: {
      id: true,
      personId: true,
      loginName: true,
      kind: true,
      disabledAt: true,
      version: true,
      appointments: { where: { revokedAt: null }, select: { role: true } },
      person: { select: ownerSelect },
    },
  });
  if (!account) throw new Refusal("没有这个账号，请回到账号列表重新选。");

  return account;
}
