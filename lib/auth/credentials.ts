import "server-only";
import { recordSignIn } from "@/lib/audit/commands";
import type { Client } from "@/lib/auth/address";
import { hashSecret, inTurn, isOutdated, isSecret } from "@/lib/auth/hashing";
import { countFailure, endSeries, forgetOld, isAddressSpent, isLocked, limitKeys } from "@/lib/auth/limits";
import type { Permit } from "@/lib/auth/permit";
import { isFresh, markFresh } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { db, transact } from "@/prisma/client";

const dayMs = 24 * 3_600_000;
/** 停用多余账户: an office account that nobody used for so long needs a new secret from the 安全管理员. */
const unusedDays = 90;

const known = {
  id: true,
  bureauId: true,
  personId: true,
  loginName: true,
  kind: true,
  passwordHash: true,
  disabledAt: true,
  initialUntil: true,
  lastSignInAt: true,
  passwordSetAt: true,
  createdAt: true,
  isDemo: true,
  person: { select: { name: true, status: true } },
} as const;

type Known = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** 工号 as it is stored and counted: without blanks, half-width, capital letters. */
export function loginNameOf(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "").slice(0, 40).toUpperCase();
}

/**
 * Checks 工号 and secret.
 * @returns the account id, or null for every failure alike: unknown, wrong, disabled, left, expired first secret,
 * locked. The same answer after the same work, so that nobody learns who has an account.
 */
export async function checkSignIn(typed: string, secret: string, client: Client): Promise<string | null> {
  const loginName = loginNameOf(typed);
  const keys = limitKeys(loginName, client.ip);
  if (await isAddressSpent(keys, client.ip)) return refuse(null, client, { keys, wasLocked: true, reason: "locked" });

  // One after the other per 工号 and network; a flood from elsewhere does not stand in the owner's way.
  return inTurn(keys.signin, async () => {
    const account = await findAccount(loginName);
    const wasLocked = await isLocked(keys, account?.id ?? null, client.ip);
    const isRight = await isSecret(secret, account?.passwordHash ?? null);
    if (account && isRight && !wasLocked && isUsable(account)) {
      await endSeries(keys);
      await welcome(account, secret, client);

      return account.id;
    }
    const reason = wasLocked ? "locked" : account && !isUsable(account) ? "not usable" : "wrong";

    return refuse(account, client, { keys, wasLocked, reason });
  });
}

type Failure = { keys: ReturnType<typeof limitKeys>; wasLocked: boolean; reason: "locked" | "not usable" | "wrong" };

async function refuse(account: Known | null, client: Client, { keys, wasLocked, reason }: Failure): Promise<null> {
  const isSpraying = await countFailure(keys, wasLocked);
  if (isSpraying) log.error({ ip: client.ip }, "one address tries many accounts");
  const row = { ip: client.ip, reason, isNotable: isSpraying };
  await transact((tx) => recordSignIn(tx, account && named(account), "REFUSED", row));

  return null;
}

/** A secret as the account row keeps it; all three times are real time, like everything about sessions. */
export type StoredSecret = { hash: string; setAt: Date; until: Date | null };

/**
 * Prepares a new secret for the account row.
 * @param validDays after so many days it is void unless it was changed; null for one that its owner chose
 */
export async function prepareSecret(secret: string, validDays: number | null): Promise<StoredSecret> {
  const hash = await hashSecret(secret);
  const setAt = new Date();

  return { hash, setAt, until: validDays === null ? null : new Date(setAt.getTime() + validDays * dayMs) };
}

/**
 * Whether this is the own secret of the signed-in person. Wrong answers count like failed sign-ins, so that a session
 * left open is no place to guess in.
 */
export async function isOwnSecret(permit: Permit, secret: string): Promise<boolean> {
  const { accountId, loginName, ip } = permit.actor;

  const keys = limitKeys(loginName, ip);

  return inTurn(keys.signin, async () => {
    const wasLocked = await isLocked(keys, accountId, ip);
    const account = await db.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } });
    const isRight = (await isSecret(secret, account?.passwordHash ?? null)) && !wasLocked;
    if (isRight) await Promise.all([endSeries(keys), markFresh(permit)]);
    else await countFailure(keys, wasLocked);

    return isRight;
  });
}

/**
 * Second proof for export, roles and new secrets: the own secret, or one entered within the last five minutes.
 * Refused on the form's field `ownSecret`.
 */
export async function proveSelf(permit: Permit, ownSecret: string | undefined): Promise<void> {
  if (ownSecret === undefined) {
    if (await isFresh(permit)) return;
    throw new Refusal("离上次输入密码已经超过5分钟，请再输一次您自己的密码。", "ownSecret");
  }
  if (!(await isOwnSecret(permit, ownSecret))) throw new Refusal("您自己的密码不对，请重新输入。", "ownSecret");
}

/** Whether the account may be used at all, whatever the secret: see the list at `checkSignIn`. */
function isUsable(account: Known): boolean {
  const hasLeft = ["LEFT", "TRANSFERRED_OUT", "DECEASED"].includes(account.person.status);
  if (account.disabledAt || hasLeft) return false;
  if (account.initialUntil && account.initialUntil.getTime() <= Date.now()) return false;
  if (account.isDemo) return env.PORTAL_MODE === "demo";
  if (account.kind === "WORKER") return true;
  const lastUse = Math.max(
    ...[account.lastSignInAt, account.passwordSetAt, account.createdAt].map((at) => at?.getTime() ?? 0),
  );

  return lastUse > Date.now() - unusedDays * dayMs;
}

async function welcome(account: Known, secret: string, client: Client): Promise<void> {
  const stored = account.passwordHash;
  const renewed = stored && isOutdated(stored) ? { passwordHash: await hashSecret(secret) } : {};
  await transact(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { lastSignInAt: new Date(), ...renewed } });
    await recordSignIn(tx, named(account), "DONE", { ip: client.ip });
  });
  await forgetOld();
}

async function findAccount(loginName: string) {
  return db.account.findUnique({ where: { loginName }, select: known });
}

function named(account: Known) {
  return { ...account, name: account.person.name };
}
