import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { startThrowAway } from "../../prisma/throw-away";
import { portal, type Recorded } from "./portal";

// Started by Playwright: a throw-away cluster, then the built portal on it, which migrates and fills it as at any first
// start. Where the database is stands in a file, for the tests that look behind the pages.
const cluster = await startThrowAway();
const ownerUrl = cluster.url("portal");
await prepare(cluster.url("postgres"));
const place: Recorded = {
  ownerUrl,
  statementLog: path.join(cluster.dataDir, "server.log"),
  dataDir: path.join(cluster.home, "portal"),
};
await mkdir(path.dirname(portal.record), { recursive: true });
await writeFile(portal.record, JSON.stringify(place));

const server = spawn(process.execPath, portal.start, {
  stdio: "inherit",
  env: { ...process.env, ...portal.env, DATA_DIR: place.dataDir, DATABASE_URL: ownerUrl },
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill("SIGTERM"));
server.on("close", (code) => {
  void cluster.stop().then(() => process.exit(code ?? 1));
});

/** An empty database, and every statement of the app (not of the seed, which runs as the owner) in the server's log. */
async function prepare(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("CREATE DATABASE portal");
  await admin.query("CREATE ROLE portal_app");
  await admin.query("ALTER ROLE portal_app SET log_statement = 'all'");
  await admin.end();
}
