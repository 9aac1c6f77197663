import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { isAlive } from "./binaries";
import { type Cluster, startCluster } from "./embedded";

const prefix = "staff-home-throw-away-";

/**
 * A PostgreSQL cluster for tests and comparisons, in the temporary directory, fast and without durability.
 * `stop` removes it; what a killed process left behind is removed by the next call.
 * @param source the packaged PostgreSQL, or the machine's own
 */
export async function startThrowAway(source: "packaged" | "system" = "packaged"): Promise<Cluster & { home: string }> {
  await removeLeftovers();
  const home = await mkdtemp(path.join(os.tmpdir(), prefix));
  await chmod(home, 0o755); // as root, the server runs as another user, who has to pass through
  const cluster = await startCluster({ home, password: "throw-away", source, isDurable: false });
  const stop = async () => {
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { ...cluster, home, stop };
}

/** A server whose files are gone ends by itself within a minute. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const home = path.join(os.tmpdir(), name);
    const starter = Number(await readFile(path.join(home, "starter.pid"), "utf8").catch(() => "0"));
    if (starter > 0 && !isAlive(starter)) await rm(home, { recursive: true, force: true }).catch(() => undefined);
  }
}
