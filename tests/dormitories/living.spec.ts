import { expect, test } from "../setup/browser";

const photo = {
  name: "坏了.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
};

test("the clerk books a night, is refused the same one, and gives it back", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2004");
  const book = async (staffNo: string) => {
    await officer.getByLabel("职工的工号").fill(staffNo);
    await officer.getByLabel("来的人的姓名").fill("郑大姐");
    await officer.getByRole("radio", { name: "其他亲属" }).check();
    await officer.getByRole("button", { name: "订房" }).click();
  };
  await officer.goto("/dormitories/visits");
  await expectNoViolations(officer);
  await snapshot(officer, "nights");
  const free = officer.getByRole("link", { name: /空着，点这里订/ }).last();
  const address = (await free.getAttribute("href")) ?? "";
  await free.click();
  await book("50004");
  await expect(officer.getByRole("heading", { level: 1, name: /家来探亲$/ })).toBeVisible();
  const own = officer.url();
  await expect(officer.getByText(/郑\*姐/)).toBeVisible();
  await officer.goto(address);
  await book("50005");
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("最近可以");
  await officer.goto(own);
  await officer.getByRole("button", { name: "办入住" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("还没到");
  await officer.getByText("取消这次预订").click();
  await officer.getByLabel("为什么取消").fill("改日子再来");
  await officer.getByRole("button", { name: "确定取消" }).click();
  await expect(officer.getByText("改日子再来")).toBeVisible();
  await expectNoViolations(officer);
});

test("a month is settled by one and confirmed by another, and the sheet hangs at the door", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const officer = await as("2004");
  await officer.goto("/dormitories/utilities");
  await expectNoViolations(officer);
  await snapshot(officer, "meters");
  const open = officer.getByRole("row").filter({ hasText: /没有结算|等确认|已确认|已贴/ });
  await open.filter({ hasText: "青松宿舍" }).getByRole("link").click();
  await expect(officer.getByRole("heading", { level: 1, name: /青松宿舍/ })).toBeVisible();
  // told again on the same data it finds the month settled
  const settle = officer.getByRole("button", { name: "结算这个月" });
  if (await settle.isVisible()) await settle.click();
  await expect(officer.getByRole("heading", { level: 2, name: "2026年10月结算" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "shares");
  const address = officer.url();
  const manager = await as("1008");
  await manager.goto(address);
  await expect(manager.getByRole("heading", { level: 2, name: "2026年10月结算" })).toBeVisible();
  const confirm = manager.getByRole("button", { name: "确认结算" });
  if (await confirm.isVisible()) await confirm.click();
  await manager.getByRole("link", { name: "打印分摊表" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "青松宿舍2026年10月水电费分摊表" })).toBeVisible();
  await expect(manager.getByRole("article")).not.toContainText(/\d{6}/);
  await expectNoViolations(manager);
  await snapshot(manager, "door");
});

test(
  "a resident reports with a photo, books a room for the family and reads the own share",
  { tag: "@my" },
  async ({ as, expectNoViolations, snapshot }) => {
    const phone = await as("50003");
    await phone.goto("/my/dormitory");
    await phone.getByRole("link", { name: /宿舍东西坏了/ }).click();
    await phone.getByRole("radio", { name: "门窗" }).check();
    await phone.getByLabel("说说怎么坏的").fill("窗户关不上，漏风。");
    await phone.getByLabel(/拍一张坏的地方/).setInputFiles(photo);
    await phone.getByRole("button", { name: "报修" }).click();
    await expect(phone).toHaveURL(/\/my\/cases\//);

    await phone.goto("/my/dormitory");
    await expectNoViolations(phone);
    await snapshot(phone, "dormitory");
    await phone.getByRole("link", { name: /我的水电费/ }).click();
    await expect(phone.getByText(/您住了 \d+ 晚/).first()).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "share");

    await phone.goto("/my/dormitory/visit");
    await phone.getByRole("link", { name: /订一间探亲房/ }).click();
    await expectNoViolations(phone);
    await phone.getByLabel("住哪个宿舍？").selectOption({ index: 1 });
    await phone.getByLabel("住几晚？").selectOption("7");
    await phone.getByRole("radio", { name: "爱人" }).check();
    await phone.getByLabel(/来的人叫什么/).fill("陈大强");
    await phone.getByLabel("哪天来？").fill("2026-11-28");
    await phone.getByRole("button", { name: "订下来" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toContainText("最近可以");
    await expect(phone.getByLabel(/来的人叫什么/)).toHaveValue("陈大强");
    await phone.getByLabel("哪天来？").fill("2026-12-20");
    await phone.getByRole("button", { name: "订下来" }).click();
    await expect(phone.getByText(/^订好了/)).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "visit");
    await phone.getByText("不来了，取消").click();
    await phone.getByRole("button", { name: "确定取消" }).click();
    await expect(phone.getByText(/^取消了/).first()).toBeVisible();
  },
);
