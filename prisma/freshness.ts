import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const builtFrom = path.join(root, ".next", "built-from");

/**
 * Builds the site when its sources differ from those of the last finished build (or when there is none).
 * @returns true when it had to build; throws with the end of the build's output when it fails
 */
export async function buildIfStale(): Promise<boolean> {
  const sources = fingerprint(["app", "components", "lib", "prisma", "public", ...topLevel()]);
  if (existsSync(builtFrom) && readFileSync(builtFrom, "utf8") === sources) return false;
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  await finish(process.execPath, [next, "build"], { NODE_ENV: "production" });
  writeFileSync(builtFrom, sources); // only now: a build killed half-way leaves no mark and is repeated
  return true;
}

/** Configuration and lockfile: what lies at the top and shapes the build. */
function topLevel(): string[] {
  return readdirSync(root).filter((name) => /\.(ts|mjs|json)$/.test(name) && name !== "next-env.d.ts");
}

/** One hash over names and contents of all files in `places` (relative to the repository). */
export function fingerprint(places: string[]): string {
  const hash = createHash("sha256");
  for (const place of places.sort()) {
    for (const file of filesIn(path.join(root, place))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  const isGenerated = place === path.join(root, "prisma", "generated");
  return isGenerated
    ? []
    : readdirSync(place)
        .sort()
        .flatMap((name) => filesIn(path.join(place, name)));
}

/** Runs a program of the repository to its end, quietly. Throws with the end of its output when it fails. */
async function finish(program: string, args: string[], settings: Record<string, string>): Promise<void> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...settings },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 1)));
  if (code !== 0) throw new Error(`the build ended with ${code}\n${output.split("\n").slice(-60).join("\n")}`);
}
