import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { portal } from "./tests/setup/portal";

const systemChromium = "/usr/bin/chromium";
const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** The cheap Android phone of the worker: small, touched with fingers, one hand on the broom. */
const phone = {
  ...devices["Galaxy S5"],
  viewport: { width: 360, height: 640 },
  screen: { width: 360, height: 640 },
  // Sharper pictures cost the two cores more than everything else on the page.
  deviceScaleFactor: 1,
};
const desk = { ...devices["Desktop Chrome"], viewport: { width: 1366, height: 768 } };
const blind = { ...phone, javaScriptEnabled: false };
const journeys = { testIgnore: ["http/**", "ui/pages.spec.ts"] };
const everyPage = { testMatch: "ui/pages.spec.ts" };

export default defineConfig({
  testDir: "tests",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/browser",
  // Prints are compared as coarse grids of ink, so that one picture serves every machine.
  snapshotPathTemplate: "{testDir}/ui/print/{arg}{ext}",
  // One portal, one database, told as one story: two journeys at once would meet each other's rows.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: portal.url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    launchOptions: {
      args: flags,
      ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    },
  },
  // In this order: pages are looked at while the demo is as it was seeded, journeys change it.
  projects: [
    { name: "http", testMatch: "http/**/*.spec.ts", testIgnore: "http/afterwards.spec.ts" },
    { name: "pages", ...everyPage, grep: /@staff/, use: desk },
    { name: "phone-pages", ...everyPage, grep: /@my/, use: phone },
    { name: "phone-nojs-pages", ...everyPage, grep: /@my/, use: blind },
    // A worker has a phone, not a desk.
    { name: "desktop", ...journeys, grepInvert: /@phone|@my/, use: desk },
    { name: "phone", ...journeys, grep: /@phone|@my|@both/, use: phone },
    { name: "phone-nojs", ...journeys, grep: /@my/, use: blind },
    {
      name: "afterwards",
      testMatch: "http/afterwards.spec.ts",
      dependencies: ["http", "pages", "phone-pages", "phone-nojs-pages", "desktop", "phone", "phone-nojs"],
    },
  ],
  ...(portal.isOurs
    ? {
        webServer: {
          command: "npx tsx tests/setup/start-portal.ts",
          url: `${portal.url}/api/health`,
          reuseExistingServer: false,
          timeout: 180_000,
          stdout: "pipe" as const,
          gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
        },
      }
    : {}),
});
