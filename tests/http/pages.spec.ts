import { expect, test } from "@playwright/test";
import { type Grant, mayDo } from "@/lib/auth/verbs";
import { businessTables, grantsOf } from "./behind";
import { crawl, routes } from "./crawl";
import { afterwards, pages } from "./pages";
import { cookieOf, type Login, logins, send } from "./wire";

const gated = Object.entries(pages).filter(([, verb]) => verb !== "nobody");
const isWorkerLogin = (login: string) => login.length === 5;

async function isAllowed(login: Login, route: string): Promise<boolean> {
  const verb = pages[route];
  if (verb === undefined || verb === "nobody") return true;
  const grants = isWorkerLogin(login) ? [{ role: "WORKER", programme: "" }] : await grantsOf(login);

  return mayDo(verb, grants.map((grant) => ({ ...grant, unitIds: [] })) as Grant[]);
}

/** Addresses of a route that somebody of the demo really comes across. */
async function samples(route: string): Promise<string[]> {
  if (!route.includes("[")) return [route];
  const found = await cameAcross(route);
  const before = afterwards[route];
  if (found.length > 0 || before === undefined) return found;
  const rest = route.slice(before.length).replace(/\[[^\]]+\]/g, "019a0000-0000-7000-8000-000000000000");

  return (await samples(before)).map((path) => path + rest);
}

async function cameAcross(route: string): Promise<string[]> {
  const visits = (await Promise.all(logins.map(crawl))).flat();
  const found = visits
    .filter((visit) => visit.route === route && visit.answer.status === 200)
    .map(({ path }) => path.split("?")[0] ?? "");

  return [...new Set(found)].slice(0, 4);
}

test("the table names every page and no other", () => {
  expect(Object.keys(pages).sort()).toEqual(routes);
});

test("somebody comes across every page", async () => {
  test.setTimeout(600_000);
  const lost: string[] = [];
  for (const route of Object.keys(pages)) if ((await samples(route)).length === 0) lost.push(route);
  expect(lost).toEqual([]);
});

for (const login of logins) {
  test(`${login} opens the pages of the table and no other`, async () => {
    test.setTimeout(600_000);
    const cookie = await cookieOf(login);
    const visits = await crawl(login);
    const own = new Map(visits.map(({ path, answer }) => [path.split("?")[0] ?? "", answer.status]));
    const wrong: string[] = [];
    for (const [route] of gated) {
      const may = await isAllowed(login, route);
      for (const path of await samples(route)) {
        // A page of the right kind about somebody out of reach is not found either, so only own finds must open.
        if (may && route.includes("[") && !own.has(path)) continue;
        // What the walk has opened is not opened once more.
        const seen = may ? own.get(path) : undefined;
        const status = seen ?? (await send(path, { cookie })).status;
        if (may ? ![200, 303, 307].includes(status) : status !== 404) wrong.push(`${path} → ${status}, may: ${may}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("without a session every page leads to the sign-in page", async () => {
  const wrong: string[] = [];
  for (const [route] of gated) {
    for (const path of await samples(route)) {
      const { status, headers } = await send(path);
      const isSentAway = (status === 303 || status === 307) && headers["location"]?.startsWith("/sign-in?next=");
      if (!isSentAway) wrong.push(`${path} → ${status} ${headers["location"] ?? ""}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("no way around the proxy shows a page to somebody without a session", async () => {
  test.setTimeout(600_000);
  await Promise.all(logins.map(crawl));
  const before = await businessTables();
  const leaks: string[] = [];
  for (const [route] of gated) {
    for (const path of (await samples(route)).slice(0, 1)) {
      const visits = (await Promise.all(logins.map(crawl))).flat();
      const shown = visits.find((visit) => visit.path.split("?")[0] === path && visit.answer.status === 200);
      const needles = secretsOf(shown?.answer.text ?? "").filter((needle) => !path.includes(needle));
      for (const [way, headers] of waysAround(path)) {
        const { status, text } = await send(way, { headers });
        const leaked = needles.filter((needle) => text.includes(needle));
        if (leaked.length > 0 || status >= 500)
          leaks.push(`${way} ${JSON.stringify(headers)} → ${status} ${leaked.join(" ")}`);
      }
    }
  }
  expect(leaks).toEqual([]);
  expect(await businessTables()).toEqual(before);
});

/** What only a page with data holds: case numbers, staff numbers, ids of rows, masked numbers. */
function secretsOf(html: string): string[] {
  const ids = html.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g) ?? [];
  const numbers = html.match(/\b[A-Z]{2}-?\d{6,}\b|1\d{2}\*{4}\d{4}/g) ?? [];

  return [...new Set([...ids, ...numbers])].slice(0, 30);
}

function waysAround(path: string): [string, Record<string, string>][] {
  const segments = encodeURIComponent(path.slice(1));

  return [
    [path, {}],
    [path, { RSC: "1" }],
    [path, { RSC: "1", "Next-Router-Prefetch": "1" }],
    [path, { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" }],
    [path, { RSC: "1", "Next-Router-State-Tree": "%5B%22%22%2C%7B%7D%5D" }],
    [`${path}?_rsc=x`, { RSC: "1" }],
    [`${path}.rsc`, {}],
    [`${path}.segments/_tree.segment.rsc`, {}],
    [`${path}.txt`, {}],
    [path, { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
    [path, { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" }],
    [path, { "x-middleware-rewrite": path, "x-middleware-next": "1" }],
    [path, { "x-matched-path": path, "x-now-route-matches": "1" }],
    [path, { "next-resume": "1" }],
    [path, { "x-forwarded-host": "localhost", "x-forwarded-for": "127.0.0.1" }],
    [path, { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." }],
    [`/${path}`, {}],
    [`/.${path}`, {}],
    [`/%2e${path}`, {}],
    [`/${segments}`, {}],
    [`${path}/`, {}],
    [`${path}%00`, {}],
    [path.toUpperCase(), {}],
    [`/_next/data/build${path}.json`, { "x-nextjs-data": "1" }],
    [`/en${path}`, {}],
  ];
}
