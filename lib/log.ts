import pino from "pino";

import { env } from "@/lib/env";

// Names of fields that hold personal data or secrets, at the top of a record or one level down.
const sensitive = [
  "password",
  "pin",
  "token",
  "secret",
  "cookie",
  "authorization",
  "totp",
  "name",
  "phone",
  "idNo",
  "idNumber",
  "bankAccount",
  "bankCard",
  "address",
  "diagnosis",
  "headers",
  "params",
  "body",
  "detail",
];

/** The log: one JSON object a line. Write ids and counts into it, never what a person typed. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: sensitive.flatMap((field) => [field, `*.${field}`]), censor: "[removed]" },
  serializers: { err: describeError, error: describeError },
});

/**
 * What the log keeps of an error: type, code, stack and causes. The message only when it is our own or the runtime's:
 * PostgreSQL, Prisma and zod quote the values they choke on, and those are people's data.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const quotesValues = /prisma|database|zod|driveradapter/i.test(error.name) || "severity" in error;
  return {
    type: error.name,
    code: "code" in error ? error.code : undefined,
    constraint: "constraint" in error ? error.constraint : undefined,
    message: quotesValues ? undefined : error.message,
    stack: frames?.map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}

/** A request's path as it may stand in the log: without its query, and without the one-time token of a sign-in slip. */
export function loggedPath(url: string): string {
  const [path = "/"] = url.split("?");
  return path.replace(/^\/s\/.+/, "/s/…");
}
