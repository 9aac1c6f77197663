import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, firstDayOf, lastDayOf } from "@/lib/dates";
import {
  costOf,
  daysIn,
  isHeated,
  isHeatedMonth,
  nightsIn,
  nightsOfMonth,
  quantity,
  refuseReading,
  sharesOf,
  usedOf,
} from "@/lib/dormitories/utilities/rules";

describe("the arithmetic", () => {
  const nights = fc.integer({ min: 0, max: 31 });
  const sleepers = fc.uniqueArray(fc.record({ personId: fc.uuid(), nights }), {
    maxLength: 60,
    selector: ({ personId }) => personId,
  });

  it("shares add up to the sum to the 分, nobody with more nights pays less, who did not sleep there pays nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), sleepers, (total, all) => {
        const shares = sharesOf(total, all);
        const slept = all.some((one) => one.nights > 0);
        expect([...shares.values()].reduce((sum, fen) => sum + fen, 0)).toBe(slept ? total : 0);
        const exact = all.reduce((sum, one) => sum + one.nights, 0);
        for (const one of all) {
          const share = shares.get(one.personId) ?? 0;
          if (one.nights === 0) expect(share).toBe(0);
          if (slept) expect(Math.abs(share - (total * one.nights) / exact)).toBeLessThan(1);
          for (const other of all)
            if (other.nights > one.nights) expect(shares.get(other.personId) ?? 0).toBeGreaterThanOrEqual(share);
        }
        expect(sharesOf(total, all.toReversed())).toEqual(shares);
      }),
    );
  });

  it("what is free and what is above add up to what was used; nobody pays where nobody slept", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(1_000), fc.nat(500), fc.nat(3_000), (used, priceFen, freeUnits, slept) => {
        const cost = costOf({ utility: "WATER", used, priceFen, freeUnits }, slept, 30);
        expect(cost.free + cost.excess).toBe(used);
        expect(cost.sharedFen).toBeLessThanOrEqual(cost.costFen);
        if (slept === 0) expect(cost.sharedFen).toBe(0);
      }),
    );
  });

  it("nights of a stay over all months are the nights between moving in and out", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2026-01-01", n));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 300 }), (inOn, length) => {
        const stay = { state: "LEFT" as const, inOn, outOn: addDays(inOn, length) };
        const months = Array.from(
          { length: 26 },
          (_, i) => `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
        );
        expect(months.reduce((sum, month) => sum + nightsIn(stay, nightsOfMonth(month)), 0)).toBe(length);
        for (const month of months) expect(nightsOfMonth(month)).toHaveLength(daysIn(month));
      }),
    );
  });

  it.each([
    ["2026-11-14", false],
    ["2026-11-15", true],
    ["2027-01-01", true],
    ["2027-03-15", true],
    ["2027-03-16", false],
  ])("%s is heated: %s", (day, heated) => {
    expect(isHeated(day, { from: "11-15", to: "03-15" })).toBe(heated);
    expect(isHeated(day, { from: "11-01", to: "03-31" })).toBe(true);
  });

  it("a month counts as heated when one of its days is, also in a season within one year", () => {
    const season = { from: "11-15", to: "03-15" };
    expect(
      ["2026-10", "2026-11", "2027-02", "2027-03", "2027-04"].map((month) => isHeatedMonth(month, season)),
    ).toEqual([false, true, true, true, false]);
    expect(isHeated("2026-07-01", { from: "06-01", to: "08-31" })).toBe(true);
    expect([firstDayOf("2027-02"), lastDayOf("2027-02"), daysIn("2028-02")]).toEqual(["2027-02-01", "2027-02-28", 29]);
  });

  it("figures are read as people write them", () => {
    expect([0, 5, 50, 123_450, 100_000_000].map(quantity)).toEqual(["0", "0.05", "0.5", "1,234.5", "1,000,000"]);
    expect(refuseReading({ previous: 100, shown: 100 })).toBeUndefined();
    expect(usedOf({ previous: 100, shown: 20, changed: { oldEnd: 150, newStart: 5 } })).toBe(65);
  });
});
