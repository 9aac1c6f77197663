import { expect, test } from "@playwright/test";
import { askDatabase } from "../setup/portal";
import { crawl } from "./crawl";
import { accounts, cookieOf, type Login, logins, send } from "./wire";

test.describe.configure({ timeout: 600_000 });

/** The child of worker 50003: registered, in the family's record, named on the parent's own phone. */
const child = "一诺";

/** Every address at which a person, a script or a guess could meet that child. */
async function addresses(): Promise<string[]> {
  const [found] = await askDatabase<{ caseId: string; personId: string; year: number }>(
    `SELECT s.case_id AS "caseId", s.parent_id AS "personId", s.intake_year AS year FROM school_placement s
     JOIN account a ON a.person_id = s.parent_id WHERE a.login_name = '50003' AND s.is_living ORDER BY s.id LIMIT 1`,
  );
  if (!found) throw new Error("50003 has no placement");
  const { caseId, personId, year } = found;

  return [
    ...[`/schooling/${caseId}`, `/schooling/${caseId}/employment`, `/schooling/${caseId}/residence`],
    ...[`/schooling?q=50003&tab=all`, `/schooling/planner`, "/schooling/totals", "/schooling/letters/new"],
    ...[`/schooling/survey?year=${year}`, `/schooling/ledger?year=${year}`, "/schooling/statistics", "/dashboard"],
    ...[`/cases/${caseId}`, `/cases/${caseId}/sheet`, `/people/${personId}`, "/audit", "/exports", "/inbox"],
  ];
}

test("no page of the office, in any role, names a registered child", async () => {
  const paths = await addresses();
  const met: string[] = [];
  let opened = 0;
  for (const login of logins) {
    const cookie = await cookieOf(login);
    for (const path of paths) {
      const { status, text } = await send(path, { cookie });
      if (status === 200) opened += 1;
      if (text.includes(child)) met.push(`${login} (${accounts[login]}) ${path}`);
    }
  }
  expect(met).toEqual([]);
  expect(opened).toBeGreaterThan(20);
});

test("nor does any page that is found by following links, its title or its address", async () => {
  const visits = await Promise.all(
    logins.map(async (login: Login) => (await crawl(login)).map((visit) => ({ ...visit, login }))),
  );
  const met = visits
    .flat()
    .filter(({ path, answer }) => answer.text.includes(child) || decodeURIComponent(path).includes(child));
  expect(met.map(({ login, path }) => `${login} ${path}`)).toEqual([]);
});

test("a leader and the other unit's liaison find neither the case nor its papers", async () => {
  const [first = ""] = await addresses();
  for (const login of ["1001", "3002", "2003", "9003"] as const) {
    const { status } = await send(first, { cookie: await cookieOf(login) });
    expect(`${login} ${status}`).toBe(`${login} 404`);
  }
});
