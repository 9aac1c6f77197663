import { beforeEach, expect, test, vi } from "vitest";
import { listDemoAccounts } from "@/lib/accounts/demo/queries";
import { startPage } from "@/lib/auth/paths";
import type { Role } from "@/lib/auth/verbs";
import { rereadEnv } from "@/lib/env";
import { ownerQuery, resetDatabase } from "../setup/database";
import { anAccount, openUnits } from "./office";

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
});

test("the sign-in page of a demonstration offers its accounts by group, with the public secret of each", async () => {
  await anAccount({ staffNo: "2001", name: "李立义", rights: [{ role: "OFFICER", programme: "reception" }] });
  await anAccount({ staffNo: "9001", rights: [{ role: "SYSTEM_ADMIN" }] });
  await anAccount({ staffNo: "50001", kind: "WORKER" });
  await anAccount({ staffNo: "50099", kind: "WORKER", secret: null });
  await ownerQuery("update account set is_demo = true");
  await anAccount({ staffNo: "7777", rights: [{ role: "LEADER" }] });
  const groups = await listDemoAccounts();
  expect(
    groups.map(({ group, accounts }) => [group, accounts.map(({ loginName, secret }) => `${loginName} ${secret}`)]),
  ).toEqual([
    ["worker", ["50001 258036"]],
    ["officer", ["2001 demo-portal-2026"]],
    ["administrator", ["9001 demo-portal-2026"]],
  ]);
  expect(groups[1]?.accounts[0]).toMatchObject({ name: "李立义", can: "安排接待日、登记来访、叫号、跟踪答复" });
});

test("outside a demonstration it offers nothing, whatever the table says", async () => {
  await anAccount({ rights: [{ role: "LEADER" }] });
  await ownerQuery("update account set is_demo = true");
  vi.stubEnv("PORTAL_MODE", "production");
  rereadEnv();
  const groups = await listDemoAccounts();
  vi.unstubAllEnvs();
  rereadEnv();
  expect(groups).toEqual([]);
});

test.each([
  ["WORKER", "/my"],
  ["LEADER", "/dashboard"],
  ["OFFICER", "/inbox"],
  ["LIAISON", "/inbox"],
  ["SYSTEM_ADMIN", "/accounts"],
  ["SECURITY_ADMIN", "/accounts"],
  ["AUDITOR", "/audit"],
] as [Role, string][])("the day of %s begins at %s", (role, path) => {
  expect(startPage({ grants: [{ role, programme: "", unitIds: [] }] })).toBe(path);
});

test("without a role there is no page to begin with", () => {
  expect(startPage({ grants: [] })).toBeUndefined();
});
