import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pinyinKey, tokenRange, tokensOf, typedIdNo } from "@/lib/people/search/rules";

const wangDali = { name: "王大力", staffNo: "HW-100234", mobile: "13812345678" };

/** What the database does with the range, in code units that order like UTF-8 bytes for these tests. */
function finds(typed: string, person: Parameters<typeof tokensOf>[0]): boolean {
  const range = tokenRange(typed);
  if (!range) return false;
  const bytes = (text: string) => Buffer.from(text, "utf8");
  return tokensOf(person).some(
    (token) =>
      Buffer.compare(bytes(token), bytes(range.from)) >= 0 && Buffer.compare(bytes(token), bytes(range.to)) < 0,
  );
}

describe("a person is found", () => {
  test.each(["王大力", "王", "大力", "力", "王 大力", "王　大力"])("by the name: %s", (typed) => {
    expect(finds(typed, wangDali)).toBe(true);
  });

  test.each(["wang", "wangdali", "Wang Dali", "dali", "li", "wdl", "dl", "wangdl", "WDL", "ｗｄｌ"])(
    "by its pinyin: %s",
    (typed) => {
      expect(finds(typed, wangDali)).toBe(true);
    },
  );

  test.each(["HW-100234", "hw100234", "100234", "0234", "234", "5678"])("by a number: %s", (typed) => {
    expect(finds(typed, wangDali)).toBe(true);
  });

  test.each(["李", "wangli", "dw", "34", "1381", "12345678", "", " ", "·"])("but not by %j", (typed) => {
    expect(finds(typed, wangDali)).toBe(false);
  });

  test("by a character outside the first plane, and by the characters before it", () => {
    const rare = { name: "王𬭚", staffNo: "100001" };
    for (const typed of ["王", "王𬭚", "𬭚", "wangchun", "wc"]) expect(finds(typed, rare)).toBe(true);
  });

  test("by a character that has no reading in the dictionary", () => {
    const unread = { name: "李𪨧", staffNo: "100002" };
    for (const typed of ["李𪨧", "𪨧", "li"]) expect(finds(typed, unread)).toBe(true);
  });

  test("by a surname as it is read as a surname, and by the reading a stranger would try", () => {
    for (const typed of ["shanxiongxin", "danxiongxin"]) {
      expect(finds(typed, { name: "单雄信", staffNo: "100003" })).toBe(true);
    }
    for (const typed of ["qiuying", "chouying"]) expect(finds(typed, { name: "仇英", staffNo: "100004" })).toBe(true);
  });

  test("by any part of a name with a middle dot, typed with or without it", () => {
    const dotted = { name: "买买提·艾力", staffNo: "100005" };
    for (const typed of ["艾力", "买买提艾力", "买买提•艾力", "maimaiti", "aili"])
      expect(finds(typed, dotted)).toBe(true);
  });

  test("by ü typed as v, and by a name in Latin letters", () => {
    for (const typed of ["lvbu", "lübu"]) expect(finds(typed, { name: "吕布", staffNo: "100006" })).toBe(true);
    for (const typed of ["anna", "li", "Anna Li"]) {
      expect(finds(typed, { name: "Anna Li", staffNo: "100007" })).toBe(true);
    }
  });
});

test("a name of nothing but dots is found by the number alone", () => {
  expect(tokensOf({ name: "··", staffNo: "100008" })).toEqual(["00008", "0008", "008", "100008"]);
});

test("no token is empty, repeated, or half a character", () => {
  const letter = fc.constantFrom(...("王李单乐𬭚䶮𪨧欧阳·A".match(/./gu) ?? []));
  fc.assert(
    fc.property(fc.array(letter, { minLength: 2, maxLength: 8 }), (letters) => {
      const tokens = tokensOf({ name: letters.join(""), staffNo: "100001" });
      expect(new Set(tokens).size).toBe(tokens.length);
      for (const token of tokens) {
        expect(token).not.toBe("");
        expect(token).not.toMatch(/\p{Cs}/u);
      }
    }),
  );
});

test("an ID number gives no token, only its own search", () => {
  expect(typedIdNo(" 12990019800229012x ")).toBe("12990019800229012X");
  expect(typedIdNo("１２９９００１９８００２２９０１２Ｘ")).toBe("12990019800229012X");
  expect(typedIdNo("129900198002290")).toBeUndefined();
  expect(typedIdNo("王大力")).toBeUndefined();
});

test("names are sorted by syllable, not by code point", () => {
  const names = ["王大力", "万里", "王安", "汪爱", "李𪨧", "欧阳娜娜", "单雄信"];
  expect([...names].sort((a, b) => (pinyinKey(a) < pinyinKey(b) ? -1 : 1))).toEqual([
    "李𪨧",
    "欧阳娜娜",
    "单雄信",
    "万里",
    "汪爱",
    "王安",
    "王大力",
  ]);
  expect(pinyinKey("吕布")).toBe("lv bu");
  expect(pinyinKey("买买提·艾力")).toBe("mai mai ti ai li");
});
