import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { secretNames } from "@/lib/env";

import { ownerQuery, resetDatabase } from "../setup/database";
import { root } from "../setup/structure";

vi.setConfig({ testTimeout: 90_000 }); // a process that loads the whole launcher

const secret = Buffer.alloc(32, "s").toString("base64");
const secrets = { AUTH_SECRET: secret, PASSWORD_PEPPER: secret, FIELD_KEYS: `k1:${secret}`, BLIND_INDEX_KEY: secret };
let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "portal-ground-"));
  await chmod(home, 0o755);
});

afterEach(() => rm(home, { recursive: true }));

type Ended = { code: number | null; output: string };

/** Starts the launcher as an operator would and waits for its end; for starts that are refused. */
async function launch(mode: string, settings: Record<string, string>, nodeFlags: string[] = []): Promise<Ended> {
  const inherited = { ...process.env };
  for (const name of [...secretNames, "DATABASE_URL", "DATABASE_APP_URL", "PORTAL_MODE", "PORTAL_URL", "NODE_ENV"])
    Reflect.deleteProperty(inherited, name);
  const child = spawn(process.execPath, [...nodeFlags, "prisma/launch.mjs", mode], {
    cwd: root,
    env: { ...inherited, DATA_DIR: home, ...settings },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, output };
}

const production = { PORTAL_MODE: "production", PORTAL_URL: "https://home.example.cn", PORT: "39217" };

const refusals: [string, string, Record<string, string>, string][] = [
  ["a wrong setting", "demo", { PORT: "abc" }, "环境变量 PORT 不对：应是 1 到 65535 之间的整数。"],
  ["a wrong log level", "demo", { LOG_LEVEL: "loud" }, "环境变量 LOG_LEVEL 不对"],
  ["an unknown command", "sart", {}, "用法：npm run demo、npm start 或 npm run dev"],
  ["production by the demo command", "demo", production, "请用 npm start"],
  ["a development server for the whole network", "dev", { HOST: "0.0.0.0" }, "开发服务器只能在本机使用"],
  [
    "production without secrets",
    "start",
    { ...production, AUTH_SECRET: secret },
    "缺少密钥 PASSWORD_PEPPER、FIELD_KEYS、BLIND_INDEX_KEY",
  ],
  ["npm start without a mode, which means production", "start", { PORT: "39217" }, "缺少密钥"],
  [
    "production without encryption",
    "start",
    { ...production, ...secrets, PORTAL_URL: "http://home.example.cn" },
    "必须是 https",
  ],
];

test.each(refusals)("%s is refused with one sentence", async (_, mode, settings, sentence) => {
  const { code, output } = await launch(mode, settings);
  expect(output).toContain(`无法启动：`);
  expect(output).toContain(sentence);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

test("production refuses a database with demo accounts, and leaves them as they are", async () => {
  await resetDatabase();
  await ownerQuery(
    `SET session_replication_role = replica;
     INSERT INTO account (id, bureau_id, person_id, kind, login_name, is_demo)
     VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'STAFF', '9001', true);
     SET session_replication_role = DEFAULT`,
  );
  const given = { DATABASE_URL: process.env.DATABASE_URL ?? "", DATABASE_APP_URL: process.env.DATABASE_APP_URL ?? "" };
  const { code, output } = await launch("start", { ...production, ...secrets, ...given });
  expect(output).toContain("数据库里还有 1 个演示账号");
  expect(code).toBe(1);
  expect(await ownerQuery("SELECT login_name FROM account WHERE is_demo")).toEqual([{ login_name: "9001" }]);
  await resetDatabase();
});

test("a taken port is found out before anything is prepared", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  try {
    const { code, output } = await launch("demo", { PORT: String(port) });
    expect(output).toContain(`端口 ${port} 已被占用`);
    expect(output).not.toContain("正在准备数据库");
    expect(code).toBe(1);
  } finally {
    other.close();
  }
});

test("a Node.js that is too old is named before anything is loaded", async () => {
  const older = `Object.defineProperty(process.versions, "node", { value: "20.18.3" })`;
  const flag = `--import=data:text/javascript,${encodeURIComponent(older)}`;
  const { code, output } = await launch("demo", {}, [flag]);
  expect(output.trim()).toBe("无法启动：需要 Node.js 20.19 或更新的版本，现在是 20.18.3。");
  expect(code).toBe(1);
});
