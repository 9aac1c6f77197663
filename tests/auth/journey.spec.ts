import { expect, signIn, test } from "../setup/browser";
import { demoPin } from "../setup/portal";

const refusal = "工号或密码不对，或者试得太多次了";

test(
  "somebody types the wrong password, then the right one, and lands on the page that was wanted",
  { tag: "@my" },
  async ({ stranger, expectNoViolations, snapshot }) => {
    const page = await stranger();
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
    await expectNoViolations(page);
    await snapshot(page, "sign-in");
    await page.getByLabel("工号").fill("50005");
    await page.getByLabel("密码").fill("000000");
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByRole("alert").filter({ hasText: refusal })).toBeVisible();
    await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", /^tel:/);
    await snapshot(page, "refused");
    await page.getByLabel("工号").fill("50005");
    await page.getByLabel("密码").fill(demoPin);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).toHaveURL(/\/account$/);
  },
);

test("an unknown 工号 gets the very same answer", { tag: "@my" }, async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/sign-in");
  await page.getByLabel("工号").fill("999999");
  await page.getByLabel("密码").fill("000000");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert").filter({ hasText: refusal })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?error=1/);
});

test(
  "in the demonstration one click makes one anybody: each role begins where its work begins",
  { tag: "@my" },
  async ({ stranger }) => {
    const starts: [RegExp, RegExp][] = [
      [/^50004 /, /\/my$/],
      [/^2001 /, /\/inbox$/],
      [/^1002 /, /\/dashboard$/],
      [/^9001 /, /\/accounts$/],
      [/^9003 /, /\/audit$/],
    ];
    const page = await stranger();
    for (const [name, start] of starts) {
      await page.goto("/sign-in");
      await page.getByRole("button", { name }).click();
      await expect(page).toHaveURL(start);
    }
  },
);

test(
  "who signs out is out: neither the address nor the back button shows anything",
  { tag: "@my" },
  async ({ stranger }) => {
    const page = await stranger();
    await signIn(page, "50004");
    await page.goto("/my/account");
    await expect(page.getByRole("heading", { name: "登录密码" })).toBeVisible();
    await page.getByRole("button", { name: "退出，换个人用" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("sid");
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole("button", { name: "登录", exact: true })).toBeVisible();
    await page.reload();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/my/account");
    await expect(page).toHaveURL(/\/sign-in/);
  },
);

test("a browser that takes no cookies is told so instead of going round in circles", async ({ stranger }) => {
  const page = await stranger();
  await page.route("**/api/auth/signin**", async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    const { "set-cookie": _, ...headers } = answer.headers();
    await route.fulfill({ status: answer.status(), headers });
  });
  await page.goto("/sign-in?callbackUrl=%2Fcases");
  await expect(page.getByRole("heading", { name: "这个浏览器记不住登录" })).toBeVisible();
});

test("nobody is sent to another site after signing in", async ({ stranger }) => {
  for (const evil of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
    const page = await stranger();
    await page.goto(`/sign-in?next=${encodeURIComponent(evil)}`);
    await page.getByLabel("工号").fill("50004");
    await page.getByLabel("密码").fill(demoPin);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).toHaveURL(/\/my$/);
  }
});
