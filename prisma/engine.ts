import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const root = path.resolve(import.meta.dirname);
export const migrationsDir = path.join(root, "migrations");

/** Tables and enums that Prisma leaves alone: none. */
export const noFilters = { externalTables: [], externalEnums: [] };

let isLoaded = false;

/**
 * Lets Prisma's own migration engine work on a database, as WebAssembly inside this process: its binary would have to
 * come from the network.
 * @param ownerUrl the database, as its owner; all connections to it are closed afterwards
 */
export async function withEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  if (!isLoaded) await loadEngine();
  const pool = new pg.Pool({ connectionString: ownerUrl }); // the engine never closes the connections it opens itself
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(fitForMigrations(new PrismaPg(pool)));
    const datamodels = (await schemaFiles()).map(({ path: name, content }): [string, string] => [name, content]);
    using engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await pool.end();
  }
}

/** The package's own loader imports .wasm as a module, which Node 20 cannot; so it is instantiated by hand. */
async function loadEngine(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  isLoaded = true;
}

/**
 * Mends two things in the adapter, which was not made for migrations.
 * It refuses columns of type "char", which the engine's look at the catalogue has: they are asked for as text and
 * labelled as characters. And it cuts scripts at every semicolon, also in comments and strings: they go as one query,
 * which PostgreSQL takes apart correctly and carries out wholly or not at all.
 */
function fitForMigrations(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  const wrap = (adapter: PgAdapter): SqlDriverAdapter => {
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => labelCharacters(await queryRaw({ ...query, sql: charactersAsText(query.sql) }));
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
    connectToShadowDb: async () => wrap(await factory.connectToShadowDb()),
  };
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

function charactersAsText(sql: string): string {
  return sql
    .replace("constr.contype AS", "constr.contype::text AS")
    .replace(/\bcon\.(conf(?:del|upd)type),/g, "con.$1::text AS $1,");
}

function labelCharacters(found: SqlResultSet): SqlResultSet {
  const isCharacter = (name = "") => /^(constraint_type|conf(del|upd)type)$/.test(name);
  const columnTypes = found.columnTypes.map((type, at) =>
    isCharacter(found.columnNames[at]) ? ColumnTypeEnum.Character : type,
  );
  return { ...found, columnTypes };
}

/** schema.prisma and prisma/models/*.prisma. */
export async function schemaFiles(): Promise<SchemaContainer[]> {
  const models = (await readdir(path.join(root, "models"))).filter((name) => name.endsWith(".prisma")).sort();
  const names = ["schema.prisma", ...models.map((name) => path.join("models", name))];
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(root, name),
      content: await readFile(path.join(root, name), "utf8"),
    })),
  );
}

/** The migrations of the repository, oldest first, as the engine wants them. */
export async function listMigrations(): Promise<MigrationList> {
  const entries = existsSync(migrationsDir) ? await readdir(migrationsDir, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
