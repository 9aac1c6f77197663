import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";

import { type Cluster, type ClusterOptions, startCluster } from "@/prisma/embedded";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 }); // each test makes a cluster or two

const homes: string[] = [];
const started: Cluster[] = [];

async function newHome(...deeper: string[]): Promise<string> {
  const top = await mkdtemp(path.join(os.tmpdir(), "portal-ground-"));
  await chmod(top, 0o755);
  homes.push(top);
  return path.join(top, ...deeper);
}

async function start(home: string, options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({ home, password: "owner password", isDurable: false, ...options });
  started.push(cluster);
  return cluster;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // the server is killed under it
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFileOf = (cluster: Cluster) => path.join(cluster.dataDir, "postmaster.pid");
const pidOf = (cluster: Cluster) => Number.parseInt(readFileSync(pidFileOf(cluster), "utf8"), 10);

afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop();
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true });
});

test("a server comes up on a socket that only its user can reach, speaks UTF-8 and never listens on the network", async () => {
  const cluster = await start(await newHome());
  const [found] = await ask(
    cluster.url("postgres"),
    `SELECT current_setting('listen_addresses') AS network, current_setting('server_encoding') AS encoding,
            current_setting('TimeZone') AS zone, current_setting('jit') AS jit,
            (SELECT datcollate FROM pg_database WHERE datname = 'postgres') AS collation`,
  );
  expect(found).toEqual({
    network: "",
    encoding: "UTF8",
    zone: "UTC",
    jit: "off",
    collation: expect.stringMatching(/^C/) as unknown,
  });
  const socketDir = readFileSync(pidFileOf(cluster), "utf8").split("\n")[4] ?? "";
  expect(statSync(socketDir).mode & 0o777).toBe(0o700);
  const wrong = cluster.url("postgres", { name: "portal", password: "guess" });
  await expect(ask(wrong, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("outside tests nothing acknowledged is lost: fsync and synchronous commit are on", async () => {
  const cluster = await start(await newHome(), { isDurable: undefined });
  const names = ["fsync", "synchronous_commit", "full_page_writes"];
  const found = await ask(
    cluster.url("postgres"),
    `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join()}`,
  );
  expect(found).toEqual([{ fsync: "on", synchronous_commit: "on", full_page_writes: "on" }]);
});

test("after kill -9 of the database the next start recovers what was committed", async () => {
  const home = await newHome();
  const first = await start(home, { isDurable: true });
  await ask(first.url("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(pidOf(first), "SIGKILL");

  const second = await start(home);
  expect(second.isOurs).toBe(true);
  expect(await ask(second.url("postgres"), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("a stale postmaster.pid whose number belongs to another process does not stop the start", async () => {
  const home = await newHome();
  const first = await start(home);
  const pidFile = pidFileOf(first);
  const lines = readFileSync(pidFile, "utf8");
  await first.stop();
  const sleeper = spawn("sleep", ["60"]);
  try {
    writeFileSync(pidFile, lines.replace(/^\d+/, String(sleeper.pid)));
    const second = await start(home);
    expect(second.isOurs).toBe(true);
    expect(pidOf(second)).not.toBe(sleeper.pid);
  } finally {
    sleeper.kill();
  }
});

test("who finds the server running attaches, and leaves it running", async () => {
  const home = await newHome();
  const first = await start(home);
  const second = await start(home);
  expect([first.isOurs, second.isOurs]).toEqual([true, false]);
  await second.stop();
  expect(await ask(first.url("postgres"), "SELECT 1 AS up")).toEqual([{ up: 1 }]);
});

test("a server whose starter was killed is taken over, so that somebody stops it", async () => {
  const home = await newHome();
  const orphaned = await start(home);
  const dead = spawn("true");
  await new Promise((resolve) => dead.once("exit", resolve));
  writeFileSync(path.join(home, "starter.pid"), String(dead.pid));

  const finder = await start(home);
  expect(finder.isOurs).toBe(true);
  await finder.stop();
  await wait(50);
  expect(existsSync(pidFileOf(orphaned))).toBe(false);
});

test("two starts at once end up on one server", async () => {
  const home = await newHome();
  await mkdir(home, { recursive: true });
  const both = await Promise.all([start(home), start(home)]);
  const pids = await Promise.all(
    both.map((one) => ask(one.url("postgres"), "SELECT pg_postmaster_start_time()::text AS since")),
  );
  expect(pids[0]).toEqual(pids[1]);
});

test("a path too long for a socket is no obstacle", async () => {
  const home = await newHome("a-checkout-far-down-in-a-tree".repeat(3), "and-deeper-still".repeat(3), "data");
  const cluster = await start(home);
  expect(await ask(cluster.url("postgres"), "SELECT 1 AS up")).toEqual([{ up: 1 }]);
  const socketDir = readFileSync(pidFileOf(cluster), "utf8").split("\n")[4] ?? "";
  expect(socketDir.length).toBeLessThan(92);
  await cluster.stop();
  await rm(socketDir, { recursive: true });
});

test("an initdb that was killed half-way is cleared away, not mistaken for a cluster", async () => {
  const home = await newHome();
  const dead = spawn("true");
  await new Promise((resolve) => dead.once("exit", resolve));
  const leftover = path.join(home, `postgres.${dead.pid}.leftover`);
  await mkdir(leftover, { recursive: true });
  await start(home);
  expect(existsSync(leftover)).toBe(false);
});

test("data of another major version is refused with a sentence, and left as it is", async () => {
  const home = await newHome();
  await (await start(home)).stop();
  const version = path.join(home, "postgres", "PG_VERSION");
  writeFileSync(version, "14\n");
  await expect(start(home)).rejects.toThrow(/由 PostgreSQL 14 写成.*请用旧程序备份/);
  expect(readFileSync(version, "utf8")).toBe("14\n");
});

test.runIf(process.getuid?.() === 0)(
  "as root, a data directory that the server's user cannot enter is served from elsewhere",
  async () => {
    const closed = await newHome();
    await chmod(closed, 0o700);
    const home = path.join(closed, "data");
    const first = await start(home);
    const base = path.dirname(first.dataDir);
    try {
      expect(first.dataDir.startsWith(closed)).toBe(false);
      await ask(first.url("postgres"), "CREATE TABLE kept ()");
      await first.stop();
      const second = await start(home);
      expect(second.dataDir).toBe(first.dataDir);
      expect(await ask(second.url("postgres"), "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 0 }]);
      await second.stop();
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  },
);
