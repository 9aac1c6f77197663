import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { objectWords } from "@/lib/audit/lines/words";
import { filesBelow, root } from "../setup/structure";

test("everything that is written into the log has a word", () => {
  const sources = filesBelow("lib").filter((file) => /(commands|queries)\.ts$/.test(file));
  const written = sources.flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(/\bobject: "(\w+)"/g)].map(([, object = ""]) => object),
  );
  expect(written.length).toBeGreaterThan(40);
  expect([...new Set(written)].filter((object) => !(object in objectWords))).toEqual([]);
});
