import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, monthAfter, parseCivil } from "@/lib/dates";
import {
  checkCharacter,
  checkIdNo,
  expectedRetirement,
  isMigrant,
  isMobile,
  isOverAge,
  isStaffNo,
  normaliseIdNo,
  normaliseMobile,
  normaliseName,
  normaliseStaffNo,
  refuseMinor,
  refuseName,
  retiresWithin,
  type RetirementKind,
} from "@/lib/people/rules";

const today = "2026-10-10";

describe("ID number", () => {
  test.each([
    ["11010519491231002X", "FEMALE", "1949-12-31", "11"],
    ["129900196804121011", "MALE", "1968-04-12", "12"],
    ["12990019800229012X", "FEMALE", "1980-02-29", "12"],
    ["129900197706181242", "FEMALE", "1977-06-18", "12"],
    ["129900196601010119", "MALE", "1966-01-01", "12"],
    ["129900195907080238", "MALE", "1959-07-08", "12"],
    ["12990020200315003X", "MALE", "2020-03-15", "12"],
  ])("%s is valid: %s, born %s", (idNo, sex, birthDate, province) => {
    expect(checkIdNo(idNo, today)).toEqual({ ok: true, idNo, sex, birthDate, province });
  });
  test("full-width digits, blanks and a small x are put right", () => {
    expect(checkIdNo("12990019800229012x", today)).toMatchObject({ ok: true, idNo: "12990019800229012X" });
    expect(checkIdNo("１２９９００１９８００２２９０１２ｘ", today)).toMatchObject({ idNo: "12990019800229012X" });
    expect(checkIdNo(" 129900 19800229 012X　", today)).toMatchObject({ idNo: "12990019800229012X" });
    expect(normaliseIdNo("１２ｘ")).toBe("12X");
  });
  test.each([
    ["129900196804121012", "身份证号校验位不正确"],
    ["129900680412101", "请填写18位身份证号"],
    ["", "请填写18位身份证号"],
    ["12990019680412101Y", "身份证号前17位应为数字，最后一位为数字或X"],
    ["12990019680412X011", "身份证号前17位应为数字，最后一位为数字或X"],
    ["999900196804121011", "身份证号前两位不是有效的省份代码"],
    ["129900196802301011", "身份证号中的出生日期不存在"],
    ["129900198102290129", "身份证号中的出生日期不存在"],
    ["129900186804121011", "身份证号中的出生日期不存在"],
    ["129900202610110013", "身份证号中的出生日期晚于今天"],
  ])("%s is refused: %s", (idNo, sentence) => {
    expect(checkIdNo(idNo, today)).toEqual({ ok: false, sentence });
  });
  test("who was born today may be entered, tomorrow's child may not", () => {
    const born = (date: string) => {
      const digits = `129900${date.replaceAll("-", "")}001`;
      return checkIdNo(digits + checkCharacter(digits), today).ok;
    };
    expect([born(today), born(addDays(today, 1))]).toEqual([true, false]);
  });

  const anyIdNo = fc
    .record({
      area: fc.integer({ min: 0, max: 9_999 }).map((n) => `12${String(n).padStart(4, "0")}`),
      birth: fc.integer({ min: 0, max: 46_000 }).map((n) => addDays("1900-01-01", n)),
      order: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, "0")),
    })
    .map(({ area, birth, order }) => {
      const digits = `${area}${birth.replaceAll("-", "")}${order}`;
      return { idNo: digits + checkCharacter(digits), birth, order };
    });

  test("every well-built number is accepted and read back", () => {
    fc.assert(
      fc.property(anyIdNo, ({ idNo, birth, order }) => {
        const check = checkIdNo(idNo, "2026-10-10");
        expect(check).toMatchObject({ ok: true, birthDate: birth, sex: Number(order) % 2 ? "MALE" : "FEMALE" });
      }),
    );
  });
  test("one wrong digit never goes through, nor do two neighbours changed about", () => {
    fc.assert(
      fc.property(anyIdNo, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ idNo }, at, by) => {
        const wrong = idNo.slice(0, at) + ((Number(idNo[at]) + by) % 10) + idNo.slice(at + 1);
        expect(checkIdNo(wrong, today).ok).toBe(false);
        const swapped = idNo.slice(0, at) + idNo.charAt(at + 1) + idNo.charAt(at) + idNo.slice(at + 2);
        if (swapped !== idNo) expect(checkIdNo(swapped, today).ok).toBe(false);
      }),
    );
  });
  test("whatever is typed, the answer is a sentence or a real date", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{17}[\dX]$/)), (text) => {
        const check = checkIdNo(text, today);
        expect(check.ok ? parseCivil(check.birthDate) : check.sentence).toBeTruthy();
      }),
    );
  });
});

test("a migrant is who is registered elsewhere", () => {
  expect([isMigrant("OUTSIDE"), isMigrant("LOCAL")]).toEqual([true, false]);
});

