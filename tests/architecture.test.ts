import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Cruise, cruiseCopy } from "./setup/cruise";
import * as structure from "./setup/structure";

const all = structure.sources();
const pages = all.filter(({ path: file }) => /^app\/(\(staff\)|\(print\)|my)\/.*page\.tsx$/.test(file));
const layouts = all.filter(({ path: file }) => /^app\/.*layout\.tsx$/.test(file));
const actions = all.filter(({ path: file }) => /^lib\/.*\/actions\.ts$/.test(file));
const doors = all.filter(({ path: file }) => /^lib\/.*\/(queries|commands)\.ts$/.test(file));

describe("one word, five places", () => {
  /** Where each matter stands: p = its pages in app/(staff), l = lib, m = prisma/models, t = tests. */
  const matters: Record<string, string> = {
    accounts: "plmt",
    audit: "plmt",
    calendar: "plmt",
    cases: "plmt",
    dormitories: "plmt",
    hardship: "plmt",
    dashboard: "pl-t",
    exports: "plmt",
    imports: "-lmt",
    insurance: "plmt",
    notices: "plmt",
    parameters: "plmt",
    people: "plmt",
    reception: "plmt",
    relief: "plmt",
    schooling: "plmt",
  };
  const places = { p: "app/(staff)/X", l: "lib/X", m: "prisma/models/X.prisma", t: "tests/X" };

  test.each(Object.entries(matters))("%s stands where the table says (%s)", (matter, letters) => {
    for (const [letter, place] of Object.entries(places)) {
      const file = place.replace("X", matter);
      expect(existsSync(path.join(structure.root, file)), file).toBe(letters.includes(letter));
    }
  });

  test("nothing else pretends to be a matter", () => {
    const known = new Set(Object.keys(matters));
    const others = (folder: string, allowed: string[]) =>
      readdirSync(path.join(structure.root, folder), { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? entry.name : entry.name.replace(/\.prisma$/, "")))
        .filter((name) => !name.includes(".") && !known.has(name) && !allowed.includes(name));
    expect(others("lib", ["auth"])).toEqual([]);
    expect(others("prisma/models", [])).toEqual([]);
    expect(others("tests", ["auth", "ground", "http", "seed", "setup", "ui"])).toEqual([]);
  });
});

