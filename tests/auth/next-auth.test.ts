import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { answerSignIn } from "@/lib/auth/handler";
import { signInOptions } from "@/lib/auth/options";
import { db } from "@/prisma/client";
import { aSession, anAccount, auditOf, isRunning, openUnits, secret, today } from "../accounts/office";
import { resetDatabase } from "../setup/database";

const current = vi.hoisted(() => ({ request: undefined as Request | undefined }));
const sentCookies = () =>
  (current.request?.headers.get("cookie") ?? "")
    .split("; ")
    .filter(Boolean)
    .map((pair) => ({
      name: pair.slice(0, pair.indexOf("=")),
      value: decodeURIComponent(pair.slice(pair.indexOf("=") + 1)),
    }));

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: sentCookies, get: (name: string) => sentCookies().find((one) => one.name === name) }),
  headers: async () => current.request?.headers,
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));

// next-auth asks for the module by itself, past Vitest's mocks.
Object.assign(createRequire(import.meta.url)("next/headers") as object, {
  cookies: async () => ({ getAll: sentCookies }),
  headers: async () => current.request?.headers,
});

const origin = "http://localhost:3000";

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
});

type Sent = {
  method?: "GET" | "POST";
  form?: Record<string, string>;
  cookie?: string;
  headers?: Record<string, string>;
};

