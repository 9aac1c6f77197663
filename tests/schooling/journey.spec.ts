import type { Page } from "@playwright/test";
import sharp from "sharp";
import { checkCharacter } from "@/lib/people/rules";
import { expect, test } from "../setup/browser";

/** A photo as a phone takes it. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#c8b090" } })
    .jpeg()
    .toBuffer();
}

/** A child that is nobody's, another one in every run, so that the story can be told again on the same data. */
function aChild(): { name: string; idNo: string } {
  const run = Math.floor(Date.now() / 1000);
  const digits = `129900202104${String(10 + (Math.floor(run / 1000) % 19)).padStart(2, "0")}${String(run % 1000).padStart(3, "0")}`;

  return { name: `孔雀${"一二三四五六七八九"[run % 9] ?? ""}莹`, idNo: `${digits}${checkCharacter(digits)}` };
}

test(
  "a parent registers a child after saying yes, sees what is missing, photographs a paper and takes it back",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const child = aChild();
    const phone = await as(worker);
    await phone.goto("/my");
    await phone.getByRole("link", { name: /孩子上学/ }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "孩子上学" })).toBeVisible();
    await expectNoViolations(phone);
    await phone.getByRole("link", { name: /登记孩子上学|再登记一个孩子/ }).click();
    await phone.getByLabel("孩子叫什么名字？").fill(child.name);
    await phone.getByLabel("孩子的身份证号").fill(child.idNo);
    await phone.getByRole("radio", { name: "小学一年级" }).check();
    await phone.getByRole("radio", { name: "租房" }).check();
    await phone.getByRole("button", { name: "登记", exact: true }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toContainText("监护人");
    await expect(phone.getByLabel("孩子叫什么名字？")).toHaveValue(child.name);
    await expectNoViolations(phone);
    await snapshot(phone, "refused");
    await phone.getByLabel("我是孩子的监护人，同意用孩子的信息办入学").check();
    await phone.getByRole("button", { name: "登记", exact: true }).click();

    const mine = phone.getByRole("region", { name: `${child.name}上学` });
    await expect(mine.getByText("收到了", { exact: true })).toBeVisible();
    const words = await mine.getByRole("heading", { name: /^还差 \d+ 样材料$/ }).textContent();
    const missing = Number(words?.match(/\d+/)?.[0]);
    expect(missing).toBeGreaterThan(5);
    await expect(phone).not.toHaveTitle(new RegExp(child.name));
    expect(phone.url()).not.toContain(encodeURIComponent(child.name));
    await expectNoViolations(phone);
    await snapshot(phone, "registered");

    await mine.getByText("先填孩子的另一方家长", { exact: true }).click();
    await mine.getByRole("button", { name: "保存", exact: true }).click();
    await expect(mine.getByRole("alert", { name: "有问题需要修改" })).toContainText("没有也要选");
    await mine.getByRole("radio", { name: "没有（单亲）" }).check();
    await mine.getByRole("button", { name: "保存", exact: true }).click();
    await expect(mine.getByText("孩子的另一方家长：没有。")).toBeVisible();
    await mine.getByRole("link", { name: /^户口簿/ }).click();
    const paper = mine.getByRole("region", { name: /^交户口簿/ });
    await paper
      .getByLabel("拍照，或选手机里的照片")
      .setInputFiles({ name: `${child.name}.jpg`, mimeType: "image/jpeg", buffer: await photo() });
    await expectNoViolations(phone);
    await snapshot(phone, "paper");
    await paper.getByRole("button", { name: "交上去", exact: true }).click();
    await expect(mine.getByRole("heading", { name: `还差 ${missing - 1} 样材料` })).toBeVisible();
    await mine.getByText("不办了", { exact: true }).click();
    await mine.getByRole("button", { name: "确定撤回" }).click();
    await expect(mine).toHaveCount(0);
  },
);

/** Keeps one paper as seen, from its row, with the days it tells of. */
async function keepPaper(page: Page, paper: string, days: Record<string, string> = {}): Promise<void> {
  await page
    .getByRole("row", { name: new RegExp(`^${paper.slice(0, 3)}`) })
    .getByRole("link")
    .click();
  const form = page.getByRole("region", { name: `登记${paper}` });
  await form.getByRole("radio", { name: "看过原件" }).check();
  for (const [label, day] of Object.entries(days)) await form.getByLabel(label, { exact: true }).fill(day);
  await form.getByRole("button", { name: "保存", exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("row", { name: new RegExp(`^${paper.slice(0, 3)}.*已核验`) })).toBeVisible();
}

/** Who the child's other parent is, as the liaison hears it. */
async function tellOther(page: Page): Promise<void> {
  await page.getByText("登记另一方家长", { exact: true }).click();
  await page.getByRole("radio", { name: "在别处" }).check();
  await page.getByLabel("另一方家长的姓名").fill("程孔雀");
  await page.getByLabel("另一方家长的身份证号").fill(`12990019900506012${checkCharacter("12990019900506012")}`);
  await page.locator("#other").getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("程*雀，不在本局")).toBeVisible();
}

const year = { 从哪天: "2026-11-01", 到哪天: "2027-12-31" };

