import type { Page } from "@playwright/test";
import { expect, test } from "../setup/browser";

/** 2001 writes down what somebody came to say and hands it to 人事科. Returns the address of the case. */
async function register(desk: Page, staffNo: string, title: string): Promise<string> {
  await desk.goto("/cases/new");
  await desk.getByLabel("职工", { exact: true }).fill(staffNo);
  await desk.getByRole("button", { name: "搜索" }).click();
  await desk
    .getByRole("row")
    .filter({ hasText: `工号 ${staffNo}` })
    .getByRole("link")
    .first()
    .click();
  await desk.getByLabel("哪方面的事").selectOption({ label: "社保 · 参保登记" });
  await desk.getByLabel("是什么事").fill(title);
  await desk.getByLabel("说的情况").fill("八月来的，问了班长两次，都说等通知。");
  await desk.getByLabel("交给谁办").selectOption({ label: "人事科" });
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.getByRole("heading", { name: "登记好了" })).toBeVisible();
  await desk.getByRole("link", { name: "看这件事" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: title })).toBeVisible();

  return new URL(desk.url()).pathname;
}

/** 2002 of 人事科 writes down the answer. */
async function answer(officer: Page, path: string, words: string): Promise<void> {
  await officer.goto(path);
  const form = officer.locator("#move-answer");
  if (!(await form.isVisible())) await officer.getByText("登记答复", { exact: true }).first().click();
  await form.getByLabel("怎么答复的").fill(words);
  await form.getByLabel("已解决", { exact: true }).check();
  await form.getByLabel("电话", { exact: true }).check();
  await form.getByRole("button", { name: "登记答复" }).click();
  await expect(officer.getByText(words).first()).toBeVisible();
}

test("接待办 logs a case, keeps what was typed when something is missing, and prints the slip", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const desk = await as("2001");
  await desk.goto("/cases/new?q=50004");
  await desk.getByRole("row").filter({ hasText: "工号 50004" }).getByRole("link").first().click();
  await expect(desk).toHaveURL(/person=/);
  await desk.getByLabel("说的情况").fill("水龙头坏了三天。");
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.getByRole("alert", { name: "有问题需要修改" })).toContainText("请选择是哪方面的事");
  await expect(desk.getByLabel("说的情况")).toHaveValue("水龙头坏了三天。");
  await expectNoViolations(desk);
  await snapshot(desk, "missing");

  await desk.getByLabel("哪方面的事").selectOption({ label: "宿舍 · 宿舍维修" });
  await desk.getByLabel("是什么事").fill("宿舍水龙头坏了");
  await desk.getByRole("button", { name: "登记", exact: true }).click();
  await expect(desk.getByText(/^编号 WX-202611-\d{3}$/)).toBeVisible();
  await desk.getByRole("link", { name: "打印受理单" }).click();
  await expect(desk.getByRole("heading", { name: "受理单" })).toBeVisible();
  await expect(desk.getByText("宿舍维修：宿舍水龙头坏了")).toBeVisible();
  await expectNoViolations(desk);
  await snapshot(desk, "slip");
});

test("a case goes from the desk through 人事科 and the call back to its end, by three people", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const desk = await as("2001");
  const officer = await as("2002");
  const path = await register(desk, "50005", "社保断了一个月");
  await officer.goto(path);
  await officer.getByRole("button", { name: "开始办理" }).click();
  await expect(officer.getByText("正在办，办完登记答复")).toBeVisible();
  await expectNoViolations(officer);
  await answer(officer, path, "已经补缴，下月起正常。");
  await expect(officer.locator("#move-followUp")).toHaveCount(0);

  await desk.goto("/inbox");
  await expect(desk.getByRole("link", { name: "社保断了一个月" }).first()).toBeVisible();
  await desk.goto(path);
  await desk.getByRole("button", { name: "回访" }).click();
  const closing = desk.locator("#move-close");
  await closing.getByRole("button", { name: "办结" }).click();
  await expect(closing.getByText("请选择职工的满意度").first()).toBeVisible();
  await closing.getByLabel("满意", { exact: true }).check();
  await closing.getByRole("button", { name: "办结" }).click();
  await expect(desk.getByText("已经办结，可以归档。")).toBeVisible();
  await expectNoViolations(desk);
  await snapshot(desk, "closed");
});

