import { readFile } from "node:fs/promises";
import { expect, test } from "../setup/browser";
import { demoPassword } from "../setup/portal";

test("the auditor finds a deed, looks at it and takes the list away as a file", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const system = await as("9001");
  await system.goto("/cases");
  const auditor = await as("9003", { fresh: true });
  await auditor.goto("/audit");
  await expect(auditor.getByRole("heading", { name: "近30天要紧的" })).toBeVisible();
  await snapshot(auditor, "log");
  await expectNoViolations(auditor);

  await auditor.getByLabel("谁（工号）").fill("9001");
  await auditor.getByRole("combobox", { name: /^结果/ }).selectOption({ label: "被拒绝" });
  await auditor.getByRole("button", { name: "搜索" }).click();
  const row = auditor.getByRole("row", { name: /查看事项/ }).first();
  await expect(row).toContainText("被拒绝");
  await row.getByRole("link").click();
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("查看事项，被拒绝");
  await expect(auditor.getByText("网络地址")).toBeVisible();
  await snapshot(auditor, "deed");
  await expectNoViolations(auditor);
  await auditor.goBack();

  await auditor.getByRole("link", { name: "导出" }).click();
  await expect(auditor.getByText("谁：9001，被拒绝")).toBeVisible();
  await expectNoViolations(auditor);
  await auditor.getByLabel("用途").fill("季度检查留存");
  await auditor.getByLabel("您自己的密码").fill(demoPassword);
  const [download] = await Promise.all([
    auditor.waitForEvent("download"),
    auditor.getByRole("button", { name: "导出" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^审计日志-\d{4}-\d{2}-\d{2}\.csv$/);
  const file = await readFile(await download.path(), "utf8");
  expect(file.startsWith('\uFEFF"时间","谁"')).toBe(true);
  expect(file).toContain("查看事项");

  await auditor.goto("/audit?verb=audit.export");
  await expect(auditor.getByRole("row", { name: /导出审计日志.*季度检查留存/ }).first()).toBeVisible();
});

test("without the right password nothing is taken away, and the auditor sees nothing of the workers' matters", async ({
  as,
}) => {
  const auditor = await as("9003");
  await auditor.goto("/audit/export");
  await auditor.getByLabel("用途").fill("季度检查留存");
  await auditor.getByLabel("您自己的密码").fill("not-my-password");
  await auditor.getByRole("button", { name: "导出" }).click();
  await expect(auditor.getByText("没有导出")).toBeVisible();
  for (const path of ["/inbox", "/cases", "/people", "/dashboard", "/accounts"]) {
    const answer = await auditor.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
});
