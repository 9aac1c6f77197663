import { describe, expect, test } from "vitest";
import { ownerQuery } from "../setup/database";
import { sources } from "../setup/structure";

// A distributed PostgreSQL runs the portal unchanged only while none of this creeps in. The first half looks at the
// tables as they are, the second at the code; what Prisma makes of the code is looked at after the journeys (tests/http).

describe("the catalogue", () => {
  const inPublic = "JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'";
  const forbidden: Record<string, string> = {
    triggers: `SELECT t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid ${inPublic} WHERE NOT t.tgisinternal`,
    sequences: `SELECT c.relname AS name FROM pg_class c ${inPublic} WHERE c.relkind = 'S'`,
    "exclusion constraints": `SELECT k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${inPublic} WHERE k.contype = 'x'`,
    "materialised views": `SELECT c.relname AS name FROM pg_class c ${inPublic} WHERE c.relkind = 'm'`,
    "functions of our own": `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'public'`,
    "indexes that are no B-tree": `SELECT c.relname AS name FROM pg_class c ${inPublic} JOIN pg_am a ON a.oid = c.relam WHERE c.relkind = 'i' AND a.amname <> 'btree'`,
    "columns filled by a sequence": `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_default LIKE 'nextval%'`,
    "tables without primary key": `SELECT c.relname AS name FROM pg_class c ${inPublic} WHERE c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')`,
    "times without zone":
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'",
    "money that is no integer":
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('money', 'real', 'double precision')",
  };

  test("there are tables to look at", async () => {
    const rows = await ownerQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(rows.length).toBeGreaterThan(20);
  });
  test.each(Object.entries(forbidden))("holds no %s", async (_, sql) => {
    const rows = await ownerQuery<{ name: string }>(sql);
    expect(rows.map(({ name }) => name)).toEqual([]);
  });
  test("the same questions find what is planted", async () => {
    await ownerQuery(
      `CREATE TABLE planted (id serial, at timestamp, share real, span int4range, EXCLUDE USING gist (span WITH &&))`,
    );
    await ownerQuery(`CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'`);
    await ownerQuery(`CREATE TRIGGER planted BEFORE INSERT ON planted FOR EACH ROW EXECUTE FUNCTION planted()`);
    await ownerQuery(`CREATE MATERIALIZED VIEW planted_view AS SELECT 1 AS one`);
    try {
      for (const [what, sql] of Object.entries(forbidden)) expect(await ownerQuery(sql), what).not.toEqual([]);
    } finally {
      await ownerQuery(`DROP MATERIALIZED VIEW planted_view; DROP TABLE planted; DROP FUNCTION planted`);
    }
  });
});

describe("the code", () => {
  const product = sources().filter(({ path }) => /^(app|lib)\//.test(path));
  const raw = /\$(?:queryRaw|executeRaw)[^`]*`|Prisma\.sql`/;
  const forbidden: Record<string, { pattern: RegExp; example: string }> = {
    "pages by OFFSET": {
      pattern: /\boffset\s+(\$|\d)|\bskip:\s/i,
      example: "db.person.findMany({ skip: 50, take: 50 })",
    },
    "Prisma's cursor, which drops the LIMIT": { pattern: /\bcursor:\s*\{\s*\w+:/, example: "cursor: { id: last }" },
    "numbers from a sequence": { pattern: /\bnextval\b/i, example: "SELECT nextval('case_no')" },
    "advisory locks": { pattern: /pg_(try_)?advisory/i, example: "SELECT pg_advisory_xact_lock(1)" },
    "LISTEN and NOTIFY": { pattern: /\b(pg_notify|LISTEN\s+\w+|NOTIFY\s+\w+)/, example: "LISTEN changes" },
    "temporary tables": { pattern: /create\s+temp/i, example: "CREATE TEMP TABLE t (id int)" },
    "isolation of its own": {
      pattern: /isolationLevel|\bset\s+transaction\b/i,
      example: 'isolationLevel: "Serializable"',
    },
  };

  test("there is SQL to look at", () => {
    expect(product.filter(({ text }) => raw.test(text)).length).toBeGreaterThan(0);
  });
  test.each(Object.entries(forbidden))("uses no %s", (_, { pattern, example }) => {
    expect(example).toMatch(pattern);
    const found = product.flatMap(({ path, text }) =>
      text
        .split("\n")
        .flatMap((line, at) =>
          pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});
