import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

/** The demo gives this number to nobody, so that the form can be tried with it. */
const freeIdNo = "12990019800229012X";

const fresh = () => String(Date.now()).slice(-7);

/** Somebody of 环卫一所 to try things on; the roster sorts by pinyin, so it is the same person every time. */
async function openWorker(page: Page, q = "50004"): Promise<string> {
  await page.goto(`/people?tab=all&q=${q}`);
  await page.locator("tbody a").first().click();
  await expect(page.getByRole("heading", { name: "人事经历" })).toBeVisible();

  return new URL(page.url()).pathname;
}

test("人事科 looks first, then puts a newcomer on file and finds her by pinyin", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const page = await as("2002");
  await page.goto("/people");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "新建职工" }).click();
  await page.getByLabel("姓名").fill("穆 𬭚");
  await page.getByLabel("证件号码").fill("129900196804121012");
  await page.getByLabel("单位").selectOption({ label: "人事科" });
  await page.getByRole("button", { name: "查重，下一步" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "身份证号校验位不正确" })).toBeVisible();
  await expect(page.getByLabel("证件号码")).toHaveValue("129900196804121012");

  await page.getByLabel("证件号码").fill(freeIdNo);
  await page.getByRole("button", { name: "查重，下一步" }).click();
  await expect(page.getByText("第二步")).toBeVisible();
  expect(page.url()).not.toContain(freeIdNo);
  await expectNoViolations(page);
  const again = page.getByLabel("确认不是同一人，继续新建");
  if (await again.isVisible()) await again.check();
  const staffNo = fresh();
  await page.getByLabel("工号").fill(staffNo);
  await page.getByLabel("入职日期").fill("2026-11-01");
  await page.getByLabel("岗位", { exact: true }).selectOption({ label: "机关工作人员" });
  await page.getByLabel("用工形式").selectOption({ label: "劳务派遣" });
  await page.getByLabel("外埠").check();
  await page.getByLabel("农村").check();
  await page.getByRole("button", { name: "保存，建立档案" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "请填写派遣单位" })).toBeVisible();
  await expect(page.getByLabel("工号")).toHaveValue(staffNo);
  await page.getByLabel("派遣单位").fill("津洁劳务公司");
  await page.getByRole("button", { name: "保存，建立档案" }).click();
  await expect(page.getByRole("heading", { name: "穆𬭚", level: 1 })).toBeVisible();
  await expectNoViolations(page);
  await snapshot(page, "new-person");

  await page.goto("/people?q=muchun");
  await expect(page.getByRole("link", { name: "穆𬭚" }).first()).toBeVisible();
  await page.goto("/people/new");
  await page.getByLabel("姓名").fill("穆𬭚");
  await page.getByLabel("证件号码").fill(freeIdNo);
  await page.getByLabel("单位").selectOption({ label: "人事科" });
  await page.getByRole("button", { name: "查重，下一步" }).click();
  await expect(page.getByText("不能重复建档")).toBeVisible();
  await expect(page.getByRole("button", { name: "保存，建立档案" })).toHaveCount(0);
});

test("a number is shown against a reason, in no address, and gone after going back", async ({
  as,
  expectNoViolations,
}) => {
  const page = await as("2001");
  const file = await openWorker(page);
  await expect(page.getByText("1****************").first()).toBeVisible();
  await page.getByLabel("为什么要看").fill("看看");
  await page.getByRole("button", { name: "查看完整信息" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "不少于 5 个字" })).toBeVisible();
  await page.getByLabel("为什么要看").fill("核对预约人身份");
  await page.getByRole("button", { name: "查看完整信息" }).click();
  await expect(page.getByRole("status").filter({ hasText: /129900\d{11}[\dX]/ })).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(file);
  await expectNoViolations(page);
  await page.goto(file);
  await expect(page.getByText(/129900\d{11}[\dX]/)).toHaveCount(0);
});

