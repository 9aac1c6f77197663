import type { Page } from "@playwright/test";
import { afterwards, continued, pages } from "../http/pages";
import { expect, test } from "../setup/browser";
import { viewersOf } from "./viewers";

test.describe.configure({ timeout: 300_000 });

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
    const { [route]: people = [] } = await viewersOf(shown);
    expect(people).not.toEqual([]);
    const look = async (login: string, path: string, isFirst: boolean) => {
      const page = await as(login);
      await page.goto(path);
      await expectReadable(page);
      if (isFirst) await expectNoViolations(page);
      // The same elements stand under each other now; only whether they fit is new.
      await page.setViewportSize(phone);
      await expectReadable(page);
    };
    await Promise.all(people.map(({ login, path }, i) => look(login, path, i === 0)));
  });
}

for (const route of shown.filter((one) => one.startsWith("/my"))) {
  test(`${route} is readable`, { tag: "@my" }, async ({ as, expectNoViolations }) => {
    const { [route]: people = [] } = await viewersOf(shown);
    expect(people).not.toEqual([]);
    const look = async (login: string, path: string) => {
      const page = await as(login);
      await page.goto(path);
      await expectReadable(page);
      await expectNoViolations(page);
    };
    await Promise.all(people.map(({ login, path }) => look(login, path)));
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
