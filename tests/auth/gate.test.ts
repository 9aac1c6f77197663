import { beforeEach, describe, expect, test, vi } from "vitest";
import { authorise, may, permitIf, refuseForeignOrigin } from "@/lib/auth/gate";
import { safePath } from "@/lib/auth/paths";
import { signOut } from "@/lib/auth/sign-in";
import { db } from "@/prisma/client";
import { aSession, anAccount, auditOf, isRunning, openUnits } from "../accounts/office";
import { ownerQuery, resetDatabase } from "../setup/database";

const browser = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Headers() }));

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string, options: { maxAge?: number }) =>
      options.maxAge === 0 ? browser.cookies.delete(name) : browser.cookies.set(name, value),
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
  browser.cookies.clear();
  browser.headers = new Headers({ "x-portal-path": "/cases?tab=mine" });
});

async function signedIn(given: Parameters<typeof anAccount>[0]) {
  const account = await anAccount(given);
  const { token } = await aSession(account);
  browser.cookies.set("sid", token);

  return { account, token };
}

describe("the gate", () => {
  test("mints a permit with the reach of the grants that allow the verb", async () => {
    browser.headers.set("x-forwarded-for", "6.6.6.6, 203.0.113.7");
    const { account } = await signedIn({ rights: [{ role: "LEADER" }] });
    const permit = await authorise("cases.view");
    expect(permit).toMatchObject({
      verb: "cases.view",
      actor: { accountId: account.id, ip: "203.0.113.7" },
      reach: { kind: "bureau", isLeader: true },
    });
    expect(await auditOf("cases.view")).toEqual([]);
  });

  test("sends a stranger to the sign-in page, with the way back", async () => {
    await expect(authorise("cases.view")).rejects.toThrow(
      `redirect /sign-in?next=${encodeURIComponent("/cases?tab=mine")}`,
    );
    browser.cookies.set("sid", "made-up");
    await expect(authorise("cases.view")).rejects.toThrow("redirect /sign-in");
    expect(await permitIf("cases.view")).toBeNull();
  });

  test("answers not found where the right is missing, and the refusal is in the log", async () => {
    const { account } = await signedIn({ rights: [{ role: "AUDITOR" }] });
    await expect(authorise("cases.view")).rejects.toThrow("not found");
    expect(await auditOf("cases.view")).toMatchObject([
      { outcome: "REFUSED", actorId: account.id, object: "permission", actorRole: "AUDITOR" },
    ]);
    expect(await may("cases.view")).toBe(false);
    expect(await permitIf("cases.view")).toBeNull();
    expect(await auditOf("cases.view")).toHaveLength(1);
  });

  test("a refusal that cannot be written down is no answer either", async () => {
    await signedIn({ rights: [{ role: "AUDITOR" }] });
    await ownerQuery("revoke insert on audit_event from base_app");
    try {
      await expect(authorise("cases.view")).rejects.toThrow();
    } finally {
      await ownerQuery("grant insert on audit_event to base_app");
    }
  });

  test.each([
    ["STAFF", "cases.view", "/account/password"],
    ["WORKER", "my.home", "/my/account/pin"],
  ] as const)("a handed-out secret of %s opens only the page that replaces it", async (kind, verb, page) => {
    await signedIn({ kind, mustChange: true, rights: kind === "STAFF" ? [{ role: "LEADER" }] : [] });
    await expect(authorise(verb)).rejects.toThrow(`redirect ${page}`);
    await expect(authorise("accounts.own")).resolves.toMatchObject({ verb: "accounts.own" });
    expect(await permitIf(verb)).toBeNull();
  });

  test("a session that was ended elsewhere opens nothing from the next request on", async () => {
    const { account } = await signedIn({ rights: [{ role: "LEADER" }] });
    await authorise("cases.view");
    await db.authSession.updateMany({ where: { accountId: account.id }, data: { revokedAt: new Date() } });
    await expect(authorise("cases.view")).rejects.toThrow("redirect /sign-in");
  });

  test("signing out ends the row and then the cookie", async () => {
    const { token } = await signedIn({ rights: [{ role: "LEADER" }] });
    await signOut();
    expect(await isRunning(token)).toBe(false);
    expect(browser.cookies.has("sid")).toBe(false);
    await signOut();
  });
});

describe("a form that another site posted", () => {
  test.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "cross-site", origin: "http://localhost:3000" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: "http://localhost:3000" }, true],
    [{ origin: "http://localhost:3001" }, false],
    [{ origin: "null" }, false],
    [{}, false],
  ])("%j → accepted: %s", async (sent, isAccepted) => {
    browser.headers = new Headers(Object.entries(sent));
    if (isAccepted) await expect(refuseForeignOrigin()).resolves.toBeUndefined();
    else await expect(refuseForeignOrigin()).rejects.toThrow("not found");
  });
});

describe("where one goes after signing in", () => {
  test.each(["/cases/1?tab=mine", "/my", "/account/password"])("%s is a page of the portal", (path) => {
    expect(safePath(path)).toBe(path);
    expect(safePath(`http://localhost:3000${path}`)).toBe(path);
  });

  test.each([
    ...[
      "//evil.example",
      "/\\evil.example",
      "\\/evil.example",
      "/\t/evil.example",
      "/%09/../..//evil.example",
      "/..//evil.example",
    ],
    ...[
      "https://evil.example/",
      "http://localhost:3000.evil.example/",
      "http://localhost:3000@evil.example",
      "javascript:alert(1)",
    ],
    ...["/sign-in?next=/cases", "/sign-out", "/api/auth/signin", "", "cases", "/a\nb", "/\u0000"],
  ])("%j is not", (path) => {
    const safe = safePath(path);
    const resolved = new URL(safe, "http://localhost:3000");
    expect(resolved.origin).toBe("http://localhost:3000");
    expect(safe === "/" || path.includes("%09")).toBe(true);
  });
  test("nothing wanted is the start page", () => {
    expect([safePath(null), safePath(undefined)]).toEqual(["/", "/"]);
  });
});
