import type { Verb } from "@/lib/auth/verbs";

/**
 * Every page and the verb that opens it, written by hand: the code and this table must agree.
 * "nobody" = anybody may open it without signing in.
 */
export const pages: Record<string, Verb | "nobody"> = {
  "/cases": "cases.view",
  "/cases/[id]": "cases.view",
  "/cases/[id]/done": "cases.open",
  "/cases/[id]/edit": "cases.edit",
  "/cases/[id]/receipt": "cases.view",
  "/cases/[id]/sheet": "cases.view",
  "/cases/new": "cases.open",
  "/dashboard": "dashboard.view",
  "/inbox": "cases.view",
};
