import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, ageOn, daysBetween, type CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { faultsOf } from "@/lib/cases/tables/rules";
import {
  checklist,
  deadlinesOf,
  gapIn,
  problemOf,
  requiredPapers,
  tellOnce,
  type Period,
} from "@/lib/schooling/checklist/rules";
import { placementTable } from "@/lib/schooling/course/rules";
import { obstacles } from "@/lib/schooling/decisions/rules";
import {
  birthsOf,
  comingIntake,
  firstIntakeOf,
  intakeDates,
  blurred,
  refuseAge,
  refuseTooOld,
  refuseTransfer,
  suppressed,
  type IntakeTerms,
} from "@/lib/schooling/rules";

const terms: IntakeTerms = {
  age: parameters["schooling.age"].fallback,
  kindergartenAge: parameters["schooling.kindergartenAge"].fallback,
  ageDay: parameters["schooling.ageDay"].fallback,
  windowFrom: parameters["schooling.windowFrom"].fallback,
  windowTo: parameters["schooling.windowTo"].fallback,
  insuranceMonths: parameters["schooling.insuranceMonths"].fallback,
  permitMonths: parameters["schooling.permitMonths"].fallback,
  bookingDay: parameters["schooling.bookingDay"].fallback,
  firstCheck: parameters["schooling.firstCheck"].fallback,
  secondCheck: parameters["schooling.secondCheck"].fallback,
  termStart: parameters["schooling.termStart"].fallback,
  statisticsDay: parameters["schooling.statisticsDay"].fallback,
};
const dates = intakeDates(2027, terms);
const window = { from: dates.windowFrom, to: dates.windowTo };
const day = fc.integer({ min: 0, max: 8000 }).map((n) => addDays("2010-01-01", n));

it("has a table of stages that runs", () => {
  expect(faultsOf(placementTable)).toEqual([]);
});

describe("the age rule", () => {
  it.each([
    ["2020-08-31", undefined],
    ["2020-09-01", "2027 年度可以"],
    ["2020-02-29", undefined],
    ["2021-02-28", "还不满 6 周岁"],
  ])("for the intake of 2026, born %s", (birth, refusal) => {
    const sentence = refuseAge(birth, 2026, "PRIMARY_1", terms);
    if (refusal === undefined) expect(sentence).toBeUndefined();
    else expect(sentence).toContain(refusal);
  });

  it.each([
    ["1980-01-01", "PRIMARY_1", true],
    ["2020-08-31", "PRIMARY_1", false],
    ["2017-08-31", "PRIMARY_1", false],
    ["2014-03-08", "JUNIOR_1", false],
    ["2006-03-08", "JUNIOR_1", true],
  ] as const)("takes nobody born %s for %s when that is a grown-up (%s)", (birth, stage, isRefused) => {
    expect(refuseTooOld(birth, stage, "2026-08-31") !== undefined).toBe(isRefused);
  });

  it("asks a kindergarten child for three years", () => {
    expect(refuseAge("2023-08-31", 2026, "KINDERGARTEN", terms)).toBeUndefined();
    expect(refuseAge("2023-09-01", 2026, "KINDERGARTEN", terms)).toContain("不满 3 周岁");
  });

  it("agrees with the years counted by hand, also for 29 February, and names the first year that works", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2015, max: 2040 }), (birth, year) => {
        const refused = refuseAge(birth, year, "PRIMARY_1", terms) !== undefined;
        expect(refused).toBe(birth > `${year - 6}-08-31`);
        const first = firstIntakeOf(birth, terms.age, terms.ageDay);
        expect(refuseAge(birth, first, "PRIMARY_1", terms)).toBeUndefined();
        expect(refuseAge(birth, first - 1, "PRIMARY_1", terms)).toBeDefined();
      }),
    );
  });

  it("gives every birth exactly one first intake, and the planner finds it there", () => {
    fc.assert(
      fc.property(day, (birth) => {
        const first = firstIntakeOf(birth, terms.age, terms.ageDay);
        const { from, to } = birthsOf(first, terms);
        expect(from <= birth && birth <= to).toBe(true);
        expect(birthsOf(first + 1, terms).from).toBe(addDays(to, 1));
        expect(ageOn(birth, `${first}-08-31`)).toBe(6);
      }),
    );
  });

  it("is for the next year from the start of term on", () => {
    expect([comingIntake("2026-08-31", "09-01"), comingIntake("2026-09-01", "09-01")]).toEqual([2026, 2027]);
  });

  it("wants grade and register number for a transfer and takes no sixth grade", () => {
    expect(refuseTransfer({ stage: "PRIMARY_1" })).toBeNull();
    expect(refuseTransfer({ stage: "PRIMARY_TRANSFER", grade: 3 })?.field).toBe("recordNo");
    expect(refuseTransfer({ stage: "PRIMARY_TRANSFER", grade: 6, recordNo: "G1" })?.sentence).toContain("六年级不收");
    expect(refuseTransfer({ stage: "JUNIOR_TRANSFER", grade: 7, recordNo: "G1" })).toBeNull();
  });
});

