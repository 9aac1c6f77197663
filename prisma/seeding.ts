import { spawn } from "node:child_process";
import path from "node:path";

import pg from "pg";

/**
 * Fills an empty database with the invented people and matters of the demonstration.
 * Runs in a process of its own: modules marked `server-only` load only under Node's react-server condition, which would
 * break the web server. As the owner, because the app's two seconds for a statement are meant for requests.
 * @returns false when somebody already has an account there; then nothing is written
 */
export async function seedIfEmpty(ownerUrl: string): Promise<boolean> {
  const [{ accounts }] = await ask<[{ accounts: number }]>(ownerUrl, "SELECT count(*)::int AS accounts FROM account");
  if (accounts > 0) return false;
  const args = ["--conditions=react-server", "--import", "tsx", path.join(import.meta.dirname, "run-seed.ts")];
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, DATABASE_APP_URL: ownerUrl },
  });
  const code = await new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 1)));
  if (code !== 0) throw new Error("演示数据没有写完整，请看上面的错误。");
  return true;
}

/** How many demo accounts are in the database; production refuses to start while there are any. */
export async function countDemoAccounts(ownerUrl: string): Promise<number> {
  const [{ accounts }] = await ask<[{ accounts: number }]>(
    ownerUrl,
    "SELECT count(*)::int AS accounts FROM account WHERE is_demo",
  );
  return accounts;
}

/** The demo accounts that have a password, for the list that the launcher prints. */
export async function demoAccounts(ownerUrl: string): Promise<{ login: string; name: string; unit: string }[]> {
  return ask(
    ownerUrl,
    `SELECT a.login_name AS login, p.name, u.name AS unit
     FROM account a JOIN person p ON p.id = a.person_id JOIN org_unit u ON u.id = p.unit_id
     WHERE a.is_demo AND a.password_hash IS NOT NULL AND a.disabled_at IS NULL ORDER BY length(a.login_name), 1`,
  );
}

async function ask<Rows>(url: string, sql: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Rows;
  } finally {
    await client.end();
  }
}
