import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { Page } from "@playwright/test";
import { checkCharacter } from "@/lib/people/rules";
import { expect, test } from "../setup/browser";
import { askDatabase, recorded } from "../setup/portal";
import { crawl, type Visit } from "./crawl";
import { accounts, cookieOf, type Login, logins, send } from "./wire";

test.describe.configure({ mode: "serial", timeout: 300_000 });

const digits = "12990020210214797";
/** A child of worker 50001 in words that stand nowhere else. */
const child = { name: "孔雀翎霏", idNo: `${digits}${checkCharacter(digits)}`, school: "孔雀岭实验小学" };
const words = Object.values(child);
const [parent, liaison, officer] = ["50001", "3001", "2005"] as const;
const planted = { caseId: "", personId: "", year: 0, logFrom: 0 };

const named = (text: string) => words.filter((word) => text.includes(word));

/** Takes the child out of every count again; its row stays, as in the portal. */
async function clear(): Promise<void> {
  const mine = `SELECT s.case_id FROM school_placement s JOIN account a ON a.person_id = s.parent_id
    JOIN account l ON l.id = s.created_by_id
    WHERE a.login_name = '${parent}' AND l.login_name = '${liaison}' AND s.is_living`;
  const voided = "stage = 'VOID', status = 'void', void_reason = '登记错了', voided_at = now(), due_on = NULL";
  await askDatabase(`UPDATE welfare_case SET ${voided} WHERE id IN (${mine})`);
  await askDatabase(`UPDATE school_placement SET is_living = false WHERE case_id IN (${mine})`);
}

/** The liaison of the parent's unit registers the child, with the consent on paper under the child's own name. */
async function plant(page: Page): Promise<void> {
  const [found] = await askDatabase<{ id: string }>("SELECT person_id AS id FROM account WHERE login_name = $1", [
    parent,
  ]);
  planted.personId = found?.id ?? "";
  planted.logFrom = statSync(recorded().statementLog).size;
  await page.goto(`/schooling/new?person=${planted.personId}`);
  await page.getByLabel("监护人签好的同意书").setInputFiles({
    name: `${child.name}同意书.pdf`,
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"),
  });
  await page.getByLabel("哪天签的").fill("2026-11-20");
  await page.getByLabel("上几年级").selectOption({ label: "小学一年级" });
  await page.getByLabel("孩子姓名").fill(child.name);
  await page.getByLabel("孩子身份证号").fill(child.idNo);
  await page.getByRole("radio", { name: "租房" }).check();
  await page.getByLabel("想去的学校").fill(child.school);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await page.waitForURL(/\/schooling\/[0-9a-f-]{36}$/);
  planted.caseId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const [row] = await askDatabase<{ year: number }>(
    "SELECT intake_year AS year FROM school_placement WHERE case_id = $1",
    [planted.caseId],
  );
  planted.year = row?.year ?? 0;
}

/** Every address at which a person, a script or a guess could meet the child. */
function addresses(): string[] {
  const { caseId, personId, year } = planted;

  return [
    ...[`/schooling/${caseId}`, `/schooling/${caseId}/employment`, `/schooling/${caseId}/residence`],
    ...["/schooling?q=50001&tab=all", "/schooling/planner", "/schooling/totals", "/schooling/letters/new"],
    ...[`/schooling/survey?year=${year}`, `/schooling/ledger?year=${year}`, "/schooling/statistics", "/dashboard"],
    ...[`/cases/${caseId}`, `/cases/${caseId}/sheet`, `/people/${personId}`, "/audit", "/exports", "/inbox"],
    ...[`/exports/new?of=schooling&year=${year}`, `/my/cases/${caseId}`, "/my", "/my/who-looked", "/notices"],
    ...[`/people?q=${encodeURIComponent(child.name)}`, `/cases?q=${child.idNo}`],
  ];
}

async function look(page: Page): Promise<string> {
  await page.goto(`/schooling/${planted.caseId}`);
  await expect(page.getByText(child.name)).toHaveCount(0);
  await page.getByText("查看孩子的信息", { exact: true }).click();
  await page.getByLabel("为什么要看").fill("核对网上预约");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  const shown = page.getByText(new RegExp(child.name));
  await expect(shown).toBeVisible();

  return (await shown.textContent()) ?? "";
}

test.afterAll(clear);

