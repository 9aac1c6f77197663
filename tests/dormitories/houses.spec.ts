import { expect, test } from "../setup/browser";

test("an officer builds a house, closes a bed for repair and opens it again; a warden sees the own houses only", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2004");
  const name = `新楼${String(Date.now()).slice(-7)}宿舍`;
  await officer.goto("/dormitories");
  await officer.getByRole("link", { name: "登记新宿舍" }).click();
  await officer.getByLabel("名称").fill(name);
  await officer.getByRole("button", { name: /保存/ }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await expect(officer.getByLabel("名称")).toHaveValue(name);
  await expectNoViolations(officer);
  await officer.getByLabel("地址").fill("环湖街 8 号");
  await officer.getByRole("radio", { name: "新建" }).check();
  await officer.getByLabel("哪天启用的").fill("2026-01-05");
  await officer.getByLabel("面积").fill("320");
  await officer.getByRole("checkbox", { name: "暖气" }).check();
  await officer.getByRole("button", { name: /保存/ }).click();
  await expect(officer.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(officer.getByText("没有消防验收").first()).toBeVisible();
  const house = new URL(officer.url()).pathname;

  await officer.getByRole("link", { name: "登记房间" }).click();
  await officer.getByLabel("第几层").fill("2");
  await officer.getByLabel("房间号").fill("201");
  await officer.getByLabel("面积").fill("18");
  await officer.getByRole("radio", { name: "女室" }).check();
  await officer.getByLabel("上下铺").fill("2");
  await officer.getByRole("button", { name: "保存房间和床" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "1号楼201室" })).toBeVisible();
  await expect(officer.getByRole("row", { name: /D床 上铺 空床/ })).toBeVisible();
  await expectNoViolations(officer);
  await officer.getByText("维修、停用", { exact: true }).click();
  await officer.getByLabel("哪一张床").selectOption({ label: "A床 下铺" });
  await officer.getByLabel("修什么").fill("床架松了");
  await officer.getByRole("button", { name: "关起来" }).click();
  await expect(officer.getByRole("row", { name: /A床 下铺 维修中/ })).toBeVisible();
  await snapshot(officer, "room");
  await officer.getByRole("button", { name: "重新开放" }).click();
  await expect(officer.getByRole("row", { name: /A床 下铺 空床/ })).toBeVisible();

  const warden = await as("2015");
  await warden.goto("/dormitories");
  await expect(warden.getByRole("link", { name: "阳光宿舍" })).toBeVisible();
  await expect(warden.getByRole("link", { name })).toHaveCount(0);
  await expect(warden.getByRole("link", { name: "申请和轮候" })).toHaveCount(0);
  await warden.getByRole("link", { name: "阳光宿舍" }).click();
  await warden.getByRole("link", { name: /^A床/ }).first().click();
  await expectNoViolations(warden);
  await snapshot(warden, "warden's board");
  expect((await warden.goto(house))?.status()).toBe(404);
});
