import { expect, test } from "@playwright/test";
import { askDatabase } from "../setup/portal";
import { businessTables } from "./behind";
import { call, endpoints } from "./endpoints";
import { cookieOf, type Login, send } from "./wire";

test.describe.configure({ timeout: 300_000 });

/** Rows that belong to the unit of one liaison and not to the other's. */
async function rowsOf(login: Login): Promise<{ cases: string[]; people: string[] }> {
  const unit = `(SELECT p.unit_id FROM appointment p JOIN account a ON a.id = p.account_id
                 WHERE a.login_name = $1 AND p.role = 'LIAISON' AND p.revoked_at IS NULL LIMIT 1)`;
  const below = `WITH RECURSIVE below AS (SELECT id FROM org_unit WHERE id = ${unit}
                 UNION ALL SELECT u.id FROM org_unit u JOIN below b ON u.parent_id = b.id)`;
  const cases = await askDatabase<{ id: string }>(
    `${below} SELECT c.id FROM welfare_case c WHERE c.unit_id IN (SELECT id FROM below)
     AND (c.handler_unit_id IS NULL OR c.handler_unit_id IN (SELECT id FROM below)) ORDER BY c.id DESC LIMIT 8`,
    [login],
  );
  const people = await askDatabase<{ id: string }>(
    `${below} SELECT id FROM person WHERE unit_id IN (SELECT id FROM below) ORDER BY id LIMIT 5`,
    [login],
  );

  return { cases: cases.map(({ id }) => id), people: people.map(({ id }) => id) };
}

for (const [login, other] of [
  ["3001", "3002"],
  ["3002", "3001"],
] as const) {
  test(`${login} finds nothing of the unit of ${other}, by no address`, async () => {
    const cookie = await cookieOf(login);
    const { cases, people } = await rowsOf(other);
    expect(cases.length).toBeGreaterThan(2);
    expect(people.length).toBeGreaterThan(2);
    const paths = [
      ...cases.flatMap((id) => [
        `/cases/${id}`,
        `/cases/${id}/edit`,
        `/cases/${id}/done`,
        `/cases/${id}/sheet`,
        `/cases/${id}/receipt`,
      ]),
      ...people.map((id) => `/people/${id}`),
    ];
    const found: string[] = [];
    for (const path of paths) {
      const { status } = await send(path, { cookie });
      if (status !== 404) found.push(`${path} → ${status}`);
    }
    expect(found).toEqual([]);
  });

  test(`${login} cannot act on anything of the unit of ${other}`, async () => {
    const cookie = await cookieOf(login);
    const { cases, people } = await rowsOf(other);
    const before = await businessTables();
    for (const id of cases.slice(0, 2)) {
      const [row] = await askDatabase<{ version: number }>("SELECT version FROM welfare_case WHERE id = $1", [id]);
      const form = {
        ...{
          caseId: id,
          id,
          personId: people[0] ?? "",
          version: String(row?.version ?? 1),
          move: "accept",
          note: "不该成功",
        },
        ...{
          reason: "不该成功的原因",
          days: "3",
          toUnitId: id,
          bookingId: id,
          content: "不该成功",
          decision: "accept",
        },
      };
      for (const endpoint of endpoints()) await call(endpoint, form, { cookie });
    }
    expect(await businessTables()).toEqual(before);
  });
}

test("a worker meets nobody else's matter, booking or record", async () => {
  const cookie = await cookieOf("50001");
  const others = await askDatabase<{ id: string }>(
    `SELECT c.id FROM welfare_case c JOIN account a ON a.person_id = c.person_id WHERE a.login_name IN ('50002', '50003', '60001') LIMIT 5`,
  );
  const bookings = await askDatabase<{ id: string }>(
    `SELECT b.id FROM booking b JOIN account a ON a.person_id = b.person_id WHERE a.login_name <> '50001' LIMIT 5`,
  );
  expect(others.length).toBeGreaterThan(0);
  expect(bookings.length).toBeGreaterThan(0);
  for (const { id } of others) expect((await send(`/my/cases/${id}`, { cookie })).status).toBe(404);
  for (const { id } of bookings) expect((await send(`/my/book/${id}`, { cookie })).status).toBe(404);
  const [own] = await askDatabase<{ id: string }>(
    `SELECT c.id FROM welfare_case c JOIN account a ON a.person_id = c.person_id WHERE a.login_name = '50001' AND c.status <> 'void' LIMIT 1`,
  );
  expect((await send(`/my/cases/${own?.id ?? ""}`, { cookie })).status).toBe(200);
});
