import { createHash } from "node:crypto";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from "node:fs";
import { chmod, chown, lstat, mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import {
  type Binaries,
  isAlive,
  mayEnter,
  packagedBinaries,
  run,
  type RunAs,
  sharedHome,
  systemBinaries,
  userForServer,
} from "./binaries";
import { createCluster, ownerRole } from "./initdb";

/** A running PostgreSQL cluster on a Unix socket. */
export type Cluster = {
  /** True when this process started it; then `stop` stops it. Whoever only attached leaves it running. */
  isOurs: boolean;
  dataDir: string;
  /** The address of a database in it, as the owner or as `role` with that role's password. */
  url: (database: string, role?: { name: string; password: string }) => string;
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** DATA_DIR: where the cluster lives, or where it is written down that it lives elsewhere. */
  home: string;
  /** Password of the owner; set when the cluster is made, needed at every later start. */
  password: string;
  /** The packaged PostgreSQL, or the machine's own. */
  source?: "packaged" | "system";
  /** False only for throw-away test clusters: a power cut then loses acknowledged writes. */
  isDurable?: boolean;
};

/**
 * Starts the portal's own PostgreSQL, or attaches to it when it already runs.
 * Makes the cluster at the first call. Recovers by itself from a killed server. Throws one Chinese sentence with the
 * server's last words when it cannot start.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = path.resolve(options.home);
  await mkdir(home, { recursive: true });
  const { base, runAs } = await chooseBase(home);
  const binaries = options.source === "system" ? await systemBinaries() : await packagedBinaries(runAs);
  const dataDir = path.join(base, "postgres");
  await createCluster(dataDir, options, binaries, runAs);
  const running = await readySocket(dataDir);
  const { socketDir, isOurs } = running
    ? { socketDir: running, isOurs: adopt(base) }
    : await launch(dataDir, binaries, runAs, options.isDurable ?? true);
  if (isOurs) await writeFile(starterFile(base), String(process.pid));
  return {
    isOurs,
    dataDir,
    url: (database, role) => socketUrl(socketDir, database, role ?? { name: ownerRole, password: options.password }),
    stop: async () => {
      if (!isOurs) return;
      const stopped = run(
        path.join(binaries.bin, "pg_ctl"),
        ["stop", "-D", dataDir, "-m", "fast", "-w", "-t", "30"],
        runAs,
      );
      if (stopped.code !== 0 && serverPid(dataDir)) throw new Error(`数据库没有停下来：${stopped.output}`);
    },
  };
}

const starterFile = (base: string) => path.join(base, "starter.pid");

/** A server whose starter was killed belongs to whoever finds it, otherwise nobody would ever stop it. */
function adopt(base: string): boolean {
  const starter = existsSync(starterFile(base)) ? Number(readFileSync(starterFile(base), "utf8")) : 0;
  return starter > 0 && !isAlive(starter);
}

function socketUrl(socketDir: string, database: string, role: { name: string; password: string }): string {
  const credentials = `${role.name}:${encodeURIComponent(role.password)}`;
  return `postgresql://${credentials}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** Where the cluster lives and who runs it; a place outside DATA_DIR is written down there, for the next start. */
async function chooseBase(home: string): Promise<{ base: string; runAs: RunAs }> {
  const record = path.join(home, "cluster.json");
  const recorded = existsSync(record) ? (JSON.parse(await readFile(record, "utf8")) as { base: string }).base : home;
  const existing = path.join(recorded, "postgres", "PG_VERSION");
  if (existsSync(existing)) return { base: recorded, runAs: userForServer(statSync(existing).uid) };

  const runAs = userForServer();
  if (mayEnter(home, runAs)) return { base: home, runAs };
  const base = path.join(sharedHome, createHash("sha256").update(home).digest("hex").slice(0, 12));
  await mkdir(base, { recursive: true, mode: 0o755 });
  await writeFile(record, `${JSON.stringify({ base })}\n`, { mode: 0o600 });
  return { base, runAs };
}

type Launched = { socketDir: string; isOurs: boolean };

async function launch(dataDir: string, binaries: Binaries, runAs: RunAs, isDurable: boolean): Promise<Launched> {
  const socketDir = await makeSocketDir(dataDir, runAs);
  removeStaleLock(path.join(socketDir, ".s.PGSQL.5432.lock"), dataDir);
  const logFile = path.join(dataDir, "server.log");
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) await truncate(logFile);
  const options = serverSettings(socketDir, isDurable)
    .map((setting) => `-c ${setting}`)
    .join(" ");
  const args = ["start", "-D", dataDir, "-l", logFile, "-w", "-t", "60", "-o", options];
  for (let attempt = 1; ; attempt += 1) {
    const started = run(path.join(binaries.bin, "pg_ctl"), args, runAs);
    if (started.code === 0) return { socketDir, isOurs: true };
    // Two starts at once: the other one holds the lock file now, and its server is ours as well.
    const other = await readySocket(dataDir);
    if (other) return { socketDir: other, isOurs: false };
    const words = existsSync(logFile) ? (await readFile(logFile, "utf8")).trim().split("\n").slice(-4).join("\n") : "";
    // After kill -9 the orphaned backends need a moment to notice; until then their shared memory is in use.
    if (attempt < 20 && words.includes("pre-existing shared memory block")) await wait(500);
    else throw new Error(`数据库没有启动：${started.output}\n${words}`);
  }
}

/** Settings of the portal's own server. The timeouts of the app are settings of its role (roles.ts). */
function serverSettings(socketDir: string, isDurable: boolean): string[] {
  const durable = isDurable ? "on" : "off";
  return [
    "listen_addresses=''",
    `unix_socket_directories='${socketDir}'`,
    "unix_socket_permissions=0700",
    "password_encryption=scram-sha-256",
    `fsync=${durable}`,
    `synchronous_commit=${durable}`,
    `full_page_writes=${durable}`,
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    // The server's log must not quote people's data: no failing statement, no "Key (id_no)=(…) already exists".
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
  ];
}

/**
 * A folder for the socket. A socket's path holds at most 107 bytes (103 on macOS), and a checkout can be deeper than
 * that; then a short folder under the temporary directory, named after the data and refused if somebody else owns it.
 */
async function makeSocketDir(dataDir: string, runAs: RunAs): Promise<string> {
  const beside = path.join(path.dirname(dataDir), "socket");
  const short = `staff-home-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`;
  const fits = (dir: string) => Buffer.byteLength(`${dir}/.s.PGSQL.5432`) <= 103 && !/['\s\\$`"]/.test(dir);
  const dir = [beside, path.join(os.tmpdir(), short), path.join("/tmp", short)].find(fits);
  if (!dir) throw new Error("找不到放数据库套接字的短路径，请把 TMPDIR 设为较短的目录。");
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const uid = runAs?.uid ?? process.getuid?.();
  if (runAs && (await lstat(dir)).uid === process.getuid?.()) await chown(dir, runAs.uid, runAs.gid);
  const found = await lstat(dir);
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`${dir} 属于别的用户，请删除它再启动。`);
  await chmod(dir, 0o700);
  return dir;
}

