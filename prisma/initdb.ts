import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { type Binaries, isAlive, run, type RunAs } from "./binaries";

/** The superuser of the portal's own cluster: owner of the databases, never the app. */
export const ownerRole = "portal";

/** The owner's password, and whether the new files have to survive a power cut. */
type Owner = { password: string; isDurable?: boolean };

/**
 * Makes a cluster in `dataDir` unless there is one. Refused, with a sentence: data of another major version.
 * initdb into a folder of its own and then a rename, so that a start killed half-way leaves nothing that looks ready.
 */
export async function createCluster(dataDir: string, owner: Owner, binaries: Binaries, runAs: RunAs): Promise<void> {
  const version = path.join(dataDir, "PG_VERSION");
  if (existsSync(version)) {
    const major = Number(await readFile(version, "utf8"));
    if (major === binaries.major) return;
    throw new Error(
      `${dataDir} 里的数据由 PostgreSQL ${major} 写成，现在的程序是 ${binaries.major}：请用旧程序备份，再恢复到新的数据目录。`,
    );
  }
  await removeUnfinished(dataDir);
  const unfinished = `${dataDir}.${process.pid}.${randomUUID()}`;
  const passwordFile = `${unfinished}.pw`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, owner.password, { mode: 0o600 });
  if (runAs) for (const one of [unfinished, passwordFile]) await chown(one, runAs.uid, runAs.gid);
  // macOS has no C.UTF-8; there, C with the character types of UTF-8 is the same thing.
  const locale = process.platform === "darwin" ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8"];
  const auth = ["-U", ownerRole, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const sync = owner.isDurable === false ? ["--no-sync"] : [];
  const args = ["-D", unfinished, "--encoding=UTF8", ...locale, ...auth, ...sync];
  const made = run(path.join(binaries.bin, "initdb"), args, runAs);
  await rm(passwordFile);
  if (made.code !== 0) {
    await rm(unfinished, { recursive: true });
    throw new Error(`建立数据库失败：${made.output}`);
  }
  await rename(unfinished, dataDir).catch(() => rm(unfinished, { recursive: true })); // another start was faster
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(path.dirname(dataDir))) {
    const pid = /^postgres\.(\d+)\./.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(path.join(path.dirname(dataDir), name), { recursive: true });
  }
}
