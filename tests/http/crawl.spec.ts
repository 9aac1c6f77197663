import { expect, test } from "@playwright/test";
import { askDatabase } from "../setup/portal";
import { businessTables } from "./behind";
import { crawl, type Visit } from "./crawl";
import { accounts, type Answer, cookieOf, type Login, logins, openSignIn, send } from "./wire";

test.describe.configure({ timeout: 600_000 });

async function everything(): Promise<(Visit & { login: Login })[]> {
  const all = await Promise.all(
    logins.map(async (login) => (await crawl(login)).map((visit) => ({ ...visit, login }))),
  );

  return all.flat();
}

test("looking around changes nothing", async () => {
  await Promise.all(logins.map(cookieOf)); // signing in leaves its date on the account
  const before = await businessTables();
  const visits = await everything();
  expect(visits.length).toBeGreaterThan(60);
  expect(await businessTables()).toEqual(before);
});

for (const login of logins) {
  test(`every link that ${login} (${accounts[login]}) is offered leads somewhere`, async () => {
    const visits = await crawl(login);
    const broken = visits.filter(({ answer }) => answer.status >= 400);
    expect(broken.map(({ path, from, answer }) => `${from} → ${path}: ${answer.status}`)).toEqual([]);
    expect(visits.filter(({ route }) => route !== "").length).toBeGreaterThan(2);
  });
}

test("every answer carries the security headers", async () => {
  const answers: [string, Answer][] = (await everything()).map(({ login, path, answer }) => [
    `${login} ${path}`,
    answer,
  ]);
  for (const path of [
    "/sign-in",
    "/no-such-page",
    "/cases/no-such-id",
    "/api/health",
    "/api/auth/csrf",
    "/api/nothing",
    "/cases",
    "/robots.txt",
  ]) {
    answers.push([path, await send(path)]);
  }
  answers.push(["the sign-in form", await openSignIn()]);
  answers.push(["POST /sign-out", await send("/sign-out", { method: "POST" })]);
  answers.push(["wrong host", await send("/sign-in", { headers: { host: "evil.example" } })]);
  const wrong = answers.flatMap(([name, answer]) =>
    headerFaults(answer).map((fault) => `${name} (${answer.status}): ${fault}`),
  );
  expect(wrong).toEqual([]);
});

test("a header fault would be seen", () => {
  const bare: Answer = {
    status: 200,
    headers: { "content-type": "text/html" },
    cookies: [],
    text: "<script src='/a.js'></script>",
  };
  expect(headerFaults(bare).length).toBeGreaterThan(4);
});

function headerFaults({ headers, text }: Answer): string[] {
  const policy = headers["content-security-policy"] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const isHtml = headers["content-type"]?.includes("text/html") ?? false;
  const bareScripts = (text.match(/<script\b[^>]*>/g) ?? []).filter(
    (tag) => !nonce || !tag.includes(`nonce="${nonce}"`),
  );
  const checks: [boolean, string][] = [
    [headers["x-content-type-options"] === "nosniff", "nosniff"],
    [headers["referrer-policy"] === "same-origin", "Referrer-Policy same-origin"],
    [headers["x-powered-by"] === undefined, "no X-Powered-By"],
    [
      /no-store/.test(headers["cache-control"] ?? ""),
      `Cache-Control no-store, not ${headers["cache-control"] ?? "nothing"}`,
    ],
    [policy !== "" && !/unsafe-inline|unsafe-eval|\*/.test(policy), "a Content-Security-Policy without holes"],
    [!isHtml || nonce !== undefined, "a nonce"],
    [
      !isHtml || /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/.test(policy),
      "object, base and frame forbidden",
    ],
    [!isHtml || bareScripts.length === 0, `scripts with the nonce: ${bareScripts.slice(0, 2).join(" ")}`],
    [!isHtml || !/\sstyle="/.test(text), `no style attribute: ${/.{40}\sstyle="[^"]*"/.exec(text)?.[0] ?? ""}`],
    [!isHtml || /charset=utf-8/i.test(headers["content-type"] ?? ""), "charset utf-8"],
  ];

  return checks.filter(([isRight]) => !isRight).map(([, wanted]) => wanted);
}

test("nonces are used once", async () => {
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => (await openSignIn()).headers["content-security-policy"]?.match(/nonce-[^']+/)?.[0]),
  );
  expect(new Set(nonces).size).toBe(3);
});

test("the image optimiser answers to nobody", async () => {
  const ways = [
    "/_next/image?url=%2Ffavicon.ico&w=64&q=75",
    "/_next/image",
    "/_next//image?url=x",
    "/%5Fnext/image?url=x",
    "/_NEXT/image?url=x",
  ];
  for (const way of ways) expect((await send(way)).status, way).toBe(404);
});

test("no address holds a name, a telephone or an ID number", async () => {
  const uuid = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g; // its digits may look like a telephone
  const paths = (await everything()).map(({ path }) => decodeURIComponent(path).replace(uuid, ""));
  expect(paths.filter((path) => /1[3-9]\d{9}|\d{17}[\dXx]/.test(path))).toEqual([]);
});

test.describe("canaries: what only a reveal may show", () => {
  test("no page, in any role, holds somebody's ID number or bank card in clear", async () => {
    const found = (await everything()).flatMap(({ login, path, answer }) => {
      const hits = [...answer.text.matchAll(/(?<![\w-])(?:\d{17}[\dXx]|6\d{15,18})(?![\d-])/g)].map(([hit]) => hit);

      return hits.map((hit) => `${login} ${path}: ${hit.slice(0, 3)}… (${hit.length})`);
    });
    expect(found).toEqual([]);
  });

  test("a telephone stands in clear only where somebody has to call it", async () => {
    const phones = await askDatabase<{ mobile: string }>("SELECT DISTINCT mobile FROM person WHERE mobile IS NOT NULL");
    const known = new Set(phones.map(({ mobile }) => mobile));
    expect(known.size).toBeGreaterThan(100);
    const found = (await everything()).flatMap(({ login, path, route, answer }) => {
      const hits = [...answer.text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g)]
        .map(([hit]) => hit)
        .filter((hit) => known.has(hit));

      return hits.length > 0 && !callingPages.has(route) ? [`${login} ${path}: ${hits.length}`] : [];
    });
    expect(found).toEqual([]);
  });

  test("the three administrators meet no worker's name outside the accounts and the heads of units", async () => {
    const names = await askDatabase<{ name: string }>(
      `SELECT DISTINCT p.name FROM welfare_case c JOIN person p ON p.id = c.person_id WHERE length(p.name) > 2 LIMIT 500`,
    );
    const visits = (await everything()).filter(
      ({ login, route }) => /^900/.test(login) && !/accounts|audit|account|units/.test(route),
    );
    const met = visits.flatMap(({ login, path, answer }) =>
      names.filter(({ name }) => answer.text.includes(name)).map(({ name }) => `${login} ${path}: ${name}`),
    );
    expect(met).toEqual([]);
  });
});

/** Pages whose reader has to dial: the handler of a case, the reception desk, the person on the own phone. */
const callingPages = new Set(["/reception/bookings/[id]", "/people/[id]/edit"]);
