import "server-only";

import { log } from "@/lib/log";
import { pool } from "@/prisma/client";

/** What a monitor may know: whether the parts work, and how many migrations the database has seen. No data, no version. */
export type Health =
  { status: "ok"; database: "ok"; migrations: number } | { status: "failing"; failing: "database" | "migrations" };

/** Asks the database, as the app's role, whether it answers and is migrated. Never throws. */
export async function checkHealth(): Promise<Health> {
  try {
    const { rows } = await pool().query<{ applied: number; unfinished: number }>(
      `SELECT count(*) FILTER (WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL)::int AS applied,
              count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL)::int AS unfinished
       FROM _prisma_migrations`,
    );
    const [found] = rows;
    if (!found || found.applied === 0 || found.unfinished > 0) return { status: "failing", failing: "migrations" };
    return { status: "ok", database: "ok", migrations: found.applied };
  } catch (err) {
    log.error({ err }, "health check failed");
    return { status: "failing", failing: "database" };
  }
}
