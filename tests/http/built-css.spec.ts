import { expect, test } from "@playwright/test";
import { openSignIn, send } from "./wire";

/** Office PCs end at Chrome 87–109: below 99 a browser drops what stands in @layer, below 111 it knows no oklch(). */
function tooNew(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const checks: [RegExp, string][] = [
    [/(?<!@supports[^{;]*)oklch\(|(?<!@supports[^{;]*)oklab\(/, "oklch() or oklab() without a fallback"],
    [/@layer\b/, "@layer"],
    [/@container\b/, "@container"],
    [/:has\(/, ":has()"],
    [/(?<![-\w])(?:translate|rotate|scale):/, "translate, rotate or scale as properties of their own"],
    [/@font-face\b/, "a web font"],
    [/url\(\s*["']?https?:/, "something loaded from elsewhere"],
    [/\b\d*\.?\d+d?(?:svh|dvh|lvh)\b/, "svh, dvh or lvh"],
    [/&[\s.:#[]/, "nested rules"],
  ];

  return checks
    .filter(([pattern]) => pattern.test(plain))
    .map(([pattern, what]) => `${what}: ${pattern.exec(plain)?.[0] ?? ""}`);
}

test("the stylesheets hold nothing that an old office browser drops", async () => {
  const { text } = await openSignIn();
  const sheets = [...text.matchAll(/href="([^"]+\.css[^"]*)"/g)].map(([, href = ""]) => href);
  let size = 0;
  for (const sheet of sheets) {
    const { status, text: css, headers } = await send(sheet);
    expect(status).toBe(200);
    size += css.length;
    expect(tooNew(css), sheet).toEqual([]);
    if (sheet.startsWith("/_next/")) expect(headers["cache-control"]).toContain("immutable");
  }
  expect(size).toBeGreaterThan(20_000);
});

test("what is too new would be seen", () => {
  for (const css of [
    "a{color:oklch(0.7 0.1 20)}",
    "@layer base{a{b:c}}",
    "a:has(b){c:d}",
    "a{translate:1px}",
    "@container(x){}",
  ]) {
    expect(tooNew(css), css).toHaveLength(1);
  }
  expect(tooNew("a{color:#fff;transform:translate(1px)}")).toEqual([]);
});