async function send(path: string, { method = "GET", form, cookie, headers = {} }: Sent = {}): Promise<Response> {
  const request = new NextRequest(`${origin}/api/auth/${path}`, {
    method,
    headers: {
      ...{ origin, "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/109", "x-forwarded-for": "10.1.2.3" },
      ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
  current.request = request;
  const [action = ""] = path.split("?");

  return answerSignIn(request, { params: Promise.resolve({ nextauth: action.split("/") }) });
}

/** What the browser keeps of an answer, as one Cookie header. */
function kept(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .filter((one) => !/Max-Age=0/i.test(one))
    .map((one) => one.split(";")[0])
    .join("; ");
}

async function csrf(): Promise<{ cookie: string; csrfToken: string }> {
  const cookie = kept(await send("signin?callbackUrl=/inbox"));
  const csrfToken = decodeURIComponent(/csrf-token=([^;]+)/.exec(cookie)?.[1] ?? "").split("|")[0] ?? "";

  return { cookie, csrfToken };
}

async function signIn(
  loginName: string,
  typed: string,
  more: Partial<Sent> & { callbackUrl?: string } = {},
): Promise<Response> {
  const { cookie, csrfToken } = await csrf();

  return send("callback/credentials", {
    method: "POST",
    form: { csrfToken, callbackUrl: more.callbackUrl ?? "/inbox", loginName, secret: typed, ...more.form },
    cookie: [cookie, more.cookie].filter(Boolean).join("; "),
    ...(more.headers ? { headers: more.headers } : {}),
  });
}

const goal = (answer: Response) => answer.headers.get("location");
const sid = (answer: Response) => /(?:^|; )sid=([^;]+)/.exec(kept(answer))?.[1];

describe("signing in through next-auth", () => {
  test("the first visit gets its cookie and goes back to the sign-in page by a path", async () => {
    const answer = await send("signin?callbackUrl=/cases/7");
    expect(goal(answer)).toBe("/sign-in?callbackUrl=%2Fcases%2F7");
    expect(kept(answer)).toContain("next-auth.csrf-token=");
  });

  test("the right secret gives an opaque cookie for this host only", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const answer = await signIn(account.loginName, secret);
    expect(goal(answer)).toBe("/inbox");
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("sid="));
    expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(await isRunning(sid(answer) ?? "")).toBe(true);
    const [session] = await db.authSession.findMany();
    expect(session).toMatchObject({ accountId: account.id, ip: "10.1.2.3" });
  });

  test.each(["//evil.example", "/\\evil.example", "https://evil.example/x", "javascript:alert(1)", "/sign-in"])(
    "never goes to %s afterwards",
    async (callbackUrl) => {
      const account = await anAccount();
      const answer = await signIn(account.loginName, secret, { callbackUrl });
      expect(goal(answer)).toMatch(/^\/(?![/\\])/);
      expect(goal(answer)).not.toContain("evil");
    },
  );

  test("every failure is one and the same answer, with no word of why", async () => {
    const account = await anAccount();
    const shut = await anAccount();
    await db.account.update({ where: { id: shut.id }, data: { disabledAt: new Date() } });
    const answers = [
      await signIn(account.loginName, "wrong-secret"),
      await signIn("999999", "wrong-secret"),
      await signIn(shut.loginName, secret),
      await signIn("", ""),
      await signIn(account.loginName, "x".repeat(500)),
    ];
    for (const answer of answers) {
      expect([answer.status, goal(answer)]).toEqual([302, "/sign-in?error=1&callbackUrl=%2Finbox"]);
      expect(sid(answer)).toBeUndefined();
    }
    expect(await db.authSession.count()).toBe(0);
  });

  test("without the CSRF token nothing is checked at all", async () => {
    const account = await anAccount();
    const answer = await send("callback/credentials", {
      method: "POST",
      form: { loginName: account.loginName, secret, csrfToken: "guess" },
    });
    expect(goal(answer)).toBe("/api/auth/signin?callbackUrl=%2F");
    expect(await auditOf("signIn")).toEqual([]);
  });

  test("a form of another site is not answered", async () => {
    const account = await anAccount();
    await expect(signIn(account.loginName, secret, { headers: { origin: "http://evil.example" } })).rejects.toThrow(
      "not found",
    );
    await expect(signIn(account.loginName, secret, { headers: { "sec-fetch-site": "cross-site" } })).rejects.toThrow(
      "not found",
    );
    expect(await db.authSession.count()).toBe(0);
  });

  test("the session this browser had before ends", async () => {
    const account = await anAccount();
    const before = await aSession(await anAccount());
    const answer = await signIn(account.loginName, secret, { cookie: `sid=${before.token}` });
    expect([await isRunning(before.token), await isRunning(sid(answer) ?? "")]).toEqual([false, true]);
  });

  test("a failed try ends nothing", async () => {
    const before = await aSession(await anAccount());
    await signIn(before.actor.loginName, "wrong-secret", { cookie: `sid=${before.token}` });
    expect(await isRunning(before.token)).toBe(true);
  });

  test("too many at once is a 503 with the telephone", async () => {
    const account = await anAccount();
    const hashing = await import("@/lib/auth/hashing");
    vi.spyOn(hashing, "inTurn").mockRejectedValue(new hashing.TooManySignIns());
    const answer = await signIn(account.loginName, secret);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(await answer.text()).toContain("现在登录的人太多");
  });

  test("a broken database is a fault, not a wrong password", async () => {
    const hashing = await import("@/lib/auth/hashing");
    vi.spyOn(hashing, "inTurn").mockRejectedValue(new Error("connection refused to 10.0.0.5"));
    await expect(signIn("7001", secret)).rejects.toThrow("sign-in broke");
  });
});

describe("what next-auth would offer besides", () => {
  test.each([
    ["GET", "session"],
    ["POST", "session"],
    ["GET", "providers"],
    ["POST", "_log"],
    ["GET", "signout"],
    ["POST", "signout"],
    ["POST", "signin/credentials"],
    ["GET", "callback/credentials"],
    ["GET", "error"],
    ["GET", "verify-request"],
  ] as const)("%s %s is not there", async (method, path) => {
    await expect(send(path, { method, ...(method === "POST" ? { form: { role: "LEADER" } } : {}) })).rejects.toThrow(
      "not found",
    );
  });

  test("a session update with role and id changes nothing, even if it were there", async () => {
    const options = signInOptions();
    const account = await anAccount();
    const { token } = await aSession(account);
    const jwt = { sub: account.id, name: "张春兰", sid: token };
    const claimed = { role: "LEADER", id: "x", sid: "y", sub: "z", user: { role: "LEADER" } };
    const update = { token: { ...jwt }, trigger: "update" as const, session: claimed, user: undefined, account: null };
    expect(await options.callbacks?.jwt?.(update as never)).toEqual(jwt);
    const answer = await options.callbacks?.session?.({
      session: { expires: "2026-10-10", ...claimed },
      token: jwt,
    } as never);
    expect(answer).toEqual({ expires: "2026-10-10", user: { name: "张春兰" } });
    expect(JSON.stringify(answer)).not.toContain(token);
  });

  test("the token is the row's and nothing is made when it is only read", async () => {
    const { jwt } = signInOptions();
    const account = await anAccount();
    const { token } = await aSession(account);
    expect(await jwt?.decode?.({ token, secret: "" })).toMatchObject({ sub: account.id, sid: token });
    expect(await jwt?.encode?.({ token: { sid: token }, secret: "" })).toBe(token);
    expect(() => jwt?.encode?.({ token: {}, secret: "" })).toThrow();
    expect(await jwt?.decode?.({ token: "made-up", secret: "" })).toBeNull();
    expect(await db.authSession.count()).toBe(1);
    expect(today).toBe("2026-10-10");
  });
});
