import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { checkCharacter } from "@/lib/people/rules";
import { sheetOf } from "../people/import/rows";
import { expect, test } from "../setup/browser";
import { aLine, listHead } from "./list-rows";

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
  // Somebody for whom no form is under way: the row offers one.
  const rows = liaison.getByRole("table", { name: "参保名单" }).getByRole("row");
  const free = rows.filter({ has: liaison.getByRole("link", { name: /^填增员表/ }) });
  const first = free.first().getByRole("link").first();
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

/** A line about somebody whom the roster does not know, with a number that nobody has. */
function aStranger(): { name: string; idNo: string } {
  const digits = `13010219${String(50 + randomInt(30))}0203${String(randomInt(100, 1_000))}`;

  return { name: `田${randomUUID().slice(0, 4)}`, idNo: `${digits}${checkCharacter(digits)}` };
}

test("the office's list comes in, and what differs is settled one by one", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2002");
  await officer.goto("/insurance");
  await officer.getByRole("link", { name: /条差异没有处理/ }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "名单核对" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "differences");
  const month = await officer.getByLabel("哪个月").inputValue();
  const { name, idNo } = aStranger();
  await officer.getByRole("link", { name: "导入名单" }).click();
  await officer.getByLabel("Excel 文件").setInputFiles({
    name: "参保名单.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await sheetOf([listHead, aLine(idNo, { 0: month, 1: name })], "参保名单")),
  });
  await officer.getByRole("button", { name: "上传并检查" }).click();
  await officer.getByRole("button", { name: "确认导入 1 行" }).click();
  await expect(officer.getByText("已导入：新增 1 行，更新 0 行")).toBeVisible();
  await snapshot(officer, "imported");

  await officer.getByRole("link", { name: "去核对差异" }).click();
  await officer.getByLabel("职工", { exact: true }).fill(name);
  await officer.getByRole("button", { name: "搜索" }).click();
  const table = officer.getByRole("table", { name: "名单差异" });
  await expect(table.getByText("花名册里没有")).toBeVisible();
  await table.getByRole("link", { name: new RegExp(`处理.*${name}`) }).click();
  await expect(officer.getByRole("heading", { name: `处理：${name}，那边有，这边没有` })).toBeVisible();
  await officer.getByRole("button", { name: "确定" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await officer.getByLabel("已去函核实").check();
  await officer.getByLabel("依据").fill("去函问这个人是谁");
  await expectNoViolations(officer);
  await snapshot(officer, "deciding");
  await officer.getByRole("button", { name: "确定" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "名单核对" })).toBeVisible();
  await officer.goto(`/insurance/differences?tab=asked&q=${encodeURIComponent(name)}`);
  await expect(officer.getByText("去函问这个人是谁")).toBeVisible();

  const liaison = await as("3001");
  await liaison.goto(`/insurance/differences?tab=asked&q=${encodeURIComponent(name)}`);
  await expect(liaison.getByText("没有符合条件的差异")).toBeVisible();
  await expect(liaison.getByRole("link", { name: "导入名单" })).toBeHidden();
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
