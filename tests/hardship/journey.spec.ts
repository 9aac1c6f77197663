import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../setup/browser";

/** A photo as a phone takes it. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#c8b090" } })
    .jpeg()
    .toBuffer();
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
