import pg from "pg";
import type { TestProject } from "vitest/node";

import type { Cluster } from "@/prisma/embedded";
import { migrate } from "@/prisma/migrate";
import { grantApp } from "@/prisma/roles";
import { startThrowAway } from "@/prisma/throw-away";

const app = { name: "base_app", password: "test-app", statementTimeout: 15_000 };

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses with NAME in place of the database. */
    database: { owner: string; app: string; home: string };
  }
}

/**
 * Once per run: a throw-away PostgreSQL, the migrations in a template, and a copy of it for every worker.
 * TEST_DATABASE=system takes the machine's own PostgreSQL instead of the packaged one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowAway(process.env.TEST_DATABASE === "system" ? "system" : "packaged");
  try {
    await makeDatabases(cluster, project.vitest.config.maxWorkers);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide("database", { owner: cluster.url("NAME"), app: cluster.url("NAME", app), home: cluster.home });
  return cluster.stop;
}

async function makeDatabases(cluster: Cluster, workers: number): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url("postgres") });
  await admin.connect();
  try {
    await admin.query("CREATE DATABASE base");
    await migrate(cluster.url("base"));
    await grantApp(cluster.url("base"), app);
    for (let worker = 1; worker <= workers; worker += 1) await admin.query(`CREATE DATABASE w${worker} TEMPLATE base`);
  } finally {
    await admin.end();
  }
}
