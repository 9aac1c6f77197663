import { expect, test } from "../../setup/browser";
import { head, newRow, sheetOf } from "./rows";

/** A row that is right in the demo, whose units bear other names than those of the unit tests. */
function demoRow(at: number) {
  return newRow(at).map((cell, column) => (column === 3 ? "环卫一所" : cell));
}

test("人事科 reads a sheet, sees what is wrong with it, writes what is right and takes it back", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2002");
  await officer.goto("/people");
  await officer.getByRole("link", { name: "从Excel导入" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "从Excel导入" })).toBeVisible();
  await expectNoViolations(officer);

  const wrong = demoRow(7_003).map((cell, column) => (column === 2 ? "129900198004121234" : cell));
  const bytes = await sheetOf([["环卫职工花名册"], head, demoRow(7_001), demoRow(7_002), wrong]);
  await officer
    .getByLabel("Excel 文件")
    .setInputFiles({ name: "新职工.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await officer.getByRole("button", { name: "上传并检查" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "新职工.xlsx" })).toBeVisible();
  const report = officer.getByRole("table", { name: "逐行检查结果" });
  await expect(report.getByRole("row").filter({ hasText: "身份证号" }).filter({ hasText: "有错误" })).toHaveCount(1);
  await expectNoViolations(officer);
  await snapshot(officer, "report");
  const [download] = await Promise.all([
    officer.waitForEvent("download"),
    officer.getByRole("button", { name: "下载错误数据" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);

  // With a wrong row in it, everything-or-nothing writes nothing and says so.
  await officer.getByRole("button", { name: "确认导入" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await officer.getByRole("radio", { name: /只导入正确的 2 行/ }).check();
  await officer.getByRole("button", { name: "确认导入" }).click();
  await expect(officer.getByText("已导入：").first()).toBeVisible();
  await expectNoViolations(officer);

  await officer.getByText("撤销本次导入", { exact: true }).first().click();
  await officer.getByLabel("撤销原因").fill("拿错了表");
  await officer.getByRole("button", { name: "撤销本次导入" }).click();
  await expect(officer.getByText("已撤销：退回 2 行")).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "undone");
});

test("what is no spreadsheet is refused in words, and a liaison finds no import", async ({ as }) => {
  const officer = await as("2002");
  await officer.goto("/people/import");
  await officer
    .getByLabel("Excel 文件")
    .setInputFiles({ name: "花名册.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("不是表") });
  await officer.getByRole("button", { name: "上传并检查" }).click();
  await expect(officer.getByText(/另存为|不是.*Excel|打不开|读不出/).first()).toBeVisible();
  const liaison = await as("3001");
  expect((await liaison.goto("/people/import"))?.status()).toBe(404);
});
