import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { z } from "zod";

import { SettingError, secretNames } from "@/lib/env";

const madeSecrets = z.object({
  AUTH_SECRET: z.string(),
  PASSWORD_PEPPER: z.string(),
  FIELD_KEYS: z.string(),
  BLIND_INDEX_KEY: z.string(),
  databaseOwnerPassword: z.string(),
  databaseAppPassword: z.string(),
});

/** What the portal made up for itself in DATA_DIR. */
export type MadeSecrets = z.infer<typeof madeSecrets>;

/**
 * The secrets of this data directory, made at the first call (file of mode 0600, never overwritten).
 * @param dataDir DATA_DIR; refused when its secrets.json is incomplete, since new keys could not read the old data
 */
export async function secretsOf(dataDir: string): Promise<MadeSecrets> {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) await writeOnce(file, makeSecrets());
  await chmod(file, 0o600);
  const read = madeSecrets.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (read.success) return read.data;
  throw new SettingError(`${file} 不完整：请从备份恢复这个文件，没有它就读不出加密的数据。`);
}

/** Puts the made secrets into `target` where the environment sets none. */
export function fillInSecrets(target: Record<string, string | undefined>, made: MadeSecrets): void {
  for (const name of secretNames) if (!target[name]?.trim()) target[name] = made[name];
}

/** Production demands every secret from the environment: a key that lies beside the data protects nothing. */
export function refuseMissingSecrets(source: Record<string, string | undefined>): void {
  const missing = secretNames.filter((name) => !source[name]?.trim());
  if (missing.length === 0) return;
  throw new SettingError(
    `正式运行缺少密钥 ${missing.join("、")}：请在环境变量里设置，可用 openssl rand -base64 32 生成，并和数据分开保管。`,
  );
}

function makeSecrets(): MadeSecrets {
  const secret = () => randomBytes(32).toString("base64");
  return {
    AUTH_SECRET: secret(),
    PASSWORD_PEPPER: secret(),
    FIELD_KEYS: `k1:${secret()}`,
    BLIND_INDEX_KEY: secret(),
    databaseOwnerPassword: secret(),
    databaseAppPassword: secret(),
  };
}

/** A whole file or none, and the first writer wins: two starts at once must not end up with different keys. */
async function writeOnce(file: string, made: MadeSecrets): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  await link(draft, file).catch((error: unknown) => {
    if (!existsSync(file)) throw error;
  });
  await rm(draft);
}
