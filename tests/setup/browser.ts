import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { demoPassword, demoPin, isWorker } from "./portal";

export { expect } from "@playwright/test";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Told = { console: string[]; policy: string[] };

type Fixtures = {
  /**
   * A page of somebody who has signed in through the sign-in page: `const page = await as("2001")`.
   * The session is shared by the journeys of one run; `{ fresh: true }` signs in anew, for journeys that end the session.
   */
  as: (loginName: string, options?: { fresh?: boolean }) => Promise<Page>;
  /** A page of somebody who has not signed in. */
  stranger: () => Promise<Page>;
  /** 工号 of the worker who belongs to this project alone, so that the same journey can be told on every kind of phone. */
  worker: string;
  /** Looks at the page as it is: no serious accessibility fault, nothing the security policy blocked, no error in the console. */
  expectNoViolations: (page: Page) => Promise<void>;
  /** Keeps a picture of the whole page in the report. */
  snapshot: (page: Page, name: string) => Promise<void>;
};
type WorkerFixtures = { states: Map<string, State> };

const told = new WeakMap<Page, Told>();

/** Workers 50001–50005 of the demo: one for each kind of phone, the others for journeys at the desk. */
const workerOf: Record<string, string> = { phone: "50001", "phone-nojs": "50002" };

export const test = base.extend<Fixtures, WorkerFixtures>({
  states: [
    async ({ browserName: _ }, use) => {
      await use(new Map());
    },
    { scope: "worker" },
  ],
  as: async ({ browser, states }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async (loginName, options) => {
      const key = `${info.project.name} ${loginName}`;
      const known = options?.fresh ? undefined : states.get(key);
      const context = await browser.newContext(known ? { storageState: known } : {});
      opened.push(context);
      const page = await watched(context);
      if (known) return page;
      await signIn(page, loginName);
      if (!options?.fresh) states.set(key, await context.storageState());

      return page;
    });
    for (const context of opened) await context.close();
  },
  stranger: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push(context);

      return watched(context);
    });
    for (const context of opened) await context.close();
  },
  worker: async ({ browserName: _ }, use, info) => {
    await use(workerOf[info.project.name] ?? "50003");
  },
  expectNoViolations: async ({ javaScriptEnabled }, use) => {
    await use(async (page) => {
      expect
        .soft(told.get(page), "errors in the console and blocked by the security policy")
        .toEqual({ console: [], policy: [] });
      // Next brings the title of a page after its body; a page that never gets one fails here.
      await expect.soft(page).toHaveTitle(/\S/);
      // axe is a script itself; the same pages are looked at by it on the phone that runs scripts.
      if (!javaScriptEnabled) return;
      expect.soft(await seriousFaults(page), `accessibility of ${page.url()}`).toEqual([]);
    });
  },
  snapshot: async ({ browserName: _ }, use, info) => {
    await use(async (page, name) => {
      const path = info.outputPath(`${name}.png`);
      await page.screenshot({ path, fullPage: true });
      await info.attach(name, { path, contentType: "image/png" });
    });
  },
});

/** Signs in as a person would: opens the page, types, presses the button, and is somewhere else afterwards. */
export async function signIn(page: Page, loginName: string, secret?: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("工号", { exact: true }).fill(loginName);
  await page.getByLabel("密码", { exact: true }).fill(secret ?? (isWorker(loginName) ? demoPin : demoPassword));
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

async function watched(context: BrowserContext): Promise<Page> {
  const heard: Told = { console: [], policy: [] };
  await context.exposeBinding("tellViolation", (_, sentence: string) => {
    heard.policy.push(sentence);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (window as { tellViolation?: (sentence: string) => void }).tellViolation;
      tell?.(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => heard.console.push(error.message));
  page.on("console", (message) => {
    // A page that answers 404 on purpose is reported under its own address; a missing picture or script is not.
    const isOwnStatus = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (message.type() === "error" && !isOwnStatus) heard.console.push(`${message.text()} (${message.location().url})`);
  });
  told.set(page, heard);

  return page;
}

/** WCAG 2.2 AA as far as a machine can see it, serious and critical ones; the places are given as selectors. */
async function seriousFaults(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await builder.setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");

  return serious.map(
    ({ id, help, nodes }) => `${id}: ${help} → ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}
