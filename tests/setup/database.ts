import pg from "pg";

let owner: pg.Pool | undefined;

function ownerPool(): pg.Pool {
  return (owner ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 }));
}

/**
 * Runs SQL as the owner of the worker's database, past every grant: to plant what no command would write, and to look
 * at what a command really left behind.
 * @returns the rows
 */
export async function ownerQuery<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await ownerPool().query<Row>(sql, values)).rows;
}

/**
 * Empties every table of the worker's database. Deletes instead of truncating: on the few rows of a test that is ten
 * times faster, and it does not wait for locks. Foreign keys are switched off for the moment, which only an owner may do.
 */
export async function resetDatabase(): Promise<void> {
  const tables = await ownerQuery<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  if (tables.length === 0) return;
  const probes = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`);
  const filled = await ownerQuery<{ name: string }>(probes.join(" UNION ALL "));
  const deletes = filled.map(({ name }) => `DELETE FROM ${name}`);
  await ownerQuery(["BEGIN", "SET LOCAL session_replication_role = replica", ...deletes, "COMMIT"].join("; "));
}

/** A connection of its own as the app's role, for tests of what that role may not do. To be ended by the caller. */
export async function connectAsApp(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  return client;
}

/** Closes the owner's connections; the set-up does it after every test file. */
export async function closeOwner(): Promise<void> {
  await owner?.end();
  owner = undefined;
}
