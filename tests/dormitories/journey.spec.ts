import { expect, test } from "../setup/browser";

test("a liaison applies for a worker, nobody is passed over, and the first in line moves in", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const liaison = await as("3001");
  await liaison.goto("/dormitories/new?q=50002");
  await liaison.getByRole("link", { name: /李秀兰/ }).click();
  await liaison.getByRole("button", { name: "提交申请" }).click();
  await expect(liaison.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
  await liaison.getByRole("radio", { name: "离岗位远" }).check();
  await liaison.getByRole("radio", { name: "早班" }).check();
  await liaison.getByRole("button", { name: "提交申请" }).click();
  await expect(liaison.getByRole("heading", { level: 1, name: "李秀兰的住宿申请" })).toBeVisible();
  await expectNoViolations(liaison);
  await liaison.getByLabel("作息和住房情况属实").check();
  await liaison.getByLabel("没有传染病").check();
  await liaison.getByRole("button", { name: "审核通过，进入轮候" }).click();
  await expect(liaison.getByText(/^等同一种床的，前面还有 \d+ 位/)).toBeVisible();
  const own = liaison.url();

  const officer = await as("2004");
  await officer.goto(own);
  // a lower bed is what those who stand before wait for as well
  const lower = officer.getByLabel("分哪张床").locator("option", { hasText: "下铺" }).first();
  await officer.getByLabel("分哪张床").selectOption(await lower.getAttribute("value"));
  await officer.getByLabel("知道作息不同，仍然分").check();
  await officer.getByRole("button", { name: "分配床位" }).click();
  await expect(officer.getByRole("alert", { name: "有问题需要修改" })).toContainText("应该先分给这位职工");

  await officer.goto("/dormitories/applications?tab=waiting");
  await expectNoViolations(officer);
  await snapshot(officer, "line");
  const first = officer.getByRole("row").nth(1).getByRole("link");
  const name = (await first.textContent()) ?? "";
  await first.click();
  await officer.getByLabel("分哪张床").selectOption({ index: 1 });
  await officer.getByLabel("知道作息不同，仍然分").check();
  await officer.getByRole("button", { name: "分配床位" }).click();
  await officer.getByRole("link", { name: "到床位图办理入住" }).click();
  await expect(officer.getByLabel("哪天住进来")).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await officer.getByLabel("电表底数").fill("1204");
  await officer.getByRole("button", { name: "办理入住" }).click();
  await expect(officer.getByText(`${name}已经住进来了`)).toBeVisible();
  await expect(officer.getByRole("link", { name: "入住交接单" })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "board");

  await officer.goto(own);
  await officer.getByText("撤回或作废", { exact: true }).click();
  await officer.getByRole("radio", { name: "职工不申请了" }).check();
  await officer.getByLabel("原因").fill("已经租到房子。");
  await officer.getByRole("button", { name: "结束", exact: true }).click();
  await expect(officer.getByText("撤回或作废", { exact: true })).toHaveCount(0);
});

test(
  "a worker asks for a bed, sees the place in the line and changes his mind",
  { tag: "@my" },
  async ({ as, expectNoViolations, snapshot }) => {
    const phone = await as("50001");
    await phone.goto("/my");
    await phone.getByRole("link", { name: /住宿舍/ }).click();
    await phone.getByRole("link", { name: /申请住宿舍/ }).click();
    await expectNoViolations(phone);
    await phone.getByRole("radio", { name: "没有房子住" }).check();
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
    await expect(phone.getByRole("radio", { name: "没有房子住" })).toBeChecked();
    await phone.getByRole("radio", { name: "早班" }).check();
    await phone.getByRole("button", { name: "交上去" }).click();
    await expect(phone.getByText("收到您的申请")).toBeVisible();

    const liaison = await as("3001");
    await liaison.goto("/dormitories/applications?tab=checking");
    await liaison.getByRole("link", { name: /刘德山/ }).click();
    await liaison.getByLabel("作息和住房情况属实").check();
    await liaison.getByLabel("没有传染病").check();
    await liaison.getByRole("button", { name: "审核通过，进入轮候" }).click();
    await expect(liaison.getByText(/^等同一种床的，前面还有 \d+ 位/)).toBeVisible();

    await phone.goto("/my/dormitory");
    await expect(phone.getByText(/^您前面还有 \d+ 位。$/)).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "in line");
    await phone.getByText("不申请了", { exact: true }).click();
    await phone.getByRole("button", { name: "确定撤回" }).click();
    await expect(phone.getByRole("link", { name: /申请住宿舍/ })).toBeVisible();
  },
);

test(
  "a resident reports that the heating is cold, in one screen",
  { tag: "@my" },
  async ({ as, expectNoViolations }) => {
    const phone = await as("50003");
    await phone.goto("/my/dormitory");
    await expect(phone.getByText("您现在住这里。")).toBeVisible();
    await phone.getByRole("link", { name: /宿舍东西坏了/ }).click();
    await expectNoViolations(phone);
    await phone.getByRole("radio", { name: "暖气" }).check();
    await phone.getByLabel("说说怎么坏的").fill("从昨天晚上起不热了。");
    await phone.getByLabel(/停水、停电/).check();
    await phone.getByRole("button", { name: "报修" }).click();
    await expect(phone).toHaveURL(/\/my\/cases\//);
    await expect(phone.getByText(/暖气/).first()).toBeVisible();
    await expectNoViolations(phone);
  },
);