test("the liaison and the officer read the child after giving a reason, the parent on the own page", async ({ as }) => {
  await clear();
  const desk = await as(liaison);
  await plant(desk);
  for (const page of [desk, await as(officer)]) expect(named(await look(page))).toEqual(words);
  const { status, text } = await send("/my/schooling", { cookie: await cookieOf(parent) });
  expect([status, text.includes(child.name), text.includes(child.idNo)]).toEqual([200, true, false]);
});

test("no page in any role names the child, however it is found or guessed", async () => {
  const roles = await Promise.all(
    logins.map(async (login: Login) => {
      const cookie = await cookieOf(login);
      const found = await crawl(login);
      const guessed: Visit[] = [];
      for (const path of addresses())
        guessed.push({ path, route: "", from: "a guess", answer: await send(path, { cookie }) });

      return { login, found, guessed };
    }),
  );
  // The walk was made after the child was planted: the officer's met its file.
  const met = roles.find(({ login }) => login === officer)?.found.map(({ path }) => path) ?? [];
  expect(met).toContain(`/schooling/${planted.caseId}`);
  const leaks = roles.flatMap(({ login, found, guessed }) =>
    [...found, ...guessed]
      .filter(({ path }) => !(login === parent && /^\/my\/schooling(\?|$)/.test(path)))
      // What was asked for stands in the address and the search field of who typed it.
      .filter(({ from, path }) => from !== "a guess" || !/[?&]q=(%E5|\d{18})/.test(path))
      .filter(({ path, answer }) => {
        const headers = Object.values(answer.headers).join(" ");

        return named(`${decodeURIComponent(path)} ${headers} ${answer.text}`).length > 0;
      })
      .map(({ path }) => `${login} (${accounts[login]}) ${path}`),
  );
  expect(leaks).toEqual([]);
  expect(roles.flatMap(({ guessed }) => guessed).filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(
    40,
  );
});

test("a search for the child's name or number finds nobody", async () => {
  for (const login of ["2001", "2005", "3001", "1001"] as const) {
    const cookie = await cookieOf(login);
    for (const path of addresses().filter((one) => /[?&]q=(%E5|\d{18})/.test(one))) {
      const { text } = await send(path, { cookie });
      expect(`${login} ${text.includes(planted.caseId) || text.includes(planted.personId)}`).toBe(`${login} false`);
    }
  }
});

test("a leader reads totals; a leader, another unit and the other offices find no file", async () => {
  const totals = await send("/schooling/totals", { cookie: await cookieOf("1001") });
  expect([totals.status, totals.text.includes(`${planted.year} 年度`)]).toEqual([200, true]);
  for (const login of ["1001", "3002", "2001", "2002", "2003", "2004", "9001", "9002", "9003", "60001"] as const) {
    const { status } = await send(`/schooling/${planted.caseId}`, { cookie: await cookieOf(login) });
    expect(`${login} ${status}`).toBe(`${login} 404`);
  }
});

test("no table, no row of the log and no line of the server's log holds a word of the child", async () => {
  const tables = await askDatabase<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  const asked = tables.map(
    ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM "${name}" t WHERE t::text LIKE ANY ($1))`,
  );
  const held = await askDatabase<{ name: string }>(asked.join(" UNION ALL "), [words.map((word) => `%${word}%`)]);
  expect(held).toEqual([]);
  expect(named(since(recorded().statementLog, planted.logFrom))).toEqual([]);
});

/** What was written to a log after that many bytes. */
function since(file: string, from: number): string {
  const length = Math.max(0, statSync(file).size - from);
  const read = Buffer.alloc(length);
  const open = openSync(file, "r");
  readSync(open, read, 0, length, from);
  closeSync(open);

  return read.toString("utf8");
}

test("from the unit's own check on the liaison finds the child no more", async () => {
  await askDatabase(`UPDATE welfare_case SET stage = 'UNION_CHECK' WHERE id = $1`, [planted.caseId]);
  await askDatabase(
    `INSERT INTO case_event (id, case_id, at, actor_name, kind, from_stage, to_stage)
     SELECT gen_random_uuid(), $1, now(), '联络员', 'pass', 'UNIT_CHECK', 'UNION_CHECK'`,
    [planted.caseId],
  );
  const cookie = await cookieOf(liaison);
  expect((await send(`/schooling/${planted.caseId}`, { cookie })).status).toBe(404);
  for (const path of ["/schooling?tab=all", "/inbox", "/cases"])
    expect((await send(path, { cookie })).text.includes(planted.caseId), path).toBe(false);
  expect((await send(`/schooling/${planted.caseId}`, { cookie: await cookieOf(officer) })).status).toBe(200);
});
