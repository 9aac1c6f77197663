import { expect, test } from "../setup/browser";

test(
  "a worker reads who is on the notice and says what is wrong, without a name",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const phone = await as(worker);
    await phone.goto("/my");
    await phone.getByRole("link", { name: /公示/ }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
    await phone
      .getByRole("link", { name: /困难职工建档公示/ })
      .first()
      .click();
    await expectNoViolations(phone);
    const words = await phone.locator("main").innerText();
    expect(words).toMatch(/[\u4e00-\u9fff]\*/);
    expect(words).not.toMatch(/\d{11}|大病|残疾|收入/);
    await phone.getByRole("link", { name: /我有意见/ }).click();
    await phone.getByRole("button", { name: "说完了，交上去" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toBeVisible();
    await phone.getByLabel("说的是哪一位？").selectOption({ index: 1 });
    await phone.getByLabel("哪里不对？").fill("听说他家在城里还有一套房。");
    await phone.getByRole("button", { name: "说完了，交上去" }).click();
    await expect(phone.getByText("记下了").first()).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "said");
  },
);

test("what is said about a notice is read by its officers and by no unit", async ({ as, expectNoViolations }) => {
  const officer = await as("2003");
  await officer.goto("/notices");
  await officer
    .getByRole("link", { name: /困难职工建档公示/ })
    .first()
    .click();
  await expect(officer.getByRole("heading", { name: "名单" })).toBeVisible();
  await expectNoViolations(officer);
  const notice = new URL(officer.url()).pathname;
  await officer.goto(`${notice}/poster`);
  await expect(officer.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await officer.locator("body").innerText()).not.toMatch(/\d{17}|大病|残疾/);
  await expectNoViolations(officer);
  const admin = await as("9001");
  expect((await admin.goto(notice))?.status()).toBe(404);
});
