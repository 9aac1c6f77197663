import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { secretNames, settings } from "@/lib/env";
import { root } from "../setup/structure";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const english = read("README.md");
const chinese = read("README.zh-CN.md");
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);

/** Rows of the settings table: name, default, needed, meaning. */
function settingRows(text: string): string[][] {
  const rows = [...text.matchAll(/^\| `([A-Z][A-Z_]+)` \| (.+?) \| (.+?) \| (.+) \|$/gm)];

  return rows.map((row) => row.slice(1));
}

/** npm scripts that a text speaks of: `npm run x`, `npm test`, `npm start`. */
function namedScripts(text: string): string[] {
  return [...text.matchAll(/npm (?:run ([a-z:-]+)|(test|start)\b)/g)].map(([, run, short]) => run ?? short ?? "");
}

describe("the settings table", () => {
  const expected = Object.entries(settings).map(([name, { fallback, meaning }]) => ({
    name,
    fallback: fallback ? `\`${fallback}\`` : "–",
    isSecret: secretNames.some((secret) => secret === name),
    meaning,
  }));

  test("in English holds every setting in order, with its default and meaning", () => {
    const wanted = expected.map((one) => [one.name, one.fallback, one.isSecret ? "in production" : "no", one.meaning]);
    expect(settingRows(english)).toEqual(wanted);
  });
  test("in Chinese holds the same settings and defaults", () => {
    const wanted = expected.map((one) => [one.name, one.fallback, one.isSecret ? "正式运行必填" : "否"]);
    expect(settingRows(chinese).map((row) => row.slice(0, 3))).toEqual(wanted);
  });
});

describe.each([
  ["README.md", english],
  ["README.zh-CN.md", chinese],
  ["CONTRIBUTING.md", read("CONTRIBUTING.md")],
  ["SECURITY.md", read("SECURITY.md")],
])("%s", (_, text) => {
  test("names no script that does not exist", () => {
    expect(namedScripts(text).filter((name) => !scripts.includes(name))).toEqual([]);
  });
  test("links to nothing that does not exist", () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = ""]) => target);
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(path.join(root, target)))).toEqual([]);
  });
  test("names no file of the repository that does not exist", () => {
    const named = [...text.matchAll(/`((?:app|components|lib|prisma|tests)\/[\w./-]+\.\w+)`/g)].map(
      ([, file = ""]) => file,
    );
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

describe.each([
  ["English", english],
  ["Chinese", chinese],
])("the README in %s", (_, text) => {
  test("explains every npm script in its table of commands", () => {
    const table = [...text.matchAll(/^\| `npm (?:run )?([a-z:-]+)` \|/gm)].map(([, name]) => name);
    expect(table.toSorted()).toEqual(scripts.toSorted());
  });
  test("names every demo account and what they sign in with", () => {
    for (const login of [
      "9001",
      "9002",
      "9003",
      "1001",
      "1002",
      "2001",
      "2002",
      "2003",
      "2004",
      "2005",
      "2015",
      "3001",
      "3002",
      "50001",
      "50005",
      "60001",
    ]) {
      expect(text).toContain(login);
    }
    expect(text).toContain("demo-portal-2026");
    expect(text).toContain("258036");
  });
});

test("both languages have the same headings in the same order", () => {
  const levels = (text: string) =>
    [...text.replace(/```[\s\S]*?```/g, "").matchAll(/^(#+) /gm)].map(([, marks]) => marks);
  expect(levels(chinese)).toEqual(levels(english));
  expect(levels(english).length).toBeGreaterThan(12);
});
