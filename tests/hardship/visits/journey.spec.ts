import type { Page } from "@playwright/test";
import { expect, test } from "../../setup/browser";
import { clearRounds, personOf, plantRound } from "./plant";

test.afterEach(clearRounds);

/** From forming the group to 收到了: the officer, the leader who went along, and the worker whose money it is. */
test(
  "a group goes to a household, the line fails, nothing is lost, and the worker has it",
  { tag: "@phone" },
  async ({ as, expectNoViolations, snapshot }) => {
    test.setTimeout(120_000); // five pages by three people
    const round = await plantRound("50005");
    const [leader, officer, liaison] = await Promise.all([personOf("1001"), personOf("2003"), personOf("3001")]);
    const page = await as("2003");
    await page.goto(`/hardship/visits/${round.campaignId}/groups`);
    await page.getByLabel("组名").fill("第一组");
    await page.getByLabel("带队领导").selectOption(leader.id);
    await page.getByLabel("干事").selectOption(officer.id);
    await page.getByLabel("联络员").selectOption(liaison.id);
    await page.getByLabel("计划哪天去").fill("2026-11-22");
    await page.getByRole("button", { name: "编组" }).click();
    await page.getByLabel("还没编组的单位").selectOption({ index: 1 });
    await page.getByLabel("编进哪一组").selectOption({ label: "第一组" });
    await page.getByRole("button", { name: "整个单位编进去" }).click();
    await expect(page.getByLabel(`001 ${round.name}`)).toBeVisible();
    await expectNoViolations(page);
    await snapshot(page, "groups");

    await page.goto("/hardship/visits/mine");
    const door = page.locator("section").filter({ hasText: `001 ${round.name}` });
    await door.getByText("看住址、打电话").click();
    await door.getByRole("button", { name: "查看" }).click();
    await expect(door.getByText("住址", { exact: true })).toBeVisible();
    await expectNoViolations(page);
    await snapshot(page, "door");
    await door.getByRole("link", { name: "到了，登记" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${round.name}家` })).toBeVisible();
    await page.getByRole("group", { name: "谁去了" }).getByLabel(leader.name).check();
    await sign(page);
    await page.getByLabel("留下的慰问品").fill("米两袋");
    await expectNoViolations(page);
    await snapshot(page, "visit");

    await page.context().setOffline(true);
    await page.getByRole("button", { name: "确认已领，记下来" }).click();
    await expect(page.getByRole("heading", { name: "没有交上去" })).toBeVisible();
    await expect(page.getByText("已签好，可以提交")).toBeVisible();
    await expect(page.getByLabel("留下的慰问品")).toHaveValue("米两袋");
    await snapshot(page, "lost");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "再试一次" }).click();
    await expect(page.getByText("这一户已经签领，记下来了")).toBeVisible();
    await expect(page.getByText("慰问品：米两袋")).toBeVisible();
    await snapshot(page, "signed");

    const other = await as("1001");
    await other.goto("/hardship/visits/mine");
    const mine = `是我和他一起发的：${round.name}家`;
    await other.getByRole("button", { name: mine }).click();
    await expect(other.getByRole("button", { name: mine })).toBeHidden();
    await expectNoViolations(other);

    const worker = await as("50005");
    await worker.goto("/my/received");
    await worker.getByRole("button", { name: "收到了，数目对" }).click();
    await expect(worker.getByText("您说收到了。")).toBeVisible();
    await expectNoViolations(worker);
  },
);

test(
  "a worker says that the money did not arrive, and sees who looks for it",
  { tag: "@my" },
  async ({ as, worker, expectNoViolations, snapshot }) => {
    await plantRound(worker, { isSigned: true });
    const page = await as(worker);
    await page.goto("/my/received");
    await page.getByText("没收到，或者数目不对").click();
    await page.getByLabel("说说怎么回事").fill("那天我在上班，没有人来过。");
    await snapshot(page, "asked");
    await page.getByRole("button", { name: "没收到", exact: true }).click();
    await expect(page.getByText("您说没收到")).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole("link", { name: "看看查到哪一步" }).click();
    await expect(page.getByText("没有收到春节慰问金").first()).toBeVisible();
  },
);

/** Draws a line with the finger. */
async function sign(page: Page): Promise<void> {
  const pad = page.getByLabel("领取人签字");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("no pad to sign on");
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 80, { steps: 6 });
  await page.mouse.up();
}
