import type { Instrumentation } from "next";

/**
 * Writes what broke into the log, under the number that the error page shows as incident number (Next's digest).
 * Keeps path and place, never headers, query or what was typed.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  const { log, loggedPath } = await import("@/lib/log");
  const incident = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  const { method, path } = request;
  log.error({ err: error, incident, method, path: loggedPath(path), route: context.routePath }, "request failed");
};
