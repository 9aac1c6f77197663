import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

// The coming reception day of the demo, which is published.
const receptionDay = "2026-12-04";

async function correct(page: Page, kind: "放假" | "上班", name: string, reason: string) {
  await page.goto(`/calendar/days/${receptionDay}`);
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("依据或原因").fill(reason);
  await page.getByRole("button", { name: "保存改动" }).click();
}

test("系统管理员 makes a reception day a day off, and 接待办 finds it on the list", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const admin = await as("9001");
  await admin.goto("/calendar");
  await expect(admin.getByText("请录入2027年放假安排")).toBeVisible();
  await expect(admin.getByRole("link", { name: /2026-10-01 周四，放假，国庆节/ })).toBeVisible();
  await expectNoViolations(admin);
  await snapshot(admin, "year");

  await correct(admin, "放假", "临时放假", "");
  await expect(admin.getByRole("alert", { name: "有问题需要修改" })).toContainText("请写明依据或原因");
  await expect(admin.getByLabel("名称")).toHaveValue("临时放假");
  await correct(admin, "放假", "临时放假", "市政府临时通知");
  await expect(admin.getByRole("status").filter({ hasText: "已保存" })).toContainText("个接待日或期限");
  await expect(admin.getByText("平常的日子 → 放假（临时放假）")).toBeVisible();
  await expectNoViolations(admin);

  const desk = await as("2001");
  await desk.goto("/calendar");
  await desk.getByRole("link", { name: "去核对" }).click();
  const row = desk.getByRole("row").filter({ hasText: "2026年12月接待日" }).last();
  await expect(row).toContainText("12月4日 周五改为放假");
  await row.getByText("核对", { exact: true }).first().click();
  await row.getByLabel("怎么处理的").fill("等通知确认后改期");
  await snapshot(desk, "tasks");
  await row.getByRole("button", { name: /核对完/ }).click();
  await expect(row.getByRole("button", { name: /核对完/ })).toHaveCount(0);
  await desk.getByRole("link", { name: "核对过的" }).click();
  await expect(desk.getByText("等通知确认后改期").first()).toBeVisible();
  await expectNoViolations(desk);

  await correct(admin, "上班", "正常上班", "通知撤回");
  await expect(admin.getByText("放假（临时放假） → 上班（正常上班）")).toBeVisible();
});

test("a leader looks at the year and at the reception days ahead, and can change nothing", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const leader = await as("1001");
  await leader.goto("/calendar?year=2027");
  await expect(leader.getByText("暂定", { exact: true }).first()).toBeVisible();
  await expect(leader.getByRole("link", { name: /录入/ })).toHaveCount(0);
  await leader.goto(`/calendar/days/${receptionDay}`);
  await expect(leader.getByRole("button", { name: "保存改动" })).toHaveCount(0);
  await leader.goto("/calendar/preview");
  await expect(leader.getByText("顺延到下一个工作周五（现行）").first()).toBeVisible();
  await expect(leader.getByRole("row")).toHaveCount(13);
  await expectNoViolations(leader);
  await snapshot(leader, "preview");
  const response = await leader.goto("/calendar/years/2027");
  expect(response?.status()).toBe(404);
});

test("the entry form of 2027 begins with a proposal and takes nothing over that was not checked", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const admin = await as("9001");
  await admin.goto("/calendar/years/2027");
  await expect(admin.getByText("下面的日期是按惯例推算的，不是通知")).toBeVisible();
  const spring = admin.getByRole("group", { name: "春节" });
  await expect(spring.getByLabel("放假第一天")).toHaveValue("2027-02-05");
  await admin.getByRole("radio", { name: /已经发布/ }).check();
  await spring.getByLabel("放假最后一天").fill("2027-02-01");
  await admin.getByRole("button", { name: "保存2027年放假安排" }).click();
  await expect(admin.getByRole("alert", { name: "有问题需要修改" })).toContainText("最后一天不能早于第一天");
  await expect(admin.getByRole("alert", { name: "有问题需要修改" })).toContainText("请填写通知的名称或文号");
  await expect(admin.getByRole("alert", { name: "有问题需要修改" })).toContainText("请逐日核对后打勾");
  await expect(spring.getByLabel("放假最后一天")).toHaveValue("2027-02-01");
  await expectNoViolations(admin);
  await snapshot(admin, "entry");
});
