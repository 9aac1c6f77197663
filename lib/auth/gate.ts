import "server-only";
import { cache } from "react";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { recordRefusal } from "@/lib/audit/commands";
import { clientAddress } from "@/lib/auth/address";
import { safePath } from "@/lib/auth/paths";
import { mintPermit, type Actor, type Permit } from "@/lib/auth/permit";
import { resolveSession, sessionCookie } from "@/lib/auth/session";
import { grantsFor, mayDo, type Verb } from "@/lib/auth/verbs";
import { now } from "@/lib/clock";
import { civilOf } from "@/lib/dates";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";

/**
 * The signed-in person, or null. One statement per request: React's cache shares it between
 * the page, its menus and its buttons. Roles come from the database, never from the cookie.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookie(env.PORTAL_URL))?.value;
  if (!token) return null;
  const person = await resolveSession(token, civilOf(now()));

  return person ? { ...person, ip: clientAddress((await headers()).get("x-forwarded-for"), env.TRUSTED_PROXY) } : null;
});

/**
 * The only door: proves that the signed-in person may do `verb` now.
 * Nobody signed in → sign-in page. Not allowed → not found, and the refusal is in the audit log,
 * because "there is such a page" is already an answer.
 */
export async function authorise<V extends Verb>(verb: V): Promise<Permit<V>> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(await requestedPath())}`);
  const grants = grantsFor(verb, actor.grants);
  if (grants.length === 0) {
    await recordRefusal(actor, verb);
    notFound();
  }
  // A handed-out first secret opens nothing but the page that replaces it.
  if (actor.mustChange && verb !== "accounts.own")
    redirect(actor.kind === "WORKER" ? "/my/account/pin" : "/account/password");

  return mintFor(verb, actor);
}

/** Whether the signed-in person may do the verb: shows buttons and menus, protects nothing. */
export async function may(verb: Verb): Promise<boolean> {
  const actor = await currentActor();

  return actor !== null && mayDo(verb, actor.grants);
}

/** The permit if there is one, without refusing anybody: for what a frame shows beside the page (a number on a badge). */
export async function permitIf<V extends Verb>(verb: V): Promise<Permit<V> | null> {
  const actor = await currentActor();

  return actor !== null && !actor.mustChange && mayDo(verb, actor.grants) ? mintFor(verb, actor) : null;
}

function mintFor<V extends Verb>(verb: V, actor: Actor): Permit<V> {
  const at = now();

  return mintPermit(verb, actor, grantsFor(verb, actor.grants), { now: at, today: civilOf(at), requestId: newId() });
}

/**
 * Refuses a form that another site posted. Next checks Origin against Host; this is the second lock,
 * and the only one for route handlers.
 */
export async function refuseForeignOrigin(): Promise<void> {
  const sent = await headers();
  const site = sent.get("sec-fetch-site");
  const isOwn = site ? site === "same-origin" : sent.get("origin") === new URL(env.PORTAL_URL).origin;
  if (!isOwn) notFound();
}

async function requestedPath(): Promise<string> {
  return safePath((await headers()).get("x-portal-path"));
}
