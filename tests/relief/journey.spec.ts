import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../setup/browser";

/** A photo as a phone takes it. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#c8b090" } })
    .jpeg()
    .toBuffer();
}

/** Takes back what an earlier telling left open, so that the story starts at the beginning. */
async function withoutReport(phone: Page): Promise<void> {
  await expect(phone.getByRole("heading", { level: 1, name: "遇上急事" })).toBeVisible();
  if ((await phone.getByText("不用帮了", { exact: true }).count()) === 0) return;
  await phone.getByText("不用帮了", { exact: true }).first().click();
  await phone.getByRole("button", { name: "确定撤回" }).first().click();
  await expect(phone.getByRole("link", { name: /告诉工会/ })).toBeVisible();
}

test(
  "a worker tells of a fire with a photo of the paper, sees that it arrived, and takes it back",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const phone = await as(worker);
    await phone.goto("/my");
    await phone.getByRole("link", { name: /遇上急事/ }).click();
    await expectNoViolations(phone);
    await withoutReport(phone);
    await phone.getByRole("link", { name: /告诉工会/ }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "告诉工会" })).toBeVisible();
    await phone.getByLabel("大概需要多少钱？").fill("一千");
    await phone.getByLabel("说说是怎么回事").fill("厨房夜里着火，被褥都烧了。");
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
    await expect(phone.getByLabel("大概需要多少钱？")).toHaveValue("一千");
    await expect(phone.getByLabel("说说是怎么回事")).toHaveValue("厨房夜里着火，被褥都烧了。");
    await expectNoViolations(phone);
    await snapshot(phone, "refused");
    await phone.getByRole("radio", { name: "家里着火了" }).check();
    await phone.getByLabel("大概需要多少钱？").fill("1000");
    await phone
      .getByLabel("单子、照片")
      .setInputFiles({ name: "fire.jpg", mimeType: "image/jpeg", buffer: await photo() });
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByText("火灾：工会知道了").first()).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "reported");

    // A second report asks whether it is the same event.
    await phone.getByRole("link", { name: /又遇上别的急事/ }).click();
    await expect(phone.getByText("这件事可能已经报告过了").first()).toBeVisible();
    await phone.goto("/my/relief");
    await withoutReport(phone);
  },
);

test("from the unit's report to the signature: two look, the chair decides, the money is signed for", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  test.setTimeout(120_000); // seven forms by three people
  const liaison = await as("3002");
  await liaison.goto("/relief/new");
  await liaison.getByLabel("职工", { exact: true }).fill("50004");
  await liaison.keyboard.press("Enter");
  await liaison.getByRole("table", { name: "找到的职工" }).getByRole("link").first().click();
  await liaison.getByLabel("出了什么事").selectOption({ label: "意外" });
  await liaison.getByLabel("哪天出的事").fill("2026-11-21");
  await liaison.getByLabel("大概需要多少钱").fill("1500");
  await liaison.getByLabel("情况", { exact: true }).fill("下班路上摔伤住院，家里没有别的收入。");
  await expectNoViolations(liaison);
  await liaison.getByRole("button", { name: "报告", exact: true }).click();
  await expect(liaison.getByText("下一步 · 报告")).toBeVisible();
  await expect(liaison.getByText("摔伤住院")).toHaveCount(0);
  await expectNoViolations(liaison);
  const address = new URL(liaison.url()).pathname;

  const officer = await as("2003");
  await officer.goto(address);
  await officer.getByRole("button", { name: "受理", exact: true }).click();
  await officer.getByText("登记核实", { exact: true }).first().click();
  await officer.getByLabel("核实人一的工号").fill("2003");
  await officer.getByLabel("核实人二的工号").fill("50004");
  await officer.getByLabel("哪天核实的").fill("2026-11-22");
  await officer.getByLabel("核实到的情况").fill("医院看过，单据齐全，家里确实困难。");
  await officer.getByRole("button", { name: "登记核实" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("自己家");
  await officer.getByLabel("核实人二的工号").fill("3002");
  await officer.getByRole("button", { name: "登记核实" }).click();
  await expect(officer.getByText("下一步 · 核实")).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "verified");
  await officer.getByLabel("提出救助多少").fill("1000");
  await officer.getByLabel("经办意见").fill("情况属实，建议救助。");
  await officer.getByRole("button", { name: "提出救助" }).click();
  await expect(officer.getByText("下一步 · 审批")).toBeVisible();
  await expect(officer.getByRole("button", { name: "批准救助" })).toHaveCount(0);

  const chair = await as("1008");
  await chair.goto(address);
  await chair.getByLabel("批准多少").fill("1000.01");
  await chair.getByLabel("审批意见").fill("同意救助。");
  await chair.getByRole("button", { name: "批准救助" }).click();
  await expect(chair.getByRole("alert", { name: "有问题需要修改" })).toContainText("1,000.00");
  await chair.getByLabel("批准多少").fill("1000");
  await expectNoViolations(chair);
  await snapshot(chair, "approval");
  await chair.getByRole("button", { name: "批准救助" }).click();
  await expect(chair.getByText("下一步 · 发放")).toBeVisible();

  await officer.goto(address);
  await officer.getByRole("link", { name: "去发放签收" }).click();
  await officer.getByRole("link", { name: "转账", exact: true }).click();
  await officer.getByLabel("转账凭证号").fill("JZ-20261122-01");
  await officer.getByRole("button", { name: "确认已领" }).click();
  await expect(officer.getByText("已签领").first()).toBeVisible();
  // Nobody clicked it: the case followed the signature.
  await officer.goto(address);
  await expect(officer.getByText("下一步 · 签收")).toBeVisible();
  await expect(officer.getByRole("button", { name: "登记回访" })).toHaveCount(0);
  await expectNoViolations(officer);
  await snapshot(officer, "signed");
  await officer.goto("/relief?tab=paid");
  await expect(officer.getByRole("row").filter({ hasText: "赵海涛" }).first()).toContainText("1,000.00");

  const stranger = await as("3001");
  expect((await stranger.goto(address))?.status()).toBe(404);
  const auditor = await as("9003");
  expect((await auditor.goto(address))?.status()).toBe(404);
});
