import { expect, test } from "vitest";
import { changeReading, formatReading, parseReading, pathBack } from "@/lib/text-size";

test("a cookie that nobody wrote is the standard size", () => {
  for (const value of [undefined, "", "gigantic.neon", "large; drop", "__proto__"]) {
    expect(["standard", "large"]).toContain(parseReading(value).size);
    expect(parseReading(value).contrast).toBe("normal");
  }
  expect(parseReading("gigantic.neon").size).toBe("standard");
});

test("size and contrast are kept apart: changing one keeps the other", () => {
  const large = changeReading(parseReading(undefined), "large");
  const both = changeReading(large, "high");
  expect(both).toEqual({ size: "large", contrast: "high" });
  expect(changeReading(both, "standard")).toEqual({ size: "standard", contrast: "high" });
  expect(changeReading(both, "normal")).toEqual({ size: "large", contrast: "normal" });
  expect(changeReading(both, "<script>")).toEqual(both);
  expect(parseReading(formatReading(both))).toEqual(both);
});

test("the way back stays on this portal, whatever the Referer says", () => {
  expect(pathBack("https://home.example.gov.cn/my/book?topic=3")).toBe("/my/book?topic=3");
  expect(pathBack("https://evil.example//other.example/x")).toBe("/");
  expect(pathBack("https://evil.example/\\\\other.example")).toBe("/");
  expect(pathBack("javascript:alert(1)")).not.toMatch(/^javascript/);
  expect(pathBack("not an address")).toBe("/");
  expect(pathBack(null)).toBe("/");
});
