import { Writable } from "node:stream";

import pino from "pino";
import { expect, test } from "vitest";
import { z } from "zod";

import { describeError, log, loggedPath } from "@/lib/log";
import { db } from "@/prisma/client";

/** What `log` would write for a record, with its own redaction and serialisers. */
function written(record: Record<string, unknown>): string {
  let text = "";
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  // The symbols hold what the real logger was configured with, so this fails when its configuration loses a field.
  const real = log as unknown as Record<symbol, unknown>;
  const copy = pino({ base: undefined }, sink) as unknown as Record<symbol, unknown>;
  for (const name of ["serializersSym", "stringifiersSym"] as const)
    copy[pino.symbols[name]] = real[pino.symbols[name]];
  (copy as unknown as pino.Logger).info(record, "record");
  return text;
}

test.each(["password", "pin", "token", "name", "phone", "idNo", "bankCard", "cookie", "headers"])(
  "the log never holds %s, at the top or one level down",
  (field) => {
    const text = written({ [field]: "canary-1", person: { [field]: "canary-2", id: "kept" } });
    expect(text).not.toContain("canary");
    expect(text).toContain("kept");
  },
);

test("of a database error the log keeps code and place, not the value it quotes", async () => {
  const error: unknown = await db.$queryRaw`SELECT ${"canary-120103"}::int`.catch((thrown: unknown) => thrown);
  expect(String(error)).toContain("canary");
  const kept = JSON.stringify(describeError(error));
  expect(kept).not.toContain("canary");
  expect(kept).toContain("P2010");
});

test("of a form error the log keeps no input", () => {
  const { error } = z.object({ idNo: z.literal("x") }).safeParse({ idNo: "canary" });
  expect(JSON.stringify(describeError(error))).not.toContain("canary");
});

test("our own errors keep their message and their causes", () => {
  const kept = describeError(new Error("case is gone", { cause: new TypeError("no row") }));
  expect(kept).toMatchObject({ message: "case is gone", cause: { type: "TypeError", message: "no row" } });
});

test.each([
  ["/s/4f2c-one-time-token", "/s/…"],
  ["/s/abc?from=wechat", "/s/…"],
  ["/people?q=王小林", "/people"],
  ["/", "/"],
])("%s is logged as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});