test("from a parent's registration over the unit and the union to the letter that a leader approves", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  test.setTimeout(240_000); // a dozen forms by four people
  const child = aChild();
  const parent = await as("50004");
  await parent.goto("/my/schooling/new");
  await parent.getByLabel("我是孩子的监护人，同意用孩子的信息办入学").check();
  await parent.getByLabel("孩子叫什么名字？").fill(child.name);
  await parent.getByLabel("孩子的身份证号").fill(child.idNo);
  await parent.getByRole("radio", { name: "小学一年级" }).check();
  await parent.getByRole("radio", { name: "租房" }).check();
  await parent.getByRole("button", { name: "登记", exact: true }).click();
  await expect(parent.getByRole("region", { name: `${child.name}上学` })).toBeVisible();

  const liaison = await as("3002");
  await liaison.goto("/schooling");
  await liaison.getByRole("link", { name: "赵海涛" }).first().click();
  await liaison.getByRole("button", { name: "和家长说好了，开始备材料" }).click();
  await expect(liaison.getByText("下一步 · 材料准备")).toBeVisible();
  const file = new URL(liaison.url()).pathname;
  await expect(liaison.getByText(child.name)).toHaveCount(0);
  await liaison.getByRole("button", { name: "材料备齐了，往下交" }).click();
  await expect(liaison.getByRole("alert", { name: "有问题需要修改" })).toContainText("另一方家长");
  await tellOther(liaison);
  await liaison.getByRole("button", { name: "材料备齐了，往下交" }).click();
  await expect(liaison.getByRole("alert", { name: "有问题需要修改" })).toContainText("居住证");
  await keepPaper(liaison, "居住证", { 有效到哪天: "2028-01-31" });
  const isHoused = (await liaison.getByText("需协调").count()) > 0;
  await liaison.getByText("一次登记几样，都看过原件", { exact: true }).click();
  for (const paper of ["户口簿（孩子和父母三人）", "父母身份证", "劳动合同", "预防接种证", "不动产登记查询结果"])
    await liaison.getByRole("checkbox", { name: paper }).check();
  await liaison.getByRole("checkbox", { name: "另一方家长的也都在" }).check();
  await liaison.locator("#papers").getByRole("button", { name: "保存", exact: true }).click();
  await expect(liaison.getByRole("row", { name: /^户口簿.*已核验/ })).toBeVisible();
  await keepPaper(liaison, "社保缴费证明", { ...year, 从哪天: "2020-01-01" });
  if (!isHoused) await keepPaper(liaison, "租赁登记备案证明", year);
  await expectNoViolations(liaison);
  await snapshot(liaison, "papers");
  await liaison.getByRole("button", { name: "材料备齐了，往下交" }).click();
  await liaison.getByRole("button", { name: "单位初审通过" }).click();
  await expect(liaison.getByText("已交局工会")).toBeVisible();
  expect((await liaison.goto(file))?.status()).toBe(404);

  const officer = await as("2005");
  await officer.goto(file);
  await officer.getByText("退回补正", { exact: true }).first().click();
  await expect(officer.getByLabel("还缺什么")).toHaveValue(/务工就业证明/);
  await officer.getByRole("button", { name: "退回补正" }).click();
  await expect(officer.getByText("下一步 · 材料不符")).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "returned");
  await parent.goto("/my/schooling");
  await expect(parent.getByText(/还差 \d+ 样：1\.务工就业证明/)).toBeVisible();
  await keepPaper(officer, "务工就业证明");
  if (isHoused) await keepPaper(officer, "宿舍居住证明");
  await officer.getByRole("button", { name: "材料备齐了，往下交" }).click();
  await officer.getByRole("button", { name: "工会审核通过" }).click();
  await officer.getByText("查看孩子的信息", { exact: true }).click();
  await officer.getByLabel("为什么要看").fill("核对协调函名单");
  await officer.getByRole("button", { name: "查看", exact: true }).click();
  await expect(officer.getByText(new RegExp(child.name))).toBeVisible();

  await officer.goto(file);
  await officer.getByRole("link", { name: "起草协调函" }).click();
  await officer
    .getByRole("checkbox", { name: /^赵海涛的孩子/ })
    .last()
    .check();
  await officer.getByRole("button", { name: "送领导批准" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: /^协调函 RXH-/ })).toBeVisible();
  const letter = new URL(officer.url()).pathname;
  const number =
    /RXH-\d{4}-\d{3,}/.exec((await officer.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0] ?? "";
  const leader = await as("1002");
  await leader.goto("/schooling/totals");
  await expectNoViolations(leader);
  expect((await leader.goto(file))?.status()).toBe(404);
  await leader.goto("/inbox");
  await leader.getByRole("link", { name: new RegExp(number) }).click();
  await expect(leader.getByRole("heading", { level: 1, name: `协调函 ${number}` })).toBeVisible();
  await expect(leader.getByText("赵海涛")).toHaveCount(0);
  await leader.getByRole("radio", { name: "同意" }).check();
  await leader.getByLabel("意见").fill("同意，请做好衔接。");
  await leader.getByRole("button", { name: "登记意见" }).click();
  await expect(leader.getByText("已批准，待送出").first()).toBeVisible();
  await expectNoViolations(leader);
  await snapshot(leader, "approved");
  await leader.goto("/inbox");
  await expect(leader.getByRole("link", { name: new RegExp(number) })).toHaveCount(0);

  await officer.goto(`${letter}/paper`);
  await expect(officer.getByRole("cell", { name: child.name })).toBeVisible();
  await expectNoViolations(officer);
  await snapshot(officer, "letter");
  await officer.goto(letter);
  await officer.getByRole("button", { name: "已经送到教育局" }).click();
  await expect(officer.getByText("教育局初审").first()).toBeVisible();
});
