import { expect, test } from "../../setup/browser";

test("money is granted, paid by transfer and counts only when that is on paper; cash needs two givers", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2003");
  await officer.goto("/sign-offs/new");
  await officer.getByLabel("职工工号").fill("50005");
  await officer.getByLabel("发放内容").fill("临时困难补助");
  await officer.getByLabel("金额").fill("三百");
  await officer.getByRole("button", { name: "登记" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await expect(officer.getByLabel("金额")).toHaveValue("三百");
  await officer.getByLabel("金额").fill("300");
  await expectNoViolations(officer);
  await officer.getByRole("button", { name: "登记" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "临时困难补助（周玉梅）" })).toBeVisible();
  await expect(officer.getByText("待签领").first()).toBeVisible();

  await officer.getByLabel("第一位的工号").fill("2003");
  await officer.getByLabel("第二位的工号").fill("2003");
  await officer.getByRole("button", { name: "确认已领" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "cash");

  await officer.getByRole("link", { name: "转账", exact: true }).click();
  await officer.getByLabel("转账凭证号").fill("ZZ-20261122-01");
  await officer.getByRole("button", { name: "确认已领" }).click();
  await expect(officer.getByText("已签领").first()).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "signed");

  await officer.goto("/sign-offs");
  await expect(officer.getByRole("row").filter({ hasText: "临时困难补助" }).first()).toContainText("300.00");
  const worker = await as("50005");
  await worker.goto("/my/received");
  await expect(worker.getByText("临时困难补助").first()).toBeVisible();
  const liaison = await as("3001");
  expect((await liaison.goto(new URL(officer.url()).pathname + "/new"))?.status()).toBe(404);
});
