import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { fieldWords, objectWords } from "@/lib/audit/lines/words";
import { askDatabase, recorded } from "../setup/portal";

// Runs last: looks at what the portal did to its database and wrote into its log while everything else was tested.

/** Statements that a distributed PostgreSQL has not, or that read a whole table to show a page. */
function forbidden(statement: string): string | undefined {
  const checks: [RegExp, string][] = [
    [/\bnextval\b/i, "a sequence"],
    [/pg_(try_)?advisory/i, "an advisory lock"],
    [/^\s*(LISTEN|NOTIFY)\b|pg_notify/i, "LISTEN or NOTIFY"],
    [/\bcreate\s+(temp|table|index|trigger|materialized)/i, "a change of the schema while running"],
    [/\boffset\s+[1-9]/i, "OFFSET"],
    [/\block\s+table\b/i, "a table lock"],
    [/\bTRUNCATE\b/i, "TRUNCATE"],
    [/^\s*DELETE FROM (?!"?public"?\."?(person_token|rate_limit)\b|rate_limit\b)/i, "a deletion"],
  ];
  const counted =
    /count\(\*\)/i.test(statement) && !/\bwhere\b/i.test(statement) ? "count(*) over a whole table" : undefined;

  return checks.find(([pattern]) => pattern.test(statement))?.[1] ?? counted;
}

test("no request ran a statement that the rules forbid", () => {
  const log = readFileSync(recorded().statementLog, "utf8");
  const statements = log.split(/^\d{4}-\d\d-\d\d .*? LOG: {2}(?:execute [^:]*|statement): /m).slice(1);
  expect(statements.length).toBeGreaterThan(1_000);
  const distinct = new Set(statements.map((statement) => statement.trim()));
  const found = [...distinct].flatMap((statement) => {
    const what = forbidden(statement);

    return what ? [`${what}: ${statement.slice(0, 200)}`] : [];
  });
  expect(found).toEqual([]);
});

test("a forbidden statement would be seen", () => {
  expect(forbidden("SELECT nextval('a')")).toBe("a sequence");
  expect(forbidden("SELECT count(*) FROM person")).toBe("count(*) over a whole table");
  expect(forbidden("SELECT count(*) FROM person WHERE unit_id = $1")).toBeUndefined();
  expect(forbidden('DELETE FROM "public"."person" WHERE id = $1')).toBe("a deletion");
  expect(forbidden("SELECT 1 FROM case OFFSET 50")).toBe("OFFSET");
});

test("what happened is written down, and without personal data in clear", async () => {
  const [{ rows } = { rows: 0 }] = await askDatabase<{ rows: number }>("SELECT count(*)::int AS rows FROM audit_event");
  expect(rows).toBeGreaterThan(50);
  const leaks = await askDatabase<{ id: string }>(
    `SELECT e.id FROM audit_event e
     WHERE concat_ws(' ', e.detail::text, e.reason, e.fields::text) ~ '(^|[^0-9])(1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])([^0-9]|$)'`,
  );
  expect(leaks).toEqual([]);
});

test("the log speaks of every thing and field in words", async () => {
  const objects = await askDatabase<{ object: string }>("SELECT DISTINCT object FROM audit_event");
  expect(objects.map(({ object }) => object).filter((object) => !(object in objectWords))).toEqual([]);
  const fields = await askDatabase<{ field: string }>("SELECT DISTINCT unnest(fields) AS field FROM audit_event");
  const unnamed = fields
    .map(({ field }) => field.replace(/(Cipher|Index|Fen)$/, ""))
    // A calendar's year or day and the key of a parameter are names already.
    .filter((field) => !(field in fieldWords) && !/^\d{4}(-\d\d-\d\d)?$|\./.test(field));
  expect(unnamed).toEqual([]);
  const codes = await askDatabase<{ verb: string; reason: string }>(
    "SELECT DISTINCT verb, reason FROM audit_event WHERE verb <> 'signIn' AND reason ~ '^[A-Za-z_]+$'",
  );
  expect(codes).toEqual([]);
});
