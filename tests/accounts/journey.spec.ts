import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../setup/browser";
import { demoPassword } from "../setup/portal";

/** 系统管理员 makes an account for the first person from `first` on who has none of this kind; back comes the 工号. */
async function makeAccount(page: Page, first: number, kind: string): Promise<string> {
  for (let number = first; number < first + 60; number += 1) {
    await page.goto(`/accounts/new?staffNo=${number}`);
    const choice = page.getByLabel(kind, { exact: true });
    if ((await choice.count()) === 0) continue;
    await choice.check();
    await page.getByRole("button", { name: "建账号" }).click();
    await expect(page.getByRole("heading", { name: `账号 ${number}` })).toBeVisible();

    return String(number);
  }
  throw new Error(`everybody from ${first} on has an account`);
}

/** 安全管理员 opens the account of this 工号. */
async function openAccount(page: Page, loginName: string): Promise<void> {
  await page.goto(`/accounts?q=${loginName}`);
  await page.getByRole("link", { name: loginName, exact: true }).click();
  await expect(page.getByRole("heading", { name: `账号 ${loginName}` })).toBeVisible();
}

/** 安全管理员 hands out a first secret; it is read from the page, once. */
async function handOutSecret(page: Page): Promise<string> {
  const form = page.locator("form#reset");
  await form.getByLabel("原因").fill("本人到窗口，核对了工作证");
  await form.getByLabel("您自己的密码").fill(demoPassword);
  await form.getByRole("button", { name: "发初始密码" }).click();
  const shown = page.getByRole("status").filter({ hasText: "只显示这一次" }).locator("dd").last();
  await expect(shown).toBeVisible();

  return (await shown.innerText()).trim();
}

async function change(page: Page, from: string, to: string, button: string): Promise<void> {
  await page.getByLabel(/^(初始密码|现在用的|别人给您的)/).fill(from);
  await page.getByLabel(/^新/).fill(to);
  await page.getByLabel(/^再输一遍/).fill(to);
  await page.getByRole("button", { name: button }).click();
}

test("a new colleague gets an account, a role and a first password, works, and leaves", async ({
  as,
  stranger,
  expectNoViolations,
  snapshot,
}) => {
  const system = await as("9001", { fresh: true });
  const loginName = await makeAccount(system, 4010, "办公室账号");
  await expectNoViolations(system);

  const security = await as("9002", { fresh: true });
  await openAccount(security, loginName);
  await security.locator("form#reset").getByLabel("原因").fill("新同事");
  await security.getByRole("button", { name: "发初始密码" }).click();
  await expect(security.getByText("这个账号还没有岗位。请先授权，再发初始密码。").first()).toBeVisible();

  await security.getByRole("link", { name: "授权" }).click();
  await security.getByLabel("岗位").selectOption({ label: "干事" });
  await security.getByLabel("分管业务").selectOption({ label: "困难帮扶" });
  await security.getByLabel("科室或单位").selectOption({ index: 2 });
  await security.getByLabel("依据或原因").fill("任职文件 2026-18 号");
  await snapshot(security, "grant");
  await expectNoViolations(security);
  await security.getByRole("button", { name: "授权" }).click();
  await expect(security.getByText("干事（困难帮扶）")).toBeVisible();
  const first = await handOutSecret(security);
  await snapshot(security, "account");

  const colleague = await stranger();
  await signIn(colleague, loginName, first);
  await expect(colleague).toHaveURL(/\/account\/password/);
  await colleague.goto("/inbox");
  await expect(colleague).toHaveURL(/\/account\/password/);
  await change(colleague, first, "huanwei123", "改密码");
  await expect(colleague.getByText("这个密码太常见").first()).toBeVisible();
  await expectNoViolations(colleague);
  await change(colleague, first, "wu-dao-kou-de-yu-tian", "改密码");
  await expect(colleague.getByText("密码改好了")).toBeVisible();
  await colleague.goto("/inbox");
  await expect(colleague.getByRole("heading", { level: 1 })).toBeVisible();

  await openAccount(system, loginName);
  await system.getByText("停用账号").click();
  await system.locator("form#disable").getByLabel("原因").fill("调离本单位");
  await system.getByRole("button", { name: "停用", exact: true }).click();
  await expect(system.getByText("已停用").first()).toBeVisible();
  await colleague.goto("/inbox");
  await expect(colleague).toHaveURL(/\/sign-in/);
});

test(
  "a worker gets six digits, changes them and ends the other phone",
  { tag: "@my" },
  async ({ as, stranger, expectNoViolations, snapshot }, info) => {
    const first = info.project.name === "phone" ? 50400 : 50500;
    const loginName = await makeAccount(await as("9001", { fresh: true }), first, "职工手机账号");
    const security = await as("9002", { fresh: true });
    await openAccount(security, loginName);
    const pin = await handOutSecret(security);
    expect(pin).toMatch(/^\d{6}$/);

    const phone = await stranger();
    await signIn(phone, loginName, pin);
    await expect(phone).toHaveURL(/\/my\/account\/pin/);
    await change(phone, pin, "123456", "改好了");
    await expect(phone.getByText("太容易猜").first()).toBeVisible();
    await snapshot(phone, "pin");
    await change(phone, pin, "471963", "改好了");
    await expect(phone.getByText("密码改好了")).toBeVisible();

    const lost = await stranger();
    await signIn(lost, loginName, "471963");
    await expect(lost).toHaveURL(/\/my$/);
    await phone.goto("/my/account");
    await snapshot(phone, "phones");
    await expectNoViolations(phone);
    await phone.getByRole("button", { name: /不是我的，让/ }).click();
    await expect(phone.getByRole("button", { name: /不是我的，让/ })).toHaveCount(0);
    await lost.goto("/my");
    await expect(lost).toHaveURL(/\/sign-in/);

    await phone.goto("/my/who-looked");
    await expect(phone.getByText("给您开了账号")).toBeVisible();
    await expect(phone.getByText("为什么：本人到窗口，核对了工作证")).toBeVisible();
    await expectNoViolations(phone);
  },
);

test("nobody administers alone: the other's pages are not there, and one's own roles stay", async ({ as }) => {
  const system = await as("9001");
  await system.goto("/accounts?q=9002");
  await system.getByRole("link", { name: "9002", exact: true }).click();
  await expect(system.getByRole("heading", { name: "账号 9002" })).toBeVisible();
  await expect(system.getByRole("link", { name: "授权" })).toHaveCount(0);
  const address = system.url();
  await system.goto(`${address}/grant`);
  await expect(system.getByRole("heading", { level: 1 })).toContainText("没有");

  const security = await as("9002");
  await security.goto("/accounts/new");
  await expect(security.getByRole("heading", { level: 1 })).toContainText("没有");
  await security.goto(address);
  await expect(security.getByText("这是您自己的账号")).toBeVisible();
  await expect(security.getByRole("button", { name: "发初始密码" })).toHaveCount(0);
});
