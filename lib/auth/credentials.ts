import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db, pool, transact } from "@/prisma/client";
import { recordSignIn } from "@/lib/audit/commands";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

// argon2id is the default of the library; the numbers are OWASP's.
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing costs tens of milliseconds of a core: two at once, a short queue, then 503 (security.md §4.3). */
const atOnce = 2;
const longestQueue = 20;

export class TooManySignIns extends Error {
  override readonly name = "TooManySignIns";
}

export type Client = { ip: string | null; userAgent: string | null };

type Known = {
  id: string;
  bureauId: string;
  personId: string;
  loginName: string;
  passwordHash: string | null;
  disabledAt: Date | null;
  initialUntil: Date | null;
  person: { name: string };
};

/** Hash of a password or PIN, to be stored. */
export async function hashSecret(secret: string): Promise<string> {
  return queued(() => hash(peppered(secret), argon));
}

/** Whether `secret` is the one behind `stored`; a missing hash costs the same time as a wrong one. */
export async function isSecret(secret: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await dummyHash());
  const isRight = await queued(() => verify(against, peppered(secret), argon));

  return isRight && stored !== null;
}

/**
 * Checks 工号 and secret.
 * @returns the account id, or null for every failure alike: unknown, wrong, disabled, expired first secret, locked.
 * The same answer after the same work, so that nobody learns who has an account.
 */
export async function checkSignIn(loginName: string, secret: string, client: Client): Promise<string | null> {
  const key = limitKey(loginName, client.ip);
  const account = await findAccount(loginName);
  const isLocked = await isOverLimit(key);
  const isRight = await isSecret(secret, account?.passwordHash ?? null);
  const isUsable =
    account !== null && account.disabledAt === null && (account.initialUntil === null || account.initialUntil > new Date());
  if (isRight && isUsable && !isLocked) {
    await countDown(key);
    await transact(async (tx) => {
      await tx.account.update({ where: { id: account.id }, data: { lastSignInAt: new Date() } });
      await recordSignIn(tx, named(account), "DONE", { ip: client.ip });
    });

    return account.id;
  }
  await countFailure(key, client.ip);
  const reason = isLocked ? "locked" : !isUsable && account ? "not usable" : "wrong";
  await transact((tx) => recordSignIn(tx, account && named(account), "REFUSED", { ip: client.ip, reason }));

  return null;
}

/** 安全管理员: lifts the lock of a 工号 from every network it was tried from. */
export async function unlock(loginName: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: { startsWith: `signin:${fold(loginName)}@` } } });
}

/** Networks from which this 工号 is locked at the moment; others may still sign in. */
export async function lockedNetworks(loginName: string): Promise<string[]> {
  const rows = await db.rateLimit.findMany({
    where: { key: { startsWith: `signin:${fold(loginName)}@` }, points: { gte: failures }, expire: { gt: Date.now() } },
    select: { key: true },
  });

  return rows.map(({ key }) => key.slice(key.indexOf("@") + 1));
}

const failures = 5;
const quarterHour = 15 * 60;

let limiters: { account: RateLimiterPostgres; address: RateLimiterPostgres } | undefined;

/** The table comes from a migration: the app role may create nothing. */
function limits() {
  const common = { storeClient: pool(), tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: false };
  limiters ??= {
    // account + network, so that somebody outside cannot lock the owner out of the office
    account: new RateLimiterPostgres({ ...common, keyPrefix: "signin", points: failures, duration: quarterHour, blockDuration: quarterHour }),
    address: new RateLimiterPostgres({ ...common, keyPrefix: "address", points: 300, duration: 24 * 3600 }),
  };

  return limiters;
}

async function isOverLimit(key: string): Promise<boolean> {
  const state = await limits().account.get(key);

  return state !== null && state.consumedPoints >= failures;
}

async function countFailure(key: string, ip: string | null): Promise<void> {
  await Promise.all([spend(limits().account, key), spend(limits().address, network(ip))]);
}

async function spend(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    log.warn({ limiter: limiter.keyPrefix }, "sign-in limit reached");
  }
}

async function countDown(key: string): Promise<void> {
  await limits().account.delete(key);
}

function limitKey(loginName: string, ip: string | null): string {
  return `${fold(loginName)}@${network(ip)}`;
}

/** /24 of an IPv4 address, /48 of an IPv6 one. */
function network(ip: string | null): string {
  if (!ip) return "local";
  const plain = ip.replace(/^::ffff:/, "");

  return plain.includes(".") ? plain.split(".").slice(0, 3).join(".") : plain.split(":").slice(0, 3).join(":");
}

function fold(loginName: string): string {
  return loginName.trim().slice(0, 40).toUpperCase();
}

async function findAccount(loginName: string): Promise<Known | null> {
  return db.account.findUnique({
    where: { loginName: fold(loginName) },
    select: {
      id: true,
      bureauId: true,
      personId: true,
      loginName: true,
      passwordHash: true,
      disabledAt: true,
      initialUntil: true,
      person: { select: { name: true } },
    },
  });
}

function named(account: Known) {
  return { ...account, name: account.person.name };
}

function peppered(secret: string): string {
  return createHmac("sha256", env.PASSWORD_PEPPER ?? "").update(secret.normalize("NFKC")).digest("base64");
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
  return (dummy ??= hash(peppered(randomBytes(16).toString("hex")), argon));
}

let running = 0;
const waiting: (() => void)[] = [];

async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new TooManySignIns();
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
