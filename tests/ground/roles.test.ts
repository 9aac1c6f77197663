import { afterAll, beforeAll, expect, test } from "vitest";

import { db, isUniqueViolation, pool, sqlState, transact } from "@/prisma/client";

import { ownerQuery, resetDatabase } from "../setup/database";

// The rights of the app's role, spelled out once more by hand: the code and this list must agree.
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
const deletable = ["person_token", "rate_limit"];
const readOnly = ["_prisma_migrations"];

type Right = { table: string; select: boolean; insert: boolean; update: boolean; delete: boolean; truncate: boolean };

const rights = () =>
  ownerQuery<Right>(
    `SELECT tablename AS table,
            has_table_privilege('base_app', 'public.' || quote_ident(tablename), 'SELECT') AS select,
            has_table_privilege('base_app', 'public.' || quote_ident(tablename), 'INSERT') AS insert,
            has_table_privilege('base_app', 'public.' || quote_ident(tablename), 'UPDATE') AS update,
            has_table_privilege('base_app', 'public.' || quote_ident(tablename), 'DELETE') AS delete,
            has_table_privilege('base_app', 'public.' || quote_ident(tablename), 'TRUNCATE') AS truncate
     FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );

beforeAll(resetDatabase);
afterAll(() => pool().end());

test("the app may do on each table exactly what the list says", async () => {
  const found = await rights();
  expect(found.length).toBeGreaterThan(20);
  for (const { table, ...may } of found) {
    const isReadOnly = readOnly.includes(table);
    expect({ table, ...may }).toEqual({
      table,
      select: true,
      insert: !isReadOnly,
      update: !isReadOnly && !appendOnly.includes(table),
      delete: deletable.includes(table),
      truncate: false,
    });
  }
});

test("the app connects as a role that owns nothing and may create nothing", async () => {
  const { rows } = await pool().query<{ role: string; owned: number; creates: boolean; super: boolean }>(
    `SELECT current_user AS role,
            (SELECT count(*)::int FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user) AS owned,
            has_schema_privilege(current_user, 'public', 'CREATE') AS creates,
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
  );
  expect(rows).toEqual([{ role: "base_app", owned: 0, creates: false, super: false }]);
});

test.each(["UPDATE audit_event SET outcome = outcome", "DELETE FROM audit_event", "TRUNCATE audit_event"])(
  "%s is refused to the app",
  async (statement) => {
    await expect(pool().query(statement)).rejects.toMatchObject({ code: "42501" });
  },
);

test("the app cannot switch the refusal off", async () => {
  await expect(pool().query("ALTER TABLE audit_event OWNER TO base_app")).rejects.toMatchObject({ code: "42501" });
  await expect(pool().query("SET session_replication_role = replica")).rejects.toMatchObject({ code: "42501" });
});

test("a transaction that the database asks to repeat is repeated, three times at most", async () => {
  let tries = 0;
  const twice = transact(async (tx) => {
    tries += 1;
    if (tries < 3) await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$`;
    return "done";
  });
  await expect(twice).resolves.toBe("done");
  expect(tries).toBe(3);

  tries = 0;
  const always = transact(async (tx) => {
    tries += 1;
    await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
  });
  await expect(always).rejects.toSatisfy((error) => sqlState(error) === "40001");
  expect(tries).toBe(3);
});

test("two transactions that lock each other out both succeed in the end", async () => {
  await ownerQuery("INSERT INTO rate_limit (key, points) VALUES ('a', 0), ('b', 0)");
  const both = (first: string, second: string) =>
    transact(async (tx) => {
      await tx.$executeRaw`UPDATE rate_limit SET points = points + 1 WHERE key = ${first}`;
      await tx.$queryRaw`SELECT 1 AS slept FROM pg_sleep(0.3)`;
      await tx.$executeRaw`UPDATE rate_limit SET points = points + 1 WHERE key = ${second}`;
    });
  await Promise.all([both("a", "b"), both("b", "a")]);
  expect(await ownerQuery("SELECT key, points FROM rate_limit ORDER BY key")).toEqual([
    { key: "a", points: 2 },
    { key: "b", points: 2 },
  ]);
});

test("a refusal is not repeated, and its transaction leaves nothing behind", async () => {
  let tries = 0;
  const refused = transact(async (tx) => {
    tries += 1;
    await tx.$executeRaw`INSERT INTO rate_limit (key, points) VALUES ('left behind', 1)`;
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(tries).toBe(1);
  expect(await ownerQuery("SELECT key FROM rate_limit WHERE key = 'left behind'")).toEqual([]);
});

test("a broken unique key is recognised in model queries and in raw ones", async () => {
  await db.rateLimit.create({ data: { key: "once", points: 1 } });
  await expect(db.rateLimit.create({ data: { key: "once", points: 1 } })).rejects.toSatisfy(isUniqueViolation);
  await expect(db.$executeRaw`INSERT INTO rate_limit (key, points) VALUES ('once', 1)`).rejects.toSatisfy(
    isUniqueViolation,
  );
  await expect(db.$queryRaw`SELECT 1 / 0 AS x`).rejects.not.toSatisfy(isUniqueViolation);
});

test("a job may take longer than a request", async () => {
  const limit = (tx: Pick<typeof db, "$queryRaw">) =>
    tx.$queryRaw<{ limit: string }[]>`SELECT current_setting('statement_timeout') AS limit`;
  await expect(transact(limit)).resolves.toEqual([{ limit: "15s" }]);
  await expect(transact(limit, { seconds: 60 })).resolves.toEqual([{ limit: "1min" }]);
  await expect(transact(limit)).resolves.toEqual([{ limit: "15s" }]);
});
