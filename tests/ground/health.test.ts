import { afterEach, expect, test, vi } from "vitest";

import { rereadEnv } from "@/lib/env";

import { ownerQuery } from "../setup/database";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  rereadEnv();
});

/** Asks the route afresh, with a pool of its own that connects to wherever the environment points. */
async function health(): Promise<{ status: number; body: unknown }> {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "portalConnections"); // the pool outlives its module on purpose
  const { GET } = await import("@/app/api/health/route");
  const { pool } = await import("@/prisma/client");
  const response = await GET();
  await pool().end();
  return { status: response.status, body: await response.json() };
}

test("a working portal answers 200 with the number of migrations and nothing else", async () => {
  const [{ applied } = { applied: 0 }] = await ownerQuery<{ applied: number }>(
    "SELECT count(*)::int AS applied FROM _prisma_migrations",
  );
  expect(applied).toBeGreaterThan(0);
  expect(await health()).toEqual({ status: 200, body: { status: "ok", database: "ok", migrations: applied } });
});

test("a database that is gone is 503, naming the part and no address", async () => {
  vi.stubEnv("DATABASE_APP_URL", "postgresql://app:hidden@127.0.0.1:1/portal");
  expect(await health()).toEqual({ status: 503, body: { status: "failing", failing: "database" } });
});

test("a migration that broke half-way is 503, naming the part", async () => {
  await ownerQuery(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ('broken', '', '99999999999999_broken', now())",
  );
  try {
    expect(await health()).toEqual({ status: 503, body: { status: "failing", failing: "migrations" } });
  } finally {
    await ownerQuery("DELETE FROM _prisma_migrations WHERE id = 'broken'");
  }
});