describe("names and sizes", () => {
  test("files bear the agreed names", () => {
    expect(all.flatMap(({ path: file }) => structure.misnamed(file))).toEqual([]);
  });
  test.each([
    "lib/cases/helpers.ts",
    "lib/cases/Rules.ts",
    "lib/cases/view.tsx",
    "components/ui/index.ts",
    "app/my/UserCard.tsx",
  ])("%s would be reported", (file) => {
    expect(structure.misnamed(file)).not.toEqual([]);
  });

  test("no file is longer than 300 lines", () => {
    expect(all.flatMap((source) => structure.tooLong(source))).toEqual([]);
    expect(structure.tooLong({ path: "long.ts", text: "a\n".repeat(301) })).toHaveLength(1);
    expect(structure.tooLong({ path: "full.ts", text: "a\n".repeat(300) })).toEqual([]);
  });

  test("the top of the repository holds what was agreed", () => {
    const agreed = [
      ...["app", "components", "lib", "prisma", "public", "tests", ".ci"],
      ...["package.json", "package-lock.json", "tsconfig.json", "next.config.ts", "proxy.ts"],
      ...["instrumentation.ts", "instrumentation-client.ts"],
      ...["README.md", "README.zh-CN.md", "LICENSE", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"],
      ...[
        ".gitignore",
        ".prettierignore",
        ".prettierrc.json",
        ".dependency-cruiser.mjs",
        "eslint.config.mjs",
        "knip.json",
      ],
      ...["playwright.config.ts", "postcss.config.mjs", "prisma.config.ts", "vitest.config.ts"],
    ];
    const ignored = structure.ignoredNames();
    const isKept = (name: string) =>
      !ignored.some((line) => (line.startsWith("*") ? name.endsWith(line.slice(1)) : line === name));
    const found = readdirSync(structure.root).filter(isKept);
    expect(found.filter((name) => !agreed.includes(name))).toEqual([]);
  });
});

describe("the gate", () => {
  test("every page asks the gate first", () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.flatMap(structure.ungatedPage)).toEqual([]);
  });
  test("a page that reads before it asks would be reported", () => {
    const text = `export default async function P() { const rows = await listCases(); const permit = await authorise("cases.view"); return rows }`;
    expect(structure.ungatedPage({ path: "app/(staff)/cases/page.tsx", text })).toHaveLength(1);
  });

  test("no layout authorises", () => {
    expect(layouts.flatMap(structure.gatedLayout)).toEqual([]);
    const text = `export default async function L() { await authorise("cases.view"); return null }`;
    expect(structure.gatedLayout({ path: "app/layout.tsx", text })).toHaveLength(1);
  });

  test("actions.ts exports nothing but what staffAction and workerAction made", () => {
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.flatMap(structure.looseActions)).toEqual([]);
  });
  test.each([
    `"use server";\nexport async function drop(id: string) { await db.person.delete({ where: { id } }) }`,
    `"use server";\nexport const drop = async () => undefined`,
    `"use server";\nexport { drop } from "./commands"`,
    `export const move = staffAction("cases.move", schema, run)`,
  ])("%s would be reported", (text) => {
    expect(structure.looseActions({ path: "lib/cases/actions.ts", text })).toHaveLength(1);
  });

  /** Functions that need no permit, each with the reason. Everything else proves its right. */
  const withoutPermit: Record<string, string> = {
    "lib/accounts/demo/queries.ts listDemoAccounts":
      "for the sign-in page of a demonstration; answers nothing elsewhere",
    "lib/accounts/installation/commands.ts installAdministrators": "the command line, before there is anybody",
    "lib/audit/commands.ts recordInstallation": "the same act's audit row",
    "lib/audit/commands.ts recordRefusal": "writes that there was no permit",
    "lib/audit/commands.ts recordSignIn": "happens before anybody is known",
    "lib/calendar/queries.ts pageCalendar": "the same for a page, read once per request",
    "lib/calendar/queries.ts readCalendar": "working days of the country: no person's data",
    "lib/cases/clock/queries.ts readClockworks": "working days and limits: no person's data",
    "lib/cases/queries.ts changedMeanwhile": "words the refusal about a case that was already loaded within reach",
    "lib/cases/queries.ts eventWord": "a word, no row",
    "lib/insurance/reach/queries.ts pensionMonths": "a sum over periods; the reach is joined by insurableWithin",
    "lib/insurance/reach/queries.ts owesAll": "a condition over the roster; the reach is joined by insurableWithin",
    "lib/insurance/reach/queries.ts runsIn": "a condition over periods; the reach is joined by insurableWithin",
    "lib/insurance/reach/queries.ts schemesIn": "a count over periods; the reach is joined by insurableWithin",
    "lib/parameters/queries.ts parameterAt": "a dated number of the bureau: no person's data",
    "lib/parameters/queries.ts parametersAt": "dated numbers of the bureau: no person's data",
  };
  test("every query and command takes the permit first", () => {
    const open = doors.flatMap(structure.openFunctions).filter(({ takes }) => !structure.takesPermit(takes));
    expect(open.map(({ name }) => name).filter((name) => !(name in withoutPermit))).toEqual([]);
  });
  test("the list of exceptions holds no name that is gone", () => {
    const names = new Set(doors.flatMap(structure.openFunctions).map(({ name }) => name));
    expect(Object.keys(withoutPermit).filter((name) => !names.has(name))).toEqual([]);
  });
  test("a query that takes an id first would be reported", () => {
    const text = `export const load = cache(async (id: string) => id)\nexport async function list(tx: Tx, permit: Permit) {}`;
    const found = structure.openFunctions({ path: "lib/cases/queries.ts", text });
    expect(found.map(({ takes }) => structure.takesPermit(takes))).toEqual([false, true]);
  });
});

test("the worker's pages wait for nothing: no loading.tsx, which would need JavaScript", () => {
  expect(structure.filesBelow("app").filter((file) => /^app\/my\/.*loading\.tsx$/.test(file))).toEqual([]);
});

test("no file tells of somebody's machine, of a registry or of unfinished work", () => {
  const top = readdirSync(structure.root).filter(
    (name) => /\.(md|json|mjs|ts)$/.test(name) && name !== "package-lock.json",
  );
  const files = [...["app", "components", "lib", "prisma", "tests"].flatMap(structure.filesBelow), ...top];
  const texts = files.filter((file) => /\.(md|json|mjs|ts|tsx|css|prisma|sql)$/.test(file));
  const found = texts.flatMap((file) =>
    structure.traces({ path: file, text: readFileSync(path.join(structure.root, file), "utf8") }),
  );
  expect(found).toEqual([]);
  expect(structure.traces({ path: "a.ts", text: ["", "home", "somebody", "portal"].join("/") })).toHaveLength(1);
});

