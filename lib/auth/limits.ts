import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "@/lib/auth/address";
import { log } from "@/lib/log";
import { db, pool, type Tx } from "@/prisma/client";

const minute = 60;
const day = 24 * 3600;

/**
 * How many failures are borne (security.md §4.3). Account and network count together, so that somebody outside cannot
 * lock the owner out of the office: from another network the owner still gets in.
 */
const most = {
  /** 工号 from one network in a quarter of an hour, then a quarter of an hour's pause */
  signin: { failures: 5, seconds: 15 * minute },
  /** 工号 from one network in a day */
  near: { failures: 40, seconds: day },
  /** 工号 from everywhere in a day; afterwards only networks it was used from before */
  account: { failures: 20, seconds: day },
  /** one address, over all 工号 */
  address: { failures: 100, seconds: day },
} as const;

/** The office's shared address bears more: an address from which this many accounts signed in within the last week. */
const office = { accounts: 5, failures: 1000 } as const;

type Kind = keyof typeof most;
type Keys = Record<Kind, string>;

/** The counters of one attempt. `loginName` as it is looked up, `ip` as the proxy saw it. */
export function limitKeys(loginName: string, ip: string | null): Keys {
  const here = `${loginName}@${networkOf(ip)}`;

  return { signin: here, near: here, account: loginName, address: ip ?? "local" };
}

/**
 * Whether this address has used up its allowance over all 工号. Then nothing is hashed any more: the answer says nothing
 * about any account, and a flood from one place costs the others no processor time.
 */
export async function isAddressSpent(keys: Keys, ip: string | null): Promise<boolean> {
  const { address } = await countsOf(keys, ["address"]);
  if (address < most.address.failures) return false;
  const isOffice = ip !== null && (await accountsSeenAt(ip)) >= office.accounts;

  return !isOffice || address >= office.failures;
}

/**
 * Whether this attempt is refused whatever the secret is.
 * @param accountId null for an unknown 工号, which is limited like a known one
 */
export async function isLocked(keys: Keys, accountId: string | null, ip: string | null): Promise<boolean> {
  const counted = await countsOf(keys, ["signin", "near", "account"]);
  if (counted.signin >= most.signin.failures || counted.near >= most.near.failures) return true;

  return counted.account >= most.account.failures && !(accountId && (await wasUsedFrom(accountId, ip)));
}

/**
 * Counts one failed attempt. While the account is locked only the address goes on counting, so that trying again does
 * not lengthen the lock.
 * @returns whether this failure used up the address's allowance: somebody tries many accounts
 */
export async function countFailure(keys: Keys, wasLocked: boolean): Promise<boolean> {
  const spent = await spend("address", keys.address);
  if (!wasLocked) {
    const [quarter] = await Promise.all([
      spend("signin", keys.signin),
      spend("near", keys.near),
      spend("account", keys.account),
    ]);
    // The pause begins with the last failure, not with the first.
    if (quarter === most.signin.failures) await limiter("signin").block(keys.signin, most.signin.seconds);
  }

  return spent === most.address.failures;
}

/** A right secret ends the series from this network; the day's counts stay. */
export async function endSeries(keys: Keys): Promise<void> {
  await limiter("signin").delete(keys.signin);
}

/** Clears every count of a 工号, in the transaction of the act that lifts the lock. */
export async function clearCounts(tx: Tx, loginName: string): Promise<void> {
  await tx.rateLimit.deleteMany({
    where: {
      OR: [
        { key: `account:${loginName}` },
        { key: { startsWith: `signin:${loginName}@` } },
        { key: { startsWith: `near:${loginName}@` } },
      ],
    },
  });
}

/** Of these 工号, the ones that are locked from at least one network at this moment. */
export async function lockedAmong(loginNames: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select distinct split_part(split_part(key, ':', 2), '@', 1) as name from rate_limit
    where expire > ${BigInt(Date.now())}
      and ((key like 'signin:%' and points >= ${most.signin.failures})
        or (key like 'near:%' and points >= ${most.near.failures})
        or (key like 'account:%' and points >= ${most.account.failures}))
      and split_part(split_part(key, ':', 2), '@', 1) = any(${[...loginNames]}::text[])`;

  return new Set(rows.map(({ name }) => name));
}

/** Throws away counters that ended yesterday; unknown names would fill the table otherwise. */
export async function forgetOld(): Promise<void> {
  await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(Date.now() - day * 1000) } } });
}

const made = new Map<Kind, RateLimiterPostgres>();

/** The table comes from a migration: the app role may create nothing. */
function limiter(kind: Kind): RateLimiterPostgres {
  const known = made.get(kind);
  if (known) return known;
  const { failures, seconds } = most[kind];
  const fresh = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: kind,
    points: failures,
    duration: seconds,
  });
  made.set(kind, fresh);

  return fresh;
}

async function spend(kind: Kind, key: string): Promise<number> {
  try {
    return (await limiter(kind).consume(key)).consumedPoints;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    log.warn({ limit: kind }, "sign-in limit reached");

    return over.consumedPoints;
  }
}

async function countsOf(keys: Keys, kinds: readonly Kind[]): Promise<Record<Kind, number>> {
  const names = kinds.map((kind) => `${kind}:${keys[kind]}`);
  const rows = await db.rateLimit.findMany({
    where: { key: { in: names }, expire: { gt: BigInt(Date.now()) } },
    select: { key: true, points: true },
  });
  const count = (kind: Kind) => rows.find(({ key }) => key === `${kind}:${keys[kind]}`)?.points ?? 0;

  return { signin: count("signin"), near: count("near"), account: count("account"), address: count("address") };
}

async function wasUsedFrom(accountId: string, ip: string | null): Promise<boolean> {
  const recent = await db.authSession.findMany({
    where: { accountId, createdAt: { gt: new Date(Date.now() - 30 * day * 1000) } },
    distinct: ["ip"],
    select: { ip: true },
    take: 50,
  });

  return recent.some((session) => networkOf(session.ip) === networkOf(ip));
}

async function accountsSeenAt(ip: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (
      select distinct account_id from auth_session
      where ip = ${ip} and created_at > now() - interval '7 days' limit ${office.accounts}) seen`;

  return row?.n ?? 0;
}
