import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** A Sunday morning in the demo year: the reception day of December can be booked, nothing of today is over. */
const frozenClock = "2026-11-22T09:00:00+08:00";
const port = process.env["PORTAL_TEST_PORT"] ?? "3210";
const running = process.env["PORTAL_TEST_URL"];
const root = path.resolve(import.meta.dirname, "../..");

/**
 * The portal that the browser and HTTP tests speak to: the built one, in demo mode, with its own port, data and frozen
 * clock. PORTAL_TEST_URL names one that runs already (while writing a journey); then nothing is started or stopped.
 */
export const portal = {
  url: running ?? `http://localhost:${port}`,
  isOurs: running === undefined,
  /** what starts the portal; it builds the site only when its sources changed since the last build */
  start: ["prisma/launch.mjs", "start"],
  env: { PORT: port, PORTAL_MODE: "demo", PORTAL_CLOCK: frozenClock, LOG_LEVEL: "warn" },
  record: process.env["PORTAL_TEST_RECORD"] ?? path.join(root, "test-results/portal.json"),
};

/** What the demo data let everybody try; printed in the README. */
export const demoPassword = "demo-portal-2026";
export const demoPin = "258036";

/** Whether a 工号 of the demo is a worker's, who signs in with a PIN. */
export function isWorker(loginName: string): boolean {
  return /^[56]\d{4}$/.test(loginName);
}

/** Where the tested portal keeps its data: written down by whoever started it. */
export type Recorded = { ownerUrl: string; statementLog: string; dataDir: string };

export function recorded(): Recorded {
  return JSON.parse(readFileSync(portal.record, "utf8")) as Recorded;
}

/** Looks into the tested portal's database as its owner, behind the portal's back. Rows come back as they are. */
export async function askDatabase<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: recorded().ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, values);

    return rows;
  } finally {
    await client.end();
  }
}
