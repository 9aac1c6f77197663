import { expect, test } from "../setup/browser";

/** The reception desk on the telephone: find the caller, read out the times, book, move, cancel, and take that back. */
test("接待办 books for a caller, moves the booking and takes a cancellation back", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const page = await as("2001");
  await page.goto("/reception");
  await expect(page.getByRole("heading", { level: 1, name: "职工接待日" })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("link", { name: "替人预约" }).click();

  await page.getByLabel("职工", { exact: true }).fill("50004");
  await page.keyboard.press("Enter");
  await page.getByRole("table", { name: "找到的职工" }).getByRole("link").first().click();
  const times = page.getByRole("table", { name: "可以约的时间" }).getByRole("link");
  await expect(times.first()).toBeVisible();
  await snapshot(page, "desk-times");
  const time = (await times.last().textContent()) ?? "";
  await times.last().click();

  await page.getByRole("radio", { name: "住宿", exact: true }).check();
  await page.getByLabel("简单说说").fill("宿舍漏水，说了两次没修");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "就这样，预约" }).click();
  await page.waitForURL(/\/reception\/bookings\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time.trim());
  await expect(page.getByText("宿舍漏水，说了两次没修")).toBeVisible();
  await expectNoViolations(page);
  await snapshot(page, "desk-booking");

  const first = page.url();
  await page.getByLabel("改到").selectOption({ index: 1 });
  await page.getByRole("button", { name: "改时间" }).click();
  await page.waitForURL((url) => url.href !== first && url.pathname.startsWith("/reception/bookings/"));
  await expect(page.getByText("从别的时间改来")).toBeVisible();

  await page.getByText("取消预约", { exact: true }).first().click();
  await page.getByLabel("为什么取消").selectOption("ASKED");
  await page.getByRole("button", { name: "取消预约" }).click();
  await expect(page.getByRole("button", { name: "恢复预约" })).toBeVisible();
  await page.getByRole("button", { name: "恢复预约" }).click();
  await expect(page.getByRole("link", { name: "打印预约单" })).toBeVisible();

  // The next journey finds the seats as this one found them.
  await page.getByText("取消预约", { exact: true }).first().click();
  await page.getByLabel("为什么取消").selectOption("ASKED");
  await page.getByRole("button", { name: "取消预约" }).click();
  await expect(page.getByRole("button", { name: "恢复预约" })).toBeVisible();
});

test("接待办 shows a leader the day, and the leader learns names of the own cells only", async ({
  as,
  expectNoViolations,
}) => {
  const desk = await as("2001");
  await desk.goto("/reception");
  await desk.getByRole("link", { name: "看这一天" }).click();
  await expect(desk).toHaveURL(/\/reception\/[0-9a-f-]{36}$/);
  await expect(desk.getByRole("table", { name: "时段和座位" })).toBeVisible();
  const names = await desk.getByRole("table", { name: "时段和座位" }).getByRole("link").count();
  expect(names).toBeGreaterThan(0);
  await expectNoViolations(desk);

  const leader = await as("1001");
  await leader.goto(new URL(desk.url()).pathname);
  await expect(leader.getByRole("table", { name: "时段和座位" }).getByText("已约").first()).toBeVisible();
  await expect(leader.getByRole("table", { name: "时段和座位" }).getByRole("link")).toHaveCount(0);
  await expect(leader.getByRole("link", { name: "替人预约" })).toHaveCount(0);
});

test("接待办 drafts a day for a month; a provisional one is not published", async ({ as, expectNoViolations }) => {
  const page = await as("2001");
  await page.goto("/reception/new");
  await expect(page.getByText("日期是暂定的")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.waitForURL(/\/reception\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "发布" }).click();
  await expect(page.getByRole("alert", { name: "有问题需要修改" })).toContainText("放假安排还没有录入");
  await page.getByText("不要这份草稿了").click();
  await page.getByRole("button", { name: "作废草稿" }).click();
  await page.waitForURL(/\/reception$/);
});
