import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { listMigrations, migrationsDir, noFilters, schemaFiles, withEngine } from "./engine";
import { startThrowAway } from "./throw-away";

/**
 * What the schema files ask for and the migrations do not give yet, as SQL; empty when nothing is missing.
 * The migrations are played on a throw-away server, so no data is touched and none has to be up.
 */
export async function missingSql(): Promise<string> {
  const cluster = await startThrowAway();
  try {
    const from = { tag: "migrations" as const, ...(await listMigrations()) };
    const to = { tag: "schemaDatamodel" as const, files: await schemaFiles() };
    const { stdout } = await withEngine(cluster.url("postgres"), (engine) =>
      engine.diff({ from, to, script: true, exitCode: null, filters: noFilters }),
    );
    return withoutEchoes(stdout ?? "", await writtenSql());
  } finally {
    await cluster.stop();
  }
}

async function writtenSql(): Promise<string> {
  const { migrationDirectories } = await listMigrations();
  return migrationDirectories
    .map(({ migrationFile: { content } }) => (content.tag === "ok" ? content.value : ""))
    .join("\n");
}

/**
 * Leaves out "drop index X, create index X" where X is already written exactly so: PostgreSQL stores the condition of a
 * partial index in its own words (`IN (…)` as `= ANY (…)`), which Prisma takes for a change.
 */
function withoutEchoes(sql: string, written: string): string {
  const steps = sql.split(/\n(?=-- )/).filter((step) => statementOf(step) !== "");
  const created = (step: string) => /^CREATE(?: UNIQUE)? INDEX ("[^"]+")/.exec(statementOf(step))?.[1];
  const dropped = (step: string) => /^DROP INDEX ("[^"]+")/.exec(statementOf(step))?.[1];
  const echoes = new Set(steps.filter((step) => created(step) && written.includes(statementOf(step))).map(created));
  const isEcho = (step: string) => echoes.has(created(step) ?? dropped(step) ?? "");
  return steps
    .filter((step) => !isEcho(step))
    .map((step) => `${step.trim()}\n`)
    .join("\n");
}

/** A step of the engine's script without its comment lines. */
function statementOf(step: string): string {
  return step.replace(/^--.*$/gm, "").trim();
}

/**
 * Writes the next migration, prisma/migrations/<UTC timestamp>_<name>/migration.sql.
 * @returns its path, or undefined when the schema files ask for nothing new
 */
export async function writeMigration(name: string, at: Date): Promise<string | undefined> {
  const sql = await missingSql();
  if (!sql) return undefined;
  const stamp = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsDir, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  await writeFile(path.join(folder, "migration.sql"), sql);
  return path.join(folder, "migration.sql");
}
