import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

async function totalOf(page: Page): Promise<number> {
  const words = await page.getByText(/^共 \d+ 人/).textContent();

  return Number(words?.match(/\d+/)?.[0]);
}

test("a liaison closes a gap: form, receipt, acceptance, and the list is one shorter", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const liaison = await as("3001");
  await liaison.goto("/insurance?reason=RESIDENT");
  const before = await totalOf(liaison);
  await snapshot(liaison, "gap");
  const first = liaison.getByRole("table", { name: "参保名单" }).getByRole("link").first();
  const name = (await first.textContent()) ?? "";
  await first.click();
  await expect(liaison.getByRole("heading", { level: 1, name: `${name}的社保` })).toBeVisible();
  await expectNoViolations(liaison);
  await snapshot(liaison, "person");
  await liaison.getByRole("link", { name: "填增员表" }).click();
  await liaison.getByRole("button", { name: "提交审核" }).click();
  await expect(liaison.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await liaison.getByLabel("参保类型或停保原因").selectOption({ label: "增员 A 首次参保" });
  await liaison.getByRole("button", { name: "提交审核" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: `增员 · ${name}` })).toBeVisible();
  await expect(liaison.getByRole("heading", { name: "下一步 · 待人事科审核" })).toBeVisible();

  const officer = await as("2002");
  await officer.goto(liaison.url());
  await officer.getByRole("button", { name: "报送经办机构" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await officer.getByLabel("受理号").fill("SL20261122");
  await officer.getByRole("button", { name: "报送经办机构" }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 已报送经办机构" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "filed");
  await officer.getByRole("button", { name: "经办机构已核准" }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 已生效" })).toBeVisible();

  await liaison.goto("/insurance?reason=RESIDENT");
  expect(await totalOf(liaison)).toBe(before - 1);
});

test(
  "a worker reads what is paid for and whom to ask",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const phone = await as(worker);
    await phone.goto("/my");
    await phone.getByRole("link", { name: /我的社保/ }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "我的社保" })).toBeVisible();
    await expect(phone.getByText("已经办了 5 样")).toBeVisible();
    await expect(phone.getByText(/^从您工资里扣/)).toBeVisible();
    await expect(phone.getByText("问谁")).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "mine");
  },
);
