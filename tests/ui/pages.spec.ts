import type { Page } from "@playwright/test";
import { crawl } from "../http/crawl";
import { afterwards, continued, pages } from "../http/pages";
import { cookieOf, type Login, logins, send } from "../http/wire";
import { expect, test } from "../setup/browser";

test.describe.configure({ timeout: 300_000 });

type Viewer = { login: Login; path: string };

/** Who looks at a page: two different people where there are, because they are offered different things. */
async function viewers(route: string): Promise<Viewer[]> {
  const first = await firstOf(logins, route);
  const last = await firstOf([...logins].reverse(), route);

  const found = [first, last].filter((one) => one !== undefined);

  return found.filter(({ login }, i) => found.findIndex((one) => one.login === login) === i);
}

async function firstOf(candidates: readonly Login[], route: string): Promise<Viewer | undefined> {
  for (const login of candidates) {
    const visit = (await crawl(login)).find((one) => one.route === route && one.answer.status === 200);
    if (visit) return { login, path: visit.path };
    // A list that nothing leads to today, because nothing is on it, still has an address.
    if (!route.includes("[") && (await send(route, { cookie: await cookieOf(login) })).status === 200) {
      return { login, path: route };
    }
  }

  return undefined;
}

/** What every page owes its reader, whatever it shows. */
async function expectReadable(page: Page): Promise<void> {
  expect.soft(await page.locator("h1").count(), "exactly one main heading").toBe(1);
  expect.soft(await page.title(), "a title that tells tabs apart").toMatch(/.+ · 环卫职工之家|环卫职工之家/);
  expect.soft(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overhang, "pixels that hang over at the side").toBeLessThanOrEqual(0);
  const words = await page.locator("body").innerText();
  expect.soft(words).not.toMatch(/undefined|\[object |NaN|Invalid Date|\bnull\b/);
}

// What one only comes to by doing something is looked at in the journeys.
const shown = Object.keys(pages).filter(
  (one) => pages[one] !== "nobody" && !(one in afterwards) && !continued.includes(one),
);

const phone = { width: 360, height: 640 };

for (const route of shown.filter((one) => !one.startsWith("/my"))) {
  test(`${route} is readable on the desk and on the phone`, { tag: "@staff" }, async ({ as, expectNoViolations }) => {
    const people = await viewers(route);
    expect(people).not.toEqual([]);
    for (const { login, path } of people) {
      const page = await as(login);
      await page.goto(path);
      await expectReadable(page);
      await expectNoViolations(page);
      await page.setViewportSize(phone);
      await expectReadable(page);
      if (login === people[0]?.login) await expectNoViolations(page);
    }
  });
}

for (const route of shown.filter((one) => one.startsWith("/my"))) {
  test(`${route} is readable`, { tag: "@my" }, async ({ as, expectNoViolations }) => {
    const people = await viewers(route);
    expect(people).not.toEqual([]);
    for (const { login, path } of people) {
      const page = await as(login);
      await page.goto(path);
      await expectReadable(page);
      await expectNoViolations(page);
    }
  });
}

for (const path of ["/sign-in", "/no-such-page"]) {
  test(`${path} is readable by anybody`, { tag: "@my" }, async ({ stranger, expectNoViolations }) => {
    const page = await stranger();
    await page.goto(path);
    await expectReadable(page);
    await expectNoViolations(page);
  });
}
