import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { clientAddress } from "@/lib/auth/address";
import { checkSignIn } from "@/lib/auth/credentials";
import { safePath } from "@/lib/auth/paths";
import { createSession, resolveSession, sessionCookie } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { civilOf } from "@/lib/dates";
import { env } from "@/lib/env";

/** What the route has to know about an attempt and next-auth cannot tell it: what broke, and where the person wants to go. */
export type SignInWatch = { fault?: unknown; goal: string };

/**
 * next-auth does the CSRF token, the cookie and the redirect; the session itself is our row.
 * The pitfalls answered here are listed in security.md §4.1.
 * @param watch is filled in while next-auth works
 */
export function signInOptions(watch: SignInWatch = { goal: "/" }): NextAuthOptions {
  const name = sessionCookie(env.PORTAL_URL);
  // next-auth finds out by itself whether it runs on https, and only from this variable.
  process.env.NEXTAUTH_URL = env.PORTAL_URL;

  return {
    secret: env.AUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: 90 * 24 * 3600 },
    cookies: {
      sessionToken: {
        name,
        options: { httpOnly: true, secure: name.startsWith("__Host-"), sameSite: "lax", path: "/" },
      },
    },
    providers: [
      credentialsProvider({
        credentials: { loginName: {}, secret: {} },
        authorize: async (credentials, request) => authorizeSignIn(credentials, request, watch),
      }),
    ],
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
      // A path, not an address: whoever came by another name of this machine stays there.
      redirect: ({ url }) => (watch.goal = safePath(url)),
      // `session` and the update trigger are ignored on purpose: they carry what the client says about itself.
      jwt: ({ token, user, trigger }) => {
        if (trigger === "signIn") token["sid"] = user.id;

        return token;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name ?? null } }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

type SentRequest = { headers?: Record<string, unknown> };

/** Every failure is null: same text, same status, same time. Success hands on the new token, never the account id. */
async function authorizeSignIn(
  credentials: Record<string, string> | undefined,
  request: SentRequest,
  watch: SignInWatch,
): Promise<{ id: string } | null> {
  const { loginName, secret } = credentials ?? {};
  if (typeof loginName !== "string" || typeof secret !== "string" || !loginName || !secret || secret.length > 200)
    return null;
  const client = {
    ip: clientAddress(header(request, "x-forwarded-for"), env.TRUSTED_PROXY),
    userAgent: header(request, "user-agent"),
  };
  try {
    const accountId = await checkSignIn(loginName, secret, client);

    return accountId
      ? { id: await createSession(accountId, client, cookieOf(request, sessionCookie(env.PORTAL_URL))) }
      : null;
  } catch (fault) {
    // next-auth would show the message of whatever leaves here in the address bar, and call it a wrong password.
    watch.fault = fault;

    return null;
  }
}

function header(request: SentRequest, name: string): string | null {
  const value = request.headers?.[name];

  return typeof value === "string" ? value : null;
}

function cookieOf(request: SentRequest, name: string): string | null {
  const pairs = (header(request, "cookie") ?? "").split(";").map((pair) => pair.trim().split("="));

  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
