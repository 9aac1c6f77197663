import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./structure";

export type Violation = { rule: string; from: string; to: string };
export type Cruise = { modules: string[]; violations: Violation[] };

const folders = ["app", "components", "lib", "prisma", "tests"];

/**
 * Runs dependency-cruiser, as `npm run lint` does, over a copy of the tree to which `planted` files are added.
 * The tree itself is never touched: somebody may be working in it.
 */
export function cruiseCopy(planted: Record<string, string>): Cruise {
  const copy = mkdtempSync(path.join(tmpdir(), "portal-structure-"));
  try {
    for (const folder of folders) cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
    for (const file of ["package.json", "proxy.ts", "tsconfig.json", ".dependency-cruiser.mjs"]) {
      cpSync(path.join(root, file), path.join(copy, file));
    }
    symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }

    return cruise(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

type Report = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

function cruise(place: string): Cruise {
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [program, "--config", ".dependency-cruiser.mjs", "--output-type", "json", ...folders];
  const printed = execFileSync(process.execPath, args, { cwd: place, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const report = JSON.parse(printed) as Report;

  return {
    modules: report.modules.map(({ source }) => source),
    violations: report.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name })),
  };
}