describe("the six months of the lease", () => {
  const whole: Period[] = [{ from: "2026-12-01", to: "2027-05-31" }];

  it("are from 1 December to 31 May, and exactly these days suffice", () => {
    expect(window).toEqual({ from: "2026-12-01", to: "2027-05-31" });
    expect(gapIn(whole, window)).toBeNull();
    expect(gapIn([{ from: "2026-12-02", to: "2027-12-31" }], window)).toEqual({ from: "2026-12-01", to: "2026-12-01" });
    expect(gapIn([{ from: "2026-01-01", to: "2027-05-30" }], window)).toEqual({ from: "2027-05-31", to: "2027-05-31" });
    expect(gapIn([], window)).toEqual(window);
  });

  it("may be pieced together without a day between, in any order; one missing day is a gap wherever it lies", () => {
    const length = daysBetween(window.from, window.to);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: length }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: length }),
        fc.boolean(),
        (cuts, missing, isReversed) => {
          const starts = [...new Set([0, ...cuts])].sort((a, b) => a - b);
          const pieces = starts.map((start, i) => ({
            from: addDays(window.from, start),
            to: addDays(window.from, (starts[i + 1] ?? length + 1) - 1),
          }));
          const given = isReversed ? [...pieces].reverse() : pieces;
          expect(gapIn(given, window)).toBeNull();
          const hole = addDays(window.from, missing);
          const holed = given.flatMap(({ from, to }) =>
            hole < from || hole > to
              ? [{ from, to }]
              : [
                  { from, to: addDays(hole, -1) },
                  { from: addDays(hole, 1), to },
                ],
          );
          expect(gapIn(holed, window)).toEqual({ from: hole, to: hole });
          const problem = problemOf({ kind: "LEASE_FILING", periods: holed, validUntil: null }, dates, "2027-04-01");
          expect(problem).toContain("须连续6个月");
        },
      ),
    );
  });

  it("is 需补正 with the days that are missing, and fine without a gap", () => {
    const paper = (periods: Period[]) => [
      { kind: "LEASE_FILING" as const, state: "VERIFIED" as const, periods, validUntil: null, problem: null },
    ];
    expect(checklist(["LEASE_FILING"], paper(whole), dates, "2027-04-01")[0]?.state).toBe("VERIFIED");
    const late = checklist(["LEASE_FILING"], paper([{ from: "2027-02-01", to: "2028-01-31" }]), dates, "2027-04-01");
    expect(late[0]).toMatchObject({ state: "NEEDS_FIX", problem: expect.stringContaining("2026-12-01") as string });
  });
});

