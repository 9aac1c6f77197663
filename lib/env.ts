import { isIP } from "node:net";
import { z } from "zod";

/** A setting that the operator has to correct. The message is one sentence in Chinese and holds no secret. */
export class SettingError extends Error {
  override name = "SettingError";
}

const text = z.string().trim();
const url = (protocols: string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);
const postgresUrl = text
  .refine((value) => value === "" || url(["postgres:", "postgresql:"])(value))
  .transform((value) => value || undefined);
const bytes32 = (value: string) => Buffer.from(value, "base64").length === 32;
const longSecret = text
  .refine((value) => value === "" || Buffer.byteLength(value) >= 32)
  .transform((value) => value || undefined);

/** "k2:base64,k1:base64" → keys in that order; the first one encrypts, all of them decrypt. */
const fieldKeys = text
  .refine(
    (value) => value === "" || value.split(",").every((one) => /^[a-z0-9]{1,8}:/.test(one) && bytes32(keyOf(one))),
  )
  .transform((value) =>
    value === ""
      ? undefined
      : value.split(",").map((one) => ({ id: one.slice(0, one.indexOf(":")), key: Buffer.from(keyOf(one), "base64") })),
  );
const keyOf = (one: string) => one.slice(one.indexOf(":") + 1);

const key32 = text
  .refine((value) => value === "" || bytes32(value))
  .transform((value) => (value === "" ? undefined : Buffer.from(value, "base64")));

const instant = text
  .refine(
    (value) =>
      value === "" || (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value))),
  )
  .transform((value) => (value === "" ? undefined : new Date(value)));

const addresses = text
  .transform((value) =>
    value
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every((one) => isIP(one) > 0));

/**
 * Every variable the portal reads: its default as it stands in the README, what it means, what is accepted, and the
 * sentence that refuses anything else. A secret without default is made in DATA_DIR, except in production.
 */
export const settings = {
  PORTAL_MODE: {
    fallback: "demo",
    meaning: "`demo` (invented people, demo accounts) or `production`; `npm start` assumes `production`",
    accept: z.enum(["demo", "production"]),
    refusal: "只能是 demo 或 production",
  },
  PORTAL_URL: {
    fallback: "",
    meaning:
      "the one address people open, default `http://localhost:PORT`; production wants https unless it is localhost",
    accept: text.refine(
      (value) => value === "" || (url(["http:", "https:"])(value) && new URL(value).pathname === "/"),
    ),
    refusal: "应是完整网址且不带路径，例如 https://home.example.gov.cn",
  },
  HOST: {
    fallback: "127.0.0.1",
    meaning: "the address to listen on; `0.0.0.0` only behind a reverse proxy",
    accept: text.refine((value) => value === "localhost" || isIP(value) > 0),
    refusal: "应是 IP 地址，只在本机用就写 127.0.0.1",
  },
  PORT: {
    fallback: "3000",
    meaning: "the port to listen on",
    accept: text
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65535),
    refusal: "应是 1 到 65535 之间的整数",
  },
  TRUSTED_PROXY: {
    fallback: "",
    meaning: "comma-separated addresses of reverse proxies whose X-Forwarded-For is believed",
    accept: addresses,
    refusal: "应是以逗号分隔的 IP 地址",
  },
  DATA_DIR: {
    fallback: ".data",
    meaning: "where the portal's own database, its secrets and the uploads live",
    accept: text.refine((value) => !value.includes("\0") && !value.includes("\n")),
    refusal: "应是一个文件夹的路径",
  },
  DATABASE_URL: {
    fallback: "",
    meaning: "an external PostgreSQL (≥ 15), as the owner of the database; unset: the portal runs its own in DATA_DIR",
    accept: postgresUrl,
    refusal: "应以 postgresql:// 开头",
  },
  DATABASE_APP_URL: {
    fallback: "",
    meaning: "the same database as the role that owns nothing; unset: the owner creates `<database>_app`",
    accept: postgresUrl,
    refusal: "应以 postgresql:// 开头",
  },
  AUTH_SECRET: {
    fallback: "",
    meaning: "signs sign-in tokens, at least 32 bytes",
    accept: longSecret,
    refusal: "至少要 32 个字节，可用 openssl rand -base64 32 生成",
  },
  PASSWORD_PEPPER: {
    fallback: "",
    meaning: "mixed into every password hash, at least 32 bytes; losing it makes every password useless",
    accept: longSecret,
    refusal: "至少要 32 个字节，可用 openssl rand -base64 32 生成",
  },
  FIELD_KEYS: {
    fallback: "",
    meaning: "keys for sensitive fields, `id:base64 of 32 bytes`, comma-separated; the first encrypts, all decrypt",
    accept: fieldKeys,
    refusal: "应写成 k1:密钥，密钥是 32 个字节的 base64，可用 openssl rand -base64 32 生成",
  },
  BLIND_INDEX_KEY: {
    fallback: "",
    meaning: "key for exact search in encrypted fields, base64 of 32 bytes; never changes",
    accept: key32,
    refusal: "应是 32 个字节的 base64，可用 openssl rand -base64 32 生成",
  },
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: {
    fallback: "",
    meaning: "base64 of 32 bytes, the same at build and on every instance; only needed when several instances run",
    accept: key32,
    refusal: "应是 32 个字节的 base64，可用 openssl rand -base64 32 生成",
  },
  PORTAL_CLOCK: {
    fallback: "",
    meaning: "freezes business time at an ISO instant, for demonstrations and tests; refused in production",
    accept: instant,
    refusal: "应是带时区的时刻，例如 2026-11-22T09:00:00+08:00",
  },
  OFFICE_PHONE: {
    fallback: "022-0000 0000",
    meaning: "the telephone that stands on every page",
    accept: text.regex(/^\+?[\d\s()-]{5,24}$/),
    refusal: "应是电话号码，例如 022-1234 5678",
  },
  LOG_LEVEL: {
    fallback: "info",
    meaning: "`debug`, `info`, `warn`, `error` or `silent`",
    accept: z.enum(["debug", "info", "warn", "error", "silent"]),
    refusal: "只能是 debug、info、warn、error 或 silent",
  },
} as const satisfies Record<string, { fallback: string; meaning: string; accept: z.ZodType; refusal: string }>;

