import type { Page } from "@playwright/test";
import { crawl } from "../http/crawl";
import { afterwards, continued, pages } from "../http/pages";
import { cookieOf, type Login, logins, send } from "../http/wire";
import { expect, test } from "../setup/browser";

test.describe.configure({ timeout: 300_000 });

/** Who looks at a page: two different people where there are, because they are offered different things. */
async function viewers(route: string): Promise<{ login: Login; path: string }[]> {
  const found: { login: Login; path: string }[] = [];
  for (const login of logins) {
    const visit = (await crawl(login)).find((one) => one.route === route && one.answer.status === 200);
    if (visit) found.push({ login, path: visit.path });
    // A list that nothing leads to today, because nothing is on it, still has an address.
    else if (!route.includes("[") && (await send(route, { cookie: await cookieOf(login) })).status === 200) {
      found.push({ login, path: route });
    }
  }
  const last = found.at(-1);

  return found.slice(0, 1).concat(last && found.length > 1 ? [last] : []);
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

for (const route of shown) {
  const tag = route.startsWith("/my") ? "@my" : "@both";
  test(`${route} is readable`, { tag }, async ({ as, expectNoViolations }) => {
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
