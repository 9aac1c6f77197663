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
