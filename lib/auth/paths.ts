import type { Actor } from "@/lib/auth/permit";
import { mayDo, type Verb } from "@/lib/auth/verbs";
import { env } from "@/lib/env";

const somewhere = "http://portal.invalid";

/**
 * The address to go to after signing in, if it is a page of this portal: `/cases/…`, or the same with our own origin.
 * Anything else (`//evil`, `/\evil`, `https:…`, control characters, the sign-in itself) becomes `/`, the start page.
 */
export function safePath(wanted: string | null | undefined): string {
  const path = wanted?.startsWith(`${env.PORTAL_URL}/`) ? wanted.slice(env.PORTAL_URL.length) : (wanted ?? "");
  const isPath = /^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(path) && URL.canParse(path, somewhere);
  if (!isPath) return "/";
  const { origin, pathname, search } = new URL(path, somewhere);
  const isEntrance = /^\/(sign-in|sign-out|api)(\/|$)/i.test(pathname);
  // Dot segments may lead back to a double slash: look again at what the browser would make of it.
  const isOwn = origin === somewhere && !pathname.startsWith("//") && !isEntrance;

  return isOwn ? pathname + search : "/";
}

/** Where the working day of a role begins; the first that the person may open. */
const starts: readonly { verb: Verb; path: string; isFor?: "LEADER" }[] = [
  { verb: "my.home", path: "/my" },
  { verb: "dashboard.view", path: "/dashboard", isFor: "LEADER" },
  { verb: "cases.view", path: "/inbox" },
  { verb: "dormitories.view", path: "/dormitories" },
  { verb: "accounts.view", path: "/accounts" },
  { verb: "audit.view", path: "/audit" },
];

/** The first page after signing in: leaders see the dashboard, officers their inbox; undefined without any role. */
export function startPage({ grants }: Pick<Actor, "grants">): string | undefined {
  const isLeader = grants.some(({ role }) => role === "LEADER");

  return starts.find(({ verb, isFor }) => mayDo(verb, grants) && (isFor === undefined || isLeader))?.path;
}
