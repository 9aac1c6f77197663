import fc from "fast-check";
import { afterAll, inject } from "vitest";

import { rereadEnv } from "@/lib/env";

// Before every test file: the database of this worker, and secrets that are the same in every run.
const given = inject("database");
const name = `w${process.env.VITEST_POOL_ID ?? "1"}`;
const secret = (letter: string) => Buffer.alloc(32, letter).toString("base64");

Object.assign(process.env, {
  DATABASE_URL: given.owner.replace("/NAME", `/${name}`),
  DATABASE_APP_URL: given.app.replace("/NAME", `/${name}`),
  DATA_DIR: given.home,
  PORTAL_MODE: "demo",
  PORTAL_URL: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  AUTH_SECRET: secret("a"),
  PASSWORD_PEPPER: secret("p"),
  FIELD_KEYS: `k1:${secret("f")}`,
  BLIND_INDEX_KEY: secret("b"),
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
});
rereadEnv();

// The same cases in every run: what fails here fails for everybody. FC_SEED=7 npm run check looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });

afterAll(async () => {
  const { closeOwner } = await import("./database");
  await closeOwner();
});