describe("direction of imports", () => {
  const planted: Record<string, [file: string, text: string]> = {
    "no-cycles": ["lib/planted/one.ts", `import { two } from "./two"; export const one = () => two;`],
    "no-missing-imports": ["lib/planted/lost.ts", `import { nothing } from "./nowhere"; export const lost = nothing;`],
    "nothing-imports-app": [
      "lib/planted/upwards.ts",
      `import { route } from "@/app/planted"; export const up = route;`,
    ],
    "lib-knows-no-screen": [
      "lib/planted/screen.ts",
      `import { Tag } from "@/components/ui/tag"; export const screen = Tag;`,
    ],
    "ui-knows-no-matter": [
      "components/ui/planted.ts",
      `import { two } from "@/lib/planted/two"; export const ui = two;`,
    ],
    "matters-are-strangers": [
      "lib/reception/planted.ts",
      `import type { Two } from "@/lib/planted/two"; export type Own = Two;`,
    ],
    "dashboard-reads-only": [
      "lib/dashboard/planted.ts",
      `import { write } from "@/lib/planted/commands"; export const d = write;`,
    ],
    "database-only-behind-queries-and-commands": [
      "lib/planted/words.ts",
      `import { db } from "@/prisma/client"; export const w = db;`,
    ],
    "screens-never-call-commands": [
      "app/planted.ts",
      `import { write } from "@/lib/planted/commands"; export const route = write;`,
    ],
    "commands-know-no-form": [
      "lib/planted/commands.ts",
      `import { staffAction } from "@/lib/action"; export const write = staffAction;`,
    ],
    "rules-are-pure": ["lib/planted/rules.ts", `import { now } from "@/lib/clock"; export const rule = now;`],
    "client-knows-no-matter": ["prisma/planted.ts", `import { two } from "@/lib/planted/two"; export const p = two;`],
    "next-auth-only-in-lib-auth": [
      "lib/planted/door.ts",
      `import nextAuth from "next-auth"; export const door = nextAuth;`,
    ],
    "only-the-gate-mints-permits": [
      "lib/planted/mint.ts",
      `import { mintPermit } from "@/lib/auth/permit"; export const mint = mintPermit;`,
    ],
    "product-needs-no-test-tools": ["lib/planted/tool.ts", `import { test } from "vitest"; export const tool = test;`],
    "nothing-imports-tests": [
      "lib/planted/fixture.ts",
      `import { root } from "@/tests/setup/structure"; export const f = root;`,
    ],
    "server-only": ["lib/planted/queries.ts", `export const read = () => 1;`],
    "through-the-gate": ["lib/planted/actions.ts", `export const act = async () => 1;`],
  };
  let seen: Cruise;
  beforeAll(() => {
    const two = `import { one } from "./one"; export type Two = string; export const two = () => one;`;
    seen = cruiseCopy({ ...Object.fromEntries(Object.values(planted)), "lib/planted/two.ts": two });
  }, 60_000);

  test("no file of the project breaks a rule", () => {
    const own = seen.violations.filter(({ from }) => !from.includes("planted"));
    expect(own).toEqual([]);
  });
  test.each(Object.entries(planted))("a violation of %s is seen", (rule, [file]) => {
    expect(seen.violations).toContainEqual(expect.objectContaining({ rule, from: file }));
  });
  test("every rule has its planted violation", async () => {
    type Rules = Record<"forbidden" | "required", { name: string }[]>;
    const file = path.join(structure.root, ".dependency-cruiser.mjs");
    const { default: config } = (await import(file)) as { default: Rules };
    const rules = [...config.forbidden, ...config.required].map(({ name }) => name);
    expect(rules.toSorted()).toEqual(Object.keys(planted).toSorted());
  });
  test("every source file was looked at", () => {
    // With a TypeScript that it does not know the tool reports "no violations" over no modules, and success.
    const cruised = new Set(seen.modules);
    expect(all.map(({ path: file }) => file).filter((file) => !cruised.has(file))).toEqual([]);
  });
});
