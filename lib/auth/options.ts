import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { checkSignIn } from "@/lib/auth/credentials";
import { createSession, endSessionOf, resolveSession, sessionCookie } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { civilOf } from "@/lib/dates";
import { env } from "@/lib/env";

/**
 * next-auth does the CSRF token, the cookie and the redirect; the session itself is our row.
 * The pitfalls answered here are listed in security.md §4.1.
 */
export function signInOptions(): NextAuthOptions {
  const name = sessionCookie(env.PORTAL_URL);

  return {
    ...(env.AUTH_SECRET ? { secret: env.AUTH_SECRET } : {}),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: 90 * 24 * 3600 },
    cookies: {
      sessionToken: { name, options: { httpOnly: true, secure: name.startsWith("__Host-"), sameSite: "lax", path: "/" } },
    },
    providers: [credentialsProvider({ credentials: { loginName: {}, secret: {} }, authorize: authorizeSignIn })],
    jwt: {
      encode: ({ token }) => {
        const sid = token?.["sid"];
        if (typeof sid !== "string") throw new Error("no session");

        return sid;
      },
      decode: async ({ token }) => {
        const person = token ? await resolveSession(token, civilOf(now())) : null;

        return token && person ? { sub: person.accountId, name: person.name, sid: token } : null;
      },
    },
    callbacks: {
      // `session` and the update trigger are ignored on purpose: they carry what the client says about itself.
      jwt: async ({ token, user, trigger }) => {
        if (trigger === "signIn" && user) token["sid"] = user.id;

        return token;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name ?? null } }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** Every failure is null: same text, same status, same time. Success hands on the new token, never the account id. */
async function authorizeSignIn(
  credentials: Record<string, string> | undefined,
  request: { headers?: Record<string, unknown> },
): Promise<{ id: string } | null> {
  const { loginName, secret } = credentials ?? {};
  if (typeof loginName !== "string" || typeof secret !== "string" || !loginName || !secret || secret.length > 200) return null;
  const client = { ip: header(request, "x-forwarded-for"), userAgent: header(request, "user-agent") };
  const accountId = await checkSignIn(loginName, secret, client);
  if (!accountId) return null;
  const old = cookieOf(request, sessionCookie(env.PORTAL_URL));
  if (old) await endSessionOf(old, "signed in again");

  return { id: await createSession(accountId, client) };
}

function header(request: { headers?: Record<string, unknown> }, name: string): string | null {
  const value = request.headers?.[name];

  return typeof value === "string" ? value : null;
}

function cookieOf(request: { headers?: Record<string, unknown> }, name: string): string | null {
  const pairs = (header(request, "cookie") ?? "").split(";").map((pair) => pair.trim().split("="));

  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
