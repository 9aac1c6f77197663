import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

/** Gives back a time that the demo already booked for this worker, so that the story starts at the beginning. */
async function withoutBooking(phone: Page): Promise<void> {
  await phone.goto("/my");
  const booked = phone.getByRole("link", { name: /我约的时间/ });
  if ((await booked.count()) === 0) return;
  await booked.click();
  await phone.getByRole("button", { name: "撤销预约" }).click();
  await expect(phone.getByRole("heading", { name: "这个时间取消了" })).toBeVisible();
  await phone.goto("/my");
}

/** Topic, time, check: three screens and one button. Returns the number on the ticket. */
async function book(phone: Page, look: (page: Page) => Promise<void>): Promise<string> {
  await phone.getByRole("link", { name: /找领导说事/ }).click();
  await phone.getByRole("link", { name: "工资社保" }).click();
  await expect(phone.getByRole("heading", { name: "几点来？" })).toBeVisible();
  await look(phone);
  await phone.getByRole("link", { name: /^上午/ }).first().click();
  await expect(phone.getByRole("heading", { name: "看看对不对" })).toBeVisible();
  await look(phone);
  await phone.getByRole("button", { name: "就这样，预约" }).click();
  await expect(phone.getByRole("heading", { name: "约好了" })).toBeVisible();

  return numberOn(phone);
}

async function numberOn(phone: Page): Promise<string> {
  return (await phone.getByText("您的号").locator("xpath=..").locator("b").textContent()) ?? "";
}

test(
  "a worker books a time, moves it, gives it back and takes it again",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const phone = await as(worker);
    await withoutBooking(phone);
    await expectNoViolations(phone);
    const number = await book(phone, expectNoViolations);
    expect(number).toMatch(/^\d{2}$/);
    await expectNoViolations(phone);
    await snapshot(phone, "ticket");

    await phone.goto("/my/book");
    await expect(phone.getByRole("heading", { name: "您已经约好了" })).toBeVisible();
    expect(await numberOn(phone)).toBe(number);

    await phone.getByRole("link", { name: "换个时间" }).click();
    await phone.getByRole("button", { name: /^上午/ }).last().click();
    await expect(phone.getByRole("heading", { name: "约好了" })).toBeVisible();
    expect(await numberOn(phone)).not.toBe(number);

    await phone.getByRole("button", { name: "撤销预约" }).click();
    await expect(phone.getByRole("heading", { name: "这个时间取消了" })).toBeVisible();
    await phone.getByRole("button", { name: "点错了，还要这个时间" }).click();
    await expect(phone.getByRole("heading", { name: "约好了" })).toBeVisible();
    await expectNoViolations(phone);

    // The next journey finds the seats as this one found them.
    await phone.getByRole("button", { name: "撤销预约" }).click();
    await expect(phone.getByRole("heading", { name: "这个时间取消了" })).toBeVisible();
  },
);

test("a worker opens another worker's ticket and finds nothing", { tag: "@my" }, async ({ as, worker }) => {
  const phone = await as(worker);
  await phone.goto("/my");
  await phone.getByRole("link", { name: /我约的时间|找领导说事/ }).click();
  const ticket = new URL(phone.url()).pathname;
  const other = await as("50004");
  const response = await other.goto(ticket === "/my/book" ? "/my/book/00000000-0000-7000-8000-000000000000" : ticket);
  expect(response?.status()).toBe(404);
});

test(
  "the retiree reads big type on every page and can make it bigger",
  { tag: "@phone" },
  async ({ as, expectNoViolations }) => {
    const phone = await as("60001");
    await phone.goto("/my");
    const size = () => phone.locator("main").evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize));
    const before = await size();
    expect(before).toBeGreaterThanOrEqual(18);
    await phone.getByRole("button", { name: /大字/ }).click();
    await expect.poll(size).toBeGreaterThan(before);
    for (const path of ["/my", "/my/book", "/my/cases", "/my/info", "/my/who-looked"]) {
      await phone.goto(path);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await expectNoViolations(phone);
    }
  },
);
