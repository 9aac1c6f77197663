import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

/** 50001 刘德山 works in 环卫一所, the unit of liaison 3001; 3002 is the liaison of 环卫二所. */
const staffNo = "50001";

/** Walks through the four screens as far as the last one. */
async function walkToCheck(liaison: Page, look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  await liaison.goto("/reception/unit");
  await liaison.getByRole("link", { name: "替职工预约" }).first().click();
  await expect(liaison.getByRole("heading", { level: 1, name: "替谁约？" })).toBeVisible();
  await liaison.getByLabel("职工", { exact: true }).fill(staffNo);
  await liaison.getByRole("button", { name: "搜索" }).click();
  await liaison
    .getByRole("row")
    .filter({ hasText: `工号 ${staffNo}` })
    .getByRole("link")
    .click();
  await expect(liaison.getByRole("heading", { level: 1, name: "要说哪方面的事？" })).toBeVisible();
  await look(liaison);
  await liaison.getByRole("link", { name: "当面再说" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: "几点去？" })).toBeVisible();
  await look(liaison);
  await liaison
    .getByRole("link", { name: /^\d\d:\d\d/ })
    .last()
    .click();
  await expect(liaison.getByRole("heading", { level: 1, name: "核对一下" })).toBeVisible();
}

/** Books, and answers the address of the ticket. */
async function book(liaison: Page): Promise<string> {
  await walkToCheck(liaison);
  await liaison.getByRole("button", { name: "就这样，预约" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: "替刘德山约好了" })).toBeVisible();

  return new URL(liaison.url()).pathname;
}

/** Gives the time back, so that the next telling finds it free. */
async function giveBack(liaison: Page, ticket: string): Promise<void> {
  await liaison.goto(ticket);
  await liaison.getByText("取消预约", { exact: true }).click();
  await liaison.getByRole("button", { name: "取消这个预约" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: "刘德山的预约取消了" })).toBeVisible();
}

test(
  "a liaison books for somebody of the own unit, prints the slip and arranges the cover",
  { tag: "@both" },
  async ({ as, expectNoViolations, snapshot }) => {
    const liaison = await as("3001");
    await walkToCheck(liaison, expectNoViolations);
    await expectNoViolations(liaison);
    await snapshot(liaison, "check");
    const ticket = await book(liaison);
    await expect(liaison.getByText("刘德山的号")).toBeVisible();
    await expect(liaison.getByText("当面再说")).toBeVisible();
    await expectNoViolations(liaison);
    await snapshot(liaison, "ticket");

    await liaison.getByRole("link", { name: "打印预约条" }).click();
    await expect(liaison.getByRole("heading", { level: 1, name: "预约条" })).toBeVisible();
    await expect(liaison.getByText("给 刘德山")).toBeVisible();
    await expect(liaison.getByText(/^上午\d+点/)).toBeVisible();
    await expect(liaison.getByText(/打印人 郑丽/)).toBeVisible();
    await expect(liaison.getByText("当面再说")).toHaveCount(0);
    await expectNoViolations(liaison);
    await snapshot(liaison, "slip");

    await liaison.goto("/reception/unit");
    const row = liaison.getByRole("row").filter({ hasText: "刘德山" });
    await row.getByRole("button", { name: /已安排顶岗/ }).click();
    await expect(row.getByRole("button")).toHaveCount(0);
    await expect(row.getByText("已安排顶岗")).toBeVisible();
    await expectNoViolations(liaison);
    await snapshot(liaison, "unit");

    await giveBack(liaison, ticket);
    await liaison.getByRole("button", { name: "点错了，恢复预约" }).click();
    await expect(liaison.getByRole("heading", { level: 1, name: "替刘德山约好了" })).toBeVisible();
    await giveBack(liaison, ticket);
  },
);

test("another time is one tap, and what is booked stays with the liaison who booked it", async ({ as }) => {
  const liaison = await as("3001");
  const ticket = await book(liaison);
  await liaison.getByRole("link", { name: "换个时间" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: "换到几点？" })).toBeVisible();
  await liaison
    .getByRole("button", { name: /^\d\d:\d\d/ })
    .first()
    .click();
  await expect(liaison.getByRole("heading", { level: 1, name: "替刘德山约好了" })).toBeVisible();
  const moved = new URL(liaison.url()).pathname;
  expect(moved).not.toBe(ticket);
  await liaison.goto(ticket);
  await expect(liaison.getByRole("heading", { level: 1, name: "刘德山的时间已经改了" })).toBeVisible();

  const other = await as("3002");
  const slip = moved.replace("/reception/for/", "/reception/slips/");
  for (const address of [moved, `${moved}/time`, slip]) {
    expect((await other.goto(address))?.status(), address).toBe(404);
  }
  await other.goto("/reception/unit");
  await expect(other.getByRole("heading", { level: 1, name: "本单位预约" })).toBeVisible();
  await expect(other.getByText("刘德山")).toHaveCount(0);
  await other.goto(`/reception/for?q=${staffNo}`);
  await expect(other.getByText("本单位没有找到这个人")).toBeVisible();
  await giveBack(liaison, moved);
});

test("the day's papers: desk prints sheet, poster and ledgers, the liaison finds no day sheet", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const desk = await as("2001");
  await desk.goto("/reception");
  await desk.getByRole("link", { name: "看这一天" }).click();
  await expect(desk).toHaveURL(/\/reception\/[0-9a-f-]{36}$/);
  const day = new URL(desk.url()).pathname;
  const papers = [
    ["sheet", `${day}/sheet`, "职工接待日当日表"],
    ["poster", `${day}/poster`, "职工接待日"],
    ["register", `${day}/register`, "职工接待日登记表"],
    ["ledger", `${day}/ledger/print`, "职工接待日台账"],
    ["year", "/reception/ledger/print?year=2026", "2026年职工接待日台账"],
  ] as const;
  for (const [name, address, title] of papers) {
    await desk.goto(address);
    await expect(desk.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(desk.getByText(/打印时间 .+打印人 李立义/)).toBeVisible();
    await expectNoViolations(desk);
    await snapshot(desk, name);
  }
  const liaison = await as("3001");
  expect((await liaison.goto(`${day}/sheet`))?.status()).toBe(404);
  expect((await liaison.goto(`${day}/poster`))?.status()).toBe(200);
});
