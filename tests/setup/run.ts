import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { buildIfStale } from "../../prisma/freshness";

// npm test: every check, one after the other, also after a failure, and one line of counts at the end.
// npm run check: the same without build and browser.
const root = path.resolve(import.meta.dirname, "../..");
const results = path.join(root, "test-results");
const unitResult = path.join(results, "unit.json");
const browserResult = path.join(results, "browser.json");
const isWhole = process.argv[2] === "test";

type Step = { name: string; run: () => Promise<string> };

const bin = (program: string) => path.join(root, "node_modules", ".bin", program);

/** A step that runs one of the installed tools. */
const tool = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: () => finish(bin(program), args),
});

/** Both tools look again only at files whose content changed. */
const cache = (name: string) => [
  "--cache",
  "--cache-strategy",
  "content",
  "--cache-location",
  `node_modules/.cache/${name}`,
];

const typegen = tool("route types", "next", "typegen");
// The style takes as long as all the others together, and a browser leaves half a core idle: there it reads, politely.
const style: Step = {
  name: "style",
  run: () => finish("nice", [bin("eslint"), ".", "--max-warnings", "0", ...cache("eslint")]),
};
// Side by side, each line on a core of its own.
const readings: Step[][] = [
  [tool("types", "tsc", "--noEmit", "-p", ".")],
  [
    tool("format", "prettier", "--check", ".", ...cache("prettier")),
    tool("imports", "depcruise", "--config", ".dependency-cruiser.mjs", "app", "components", "lib", "prisma", "tests"),
    tool("unused", "knip"),
  ],
];
const unit = tool(
  "unit tests",
  "vitest",
  ...["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitResult}`],
);

const browser: Step[] = [
  { name: "Chromium", run: ensureChromium },
  { name: "build", run: async () => ((await buildIfStale()) ? "" : "nothing changed since the last build") },
  tool("journeys", "playwright", "test"),
];

let broken = 0;

/** Runs a step and says in one line how it went; the end of its output only when it failed, the whole in test-results. */
async function succeeds({ name, run }: Step): Promise<boolean> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  try {
    await run();
    console.log(`✓ ${name} (${seconds()})`);
    return true;
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    const log = path.join(results, `${name.replaceAll(" ", "-")}.log`);
    writeFileSync(log, output);
    console.log(`✗ ${name} (${seconds()}), all of it in ${path.relative(root, log)}:\n${lastLines(output)}\n`);
    return false;
  }
}

function lastLines(output: string): string {
  const lines = output.trim().split("\n");
  return [...(lines.length > 80 ? ["…"] : []), ...lines.slice(-80)].map((line) => `  ${line.slice(0, 300)}`).join("\n");
}

/** Runs a program to its end. Returns what it printed; throws it when the program failed. */
async function finish(program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  if (code !== 0) throw new Error(output || `${program} ended with ${code}`);
  return output;
}

/** The machine's Chromium, or Debian's when we may install it, or Playwright's own. */
async function ensureChromium(): Promise<string> {
  if (existsSync("/usr/bin/chromium")) return "";
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!mayInstall) return finish(bin("playwright"), ["install", "chromium"]);
  await finish("apt-get", ["update", "-qq"]);
  // The Chinese font comes along: without it the pages are boxes, and boxes are as wide as nothing real.
  return finish("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
}

const unitShape = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const browserShape = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

type Count = { passed: number; failed: number; skipped: number };

/** The closing line. A check that failed without failing tests of its own (types, format, a crash) counts as one. */
function report(): void {
  const counts = [countUnit(), countBrowser()];
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  const brokenOtherwise = Math.max(0, broken - counts.filter((count) => count.failed > 0).length);
  const failed = sum("failed") + brokenOtherwise;
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  console.log(`\n${sum("passed")} passed, ${failed} failed${skipped}`);
  process.exitCode = failed > 0 || sum("passed") === 0 ? 1 : 0;
}

function countUnit(): Count {
  if (!existsSync(unitResult)) return { passed: 0, failed: 0, skipped: 0 };
  const found = unitShape.parse(JSON.parse(readFileSync(unitResult, "utf8")));
  return { passed: found.numPassedTests, failed: found.numFailedTests, skipped: found.numPendingTests };
}

function countBrowser(): Count {
  if (!existsSync(browserResult)) return { passed: 0, failed: 0, skipped: 0 };
  const { stats } = browserShape.parse(JSON.parse(readFileSync(browserResult, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await inTurn([typegen]);
await Promise.all(readings.map(inTurn));
await inTurn([unit]);
await Promise.all([inTurn(isWhole ? browser : []), inTurn([style])]);
report();

/** Each step also after one that failed. */
async function inTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (!(await succeeds(step))) broken += 1;
}
