import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { demoPassword, demoPin, isWorker, portal } from "./portal";
import { root } from "./structure";

// npm run screenshots: makes the pictures of the README anew, from the built portal with its demo data.

type Picture = { name: string; login: string; path: string; width: number; height: number; press?: string };

const pictures: Picture[] = [
  { name: "dashboard", login: "1001", path: "/dashboard", width: 1366, height: 768 },
  { name: "inbox", login: "2001", path: "/inbox", width: 1366, height: 768 },
  { name: "worker", login: "50001", path: "/my/book", width: 360, height: 640, press: "大字" },
];
const folder = path.join(root, "tests/setup/screenshots");
const systemChromium = "/usr/bin/chromium";

const server = portal.isOurs
  ? spawn(process.execPath, ["--import", "tsx", "tests/setup/start-portal.ts"], { cwd: root, stdio: "inherit" })
  : null;
try {
  await isUp();
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
  });
  for (const picture of pictures) await take(browser, picture);
  await browser.close();
} finally {
  server?.kill("SIGTERM");
}

async function take(browser: Browser, { name, login, path: address, width, height, press }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: { width, height },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  await signIn(page, login);
  await page.goto(address);
  if (press) await page.getByRole("button", { name: press }).first().click();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  console.log(`tests/setup/screenshots/${name}.png`);
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("工号", { exact: true }).fill(login);
  await page.getByLabel("密码", { exact: true }).fill(isWorker(login) ? demoPin : demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Waits until the portal answers: up to five minutes, because it may have to build first. */
async function isUp(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${portal.url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(1_000);
  }
  throw new Error(`${portal.url} does not answer`);
}
