import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf } from "@/lib/cases/tables/rules";
import { monthAfter, monthOf } from "@/lib/dates";
import {
  changeTable,
  decreases,
  earliestMonth,
  firstMonth,
  increases,
  refuseCodes,
  refuseMonth,
} from "@/lib/insurance/changes/rules";
import { gapTable } from "@/lib/insurance/gaps/rules";
import { rateText } from "@/lib/insurance/ledgers/rules";
import {
  bornSince,
  clampBase,
  contributionsOf,
  hireClock,
  overlaps,
  owedSchemes,
  quarterOf,
  schemes,
  shareOf,
  type Insurable,
} from "@/lib/insurance/rules";
import { transferTable } from "@/lib/insurance/transfers/rules";
import { codeSigns } from "@/lib/insurance/words";
import { expectedRetirement } from "@/lib/people/rules";

const bounds = { floorFen: 501_300, capFen: 2_506_500 };
const rates = {
  PENSION: { unit: 1_600, person: 800 },
  MEDICAL: { unit: 1_000, person: 200 },
  UNEMPLOYMENT: { unit: 50, person: 50 },
  INJURY: { unit: 70, person: 0 },
  MATERNITY: { unit: 50, person: 0 },
};
const sweeper: Insurable = {
  status: "ACTIVE",
  employmentType: "DISPATCH",
  sex: "MALE",
  birthDate: "1975-03-01",
  postType: "SWEEPER",
  hireDate: "2020-05-06",
};

describe("the stage tables", () => {
  it.each([
    ["change", changeTable],
    ["gap", gapTable],
    ["transfer", transferTable],
  ])("%s runs without a fault", (_name, table) => {
    expect(faultsOf(table)).toEqual([]);
  });
});

describe("the contribution base (scenario 3)", () => {
  it("clamps 2,510.00, 8,000.49 and 30,000.00 to 5,013, 8,000 and 25,065 and tells what clamped", () => {
    expect([251_000, 800_049, 3_000_000].map((wage) => clampBase(wage, bounds))).toEqual([
      { baseFen: 501_300, clamp: "FLOOR" },
      { baseFen: 800_000, clamp: "NONE" },
      { baseFen: 2_506_500, clamp: "CAP" },
    ]);
    expect(contributionsOf(501_300, rates, ["PENSION"])).toEqual([
      { scheme: "PENSION", unitFen: 80_208, personFen: 40_104 },
    ]);
  });

  it("is always between floor and cap, in whole yuan, and never falls when the wage rises", () => {
    const wage = fc.integer({ min: 0, max: 50_000_000 });
    fc.assert(
      fc.property(wage, wage, (one, other) => {
        const [low, high] = [clampBase(Math.min(one, other), bounds), clampBase(Math.max(one, other), bounds)];
        expect(low.baseFen % 100).toBe(0);
        expect(low.baseFen).toBeGreaterThanOrEqual(bounds.floorFen);
        expect(high.baseFen).toBeLessThanOrEqual(bounds.capFen);
        expect(low.baseFen).toBeLessThanOrEqual(high.baseFen);
        if (low.clamp === "NONE") expect(Math.abs(low.baseFen - Math.min(one, other))).toBeLessThanOrEqual(50);
      }),
    );
  });

  it("rounds a share to the nearest 分, half up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000 }), (base, rate) => {
        const exact = base * rate;
        expect(Math.abs(shareOf(base, rate) * 10_000 - exact)).toBeLessThanOrEqual(5_000);
      }),
    );
    expect(shareOf(100, 50)).toBe(1);
    expect(shareOf(99, 50)).toBe(0);
  });
});

describe("who ought to be insured", () => {
  const on = { isOverAgeOn: true };
  it("all five for a labour relation up to and including the retirement month, whoever pays", () => {
    for (const employmentType of ["ESTABLISHED", "CONTRACT", "DISPATCH", "TEMPORARY"] as const)
      expect(owedSchemes({ ...sweeper, employmentType }, "2026-11", on)).toEqual(schemes);
    expect(owedSchemes({ ...sweeper, status: "OFF_POST" }, "2026-11", on)).toEqual(schemes);
    // born 1966-01: retires 2026-05
    const old = { ...sweeper, birthDate: "1966-01-20" };
    expect(owedSchemes(old, "2026-05", on)).toEqual(schemes);
    expect(owedSchemes(old, "2026-06", on)).toEqual(["INJURY"]);
    expect(owedSchemes(old, "2026-06", { isOverAgeOn: false })).toEqual([]);
  });

  it("injury only under 劳务协议 and for the re-hired, nothing before hiring or after leaving", () => {
    expect(owedSchemes({ ...sweeper, employmentType: "SERVICE_AGREEMENT" }, "2026-11", on)).toEqual(["INJURY"]);
    const rehired = { ...sweeper, status: "RETIRED", employmentType: "SERVICE_AGREEMENT" } as const;
    expect(owedSchemes(rehired, "2026-11", on)).toEqual(["INJURY"]);
    expect(owedSchemes({ ...sweeper, status: "RETIRED" }, "2026-11", on)).toEqual([]);
    expect(owedSchemes({ ...sweeper, status: "LEFT" }, "2026-11", on)).toEqual([]);
    expect(owedSchemes({ ...sweeper, hireDate: "2026-12-01" }, "2026-11", on)).toEqual([]);
    expect(owedSchemes({ ...sweeper, hireDate: "2026-12-31" }, "2026-12", on)).toEqual(schemes);
  });

  it("the birthday that the database asks for splits exactly where the retirement table does", () => {
    const kinds = ["MALE", "FEMALE_WORKER", "FEMALE_CADRE"] as const;
    const month = fc.integer({ min: 0, max: 60 * 12 }).map((count) => monthAfter("1990-01", count));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), month, fc.integer({ min: -30, max: 30 }), (kind, of, step) => {
        const since = bornSince(kind, of);
        const born = `${monthAfter(monthOf(since), step)}-15`;
        expect(expectedRetirement(born, kind).month >= of).toBe(born >= since);
      }),
    );
  });
});

