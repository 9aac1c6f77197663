import { describe, expect, test } from "vitest";
import { grantsFor, mayDo, verbs, type Grant, type Role, type Verb } from "@/lib/auth/verbs";
import { rights } from "./rights";

const columns = ["SYS", "SEC", "AUD", "LEAD", "OWN", "OTHER", "LIA", "WRK", "WAR"] as const;
type Column = (typeof columns)[number];

const lines = rights
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const written = new Map(lines.map(([verb = "", ...marks]) => [verb, marks]));
const all = Object.keys(verbs) as Verb[];
const grant = (role: Role, programme = ""): Grant => ({ role, programme, unitIds: [] });

function held(column: Column, verb: Verb): Grant {
  const own = verb.slice(0, verb.indexOf("."));
  const grants = {
    SYS: grant("SYSTEM_ADMIN"),
    SEC: grant("SECURITY_ADMIN"),
    AUD: grant("AUDITOR"),
    LEAD: grant("LEADER"),
    OWN: grant("OFFICER", own),
    OTHER: grant("OFFICER", own === "volunteers" ? "facilities" : "volunteers"),
    LIA: grant("LIAISON"),
    WRK: grant("WORKER"),
    WAR: grant("WARDEN"),
  };

  return grants[column];
}

describe("the table of rights", () => {
  test("names every verb and no other", () => {
    expect([...written.keys()].sort()).toEqual([...all].sort());
  });

  test.each(all)("%s", (verb) => {
    const found = columns.map((column) => (mayDo(verb, [held(column, verb)]) ? "x" : "-"));
    expect(Object.fromEntries(columns.map((column, i) => [column, found[i]]))).toEqual(
      Object.fromEntries(columns.map((column, i) => [column, written.get(verb)?.[i]])),
    );
  });

  test("nobody without a role may do anything", () => {
    expect(all.filter((verb) => mayDo(verb, []))).toEqual([]);
  });

  test("the verb's programme counts, not that of another grant held beside it", () => {
    const both = [grant("OFFICER", "insurance"), grant("LIAISON")];
    expect(grantsFor("people.create", both)).toEqual([]);
    expect(grantsFor("reception.bookFor", both)).toEqual([grant("LIAISON")]);
  });
});

describe("three administrators (security guide §9.2)", () => {
  const may = (role: Role) => all.filter((verb) => mayDo(verb, [grant(role)]));
  const aboutAccounts = (verb: Verb) => verb.startsWith("accounts.");

  test("(c) none of the three sees welfare data", () => {
    const welfare = all.filter(
      (verb) => !/^(accounts|audit|parameters|calendar)\./.test(verb) && !verb.endsWith("Units"),
    );
    const seen = (["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const).flatMap(may);
    expect(seen.filter((verb) => welfare.includes(verb))).toEqual([]);
  });

  test("(d) the auditor has no write but the export", () => {
    expect(may("AUDITOR").sort()).toEqual(["accounts.own", "audit.export", "audit.view"]);
  });

  test("who makes accounts grants nothing, who grants makes none", () => {
    expect(may("SYSTEM_ADMIN").filter(aboutAccounts)).toEqual([
      "accounts.view",
      "accounts.create",
      "accounts.disable",
      "accounts.enable",
      "accounts.own",
    ]);
    expect(may("SECURITY_ADMIN").filter(aboutAccounts)).toEqual([
      "accounts.view",
      "accounts.grant",
      "accounts.resetSecret",
      "accounts.unlock",
      "accounts.endSessions",
      "accounts.own",
    ]);
  });

  test("a worker's session opens the worker's own pages and nothing of the office", () => {
    expect(may("WORKER").filter((verb) => !verb.startsWith("my."))).toEqual(["accounts.own"]);
  });
});
