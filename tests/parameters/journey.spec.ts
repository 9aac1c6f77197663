import { expect, test } from "../setup/browser";

test("系统管理员 enters a value for later, and the leader sees both", async ({ as, expectNoViolations, snapshot }) => {
  const admin = await as("9001");
  await admin.goto("/parameters");
  await admin.getByRole("link", { name: "叫号几次算过号" }).click();
  await admin.getByLabel("改成").fill("几次");
  await admin.getByLabel("依据或原因").fill("局长办公会决定");
  await admin.getByRole("button", { name: "保存" }).click();
  await expect(admin.getByRole("alert", { name: "有问题需要修改" })).toContainText("请填写整数");
  await expect(admin.getByLabel("改成")).toHaveValue("几次");
  await admin.getByLabel("改成").fill("5");
  await admin.getByLabel("从哪天起").fill("2099-01-01");
  await admin.getByRole("button", { name: "保存" }).click();
  await expect(admin.getByText("2099-01-01 周四起 5 次", { exact: true })).toBeVisible();
  await expectNoViolations(admin);
  await snapshot(admin, "parameter");

  const leader = await as("1001");
  await leader.goto("/parameters");
  const row = leader.getByRole("row").filter({ hasText: "叫号几次算过号" });
  await expect(row).toContainText("3 次");
  await expect(row).toContainText("2099-01-01 周四起");
  await row.getByRole("link").click();
  await expect(leader.getByRole("button", { name: "保存" })).toHaveCount(0);
  await expectNoViolations(leader);
});

test("a liaison finds no parameters", async ({ as }) => {
  const liaison = await as("3001");
  expect((await liaison.goto("/parameters"))?.status()).toBe(404);
  expect((await liaison.goto("/parameters/cases.simpleDays"))?.status()).toBe(404);
});