describe("working age", () => {
  test("the 16th birthday is the first day that will do", () => {
    expect(refuseMinor("2010-10-11", "2026-10-10")).toBe("入职时未满16周岁，不能登记为职工");
    expect(refuseMinor("2010-10-10", "2026-10-10")).toBeUndefined();
  });
});

describe("retirement", () => {
  test.each<[RetirementKind, string, string, number]>([
    ["MALE", "1964-12-31", "2024-12", 0],
    ["MALE", "1965-01-01", "2025-02", 1],
    ["MALE", "1965-03-15", "2025-04", 1],
    ["MALE", "1965-05-01", "2025-07", 2],
    ["MALE", "1966-01-20", "2026-05", 4],
    ["MALE", "1976-08-31", "2039-07", 35],
    ["MALE", "1976-09-01", "2039-09", 36],
    ["MALE", "1999-01-01", "2062-01", 36],
    ["FEMALE_WORKER", "1974-12-01", "2024-12", 0],
    ["FEMALE_WORKER", "1977-06-18", "2028-09", 15],
    ["FEMALE_WORKER", "1984-11-01", "2039-11", 60],
    ["FEMALE_WORKER", "1990-02-01", "2045-02", 60],
    ["FEMALE_CADRE", "1969-12-01", "2024-12", 0],
    ["FEMALE_CADRE", "1971-05-09", "2026-10", 5],
    ["FEMALE_CADRE", "1981-09-01", "2039-09", 36],
  ])("%s born %s: %s (%i months later)", (kind, birth, month, delayMonths) => {
    expect(expectedRetirement(birth, kind)).toEqual({ month, delayMonths });
  });
  test("the six-month list of 2025-12-01 holds the man of 1966-01 and not the woman of 1977-06", () => {
    expect(retiresWithin("1966-01-01", "MALE", "2025-12-01", 6)).toBe(true);
    expect(retiresWithin("1977-06-18", "FEMALE_WORKER", "2025-12-01", 6)).toBe(false);
    expect(retiresWithin("1966-01-01", "MALE", "2026-06-01", 6)).toBe(false);
    expect(retiresWithin("1966-01-01", "MALE", "2026-05-31", 0)).toBe(true);
  });
  test("over age begins with the month after", () => {
    expect(isOverAge("1966-01-01", "MALE", "2026-05-31")).toBe(false);
    expect(isOverAge("1966-01-01", "MALE", "2026-06-01")).toBe(true);
  });
  test("who is born later never retires earlier, and at most three or five years later than before", () => {
    const kinds: RetirementKind[] = ["MALE", "FEMALE_WORKER", "FEMALE_CADRE"];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 900 }), (kind, n) => {
        const month = monthAfter("1940-01", n);
        const mine = expectedRetirement(`${month}-01`, kind);
        expect(expectedRetirement(`${monthAfter(month, 1)}-01`, kind).month > mine.month).toBe(true);
        expect(mine.delayMonths).toBeGreaterThanOrEqual(0);
        expect(mine.delayMonths).toBeLessThanOrEqual(kind === "FEMALE_WORKER" ? 60 : 36);
      }),
    );
  });
});

describe("names", () => {
  test.each([
    ["　王小林 ", "王小林"],
    ["王　林", "王林"],
    ["买买提•艾力", "买买提·艾力"],
    ["买买提・艾力", "买买提·艾力"],
    ["买买提 ． 艾力", "买买提·艾力"],
    ["买买提.艾力", "买买提·艾力"],
    ["John  Smith", "John Smith"],
    ["䶮小林", "䶮小林"],
  ])("%j is stored as %j", (typed, stored) => {
    expect(normaliseName(typed)).toBe(stored);
    expect(refuseName(stored)).toBeUndefined();
  });
  test.each(["王", "王2", "王小林(演示)", "·王小林", "王小林·", "王_林", "𠮷".repeat(41), ""])(
    "%j is refused",
    (name) => {
      expect(refuseName(name)).toMatch(/^姓名/);
    },
  );
  test("putting right twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."王林·•・. 　aé𠮷䶮")), (letters) => {
        const once = normaliseName(letters.join(""));
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe("numbers people give", () => {
  test.each([
    ["138 1234 1234", true],
    ["+86 138-1234-1234", true],
    ["１３８１２３４１２３４", true],
    ["12812341234", false],
    ["1381234123", false],
    ["022-12345678", false],
  ])("mobile %s: %s", (typed, isGood) => {
    expect(isMobile(normaliseMobile(typed))).toBe(isGood);
  });
  test.each([
    ["hw 00123", true],
    ["ＨＷ００１２３", true],
    ["YS-0001", true],
    ["12", false],
    ["-123", false],
    ["工号123", false],
    ["129900196804121011", false],
  ])("工号 %s: %s", (typed, isGood) => {
    expect(isStaffNo(normaliseStaffNo(typed))).toBe(isGood);
  });
  test("工号 are stored in capitals and half width", () => {
    expect(normaliseStaffNo("ｈw 00123")).toBe("HW00123");
  });
});
