import "server-only";
import { cookies } from "next/headers";
import { endSessionOf, sessionCookie } from "@/lib/auth/session";
import { env } from "@/lib/env";

/** The token that the sign-in form has to send back, or null when this browser has no cookie yet. */
export async function csrfToken(): Promise<string | null> {
  const name = `${env.PORTAL_URL.startsWith("https:") ? "__Host-" : ""}next-auth.csrf-token`;
  const [token] = ((await cookies()).get(name)?.value ?? "").split("|");

  return token || null;
}

/** Ends the session of this browser: the row first, because only the row decides, then the cookie. */
export async function signOut(): Promise<void> {
  const name = sessionCookie(env.PORTAL_URL);
  const jar = await cookies();
  const token = jar.get(name)?.value;
  if (token) await endSessionOf(token, "signed out");
  jar.set(name, "", { httpOnly: true, secure: name.startsWith("__Host-"), sameSite: "lax", path: "/", maxAge: 0 });
}
