import { env } from "@/lib/env";

/**
 * The business clock: the only source of "now" for anything that a rule, a deadline or a document depends on.
 * @returns the present instant, or the frozen one when PORTAL_CLOCK is set
 */
export function now(): Date {
  return new Date(env.PORTAL_CLOCK ?? Date.now());
}
