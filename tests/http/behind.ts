import { askDatabase } from "../setup/portal";

/** Tables that a request may write without anything having happened in the bureau. */
const traces = ["audit_event", "auth_session", "rate_limit", "_prisma_migrations"];

/**
 * One hash for each table that holds the bureau's business. Equal before and after = nothing happened.
 * @returns table name → rows and content in one word
 */
export async function businessTables(): Promise<Record<string, string>> {
  const tables = await askDatabase<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const wanted = tables.map(({ name }) => name).filter((name) => !traces.includes(name));
  const counts = wanted.map(
    (name) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '') AS content FROM "${name}" t`,
  );
  const rows = await askDatabase<{ name: string; content: string }>(counts.join(" UNION ALL "));

  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

/** What a demo account may do, as the database says: its roles with their programmes. */
export async function grantsOf(login: string): Promise<{ role: string; programme: string }[]> {
  return askDatabase(
    `SELECT p.role::text AS role, p.programme FROM appointment p JOIN account a ON a.id = p.account_id
     WHERE a.login_name = $1 AND p.revoked_at IS NULL`,
    [login],
  );
}
