import { readFileSync } from "node:fs";
import path from "node:path";

import { afterEach, expect, test, vi } from "vitest";

import { now } from "@/lib/clock";
import { env, isLocalUrl, readSettings, rereadEnv, secretNames, SettingError, settings } from "@/lib/env";
import { newId } from "@/lib/id";

import { filesBelow, root } from "../setup/structure";

const key = Buffer.alloc(32, 7).toString("base64");

afterEach(() => {
  vi.unstubAllEnvs();
  rereadEnv();
});

test("without any setting the demo runs on this machine only, on its own database", () => {
  expect(readSettings({})).toMatchObject({
    PORTAL_MODE: "demo",
    PORTAL_URL: "http://localhost:3000",
    HOST: "127.0.0.1",
    PORT: 3000,
    TRUSTED_PROXY: [],
    DATA_DIR: ".data",
    DATABASE_URL: undefined,
    DATABASE_APP_URL: undefined,
    PORTAL_CLOCK: undefined,
    LOG_LEVEL: "info",
  });
});

test("the address follows the port, and an empty value counts as none", () => {
  expect(readSettings({ PORT: "8080", PORTAL_URL: " " }).PORTAL_URL).toBe("http://localhost:8080");
  expect(readSettings({ PORT: "8080", PORTAL_URL: "https://home.example.cn/" }).PORTAL_URL).toBe(
    "https://home.example.cn",
  );
});

const refused: [string, string, string][] = [
  ["PORTAL_MODE", "test", "只能是 demo 或 production"],
  ["PORTAL_URL", "home.example.cn", "完整网址"],
  ["PORTAL_URL", "https://home.example.cn/portal", "不带路径"],
  ["HOST", "example.cn", "IP 地址"],
  ["PORT", "0", "1 到 65535"],
  ["PORT", "65536", "1 到 65535"],
  ["PORT", "3000a", "1 到 65535"],
  ["TRUSTED_PROXY", "10.0.0.0/8", "IP 地址"],
  ["DATA_DIR", "a\0b", "文件夹"],
  ["DATABASE_URL", "mysql://localhost/portal", "postgresql://"],
  ["DATABASE_APP_URL", "localhost", "postgresql://"],
  ["AUTH_SECRET", "short-and-secret", "32 个字节"],
  ["PASSWORD_PEPPER", "short-and-secret", "32 个字节"],
  ["FIELD_KEYS", key, "k1:密钥"],
  ["FIELD_KEYS", `k2:${key},k1:c2hvcnQ=`, "32 个字节"],
  ["BLIND_INDEX_KEY", "c2hvcnQ=", "32 个字节"],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "c2hvcnQ=", "32 个字节"],
  ["PORTAL_CLOCK", "2026-11-22", "时刻"],
  ["PORTAL_CLOCK", "2026-11-22T09:00:00", "带时区"],
  ["OFFICE_PHONE", "ask at the desk", "电话号码"],
  ["LOG_LEVEL", "verbose", "debug"],
];

test.each(refused)(
  "%s=%j is refused with a sentence that names it and keeps the value to itself",
  (name, value, hint) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(new RegExp(`^环境变量 ${name} 不对：.*${hint}.*。$`));
    if (secretNames.some((secret) => secret === name)) expect(read).not.toThrow(value);
  },
);

test("every setting has a case above that is refused", () => {
  expect(new Set(refused.map(([name]) => name))).toEqual(new Set(Object.keys(settings)));
});

test("keys come out in their order, the encrypting one first", () => {
  const { FIELD_KEYS } = readSettings({ FIELD_KEYS: `k2:${key},k1:${key}` });
  expect(FIELD_KEYS?.map(({ id, key: bytes }) => [id, bytes.length])).toEqual([
    ["k2", 32],
    ["k1", 32],
  ]);
});

test("production refuses a frozen clock and an address without encryption", () => {
  const production = { PORTAL_MODE: "production", PORTAL_URL: "https://home.example.cn" };
  expect(readSettings(production).PORTAL_MODE).toBe("production");
  expect(() => readSettings({ ...production, PORTAL_CLOCK: "2026-11-22T09:00:00Z" })).toThrow(/不能设置 PORTAL_CLOCK/);
  expect(() => readSettings({ ...production, PORTAL_URL: "http://home.example.cn" })).toThrow(/必须是 https/);
  expect(readSettings({ ...production, PORTAL_URL: "http://localhost:3000" }).PORTAL_MODE).toBe("production");
});

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:80", true],
  ["http://localhost.example.cn", false],
  ["http://192.168.1.5", false],
])("%s is this machine: %s", (address, isLocal) => {
  expect(isLocalUrl(address)).toBe(isLocal);
});

test("a missing secret is an error where it is used, never an empty value", () => {
  for (const name of secretNames) {
    vi.stubEnv(name, "");
    rereadEnv();
    expect(() => env[name]).toThrow(`缺少密钥 ${name}`);
  }
});

test("the business clock stands still when it is told to, and runs otherwise", () => {
  vi.stubEnv("PORTAL_CLOCK", "2026-11-22T09:00:00+08:00");
  rereadEnv();
  expect(now().toISOString()).toBe("2026-11-22T01:00:00.000Z");
  now().setFullYear(1999);
  expect(now().getUTCFullYear()).toBe(2026);
  vi.stubEnv("PORTAL_CLOCK", "");
  rereadEnv();
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
});

test("ids are version 7 and sort in the order in which they were made", () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(new Set(ids).size).toBe(500);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("no module reads a setting that the table does not list", () => {
  // Set by the runtime, the tools or the launcher itself, not by the operator.
  const foreign = [
    "NODE_ENV",
    "NEXT_RUNTIME",
    "NEXT_TELEMETRY_DISABLED",
    "NEXTAUTH_URL",
    "PATH",
    "PRISMA_SCHEMA_ENGINE_BINARY",
  ];
  const sources = ["app", "components", "lib", "prisma"].flatMap(filesBelow);
  const top = ["proxy.ts", "next.config.ts", "instrumentation.ts", "prisma.config.ts"];
  const found = [...sources, ...top].flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return [...text.matchAll(/process\.env(?:\.([A-Z_]+)|\["([A-Z_]+)"\])/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
  });
  expect(found).toContain("PORTAL_URL");
  expect(found.filter((name) => !foreign.includes(name) && !Object.hasOwn(settings, name))).toEqual([]);
});
