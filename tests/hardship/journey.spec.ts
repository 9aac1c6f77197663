import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../setup/browser";

/** A photo as a phone takes it. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#c8b090" } })
    .jpeg()
    .toBuffer();
}

/** Takes back what the demo already asked for this worker, so that the story starts at the beginning. */
async function withoutApplication(phone: Page): Promise<void> {
  await expect(phone.getByRole("heading", { level: 1, name: "家里有困难" })).toBeVisible();
  if ((await phone.getByRole("link", { name: /申请帮助/ }).count()) > 0) return;
  await phone.getByText("不申请了", { exact: true }).click();
  await phone.getByRole("button", { name: "确定撤回" }).click();
  await expect(phone.getByRole("link", { name: /申请帮助/ })).toBeVisible();
}

async function missingPapers(phone: Page): Promise<number> {
  const words = await phone.getByRole("heading", { name: /^还差 \d+ 样材料$/ }).textContent();

  return Number(words?.match(/\d+/)?.[0]);
}

test(
  "a worker asks for help in plain words, photographs a paper and changes his mind",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const phone = await as(worker);
    await phone.goto("/my");
    await phone.getByRole("link", { name: /家里有困难/ }).click();
    await expectNoViolations(phone);
    await withoutApplication(phone);
    await phone.getByRole("link", { name: /申请帮助/ }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "申请帮助" })).toBeVisible();
    await phone.getByLabel("家里一共几口人？").fill("四口");
    await phone.getByLabel("说说家里的事").fill("爱人去年做了手术，孩子还在上学。");
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
    await expect(phone.getByLabel("家里一共几口人？")).toHaveValue("四口");
    await expect(phone.getByLabel("说说家里的事")).toHaveValue("爱人去年做了手术，孩子还在上学。");
    await expectNoViolations(phone);
    await snapshot(phone, "refused");
    await phone.getByRole("radio", { name: "家里人得了大病" }).check();
    await phone.getByLabel("家里一共几口人？").fill("4");
    await phone.getByLabel("全家一个月大概挣多少？").fill("5020");
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "家里有困难" })).toBeVisible();
    const missing = await missingPapers(phone);
    expect(missing).toBeGreaterThan(3);
    await expectNoViolations(phone);
    await snapshot(phone, "applied");

    await phone.getByText("拍照交一样", { exact: true }).click();
    await phone.getByLabel("交哪一样？").selectOption({ label: "户口簿" });
    await phone
      .getByLabel("拍照，或选手机里的照片")
      .setInputFiles({ name: "hukou.jpg", mimeType: "image/jpeg", buffer: await photo() });
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByRole("heading", { name: `还差 ${missing - 1} 样材料` })).toBeVisible();

    await phone.getByText("不申请了", { exact: true }).click();
    await phone.getByRole("button", { name: "确定撤回" }).click();
    await expect(phone.getByRole("link", { name: /申请帮助/ })).toBeVisible();
  },
);

