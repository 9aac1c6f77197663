import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { fingerprint } from "@/prisma/freshness";

import { root } from "../setup/structure";

let folder: string;
const print = () => fingerprint([path.relative(root, folder)]);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "portal-ground-"));
  writeFileSync(path.join(folder, "page.tsx"), "one");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the build's fingerprint stays the same while nothing changes, in whatever order it is asked for", () => {
  expect(print()).toBe(print());
  expect(fingerprint(["lib", "public"])).toBe(fingerprint(["public", "lib"]));
});

test("other content, another name and a new file each ask for a new build", () => {
  const prints = [print()];
  writeFileSync(path.join(folder, "page.tsx"), "two");
  prints.push(print());
  renameSync(path.join(folder, "page.tsx"), path.join(folder, "layout.tsx"));
  prints.push(print());
  writeFileSync(path.join(folder, "empty.tsx"), "");
  prints.push(print());
  expect(new Set(prints).size).toBe(4);
});

test("generated files and places that do not exist count for nothing", () => {
  expect(fingerprint(["prisma/generated"])).toBe(fingerprint(["no-such-place"]));
});