test("a number is shown without JavaScript too", async ({ as, browser }) => {
  const page = await as("2001");
  const file = await openWorker(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(file);
  await plain.getByLabel("为什么要看").fill("核对预约人身份");
  await plain.getByRole("button", { name: "查看完整信息" }).click();
  await expect(plain.getByText(/129900\d{11}[\dX]/)).toBeVisible();
  await plain.goto("/people?q=wang&type=DISPATCH");
  await expect(plain.locator("tbody tr").first()).toBeVisible();
  await plain.getByLabel("查单位").fill("二所");
  await plain.getByRole("button", { name: "找", exact: true }).click();
  await plain.getByRole("complementary", { name: "单位" }).getByRole("link", { name: "环卫二所" }).click();
  await expect(plain.getByText("环卫二所").first()).toBeVisible();
  await context.close();
});

test("two windows change one person: the second is told, keeps what was typed, and saves", async ({
  as,
  expectNoViolations,
}) => {
  const [first, second] = [await as("2002"), await as("2002", { fresh: true })];
  const file = await openWorker(first, "50005");
  const street = `演示路${fresh()}号`;
  const friend = `王嫂${"甲乙丙丁戊己庚辛壬癸"[new Date().getSeconds() % 10] ?? ""}`;
  for (const page of [first, second]) await page.goto(`${file}/edit?part=contact`);
  await first.getByLabel("现住址").fill(street);
  await first.getByRole("button", { name: "保存" }).click();
  await expect(first).toHaveURL(file);
  await second.getByLabel("紧急联系人").fill(friend);
  await second.getByRole("button", { name: "保存" }).click();
  await expect(second.getByRole("alert").filter({ hasText: `把“现住址”改成了“${street}”` })).toBeVisible();
  await expect(second.getByLabel("紧急联系人")).toHaveValue(friend);
  await expect(second.getByLabel("现住址")).toHaveValue(street);
  await expectNoViolations(second);
  await second.getByRole("button", { name: "保存" }).click();
  await expect(second).toHaveURL(file);
  await expect(second.getByText(friend)).toBeVisible();
});

test("a liaison proposes for the own unit only, 人事科 accepts, and it is on file", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const liaison = await as("3001");
  await liaison.goto("/people?tab=all");
  await expect(liaison.locator("tbody").getByText("环卫二所")).toHaveCount(0);
  const staffNo = (await liaison.locator("tbody tr").first().innerText()).match(/工号 (\d+)/)?.[1] ?? "";
  await openWorker(liaison, staffNo);
  await liaison.getByRole("link", { name: "申报更改资料" }).click();
  const street = `演示巷${fresh()}号`;
  await liaison.getByLabel("新住址").fill(street);
  await expectNoViolations(liaison);
  await liaison.getByRole("button", { name: "提交给人事科" }).click();
  await liaison.locator("tbody a").first().click();
  await expect(liaison.getByText("（已填写）")).toBeVisible();
  await expect(liaison.getByText(street)).toHaveCount(0);
  const proposal = new URL(liaison.url()).pathname;

  const neighbour = await as("3002");
  const answer = await neighbour.goto(proposal);
  expect(answer?.status()).toBe(404);

  const clerk = await as("2002");
  await clerk.goto(proposal);
  await expect(clerk.getByText(street)).toBeVisible();
  await expectNoViolations(clerk);
  await snapshot(clerk, "proposal");
  await clerk.getByRole("button", { name: "采纳，立即生效" }).click();
  await expect(clerk).toHaveURL(/proposals$/);
  await liaison.goto(proposal);
  await expect(liaison.getByText("已采纳")).toBeVisible();
});

test("the 系统管理员 keeps the tree and sees nobody; a unit in use cannot be closed", async ({
  as,
  expectNoViolations,
}) => {
  const page = await as("9001");
  expect((await page.goto("/people"))?.status()).toBe(404);
  await page.goto("/units");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "环卫一所" }).click();
  await page.getByRole("link", { name: "新设下级单位" }).click();
  const name = `应急队${fresh()}`;
  await page.getByLabel("类型").selectOption({ label: "队" });
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("编码").fill(`T${fresh()}`);
  await page.getByRole("button", { name: "新设单位" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expectNoViolations(page);
  await page.getByText("撤销", { exact: true }).click();
  await page.getByLabel("依据").last().fill("演示：机构调整撤销");
  await page.getByRole("button", { name: "撤销本单位" }).click();
  await expect(page).toHaveURL(/\/units$/);
  await page.goto(`/units?closed=1&q=${encodeURIComponent(name)}`);
  await expect(page.getByText("已撤销", { exact: true })).toBeVisible();

  await page.goto("/units");
  await page.getByRole("link", { name: "环卫二所" }).click();
  await page.getByText("撤销", { exact: true }).click();
  await page.getByLabel("依据").last().fill("演示：机构调整撤销");
  await page.getByRole("button", { name: "撤销本单位" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "个下级单位" })).toBeVisible();
});
