import { createServer } from "node:http";

import { env, SettingError } from "@/lib/env";

import { buildIfStale } from "./freshness";
import { type OpenDatabase, openDatabase } from "./open";
import { countDemoAccounts, demoAccounts, seedIfEmpty } from "./seeding";

// npm run demo | npm start | npm run dev: database, migrations, demo data, build, web server, in this order.
const mode = process.argv[2];

try {
  if (mode !== "demo" && mode !== "start" && mode !== "dev")
    throw new SettingError("用法：npm run demo、npm start 或 npm run dev");
  await start(mode);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(`\n无法启动：${error.message}`);
  process.exitCode = 1;
}

async function start(asked: "demo" | "start" | "dev"): Promise<void> {
  refuseMismatch(asked);
  // Only now: the log is set up at import, and a wrong setting should end in a sentence, not in a stack.
  const { listen, servePortal } = await import("@/lib/server");
  await (await listen(createServer())).close(); // a taken port is found out now, not after the build
  console.log("正在准备数据库……");
  const database = await openDatabase();
  const closing = [database.close];
  stopOnSignal(closing);
  try {
    await prepareData(database);
    if (asked !== "dev") {
      console.log("正在检查网页是否需要重新生成（第一次约需一两分钟）……");
      await buildIfStale();
    }
    const serving = await servePortal(asked === "dev");
    closing.unshift(serving.close);
    await announce(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function refuseMismatch(asked: "demo" | "start" | "dev"): void {
  const isLoopback = ["127.0.0.1", "::1", "localhost"].includes(env.HOST);
  if (asked !== "start" && env.PORTAL_MODE === "production")
    throw new SettingError("正式运行（PORTAL_MODE=production）请用 npm start。");
  if (asked === "dev" && !isLoopback) throw new SettingError("开发服务器只能在本机使用：请把 HOST 设为 127.0.0.1。");
}

async function prepareData(database: OpenDatabase): Promise<void> {
  if (env.PORTAL_MODE === "demo") {
    if (await seedIfEmpty(database.ownerUrl)) console.log("演示数据已写入。");
    return;
  }
  const left = await countDemoAccounts(database.ownerUrl);
  if (left > 0)
    throw new SettingError(`数据库里还有 ${left} 个演示账号：正式运行请换一个空的数据库（DATABASE_URL 或 DATA_DIR）。`);
}

async function announce(database: OpenDatabase): Promise<void> {
  console.log(`\n环卫职工之家已启动：${env.PORTAL_URL}\n按 Ctrl-C 停止。`);
  if (env.PORTAL_MODE !== "demo") return;
  console.log("\n演示账号（都是虚构的人，密码写在登录页上）：");
  for (const { login, name, unit } of await demoAccounts(database.ownerUrl))
    console.log(`  ${login}  ${name}  ${unit}`);
}

/** The first signal ends what is in `closing` by then, in order; a second one does not wait. */
function stopOnSignal(closing: (() => Promise<void>)[]): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log("\n正在停止……");
    for (const close of closing) await close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
}
