import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { familyName, maskCard, maskedFamilyName, maskIdNo, maskName, maskPhone } from "@/lib/masks";

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));

describe("names", () => {
  test.each([
    ["王小林", "王*林"],
    ["王林", "王*"],
    ["王张小林", "王**林"],
    ["欧阳娜", "欧阳*"],
    ["欧阳娜娜", "欧阳*娜"],
    ["欧阳", "欧*"],
    ["买买提·艾力", "买**·*力"],
    ["阿卜杜拉·买买提·艾力", "阿***·***·*力"],
    ["䶮小林", "䶮*林"],
    ["𠮷小林", "𠮷*林"],
    [" 王小林 ", "王*林"],
    ["王", "*"],
    ["", ""],
  ])("%s is shown as %s", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
  test.each([
    ["王小林", "王师傅"],
    ["诸葛小明", "诸葛师傅"],
    ["东方", "东师傅"],
    ["买买提·艾力", "买买提师傅"],
  ])("%s is addressed as %s", (name, said) => {
    expect(maskedFamilyName(name)).toBe(said);
  });
  test("no name goes out whole, and its length stays", () => {
    const letter = fc.constantFrom(..."王张李欧阳司马诸葛小林娜䶮𠮷");
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 6 }), (letters) => {
        const shown = maskName(letters.join(""));
        expect(shown).toContain("*");
        expect(Array.from(shown)).toHaveLength(letters.length);
        expect(letters.join("").startsWith(familyName(letters.join("")))).toBe(true);
      }),
    );
  });
});

describe("numbers", () => {
  test("an ID number keeps its first and last character", () => {
    expect(maskIdNo("129900196804121011")).toBe("1****************1");
    expect(maskIdNo("12990019800229012X")).toBe("1****************X");
    expect(maskIdNo("12345")).toBe("*****");
  });
  test("the birth date never shows through", () => {
    fc.assert(
      fc.property(digits(18), (idNo) => {
        expect(maskIdNo(idNo).slice(1, -1)).toBe("*".repeat(16));
      }),
    );
  });
  test.each([
    ["13812341234", "138****1234"],
    ["138 1234 1234", "138****1234"],
    ["022-12345678", "****5678"],
    ["12345", "****"],
    ["", "****"],
  ])("the telephone %s is shown as %s", (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
  // A pattern that wants fifteen digits before the tail leaves cards of sixteen in clear.
  test.each([16, 17, 18, 19])("a card of %i digits shows its last four", (length) => {
    fc.assert(
      fc.property(digits(length), (card) => {
        expect(maskCard(card)).toBe(`****${card.slice(-4)}`);
        expect(maskCard(card.replace(/(\d{4})/g, "$1 "))).toBe(maskCard(card));
      }),
    );
  });
  test("a card too short to be one is hidden whole", () => {
    expect(maskCard("12345678")).toBe("****");
  });
});
