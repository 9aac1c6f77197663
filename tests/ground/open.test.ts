import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";

import { env, rereadEnv, secretNames, SettingError } from "@/lib/env";
import { missingSql } from "@/prisma/diff";
import { migrate } from "@/prisma/migrate";
import { openDatabase } from "@/prisma/open";
import { fillInSecrets, secretsOf } from "@/prisma/secrets";
import { countDemoAccounts } from "@/prisma/seeding";

import { ownerQuery } from "../setup/database";

vi.setConfig({ testTimeout: 90_000 }); // migrations are played from the beginning

const address = (database: string) => inject("database").owner.replace("/NAME", `/${database}`);
const secret = Buffer.alloc(32, "s").toString("base64");
const before = { ...process.env };
let home: string;
let database: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "portal-ground-"));
  await chmod(home, 0o755);
  database = `open_${process.env.VITEST_POOL_ID ?? "1"}_${String(process.hrtime.bigint())}`;
  await ownerQuery(`CREATE DATABASE ${database}`);
});

afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
  rereadEnv();
  await ownerQuery(`DROP DATABASE ${database} WITH (FORCE)`);
  await ownerQuery(`DROP ROLE IF EXISTS ${database}_app`);
  await rm(home, { recursive: true });
});

function settle(settings: Record<string, string>): void {
  for (const name of [...secretNames, "DATABASE_APP_URL"]) process.env[name] = "";
  Object.assign(process.env, { DATABASE_URL: address(database), DATA_DIR: home, ...settings });
  rereadEnv();
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("an external server: migrated, and the app gets a role of its own with short patience", async () => {
  settle({ AUTH_SECRET: secret });
  const opened = await openDatabase();
  expect(opened.ownerUrl).toBe(address(database));
  const [app] = await ask(
    env.DATABASE_APP_URL ?? "",
    `SELECT current_user AS role, current_setting('statement_timeout') AS statement,
            current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('jit') AS jit,
            (SELECT count(*)::int FROM audit_event) AS seen`,
  );
  expect(app).toEqual({ role: `${database}_app`, statement: "2s", idle: "5s", jit: "off", seen: 0 });
  await opened.close();
});

test("opening again changes nothing: no migration twice, the same role, the same password", async () => {
  settle({ AUTH_SECRET: secret });
  await openDatabase();
  const first = process.env.DATABASE_APP_URL;
  const applied = await ask(address(database), "SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1");
  expect(applied.length).toBeGreaterThan(0);

  settle({ AUTH_SECRET: secret });
  await openDatabase();
  expect(process.env.DATABASE_APP_URL).toBe(first);
  expect(await ask(address(database), "SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1")).toEqual(
    applied,
  );
  expect(await migrate(address(database))).toEqual([]);
});

test("the demo makes its secrets once, for this user only, and uses them again", async () => {
  settle({});
  await openDatabase();
  const file = path.join(home, "secrets.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const made = readFileSync(file, "utf8");
  expect(env.FIELD_KEYS[0]?.key).toHaveLength(32);
  const [first] = env.FIELD_KEYS;

  settle({});
  await openDatabase();
  expect(readFileSync(file, "utf8")).toBe(made);
  expect(env.FIELD_KEYS[0]?.key.equals(first?.key ?? Buffer.of())).toBe(true);
});

test("a secret in the environment is preferred to the made one", async () => {
  const made = await secretsOf(home);
  const target: Record<string, string | undefined> = { AUTH_SECRET: secret, PASSWORD_PEPPER: " " };
  fillInSecrets(target, made);
  expect(target.AUTH_SECRET).toBe(secret);
  expect(target.PASSWORD_PEPPER).toBe(made.PASSWORD_PEPPER);
});

test("a secrets file that lost a key is refused, not completed with a new one", async () => {
  const file = path.join(home, "secrets.json");
  const { AUTH_SECRET, PASSWORD_PEPPER } = await secretsOf(home);
  writeFileSync(file, JSON.stringify({ AUTH_SECRET, PASSWORD_PEPPER }));
  await expect(secretsOf(home)).rejects.toThrow(/不完整：请从备份恢复/);
  expect(Object.keys(JSON.parse(readFileSync(file, "utf8")) as object)).toEqual(["AUTH_SECRET", "PASSWORD_PEPPER"]);
});

test("production refuses to start without its secrets, names them, and makes none", async () => {
  settle({ PORTAL_MODE: "production", PORTAL_URL: "https://home.example.cn", AUTH_SECRET: secret });
  await expect(openDatabase()).rejects.toThrow(/缺少密钥 PASSWORD_PEPPER、FIELD_KEYS、BLIND_INDEX_KEY/);
  expect(existsSync(path.join(home, "secrets.json"))).toBe(false);
  expect(await ask(address(database), "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
});

test("production with all its secrets starts and counts the demo accounts that forbid it", async () => {
  const secrets = { AUTH_SECRET: secret, PASSWORD_PEPPER: secret, FIELD_KEYS: `k1:${secret}`, BLIND_INDEX_KEY: secret };
  settle({ PORTAL_MODE: "production", PORTAL_URL: "https://home.example.cn", ...secrets });
  const opened = await openDatabase();
  expect(existsSync(path.join(home, "secrets.json"))).toBe(false);
  expect(await countDemoAccounts(opened.ownerUrl)).toBe(0);
  await ask(
    opened.ownerUrl,
    `SET session_replication_role = replica;
     INSERT INTO account (id, bureau_id, person_id, kind, login_name, is_demo)
     VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'STAFF', '9001', true)`,
  );
  expect(await countDemoAccounts(opened.ownerUrl)).toBe(1);
});

test("a role that the administrator made is granted its rights and left otherwise as it is", async () => {
  await ownerQuery(`CREATE ROLE ${database}_app LOGIN PASSWORD 'theirs'`);
  const given = new URL(address(database));
  given.username = `${database}_app`;
  given.password = "theirs";
  settle({ DATABASE_APP_URL: given.href });
  await openDatabase();
  const [app] = await ask(
    env.DATABASE_APP_URL ?? "",
    "SELECT current_user AS role, (SELECT count(*)::int FROM account) AS seen",
  );
  expect(app).toEqual({ role: `${database}_app`, seen: 0 });
  await expect(ask(given.href, "DELETE FROM audit_event")).rejects.toMatchObject({ code: "42501" });
});

test("a database that cannot be reached is one sentence, without the password", async () => {
  settle({ DATABASE_URL: "postgresql://portal:hidden@127.0.0.1:1/portal" });
  const failed: unknown = await openDatabase().catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(SettingError);
  expect(String(failed)).toMatch(/连不上 DATABASE_URL 指向的数据库（ECONNREFUSED）/);
  expect(String(failed)).not.toContain("hidden");
});

test("the migrations give exactly what the schema files ask for", async () => {
  expect(await missingSql()).toBe("");
});
