import { expect, test } from "@playwright/test";
import { askDatabase, demoPassword, portal } from "../setup/portal";
import { businessTables } from "./behind";
import { call, endpoints } from "./endpoints";
import { cookieOf, csrf, openSignIn, send, sendForm, sessionIn, signIn, trySignIn } from "./wire";

test.describe.configure({ timeout: 120_000 });

test.describe("the cookie", () => {
  test("is out of reach of scripts and of other sites, and not in any page", async () => {
    const { cookie, answer } = await signIn("2001");
    const set = answer.cookies.find((one) => /^(__Host-)?sid=/.test(one)) ?? "";
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).toMatch(/Path=\//i);
    const page = await send("/inbox", { cookie });
    expect(page.text).not.toContain(cookie.split("=")[1]);
  });

  test("is another one after each sign-in, and the old one is worth nothing", async () => {
    const first = await signIn("2002");
    const again = await trySignIn("2002", demoPassword, { cookie: first.cookie });
    expect(sessionIn(again)).toBeDefined();
    expect(sessionIn(again)).not.toBe(first.cookie);
    expect((await send("/inbox", { cookie: first.cookie })).headers["location"]).toContain("/sign-in");
  });

  test("that a stranger planted before is not taken over", async () => {
    const planted = "sid=planted-by-somebody-else-0123456789abcdef";
    const answer = await trySignIn("2002", demoPassword, { cookie: planted });
    expect(sessionIn(answer)).toBeDefined();
    expect(sessionIn(answer)).not.toBe(planted);
    expect((await send("/inbox", { cookie: planted })).headers["location"]).toContain("/sign-in");
  });

  test("opens nothing after signing out: no page, no action, no export", async () => {
    const { cookie } = await signIn("2001");
    expect((await send("/inbox", { cookie })).status).toBe(200);
    const out = await sendForm("/sign-out", {}, { cookie });
    expect(out.status).toBe(303);
    expect(out.headers["clear-site-data"]).toContain("cache");
    for (const path of ["/inbox", "/cases", "/dashboard"]) {
      expect((await send(path, { cookie })).headers["location"], path).toContain("/sign-in");
      expect((await send(path, { cookie, headers: { RSC: "1" } })).text, path).not.toContain("接待办");
    }
    const action = endpoints().find(({ verb }) => verb === "cases.open");
    expect(action).toBeDefined();
    if (action) expect((await call(action, {}, { cookie })).headers["x-action-redirect"]).toContain("/sign-in");
  });
});

test.describe("signing in", () => {
  test("a wrong password and an unknown 工号 get the same answer", async () => {
    const answers = await Promise.all([trySignIn("2003", "wrong-wrong-wrong"), trySignIn("8888", "wrong-wrong-wrong")]);
    const [wrong, unknown] = answers.map(({ status, headers, text }) => ({
      status,
      location: headers["location"],
      text,
    }));
    expect(wrong).toEqual(unknown);
    expect(answers.map(sessionIn)).toEqual([undefined, undefined]);
    await signIn("2003"); // one failure locks nobody out
  });

  test("needs the token and the portal's own page", async () => {
    const { cookie, token } = await csrf();
    const fields = { loginName: "2001", secret: demoPassword, callbackUrl: "/" };
    const path = "/api/auth/callback/credentials";
    const attempts = [
      sendForm(path, fields, { cookie }),
      sendForm(path, { ...fields, csrfToken: "made-up" }, { cookie }),
      sendForm(path, { ...fields, csrfToken: token }),
      sendForm(
        path,
        { ...fields, csrfToken: token },
        { cookie, headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } },
      ),
      sendForm(
        path,
        { ...fields, csrfToken: token },
        { cookie, headers: { origin: "null", "sec-fetch-site": "cross-site" } },
      ),
    ];
    for (const attempt of attempts) expect(sessionIn(await attempt)).toBeUndefined();
  });

  test.describe("afterwards one stays in the portal", () => {
    const traps = [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\\/evil.example",
      "\\\\evil.example",
      "/%5cevil.example",
      "/./\\evil.example",
      "/..//evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "/\t/evil.example",
      " //evil.example",
      "http:evil.example",
      `${portal.url}.evil.example/`,
      `${portal.url}@evil.example/`,
    ];
    for (const trap of traps) {
      test(JSON.stringify(trap), async () => {
        const answer = await trySignIn("2004", demoPassword, { callbackUrl: trap });
        const target = new URL(answer.headers["location"] ?? "", portal.url);
        expect(target.origin).toBe(portal.url);
        expect(target.pathname.startsWith("//")).toBe(false);
        const page = await openSignIn(`?callbackUrl=${encodeURIComponent(trap)}`);
        const hidden = [
          ...page.text.matchAll(/name="callbackUrl"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="callbackUrl"/g),
        ];
        expect(hidden.length).toBeGreaterThan(0);
        for (const [, one, other] of hidden) {
          expect(new URL((one ?? other ?? "").replaceAll("&amp;", "&"), portal.url).origin).toBe(portal.url);
        }
      });
    }
  });

  test("nobody becomes somebody else through the session endpoint", async () => {
    const cookie = await cookieOf("3001");
    const { cookie: guard, token } = await csrf();
    const body = JSON.stringify({
      csrfToken: token,
      data: { role: "SYSTEM_ADMIN", id: "x", sub: "x", user: { name: "x" } },
    });
    const headers = { "content-type": "application/json", origin: portal.url, "sec-fetch-site": "same-origin" };
    const answer = await send("/api/auth/session", { method: "POST", headers, body, cookie: `${cookie}; ${guard}` });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await send("/accounts", { cookie })).status).toBe(404);
    expect((await send("/inbox", { cookie })).status).toBe(200);
  });

  test("a made-up sender's address is neither believed nor written down", async () => {
    const headers = {
      "x-forwarded-for": "203.0.113.77, 203.0.113.78",
      "x-real-ip": "203.0.113.77",
      forwarded: "for=203.0.113.77",
    };
    await trySignIn("2005", "wrong-on-purpose", { headers });
    const [last] = await askDatabase<{ ip: string | null }>(
      "SELECT ip FROM audit_event WHERE verb = 'signIn' ORDER BY id DESC LIMIT 1",
    );
    expect(last?.ip ?? "").not.toContain("203.0.113");
    const keys = await askDatabase("SELECT key FROM rate_limit WHERE key LIKE '%203.0.113%'");
    expect(keys).toEqual([]);
    await signIn("2005");
  });
});

test("the switches that change something refuse what another site posts", async () => {
  const { cookie } = await signIn("2001");
  const before = await businessTables();
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "" },
  ];
  for (const headers of foreign) {
    for (const path of ["/sign-out", "/text-size"]) {
      const answer = await sendForm(path, { reading: "huge" }, { cookie, headers });
      expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(400);
      expect(answer.cookies).toEqual([]);
    }
  }
  const bare = { "content-type": "application/x-www-form-urlencoded" };
  const unmarked = await send("/sign-out", { method: "POST", headers: bare, cookie, body: "" });
  expect(unmarked.status).toBeGreaterThanOrEqual(400);
  expect((await send("/inbox", { cookie })).status).toBe(200);
  for (const path of ["/sign-out", "/text-size"])
    expect((await send(path, { cookie })).status, `GET ${path}`).toBeGreaterThanOrEqual(400);
  expect((await send("/inbox", { cookie })).status).toBe(200);
  expect(await businessTables()).toEqual(before);
});
