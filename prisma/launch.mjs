// npm run demo | start | dev | test | check: needs nothing but Node, and sees to everything else itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const mode = process.argv[2] ?? "";
process.chdir(root);

refuseOldNode();
if (existsSync(".env")) process.loadEnvFile(".env"); // what the environment sets already stays
process.env.NEXT_TELEMETRY_DISABLED = "1";
if (mode === "start") process.env.PORTAL_MODE ||= "production";
if (mode === "test" || mode === "check")
  delete process.env.NODE_ENV; // each tool sets its own
else process.env.NODE_ENV = mode === "dev" ? "development" : "production";

installIfStale();
generateIfStale();
await import("tsx");
await import(mode === "test" || mode === "check" ? "../tests/setup/run.ts" : "./portal.ts");

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。`);
}

/** The packages, when there are none or the lockfile changed since they were installed. */
function installIfStale() {
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  console.log("正在安装程序包（第一次约需一两分钟）……");
  // Development packages too, whatever NODE_ENV says: the build and the tests need them.
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], "程序包没有装上，请检查网络后再试。");
}

/** The database client, when it was made from other schema files or is not there (it is not kept in git). */
function generateIfStale() {
  const mark = "prisma/generated/made-from";
  const hash = createHash("sha256").update(readFileSync("node_modules/prisma/package.json"));
  for (const file of ["prisma/schema.prisma", ...listModels()]) hash.update(readFileSync(file));
  const sources = hash.digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;
  run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], "数据库客户端没有生成，请看上面的错误。");
  writeFileSync(mark, sources);
}

function listModels() {
  const names = readdirSync("prisma/models")
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return names.map((name) => `prisma/models/${name}`);
}

/** Runs a program quietly; its output is shown only when it fails. */
function run(program, args, sentence) {
  const done = spawnSync(program, args, { encoding: "utf8", shell: process.platform === "win32", maxBuffer: 1 << 26 });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error?.message ?? ""}`);
  stop(sentence);
}

function stop(sentence) {
  console.error(`\n无法启动：${sentence}`);
  process.exit(1);
}