/** The secrets that have no default: made by the portal in demo mode, demanded from the environment in production. */
export const secretNames = ["AUTH_SECRET", "PASSWORD_PEPPER", "FIELD_KEYS", "BLIND_INDEX_KEY"] as const;

type Settings = typeof settings;
type SecretName = (typeof secretNames)[number];
type Read = { [Name in keyof Settings]: z.output<Settings[Name]["accept"]> };
/** The settings as the app sees them: a missing secret is an error at the place of use, never an empty value. */
export type Env = Omit<Read, SecretName> & { [Name in SecretName]: NonNullable<Read[Name]> };

/** True when the address is this machine, the only place where plain http may carry a session in production. */
export function isLocalUrl(address: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

/**
 * Reads and checks every setting.
 * @param source usually process.env; an empty value counts as unset
 * @returns the settings, typed, secrets possibly undefined; throws SettingError with one sentence at the first wrong one
 */
export function readSettings(source: Record<string, string | undefined>): Read {
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const parsed = setting.accept.safeParse(source[name]?.trim() || setting.fallback);
    if (!parsed.success) throw new SettingError(`环境变量 ${name} 不对：${setting.refusal}。`);
    values[name] = parsed.data;
  }
  const read = values as Read; // each value came out of the schema of the same name above
  const complete = { ...read, PORTAL_URL: new URL(read.PORTAL_URL || `http://localhost:${read.PORT}`).origin };
  if (complete.PORTAL_MODE === "production") refuseInProduction(complete);
  return complete;
}

function refuseInProduction(read: Read): void {
  if (read.PORTAL_CLOCK) throw new SettingError("正式运行（PORTAL_MODE=production）不能设置 PORTAL_CLOCK，请去掉它。");
  if (new URL(read.PORTAL_URL).protocol === "http:" && !isLocalUrl(read.PORTAL_URL))
    throw new SettingError("正式运行时 PORTAL_URL 必须是 https 网址（本机 localhost 除外）。");
}

let current: Read | undefined;

/** The settings of this process: read from process.env at the first use and then kept. */
export const env = new Proxy({} as Env, {
  get(_, name) {
    const value: unknown = Reflect.get((current ??= readSettings(process.env)), name);
    if (value === undefined && secretNames.some((secret) => secret === name))
      throw new SettingError(`缺少密钥 ${String(name)}：请设置这个环境变量，可用 openssl rand -base64 32 生成。`);
    return value;
  },
});

/** Forgets what was read, so that the next use reads process.env again (after the launcher has filled it in). */
export function rereadEnv(): void {
  current = undefined;
}
