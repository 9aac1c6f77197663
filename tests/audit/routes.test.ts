import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as exportFile } from "@/app/(staff)/audit/export/file/route";
import { POST as signOut } from "@/app/sign-out/route";
import { anAdministrator, aSession, anAccount, auditOf, isRunning, openUnits, secret } from "../accounts/office";
import { ownerQuery, resetDatabase } from "../setup/database";

const browser = vi.hoisted(() => ({ sid: undefined as string | undefined, headers: new Headers() }));

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: () => (browser.sid ? { value: browser.sid } : undefined),
    set: (_: string, value: string) => (browser.sid = value || undefined),
  }),
  headers: async () => browser.headers,
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  browser.sid = undefined;
  browser.headers = new Headers({ "sec-fetch-site": "same-origin" });
});

function posted(form: Record<string, string>): Request {
  return new Request("http://localhost:3000/audit/export/file", { method: "POST", body: new URLSearchParams(form) });
}

describe("the file of the log", () => {
  test("is an attachment in UTF-8 that no cache keeps", async () => {
    browser.sid = (await anAdministrator("AUDITOR")).token;
    const answer = await exportFile(posted({ reason: "季度检查留存", ownSecret: "" }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="audit-[\d-]+\.csv"; filename\*=UTF-8''%E5/,
    );
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from("\uFEFF"));
    expect(await auditOf("audit.export")).toHaveLength(1);
  });

  test.each([
    [{ reason: "x" }, "reason"],
    [{ reason: "季度检查留存", ownSecret: "not-mine" }, "proof"],
  ])("%j goes back to the form with a reason and the filter", async (form, refused) => {
    browser.sid = (await anAdministrator("AUDITOR")).token;
    await ownerQuery("update auth_session set reauth_at = reauth_at - interval '6 minutes'");
    const answer = await exportFile(posted({ ...form, verb: "cases.move", from: "2026-10-01" }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/audit/export?verb=cases.move&from=2026-10-01&refused=${refused}`);
    expect(await auditOf("audit.export")).toEqual([]);
  });

  test("is for the auditor, and never for a form of another site", async () => {
    browser.sid = (await anAdministrator("SECURITY_ADMIN")).token;
    await expect(exportFile(posted({ reason: "季度检查留存" }))).rejects.toThrow("not found");
    browser.sid = (await anAdministrator("AUDITOR")).token;
    browser.headers = new Headers({ "sec-fetch-site": "cross-site" });
    await expect(exportFile(posted({ reason: "季度检查留存", ownSecret: secret }))).rejects.toThrow("not found");
    expect((await auditOf("audit.export")).filter(({ outcome }) => outcome === "DONE")).toEqual([]);
  });
});

describe("signing out", () => {
  test("ends the row, clears the cookie and what the browser kept", async () => {
    const { token } = await aSession(await anAccount());
    browser.sid = token;
    const answer = await signOut();
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect(answer.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(browser.sid).toBeUndefined();
    expect(await isRunning(token)).toBe(false);
  });

  test("is not done for another site", async () => {
    const { token } = await aSession(await anAccount());
    browser.sid = token;
    browser.headers = new Headers({ origin: "http://evil.example" });
    await expect(signOut()).rejects.toThrow("not found");
    expect(await isRunning(token)).toBe(true);
  });
});
