import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "@/lib/env";
import { log } from "@/lib/log";

import { type Prisma, PrismaClient } from "./generated/client";

/** The client inside a transaction. Commands take it, so that their writes share one fate. */
export type Tx = Prisma.TransactionClient;

// On globalThis, not in the module: the bundler may load this file once for pages and once for route handlers, and
// `next dev` loads it again after every edit. Each copy would open eight more connections.
const kept = globalThis as typeof globalThis & { portalDb?: PrismaClient; portalConnections?: pg.Pool };

/**
 * The one connection pool of this process, as the role that owns nothing. For libraries that speak SQL themselves (the
 * rate limiter, the health check); everything else uses `db`. Nothing connects before the first query.
 */
export function pool(): pg.Pool {
  return (kept.portalConnections ??= openPool());
}

/** The database, as the role that owns nothing. Importing it connects to nothing. */
export const db: PrismaClient = (kept.portalDb ??= openClient());

/**
 * Runs `run` in one READ COMMITTED transaction and returns its result.
 * Tried up to three times when the database asks for a repetition (serialisation failure, deadlock), so `run` must do
 * nothing outside the transaction. Everything else it throws is passed on after the rollback.
 * @param limits seconds: how long one statement and the whole transaction may take; only jobs need more than the default
 */
export async function transact<T>(run: (tx: Tx) => Promise<T>, limits?: { seconds: number }): Promise<T> {
  const timeout = (limits?.seconds ?? 5) * 1000;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(
        async (tx) => {
          if (limits) await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(timeout)}, true)`;
          return run(tx);
        },
        { isolationLevel: "ReadCommitted", maxWait: 5_000, timeout },
      );
    } catch (error) {
      if (attempt === 3 || !asksForRepetition(error)) throw error;
      await wait(attempt * 20 * (0.5 + Math.random()));
    }
  }
}

/**
 * The PostgreSQL error code (SQLSTATE) behind an error, or Prisma's own code when there is none.
 * Prisma hides it in different places for model queries, raw queries and commits, hence the walk.
 */
export function sqlState(error: unknown): string | undefined {
  let found: string | undefined;
  for (let at: unknown = error, depth = 0; isRecord(at) && depth < 6; depth += 1) {
    if (typeof at.originalCode === "string") return at.originalCode;
    if (typeof at.code === "string" && /^[0-9A-Z]{5}$/.test(at.code)) found = at.code;
    at = at.cause ?? (isRecord(at.meta) ? at.meta.driverAdapterError : undefined);
  }
  return found;
}

/** True for a broken unique key, in model queries and raw ones; the usual sign that somebody else was faster. */
export function isUniqueViolation(error: unknown): boolean {
  return ["P2002", "23505"].includes(sqlState(error) ?? "");
}

function asksForRepetition(error: unknown): boolean {
  return ["40001", "40P01", "P2034"].includes(sqlState(error) ?? "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function openPool(): pg.Pool {
  if (!env.DATABASE_APP_URL) throw new Error("no database is open: start with npm run demo, npm start or npm run dev");
  const opened = new pg.Pool({
    connectionString: env.DATABASE_APP_URL,
    max: 8,
    connectionTimeoutMillis: 5_000,
    application_name: "portal",
    keepAlive: true,
  });
  // An idle connection that breaks (database restarted) is replaced at the next query; unheard, it would end the process.
  opened.on("error", (err) => log.warn({ err }, "idle database connection lost"));
  return opened;
}

function openClient(): PrismaClient {
  const statementNameGenerator = ({ sql }: { sql: string }) =>
    `p${createHash("sha1").update(sql).digest("hex").slice(0, 24)}`;
  const adapter = {
    provider: "postgres" as const,
    adapterName: "@prisma/adapter-pg",
    connect: () => new PrismaPg(pool(), { statementNameGenerator }).connect(),
  };
  return new PrismaClient({ adapter });
}