/**
 * The socket folder of the server that runs on this data, once it accepts connections; undefined when none runs.
 * A postmaster.pid left by a killed server, whose number another process may have by now, counts as none.
 */
async function readySocket(dataDir: string): Promise<string | undefined> {
  const pidFile = path.join(dataDir, "postmaster.pid");
  for (let tries = 0; tries < 600; tries += 1) {
    const pid = serverPid(dataDir);
    if (pid === undefined) {
      removeStaleLock(pidFile, dataDir);
      return undefined;
    }
    const lines = existsSync(pidFile) ? (await readFile(pidFile, "utf8")).split("\n") : [];
    if (lines[7]?.trim() === "ready" && lines[4]) return lines[4];
    await wait(100);
  }
  throw new Error(`数据库进程在运行，但一分钟后仍不接受连接，请查看 ${path.join(dataDir, "server.log")}。`);
}

/**
 * PostgreSQL clears a lock file whose process is gone, but takes any process of that number for its owner: another
 * program, or the killed server itself as long as nobody has collected it (for ever, in some containers).
 */
function removeStaleLock(file: string, dataDir: string): void {
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
  if (pid > 0 && isAlive(pid) && !servesData(pid, dataDir)) rmSync(file, { force: true });
}

function serverPid(dataDir: string): number | undefined {
  const pidFile = path.join(dataDir, "postmaster.pid");
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) : Number.NaN;
  return pid > 0 && isAlive(pid) && servesData(pid, dataDir) ? pid : undefined;
}

function servesData(pid: number, dataDir: string): boolean {
  if (!existsSync("/proc/self/cwd"))
    return run("ps", ["-o", "command=", "-p", String(pid)], undefined).output.includes(dataDir);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir); // a postmaster works in its data directory
  } catch {
    return false;
  }
}
