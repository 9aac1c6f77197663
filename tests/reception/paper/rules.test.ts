import { describe, expect, test } from "vitest";
import { paperNumber, phoneTail, slipNumber, totalsOf, type CountedLine } from "@/lib/reception/paper/rules";

test.each([
  ["sheet", "JDR-2026-12-S"],
  ["poster", "JDR-2026-12-P"],
  ["register", "JDR-2026-12-R"],
  ["ledger", "JDR-2026-12-L"],
] as const)("a %s of December is number %s", (kind, number) => {
  expect(paperNumber("2026-12", kind)).toBe(number);
});

test("a slip's number ends in the number on the ticket", () => {
  expect(slipNumber("2026-12", 7)).toBe("JDR-2026-12-007");
  expect(slipNumber("2026-12", 1001)).toBe("JDR-2026-12-1001");
});

test.each([
  ["13812345678", "5678"],
  ["022-8765 4321", "4321"],
  ["1234567", ""],
  [null, ""],
])("of %s four digits stand on the list", (phone, tail) => {
  expect(phoneTail(phone)).toBe(tail);
});

describe("the last row of a register", () => {
  const line = (given: Partial<CountedLine>): CountedLine => ({
    mode: "交办",
    answeredOn: "",
    isSolved: "",
    satisfaction: "",
    followedOn: "",
    ...given,
  });

  test("counts the lines above it", () => {
    const lines = [
      line({
        mode: "当场答复",
        answeredOn: "2026-11-06",
        isSolved: "是",
        satisfaction: "满意",
        followedOn: "2026-11-10",
      }),
      line({ answeredOn: "2026-11-11", isSolved: "部分", satisfaction: "基本满意", followedOn: "2026-11-12" }),
      line({ answeredOn: "2026-11-12", isSolved: "否", satisfaction: "不满意" }),
      line({}),
    ];
    expect(totalsOf(lines)).toEqual({ matters: 4, onSpot: 1, answered: 3, solved: 1, satisfied: 2, followed: 2 });
  });
  test("is zero where nobody came", () => {
    expect(totalsOf([])).toEqual({ matters: 0, onSpot: 0, answered: 0, solved: 0, satisfied: 0, followed: 0 });
  });
});