/** The way of scenario 10: a family of four, two wages of 2,510, 18,000 for a hospital and 5,600 for a school. */
test("from the unit's application to the officer's proposal, by three people and with every paper", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  test.setTimeout(120_000); // five forms by three people
  const liaison = await as("3002");
  await liaison.goto("/hardship/new");
  await liaison.getByLabel("职工", { exact: true }).fill("50004");
  await liaison.keyboard.press("Enter");
  await liaison.getByRole("table", { name: "找到的职工" }).getByRole("link").first().click();
  await liaison.getByLabel("主要致困原因").selectOption({ label: "家属大病" });
  await liaison.getByLabel("家里一共几口人").fill("4");
  await liaison.getByLabel("全家一个月大概挣多少").fill("5020");
  await liaison.getByLabel("家里的情况").fill("爱人手术以后一直吃药，两个孩子上学。");
  await expectNoViolations(liaison);
  await liaison.getByRole("button", { name: "提交申请" }).click();
  await liaison.getByRole("button", { name: "派人入户核查" }).click();
  await liaison.getByText("登记核查结果", { exact: true }).first().click();
  await liaison.getByLabel("哪天去的").fill("2026-11-21");
  await liaison.getByLabel("去的两个人的工号").fill("3002");
  await liaison.getByRole("radio", { name: "一致", exact: true }).check();
  await liaison.getByLabel("看到的情况").fill("两间平房，药费单据齐全。");
  await liaison.getByLabel("户主已在核查表上签字或按手印").check();
  await liaison.getByRole("button", { name: "登记核查结果" }).click();
  await expect(liaison.getByRole("alert", { name: "有问题需要修改" })).toContainText("两");
  await liaison.getByLabel("去的两个人的工号").fill("3002 50005");
  await liaison.getByRole("button", { name: "登记核查结果" }).click();
  await expect(liaison.getByText("两间平房")).toHaveCount(0);
  await expectNoViolations(liaison);
  await snapshot(liaison, "unit");
  const file = new URL(liaison.url()).pathname;

  const officer = await as("2003");
  await officer.goto(file);
  await expect(officer.getByText("下一步 · 审核")).toBeVisible();
  await officer.getByRole("link", { name: "填写核实的收入和条件" }).click();
  await officer.getByLabel("家庭年总收入").fill("60240");
  await officer.getByLabel("一年自付医疗").fill("18000");
  await officer.getByLabel("一年教育支出").fill("5600");
  await officer.getByLabel("一年残疾支出").fill("0");
  await officer.getByLabel("一次性花费（意外、大病）").fill("0");
  await officer.getByLabel("几套住房").fill("1");
  await officer.getByLabel("住房类型").selectOption({ label: "租房" });
  await officer.getByLabel("小汽车").selectOption({ label: "没有" });
  await officer.getByLabel("孩子上学").selectOption({ label: "公办或普通收费" });
  await expectNoViolations(officer);
  await officer.getByRole("button", { name: "保存并测算" }).click();
  await expect(officer.getByText("测算：深度困难").first()).toBeVisible();
  await expect(officer.getByText(/763\.33/).first()).toBeVisible();

  // Everything that is missing is said at once.
  await officer.getByText("提出等级，送负责人公示", { exact: true }).click();
  await officer.getByLabel("审核意见").fill("情况属实。");
  await officer.getByRole("button", { name: "提出公示" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("户口簿");
  await officer.getByText("登记收到的材料", { exact: true }).click();
  for (const box of await officer.getByRole("group", { name: "收到的" }).getByRole("checkbox").all()) await box.check();
  for (const box of await officer.getByRole("group", { name: "看过原件的" }).getByRole("checkbox").all()) {
    await box.check();
  }
  await officer.getByRole("button", { name: "保存", exact: true }).click();
  await expect(officer.getByText("齐了", { exact: true })).toBeVisible();
  // The fold of the refused form still stands open.
  await officer.getByLabel("审核意见").fill("情况属实。");
  await officer.getByRole("button", { name: "提出公示" }).click();
  await expect(officer.getByText(/下一步 · (?!审核)/)).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "proposed");

  // Who proposed does not agree; the head of the union does, and with that the notice hangs.
  await expect(officer.getByRole("button", { name: "同意公示" })).toHaveCount(0);
  const head = await as("1008");
  await head.goto(file);
  await head.getByLabel("负责人意见").fill("同意公示。");
  await head.getByRole("button", { name: "同意公示" }).click();
  await head.getByRole("link", { name: /^公示 GS-/ }).click();
  await expect(head.getByRole("button", { name: "发布公示" })).toHaveCount(0);
  await expect(head.getByText(/从明天起数五个工作日/)).toHaveCount(0);
  await expect(head.getByText("赵*涛").first()).toBeVisible();
  await expect(head.getByText("赵海涛")).toHaveCount(0);
  await expectNoViolations(head);
  await snapshot(head, "notice");

  const stranger = await as("3001");
  expect((await stranger.goto(file))?.status()).toBe(404);
  const auditor = await as("9003");
  expect((await auditor.goto(file))?.status()).toBe(404);
});
