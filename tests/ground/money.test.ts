import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenOf, inCapitals, tenThousandYuan, yuan } from "@/lib/money";

/** Reads an amount in capitals back, by another way than it was written: left to right, adding up. */
function fenFrom(words: string): bigint {
  const digits = "零壹贰叁肆伍陆柒捌玖";
  const small: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let total = 0n;
  let myriads = 0n;
  let section = 0n;
  let last = 0n;
  let fen = 0n;
  for (const letter of words.replace(/^负/, "")) {
    const value = digits.indexOf(letter);
    if (value >= 0) last = BigInt(value);
    else if (letter in small) {
      section += last * (small[letter] ?? 0n);
      last = 0n;
    } else if (letter === "万") {
      myriads = (section + last) * 10_000n;
      section = last = 0n;
    } else if (letter === "亿") {
      total = (total + myriads + section + last) * 100_000_000n;
      myriads = section = last = 0n;
    } else if (letter === "元") {
      fen += (total + myriads + section + last) * 100n;
      last = 0n;
    } else if (letter === "角") {
      fen += last * 10n;
      last = 0n;
    } else if (letter === "分") fen += last;
    else if (letter !== "整") throw new Error(`unknown ${letter} in ${words}`);
  }
  return words.startsWith("负") ? -fen : fen;
}

describe("an amount in figures", () => {
  test("has thousands and two decimals", () => {
    expect([0, 5, 50, 100, 99_999, 123_400, 62_025_000, -123_456].map(yuan)).toEqual([
      "0.00",
      "0.05",
      "0.50",
      "1.00",
      "999.99",
      "1,234.00",
      "620,250.00",
      "-1,234.56",
    ]);
    expect(yuan(123_456_789_012_345n)).toBe("1,234,567,890,123.45");
  });
  test("in 万元 is rounded to the hundredth", () => {
    expect([62_025_000, 3_726_000, 4_999, 5_000, 0, -4_999, -62_025_000].map(tenThousandYuan)).toEqual([
      "62.03",
      "3.73",
      "0.00",
      "0.01",
      "0.00",
      "0.00",
      "-62.03",
    ]);
  });
  test("comes back as it went, whatever the amount", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => fenOf(yuan(fen)) === fen));
  });
});

describe("an amount in capitals", () => {
  test.each([
    [0, "零元整"],
    [1, "壹分"],
    [10, "壹角整"],
    [55, "伍角伍分"],
    [100, "壹元整"],
    [101, "壹元零壹分"],
    [110, "壹元壹角整"],
    [1_000, "壹拾元整"],
    [1_005, "壹拾元零伍分"],
    [10_500, "壹佰零伍元整"],
    [32_504, "叁佰贰拾伍元零肆分"],
    [140_950, "壹仟肆佰零玖元伍角整"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [600_714, "陆仟零柒元壹角肆分"],
    [1_000_000, "壹万元整"],
    [1_000_100, "壹万零壹元整"],
    [1_640_902, "壹万陆仟肆佰零玖元零贰分"],
    [3_726_000, "叁万柒仟贰佰陆拾元整"],
    [10_000_000, "壹拾万元整"],
    [10_700_053, "壹拾万柒仟元伍角叁分"],
    [100_010_000, "壹佰万零壹佰元整"],
    [62_025_000, "陆拾贰万零贰佰伍拾元整"],
    [10_000_000_000, "壹亿元整"],
    [10_000_000_100, "壹亿零壹元整"],
    [10_010_000_100, "壹亿零壹拾万零壹元整"],
    [200_500_300_000, "贰拾亿零伍佰万叁仟元整"],
    [100_000_000_000_000, "壹万亿元整"],
    [120_000_000_000_000, "壹万贰仟亿元整"],
    [-123_456, "负壹仟贰佰叁拾肆元伍角陆分"],
  ])("%d 分 is %s", (fen, words) => {
    expect(inCapitals(fen)).toBe(words);
  });
  test("means the same amount, whatever it is", () => {
    const amounts = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n });
    fc.assert(fc.property(amounts, (fen) => fenFrom(inCapitals(fen)) === fen));
  });
  test("never has two 零 together, a 零 before 万 亿 元, or an end without 整 or 分", () => {
    const amounts = fc.oneof(fc.integer({ min: 1, max: 99_999_999_999_999 }), fc.integer({ min: 1, max: 2_000_000 }));
    fc.assert(
      fc.property(amounts, (fen) => {
        const words = inCapitals(fen);
        return !/零零|零[万亿元角分]|[^整分]$|分整/.test(words) && !words.startsWith("零");
      }),
    );
  });
});

describe("an amount as it is typed", () => {
  test.each([
    ["2510", 251_000],
    ["2,510.5", 251_050],
    ["¥2510.50元", 251_050],
    ["２５１０．０５", 251_005],
    [" 300 元", 30_000],
    ["0", 0],
    ["007", 700],
    ["0.07", 7],
    ["999999999999.99", 99_999_999_999_999],
  ])("%s is read", (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });
  test.each(["", "元", "-5", "1.234", "1.", ".5", "12,34", "1,2345", "1e3", "三百", "0x10", "1000000000000", "1 2a"])(
    "%s is not",
    (text) => {
      expect(fenOf(text)).toBeUndefined();
    },
  );
});
