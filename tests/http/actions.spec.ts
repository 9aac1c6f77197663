import { expect, test } from "@playwright/test";
import { type Grant, mayDo } from "@/lib/auth/verbs";
import { businessTables, grantsOf } from "./behind";
import { call, type Endpoint, endpoints, verbsInSource } from "./endpoints";
import { cookieOf, type Login, logins, sameOrigin, send } from "./wire";

test.describe.configure({ timeout: 600_000 });

/** What a stranger might try: nothing, nonsense, other people's columns, the language's own traps. */
const nonsense: Record<string, string>[] = [
  {},
  { id: "1' OR '1'='1", caseId: "../../etc/passwd", note: "x".repeat(5_000), version: "NaN" },
  { __proto__polluted: "1", "constructor.prototype.admin": "1", "__proto__.admin": "1", "id[0]": "a", "id[1]": "b" },
];

const grantsKnown = new Map<Login, Promise<Grant[]>>();

/** Nobody's grants change while the portal is only knocked at. */
function grantsFor(login: Login): Promise<Grant[]> {
  const known = grantsKnown.get(login) ?? readGrants(login);
  grantsKnown.set(login, known);

  return known;
}

async function readGrants(login: Login): Promise<Grant[]> {
  const rows = login.length === 5 ? [{ role: "WORKER", programme: "" }] : await grantsOf(login);

  return rows.map((row) => ({ ...row, unitIds: [] })) as Grant[];
}

test("the build's list of endpoints is read, and every one has a verb", () => {
  expect(endpoints().length).toBeGreaterThan(20);
  expect(endpoints().length).toBeLessThanOrEqual(verbsInSource().size);
});

test("nobody without a session gets anything done", async () => {
  const before = await businessTables();
  const wrong: string[] = [];
  for (const endpoint of endpoints()) {
    for (const fields of nonsense) {
      const { status, headers, text } = await call(endpoint, fields);
      const goesTo = headers["x-action-redirect"] ?? headers["location"] ?? "";
      if (status >= 500 || !goesTo.includes("/sign-in"))
        wrong.push(`${endpoint.name} → ${status} ${goesTo} ${text.slice(0, 80)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await businessTables()).toEqual(before);
});

for (const login of logins) {
  test(`${login} is refused every action that is not hers, and nonsense in those that are`, async () => {
    const cookie = await cookieOf(login);
    const grants = await grantsFor(login);
    const before = await businessTables();
    const wrong: string[] = [];
    for (const endpoint of endpoints()) {
      const may = mayDo(endpoint.verb, grants);
      // Who has no right is turned away before anything is read: one try tells as much as three.
      for (const fields of may ? nonsense : nonsense.slice(1, 2)) {
        const { status, headers } = await call(endpoint, fields, { cookie });
        const isAnswered = may ? status < 500 && !headers["x-action-redirect"] : status === 404;
        if (!isAnswered) wrong.push(`${endpoint.name} (may: ${may}) → ${status} ${headers["x-action-redirect"] ?? ""}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await businessTables()).toEqual(before);
  });
}

test("what is no form at all is refused without a fault", async () => {
  const cookie = await cookieOf("2001");
  const before = await businessTables();
  const wrong: string[] = [];
  const bodies: [string, string][] = [
    ["text/plain;charset=UTF-8", "[]"],
    ["text/plain;charset=UTF-8", '["$F1","$undefined"]'],
    ["text/plain;charset=UTF-8", '[{"then":"$1:__proto__:then"}]'],
    ["text/plain;charset=UTF-8", "not json"],
    ["application/json", "{}"],
    ["application/x-www-form-urlencoded", "a=b"],
  ];
  for (const endpoint of endpoints()) {
    for (const [type, body] of bodies) {
      const headers = { ...sameOrigin, "next-action": endpoint.id, "content-type": type, accept: "text/x-component" };
      const { text } = await send(endpoint.page, { method: "POST", cookie, headers, body });
      if (/\bat \w+ \(|node_modules|prisma|SELECT /i.test(text)) wrong.push(`${endpoint.name}: ${text.slice(0, 120)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await businessTables()).toEqual(before);
});

test("a form that another site posts is refused, whoever is signed in", async () => {
  await Promise.all(logins.map(cookieOf)); // signing in leaves its date on the account
  const before = await businessTables();
  const wrong: string[] = [];
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://sub.localhost:3210", "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ];
  for (const endpoint of endpoints()) {
    const login = await somebodyWhoMay(endpoint);
    const cookie = await cookieOf(login);
    for (const headers of foreign) {
      const { status } = await postFrom(endpoint, headers, cookie);
      if (status < 400) wrong.push(`${endpoint.name} ${JSON.stringify(headers)} → ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await businessTables()).toEqual(before);
});

async function somebodyWhoMay({ verb }: Endpoint): Promise<Login> {
  for (const login of logins) if (mayDo(verb, await grantsFor(login))) return login;
  throw new Error(`nobody of the demo may ${verb}`);
}

async function postFrom(endpoint: Endpoint, headers: Record<string, string>, cookie: string) {
  const boundary = "----portal-test";
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n--${boundary}--\r\n`;
  const type = { "next-action": endpoint.id, "content-type": `multipart/form-data; boundary=${boundary}` };

  return send(endpoint.page, { method: "POST", cookie, headers: { ...type, ...headers }, body });
}
