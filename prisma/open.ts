import { createHmac } from "node:crypto";

import pg from "pg";

import { readSettings, rereadEnv, SettingError } from "@/lib/env";

import { startCluster } from "./embedded";
import { migrate } from "./migrate";
import { type AppRole, grantApp, grantExistingApp } from "./roles";
import { fillInSecrets, refuseMissingSecrets, secretsOf } from "./secrets";

const ownDatabase = "portal";

/** An open database: its address as the owner, and `close`, which stops the server if this process started it. */
export type OpenDatabase = { ownerUrl: string; close: () => Promise<void> };

/**
 * Opens the database that the settings name (an external one, or the portal's own, started now), migrates it and grants
 * the app its rights. Afterwards process.env holds the secrets and DATABASE_APP_URL, so that `db` connects.
 * Throws SettingError with one sentence when a setting or a secret is wrong or missing.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const settings = readSettings(process.env);
  if (settings.PORTAL_MODE === "production") refuseMissingSecrets(process.env);
  else fillInSecrets(process.env, await secretsOf(settings.DATA_DIR));
  const opened = settings.DATABASE_URL ? await openExternal(settings.DATABASE_URL) : await openOwn(settings.DATA_DIR);
  try {
    await migrate(opened.ownerUrl);
    await opened.grant();
  } catch (error) {
    await opened.close();
    throw error;
  }
  process.env.PORTAL_URL = process.env.NEXTAUTH_URL = settings.PORTAL_URL;
  process.env.DATABASE_URL = opened.ownerUrl;
  process.env.DATABASE_APP_URL = opened.appUrl;
  rereadEnv();
  return { ownerUrl: opened.ownerUrl, close: opened.close };
}

type Opened = OpenDatabase & { appUrl: string; grant: () => Promise<void> };

async function openOwn(dataDir: string): Promise<Opened> {
  const made = await secretsOf(dataDir);
  const cluster = await startCluster({ home: dataDir, password: made.databaseOwnerPassword });
  const app: AppRole = { name: `${ownDatabase}_app`, password: made.databaseAppPassword };
  const ownerUrl = cluster.url(ownDatabase);
  await createIfMissing(cluster.url("postgres"), ownDatabase);
  return { ownerUrl, appUrl: cluster.url(ownDatabase, app), grant: () => grantApp(ownerUrl, app), close: cluster.stop };
}

async function openExternal(ownerUrl: string): Promise<Opened> {
  await refuseOldServer(ownerUrl);
  const close = () => Promise.resolve();
  const given = process.env.DATABASE_APP_URL?.trim();
  if (given) {
    const name = decodeURIComponent(new URL(given).username);
    return { ownerUrl, appUrl: given, grant: () => grantExistingApp(ownerUrl, name), close };
  }
  const app = { name: `${databaseOf(ownerUrl)}_app`, password: derivedPassword() };
  const appUrl = new URL(ownerUrl);
  appUrl.username = app.name;
  appUrl.password = app.password;
  return { ownerUrl, appUrl: appUrl.href, grant: () => grantApp(ownerUrl, app), close };
}

function databaseOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!name) throw new SettingError("环境变量 DATABASE_URL 不对：网址里要写数据库名，例如 postgresql://…/portal。");
  return name;
}

/** The same at every start and on every instance, so the role needs no password of its own to be kept anywhere. */
function derivedPassword(): string {
  const secret = process.env.AUTH_SECRET?.trim();
  if (!secret) throw new SettingError("缺少密钥 AUTH_SECRET：请设置这个环境变量，可用 openssl rand -base64 32 生成。");
  return createHmac("sha256", secret).update("database app role").digest("base64url");
}

async function createIfMissing(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
  } finally {
    await admin.end();
  }
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
    if (Number(rows[0]?.number) < 150_000)
      throw new SettingError("DATABASE_URL 指向的 PostgreSQL 太旧，需要 15 或更新的版本。");
  } catch (cause) {
    if (cause instanceof SettingError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new SettingError(`连不上 DATABASE_URL 指向的数据库（${code}）：请检查地址、账号和网络。`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}
