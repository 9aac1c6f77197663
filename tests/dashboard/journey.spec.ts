import { expect, test } from "../setup/browser";

test("a leader opens the number of overdue cases and finds as many rows", async ({
  as,
  expectNoViolations,
  snapshot,
}) => {
  const leader = await as("1001");
  await leader.goto("/dashboard");
  await expect(leader.getByRole("heading", { name: "今天要您处理" })).toBeVisible();
  await expectNoViolations(leader);
  await snapshot(leader, "dashboard");
  const tile = leader.getByRole("list", { name: "总数" }).getByRole("link", { name: /^超期/ });
  const shown = Number((await tile.textContent())?.replace(/\D/g, ""));
  expect(shown).toBeGreaterThanOrEqual(5);
  await tile.click();
  await expect(leader.getByText(`共 ${shown} 件`)).toBeVisible();
  await expect(leader.getByRole("row").filter({ hasText: "已超期" })).toHaveCount(shown);
  await expectNoViolations(leader);
});

test(
  "a leader reads the dashboard on a phone without scrolling sideways",
  { tag: "@phone" },
  async ({ as, snapshot }) => {
    const leader = await as("1001");
    await leader.goto("/dashboard");
    const width = await leader.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await snapshot(leader, "dashboard-phone");
  },
);

test("an officer's figures are of the own programme and say what they count", async ({ as }) => {
  const officer = await as("2004");
  await officer.goto("/dashboard");
  await officer.getByText("口径", { exact: true }).first().click();
  await expect(officer.getByText("现在还没有答复职工的事项，包括停钟等待的。")).toBeVisible();
  await expect(officer.getByRole("table", { name: "各项目的数字" }).getByText("职工宿舍")).toBeVisible();
});
