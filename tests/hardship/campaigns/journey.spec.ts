import type { Page } from "@playwright/test";
import { expect, test } from "../../setup/browser";

/** The demo prepares the coming year already: it is voided first, so that the story starts at the beginning. */
async function withoutCampaign(officer: Page): Promise<void> {
  await officer.goto("/hardship/visits");
  const open = officer.getByRole("link", { name: /^打开2027年/ });
  if ((await open.count()) === 0) return;
  await open.click();
  await officer.getByText("作废这次慰问", { exact: true }).click();
  await officer.getByLabel("为什么作废").fill("从头再来一次");
  await officer.getByRole("button", { name: "作废", exact: true }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 已作废" })).toBeVisible();
}

test("from an empty form to the drafted notice, by four people and with each gate kept by another", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  test.setTimeout(180_000); // nine forms by four people
  const officer = await as("2003");
  await withoutCampaign(officer);
  await officer.goto("/hardship/visits/new");
  await expect(officer.getByText(/2027年正月初一是/)).toBeVisible();
  await expect(officer.getByLabel("每户慰问金")).toHaveValue("500");
  await officer.getByLabel("每户慰问金").fill("五百");
  await officer.getByRole("button", { name: "建好，先存草稿" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await expect(officer.getByLabel("每户慰问金")).toHaveValue("五百");
  await officer.getByLabel("每户慰问金").fill("500");
  await expectNoViolations(officer);
  await officer.getByRole("button", { name: "建好，先存草稿" }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 草稿" })).toBeVisible();
  const campaign = new URL(officer.url()).pathname;
  await officer.getByRole("button", { name: "开始摸底" }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 摸底" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "survey");

  // The unit adds a household that no table knows, and says that it is through.
  const liaison = await as("3002");
  await liaison.goto(campaign);
  await liaison.getByRole("link", { name: "加一户" }).click();
  await liaison.getByLabel("职工", { exact: true }).fill("50005");
  await liaison.keyboard.press("Enter");
  await liaison.getByRole("table", { name: "找到的职工" }).getByRole("link").first().click();
  await liaison.getByLabel("人员类别").selectOption({ label: "患病职工" });
  await liaison.getByLabel("为什么慰问这一户").fill("今年自付药费多，单位核实过。");
  await expectNoViolations(liaison);
  await liaison.getByRole("button", { name: "加到名单" }).click();
  await expect(liaison.getByText("已经加上了")).toBeVisible();
  await liaison.goto(campaign);
  await liaison.getByRole("button", { name: "本单位已摸底" }).click();
  await expect(liaison.getByText("都报了")).toBeVisible();

  // Not every unit has reported: the refusal names them, and the officer may go on without them.
  await officer.reload();
  await officer.getByRole("button", { name: "提交名单" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("环卫一所");
  await officer.getByLabel(/^不等没报的/).check();
  await officer.getByRole("button", { name: "提交名单" }).click();
  await expect(officer.getByRole("heading", { name: "下一步 · 名单审核" })).toBeVisible();
  await expect(officer.getByRole("button", { name: "同意名单" })).toHaveCount(0);

  const head = await as("1008");
  await head.goto(campaign);
  await head.getByLabel("审核意见").fill("逐户核过，同意。");
  await head.getByRole("button", { name: "同意名单" }).click();
  await expect(head.getByText("要由另一位局领导批准")).toBeVisible();
  await head.getByRole("link", { name: "看名单" }).click();
  await head.getByRole("table", { name: "慰问名单" }).getByRole("link").first().click();
  await expect(head.getByRole("heading", { name: "为什么排在这里" })).toBeVisible();
  await expect(head.getByText("基层还是机关")).toBeVisible();
  await expectNoViolations(head);
  await snapshot(head, "place");

  // The money is short: who stands below the line is left out.
  await officer.reload();
  await officer.getByLabel("工会经费").fill("60000");
  await officer.getByRole("button", { name: "提交预算" }).click();
  await expect(officer.getByText(/慰问 120 户/).first()).toBeVisible();
  await expectNoViolations(officer);

  const leader = await as("1001");
  await leader.goto(campaign);
  await leader.getByLabel("审批意见").fill("同意。");
  await leader.getByRole("button", { name: "批准预算" }).click();
  await expect(leader.getByRole("heading", { name: "下一步 · 公示" })).toBeVisible();
  await expectNoViolations(leader);
  await snapshot(leader, "approved");

  await officer.reload();
  await officer.getByRole("button", { name: "起草名单公示" }).click();
  await expect(officer.getByText(/拟走访慰问 120 户/)).toBeVisible();
  await expectNoViolations(officer);

  const auditor = await as("9003");
  expect((await auditor.goto(campaign))?.status()).toBe(404);
});