describe("insurance and the residence permit", () => {
  const insurance = (from: CivilDate, to: CivilDate, today: CivilDate) =>
    problemOf({ kind: "INSURANCE_PROOF", periods: [{ from, to }], validUntil: null }, dates, today);

  it("has to be paid since six months before the check, as far as it can be proved by today", () => {
    expect(dates.insuranceFrom).toBe("2026-10-15");
    expect(insurance("2026-11-01", "2027-04-15", "2027-04-16")).toContain("2026-10-15");
    expect(insurance("2020-01-01", "2027-04-15", "2027-04-16")).toBeNull();
    expect(insurance("2020-01-01", "2026-10-31", "2026-11-22")).toBeNull();
  });

  it("may not end before the second check", () => {
    const permit = (validUntil: CivilDate) =>
      problemOf({ kind: "RESIDENCE_PERMIT", periods: [], validUntil }, dates, "2026-11-22");
    expect(permit("2027-06-15")).toBeNull();
    expect(permit("2027-06-14")).toContain("请续签");
  });

  it("tells a tenant first what begins first; a dormitory family files no lease", () => {
    const keys = (dwelling: "RENTED" | "DORMITORY") =>
      deadlinesOf({ dwelling }, dates).map(({ key, by }) => `${key} ${by}`);
    expect(keys("RENTED")).toEqual([
      "permit 2026-10-15",
      "insurance 2026-10-15",
      "lease 2026-12-01",
      "booking 2027-03-01",
      "firstCheck 2027-04-15",
    ]);
    expect(keys("DORMITORY").some((text) => text.startsWith("lease"))).toBe(false);
  });

  it("reckons back from the check, whatever day it is moved to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (months) => {
        const moved = intakeDates(2027, { ...terms, insuranceMonths: months });
        expect(moved.insuranceFrom).toBe(addMonths("2027-04-15", -months));
      }),
    );
  });
});

describe("the list of papers", () => {
  const facts = { dwelling: "RENTED", needsCoordination: false, isApart: false, schoolStage: "PRIMARY_1" } as const;

  it("follows the dwelling, the register and the transfer", () => {
    expect(requiredPapers(facts, [])).toEqual(["LEASE_FILING", "PROPERTY_QUERY"]);
    expect(requiredPapers({ ...facts, dwelling: "OWNED" }, [])).toEqual(["PROPERTY_DEED"]);
    expect(requiredPapers({ ...facts, dwelling: "DORMITORY", needsCoordination: true }, [])).toEqual([
      "PROPERTY_QUERY",
      "DORMITORY_PROOF",
    ]);
    expect(requiredPapers({ ...facts, isApart: true, schoolStage: "PRIMARY_TRANSFER" }, [])).toContain("SCHOOL_RECORD");
  });

  it("names everything that is missing at once", () => {
    const lines = checklist(["RESIDENCE_PERMIT", "CONTRACT", "BOOKING_SLIP"], [], dates, "2026-11-22");
    expect(obstacles(lines, "submit").map(({ kind }) => kind)).toEqual(["RESIDENCE_PERMIT", "CONTRACT"]);
    expect(obstacles(lines, "firstCheck")).toHaveLength(3);
    expect(tellOnce(obstacles(lines, "submit"), { RESIDENCE_PERMIT: "居住证", CONTRACT: "劳动合同" })).toContain(
      "还差 2 样：1.居住证；2.劳动合同",
    );
  });
});

it("shows a leader no whole from which a hidden part could be reckoned", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (placed, unresolved, open) => {
      const parts = [placed, unresolved, open];
      const whole = placed + unresolved + open;
      const isHidden = parts.some((part) => part > 0 && part < 5);
      expect(blurred(whole, parts) === String(whole)).toBe(!isHidden && (whole === 0 || whole >= 5));
    }),
  );
  expect(blurred(7, [6, 1, 0])).toBe("≥5");
});

it("shows a leader no count below five", () => {
  expect([0, 1, 4, 5, 11].map(suppressed)).toEqual(["0", "<5", "<5", "5", "11"]);
});
