import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { startThrowAway } from "../../prisma/throw-away";
import { portal } from "./portal";

// Started by Playwright: a throw-away cluster, then the built portal on it, which migrates and fills it as at any first
// start. Where the database is stands in a file, for the tests that look behind the pages.
const cluster = await startThrowAway();
const owner = new pg.Client({ connectionString: cluster.url("postgres") });
await owner.connect();
await owner.query("CREATE DATABASE portal");
await owner.end();
const home = path.join(cluster.home, "portal");
await mkdir(path.dirname(portal.record), { recursive: true });
await writeFile(portal.record, JSON.stringify({ ownerUrl: cluster.url("portal") }));

const [program = "", ...args] = portal.start;
const server = spawn(program, args, {
  stdio: "inherit",
  env: { ...process.env, ...portal.env, DATA_DIR: home, DATABASE_URL: cluster.url("portal") },
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill("SIGTERM"));
server.on("close", (code) => {
  void cluster.stop().then(() => process.exit(code ?? 1));
});