describe("the 30 days", () => {
  it("counts the day of hiring as day 0: new up to day 29, 今日到期 on day 30, overdue from day 31", () => {
    expect(hireClock("2026-10-10", "2026-10-10", 30)).toEqual({ day: 0, state: "NEW" });
    expect(hireClock("2026-09-11", "2026-10-10", 30)).toEqual({ day: 29, state: "NEW" });
    expect(hireClock("2026-09-10", "2026-10-10", 30)).toEqual({ day: 30, state: "TODAY" });
    expect(hireClock("2026-09-09", "2026-10-10", 30)).toEqual({ day: 31, state: "OVERDUE" });
    expect(hireClock(null, "2026-10-10", 30).state).toBe("OVERDUE");
  });

  it("knows the quarter in which a talk has to be", () => {
    expect(quarterOf("2026-11-22")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(quarterOf("2028-02-29")).toEqual({ from: "2028-01-01", to: "2028-03-31" });
  });
});

describe("periods", () => {
  it("overlap exactly when they have a month in common", () => {
    const month = fc.integer({ min: 0, max: 48 }).map((count) => monthAfter("2024-01", count));
    const period = fc.tuple(month, fc.option(fc.integer({ min: 0, max: 20 }))).map(([startMonth, length]) => ({
      startMonth,
      endMonth: length === null ? null : monthAfter(startMonth, length),
    }));
    const months = Array.from({ length: 120 }, (_, i) => monthAfter("2024-01", i));
    const has = (of: { startMonth: string; endMonth: string | null }, at: string) =>
      of.startMonth <= at && (of.endMonth === null || of.endMonth >= at);
    fc.assert(
      fc.property(period, period, (one, other) => {
        expect(overlaps(one, other)).toBe(months.some((at) => has(one, at) && has(other, at)));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });
});

describe("a form", () => {
  it("has the codes of the insurance office's paper", () => {
    expect(increases.map((code) => codeSigns[code])).toEqual(["A", "B", "C", "D"]);
    expect(decreases.map((code) => codeSigns[code])).toEqual(["01", "02", "03", "04", "05", "06"]);
  });

  it("may declare this month up to the cut-off day, afterwards the next, and no month far ahead", () => {
    expect([firstMonth("2026-10-20", 20), firstMonth("2026-10-21", 20)]).toEqual(["2026-10", "2026-11"]);
    const at = { cutOffDay: 20 };
    expect(refuseMonth("2026-10", "2026-10-20", at)).toBeUndefined();
    expect(refuseMonth("2026-10", "2026-10-21", at)).toContain("2026-11");
    expect(refuseMonth("2026-09", "2026-10-10", at)).toContain("补缴");
    expect(refuseMonth("2027-09", "2026-10-10", at)).toContain("年份");
  });

  it("may declare back: the office two years and not before hiring, the unit whom it hired within the 30 days", () => {
    const [office, unit] = [true, false].map((isOffice) => ({ isOffice, registerDays: 30 }));
    if (!office || !unit) throw new Error("both");
    expect(earliestMonth("2026-03-02", "2026-10-12", office)).toBe("2026-03");
    expect(earliestMonth("2010-03-02", "2026-10-12", office)).toBe("2024-10");
    expect(earliestMonth("2026-09-12", "2026-10-12", unit)).toBe("2026-09");
    expect(earliestMonth("2026-09-11", "2026-10-12", unit)).toBeUndefined();
    expect(earliestMonth(null, "2026-10-12", office)).toBeUndefined();
    const back = { cutOffDay: 20, earliest: "2026-03" };
    expect(refuseMonth("2026-03", "2026-10-21", back)).toBeUndefined();
    expect(refuseMonth("2026-10", "2026-10-21", back)).toBeUndefined();
    expect(refuseMonth("2026-02", "2026-10-21", back)).toContain("最早只能报 2026-03");
  });

  it("puts nobody on what they do not owe and asks for the wage", () => {
    expect(refuseCodes({ code: "FIRST", schemes: ["PENSION"], wage: 1 }, [])).toMatchObject({ field: "code" });
    expect(refuseCodes({ code: "FIRST", schemes: ["PENSION"], wage: 1 }, ["INJURY"])).toMatchObject({
      field: "schemes",
    });
    expect(refuseCodes({ code: "FIRST", schemes: ["INJURY"] }, schemes)).toMatchObject({ field: "wage" });
    expect(refuseCodes({ code: "SUSPENDED", schemes: ["PENSION"] }, [])).toBeUndefined();
  });

  it("rates to two decimals", () => {
    expect(rateText(3_902, 4_860)).toBe("80.29%");
    expect(rateText(0, 0)).toBe("—");
  });
});