test("two people act on one case, and the second is told what the first one did", async ({ as }) => {
  const desk = await as("2001");
  const officer = await as("2002");
  const path = await register(desk, "50005", "两个人同时办的事");
  await officer.goto(path);
  const second = await officer.context().newPage();
  await second.goto(path);
  await officer.getByRole("button", { name: "开始办理" }).click();
  await expect(officer.getByText("正在办，办完登记答复")).toBeVisible();
  await second.getByRole("button", { name: "开始办理" }).click();
  await expect(second.getByRole("alert", { name: "有问题需要修改" })).toContainText("这件事刚被别人处理过");
});

test("人事科 asks for more time and a leader grants it", async ({ as, expectNoViolations }) => {
  const desk = await as("2001");
  const path = await register(desk, "50005", "要等外地的证明");
  const officer = await as("2002");
  await officer.goto(path);
  await officer.getByText("申请延期", { exact: true }).click();
  await officer.getByLabel("延长几个工作日").fill("3");
  await officer.getByLabel("原因", { exact: true }).fill("等原籍社保局开证明");
  await officer.getByRole("button", { name: "提交申请" }).click();
  await expect(officer.getByText(/申请延长 3 个工作日/).first()).toBeVisible();

  const leader = await as("1001");
  await leader.goto("/inbox");
  await leader.getByRole("link", { name: "要等外地的证明" }).first().click();
  await leader.getByLabel("同意", { exact: true }).check();
  await leader.getByRole("button", { name: "批复延期" }).click();
  await expect(leader.getByText(/同意延期/).first()).toBeVisible();
  await expectNoViolations(leader);
});

test("a liaison of 二所 and the three administrators do not find a case that is not theirs", async ({ as }) => {
  const desk = await as("2001");
  const path = await register(desk, "50005", "只给该看的人看");
  for (const login of ["3002", "9001", "9002", "9003", "2005"]) {
    const page = await as(login);
    const response = await page.goto(path);
    expect(response?.status(), login).toBe(404);
    await expect(page.getByText("只给该看的人看")).toHaveCount(0);
  }
});

test(
  "a worker reads the answer, says it is not solved, and then that it is",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    const desk = await as("2001");
    const officer = await as("2002");
    const title = `社保卡没发下来（${worker}）`;
    const path = await register(desk, worker, title);
    await answer(officer, path, "卡已经寄到所里，请找班长领。");

    const phone = await as(worker);
    await phone.goto("/my/cases");
    await expectNoViolations(phone);
    await phone.getByRole("link", { name: title }).click();
    await expect(phone.getByText("卡已经寄到所里，请找班长领。").first()).toBeVisible();
    await expectNoViolations(phone);
    await snapshot(phone, "answer");
    await phone.getByText("没解决，再说一次").click();
    await phone.getByRole("button", { name: "没解决，请再办" }).click();
    await expect(phone.getByRole("alert", { name: "有问题需要修改" })).toContainText("请说说哪里还没解决");
    await phone.getByLabel("哪里还没解决？").fill("班长说没有收到。");
    await phone.getByRole("button", { name: "没解决，请再办" }).click();
    await expect(phone.getByText("正在重新办").first()).toBeVisible();

    await answer(officer, path, "班长已经找到，今天发给您。");
    await phone.goto("/my/cases");
    await phone.getByRole("link", { name: title }).click();
    await phone.getByRole("button", { name: "解决了" }).click();
    await expect(phone.getByText("这件事办完了。").first()).toBeVisible();
    await expectNoViolations(phone);
  },
);
