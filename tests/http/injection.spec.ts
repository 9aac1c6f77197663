import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { askDatabase } from "../setup/portal";
import { businessTables } from "./behind";
import { call, type Endpoint, endpoints } from "./endpoints";
import { cookieOf, type Login } from "./wire";

test.describe.configure({ timeout: 120_000 });

type Row = Record<string, unknown>;

/** Every column of the database as a form field, with a value that would do harm if it arrived. */
async function everyColumn(except: readonly string[]): Promise<Record<string, string>> {
  const rows = await askDatabase<{ name: string; type: string }>(
    "SELECT DISTINCT column_name AS name, min(data_type) AS type FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1",
  );
  const hostile: Record<string, string> = { uuid: randomUUID(), boolean: "true", integer: "99", date: "1999-01-01" };
  const fields = rows.flatMap(({ name, type }): [string, string][] => {
    const value = hostile[type] ?? "HOSTILE";

    return [
      [name, value],
      [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value],
    ];
  });

  const more: [string, string][] = [
    ["role", "SYSTEM_ADMIN"],
    ["verb", "accounts.grant"],
    ["permit", "{}"],
  ];

  return Object.fromEntries([...fields, ...more].filter(([name]) => !except.includes(name)));
}

function endpointOf(name: string): Endpoint {
  const found = endpoints().find((one) => one.name.endsWith(` ${name}`));
  if (!found) throw new Error(`no endpoint ${name}`);

  return found;
}

/** Sends the form with all columns added; the fields that the form really has win. */
async function send(login: Login, action: string, form: Record<string, string>, extra: Record<string, string> = {}) {
  const columns = await everyColumn(Object.keys(form));

  return call(endpointOf(action), { ...columns, ...extra, ...form }, { cookie: await cookieOf(login) });
}

test("a case takes from the form what the form shows, and nothing else", async () => {
  const [person] = await askDatabase<{ id: string; unit: string }>(
    `SELECT p.id, p.unit_id AS unit FROM person p JOIN account a ON a.person_id = p.id WHERE a.login_name = '50004'`,
  );
  const [officer] = await askDatabase<{ id: string; bureau: string }>(
    `SELECT id, bureau_id AS bureau FROM account WHERE login_name = '2002'`,
  );
  const requestKey = randomUUID();
  const honest = {
    ...{
      requestKey,
      personId: person?.id ?? "",
      subject: "insurance|参保登记",
      title: "社保中断想续上",
      content: "停了三个月，想续上",
    },
    ...{
      demand: "",
      source: "DESK",
      complexity: "ORDINARY",
      confidentiality: "ORDINARY",
      handlerUnitId: "",
      sourceCaseId: "",
    },
  };
  const answer = await send("2002", "openCaseAction", honest);
  expect(answer.headers["x-action-redirect"] ?? answer.text).toMatch(/\/cases\//);
  const [row] = await askDatabase<Row>("SELECT * FROM welfare_case WHERE request_key = $1", [requestKey]);
  expect(row).toMatchObject({
    bureau_id: officer?.bureau,
    created_by_id: officer?.id,
    unit_id: person?.unit,
    programme: "insurance",
    title: "社保中断想续上",
    version: 1,
    closed_at: null,
    outcome: null,
    satisfaction: null,
    reopened_count: 0,
    promised_by_id: null,
    is_complaint: false,
    accused_id: null,
  });
  expect(JSON.stringify(row)).not.toContain("HOSTILE");
  expect(row?.["limit_days"]).not.toBe(99);
  expect(row?.["number"]).toMatch(/^SB/);
});

test("a worker changes the own telephone and not the own record", async () => {
  const read = () =>
    askDatabase<Row>(`SELECT p.* FROM person p JOIN account a ON a.person_id = p.id WHERE a.login_name = '60001'`);
  const [before] = await read();
  const form = { version: String(before?.["version"]), mobile: "13900139000", mobileOwner: "SELF" };
  const answer = await send("60001", "changeOwnContactAction", form, { id: randomUUID(), personId: randomUUID() });
  expect(answer.status).toBeLessThan(400);
  const [after] = await read();
  expect(after?.["mobile"]).toBe("13900139000");
  const unchanged = (row: Row | undefined) => ({ ...row, mobile: "", mobile_owner: "", version: 0, updated_at: "" });
  expect(unchanged(after)).toEqual(unchanged(before));
});

test("no column of the database opens an account's rights from an own page", async () => {
  const before = await businessTables();
  for (const action of ["changePasswordAction", "changePinAction"]) {
    const login = action === "changePinAction" ? "60001" : "3001";
    await send(login, action, { current: "wrong", secret: "wrong-wrong-9", again: "wrong-wrong-9" });
  }
  expect(await businessTables()).toEqual(before);
});
