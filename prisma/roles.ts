import pg from "pg";

/** Tables whose rows the app may delete: used-up tokens and rate counters. Everything else is voided, never deleted. */
const deletable = ["person_token", "rate_limit"];
/** Tables that only grow: what happened is neither changed nor removed, not even by a faulty program. */
const appendOnly = [
  "audit_event",
  "case_event",
  "booking_event",
  "campaign_step",
  "receipt_answer",
  "receipt_check",
  "case_recusal",
  "persuasion_log",
  "contribution_base",
];
const readOnly = ["_prisma_migrations"];

/** The app's role: its name, its password, and how long one of its statements may run (milliseconds). */
export type AppRole = { name: string; password: string; statementTimeout?: number };

/**
 * Creates the role that the app connects as, or brings it up to date, and grants it what it needs in this database.
 * It owns nothing, so it can neither alter a table nor grant itself more. To be called after every migration; a table
 * that does not exist yet is passed over.
 * @param ownerUrl the database, as its owner; on an external server the owner must be allowed to create roles
 */
export async function grantApp(ownerUrl: string, app: AppRole): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await createRole(owner, app);
    await grantTables(owner, owner.escapeIdentifier(app.name));
  } finally {
    await owner.end();
  }
}

/**
 * Grants an existing role (DATABASE_APP_URL, made by the database's administrator) what the app needs.
 * Its password and timeouts are the administrator's.
 */
export async function grantExistingApp(ownerUrl: string, name: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await grantTables(owner, owner.escapeIdentifier(name));
  } finally {
    await owner.end();
  }
}

async function createRole(owner: pg.Client, { name, password, statementTimeout = 2_000 }: AppRole): Promise<void> {
  const role = owner.escapeIdentifier(name);
  const known = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  const verb = known.rowCount ? "ALTER" : "CREATE";
  await owner.query(`${verb} ROLE ${role} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
  await owner.query(`ALTER ROLE ${role} SET statement_timeout = ${Math.round(statementTimeout)}`);
  await owner.query(`ALTER ROLE ${role} SET idle_in_transaction_session_timeout = 5000`);
  await owner.query(`ALTER ROLE ${role} SET jit = off`);
}

async function grantTables(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const statements = rows.map(({ name }) => {
    const table = owner.escapeIdentifier(name);
    return `REVOKE ALL ON public.${table} FROM ${role}; GRANT ${rightsOn(name)} ON public.${table} TO ${role}`;
  });
  // One transaction, so that a running app never meets a moment without its rights.
  const usage = `REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO ${role}`;
  await owner.query(["BEGIN", usage, ...statements, "COMMIT"].join("; "));
}

function rightsOn(table: string): string {
  if (readOnly.includes(table)) return "SELECT";
  if (appendOnly.includes(table)) return "SELECT, INSERT";
  return deletable.includes(table) ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT, INSERT, UPDATE";
}
