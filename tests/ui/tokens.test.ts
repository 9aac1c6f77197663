import { readFileSync } from "node:fs";
import layers from "@csstools/postcss-cascade-layers";
import tailwind from "@tailwindcss/postcss";
import postcss, { type Declaration, type Root } from "postcss";
import { beforeAll, describe, expect, test } from "vitest";

const source = "app/globals.css";
let built: Root;

beforeAll(async () => {
  const result = await postcss([tailwind(), layers()]).process(readFileSync(source, "utf8"), { from: source });
  built = postcss.parse(result.css);
}, 60_000);

/** The colour tokens in force under a selector, on top of the base ones. */
function tokensOf(selector?: string): Map<string, string> {
  const tokens = new Map<string, string>();
  built.walkDecls(/^--color-/, (declaration) => {
    const rule = declaration.parent;
    const where = rule?.type === "rule" ? rule.selector : "";
    if (where.includes(":root") || (selector && where.split(":not(#")[0]?.trim().endsWith(selector)))
      tokens.set(declaration.prop.slice("--color-".length), declaration.value);
  });
  return tokens;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Map<string, string>, text: string, ground: string): number {
  const [one, two] = [text, ground].map((name) => luminance(tokens.get(name) ?? name));
  const [light, dark] = [Math.max(one ?? 0, two ?? 0), Math.min(one ?? 0, two ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [string, string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((text) =>
    ["paper", "surface", "tint"].map((on): [string, string] => [text, on]),
  ),
  ...["ok", "warn", "late", "info"].flatMap((text) =>
    [`${text}-wash`, "surface", "paper"].map((on): [string, string] => [text, on]),
  ),
  ["surface", "signal-fill"],
  ["surface", "signal-dark"],
  ["surface", "late"],
];

describe("contrast", () => {
  test.each(pairs)("staff pages: %s on %s is at least 4.5:1", (text, ground) => {
    expect(contrast(tokensOf(), text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs.filter(([, ground]) => ground !== "tint"))(
    "worker pages: %s on %s is at least 7:1",
    (text, ground) => {
      expect(contrast(tokensOf(".worker"), text, ground)).toBeGreaterThanOrEqual(7);
    },
  );

  test("the edge of a field is seen on every ground", () => {
    expect(contrast(tokensOf(), "control", "surface")).toBeGreaterThanOrEqual(3);
    expect(contrast(tokensOf(), "control", "paper")).toBeGreaterThanOrEqual(3);
  });
});

describe("what office browsers of 2020 can read", () => {
  test("no cascade layers and no oklch() are left", () => {
    const css = built.toString();
    expect(css.length).toBeGreaterThan(20_000);
    expect(css).not.toMatch(/@layer/);
    expect(css).not.toMatch(/oklch\(/);
  });

  test("every colour token is hex", () => {
    const tokens = [...tokensOf().values(), ...tokensOf(".worker").values()];
    expect(tokens.length).toBeGreaterThan(40);
    for (const value of tokens) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });

  test("no utility needs what Chrome 87 lacks", () => {
    const lacking = new Set<string>();
    built.walkDecls((declaration) => {
      if (/^(translate|rotate|scale|aspect-ratio|inset-inline|inset-block)$/.test(declaration.prop))
        lacking.add(declaration.prop);
      if (/color-mix\(/.test(declaration.value) && !insideSupports(declaration)) lacking.add(declaration.value);
    });
    built.walkRules(/:has\(/, (rule) => void lacking.add(rule.selector));
    expect([...lacking]).toEqual([]);
  });
});

function insideSupports(declaration: Declaration): boolean {
  let isInside = false;
  built.walkAtRules("supports", (rule) => {
    rule.walkDecls((inner) => {
      isInside ||= inner === declaration;
    });
  });
  return isInside;
}
