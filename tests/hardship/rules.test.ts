import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingDocuments, refuseProposal, tellOnce } from "@/lib/hardship/decisions/rules";
import {
  reckon,
  requiredDocuments,
  reviewDueAfter,
  suppressed,
  type HouseholdFacts,
  type Measures,
  type Standing,
} from "@/lib/hardship/rules";

const measures: Measures = { lineFen: 101_000n, multiple: 150, accidentShare: 80 };
const local: Standing = { isMigrant: false, hiredOn: "2020-01-01", isUnionMember: false };
const today = "2026-10-10";

/** The family of domain.md §17 no. 10: four people, two wages of 2,510 a month, 18,000 + 5,600 of rigid expenses. */
function family(given: Partial<HouseholdFacts> = {}): HouseholdFacts {
  return {
    incomeFen: 2n * 251_000n * 12n,
    medicalFen: 1_800_000n,
    educationFen: 560_000n,
    disabilityFen: 0n,
    size: 4,
    isDisaster: false,
    accidentCostFen: 0n,
    dwellings: 1,
    cars: "NONE",
    hasBusiness: false,
    schoolFee: "NONE",
    ...given,
  };
}

/** A family of one whose M is exactly this many 分 a month. */
const withM = (fen: bigint, given: Partial<HouseholdFacts> = {}) =>
  family({ incomeFen: fen * 12n, medicalFen: 0n, educationFen: 0n, size: 1, ...given });
const level = (facts: HouseholdFacts, standing = local) => reckon(facts, measures, standing, today).level;

describe("the income test (domain.md §17 no. 10)", () => {
  it("reckons M = 763.33 → 深度困难, and shows every step", () => {
    const found = reckon(family(), measures, local, today);
    expect([found.perHeadFen, found.level]).toEqual([76_333n, "DEEP"]);
    expect(found.steps.map(({ text }) => text).join("\n")).toContain(
      "（60,240.00 − 23,600.00）÷ 12 ÷ 4 人 ＝ 763.33 元",
    );
    expect(found.steps.map(({ label }) => label)).toEqual(["家庭年收入", "刚性支出", "月人均", "对照标准", "排除条件"]);
  });

  it("M = 1,400 → 相对困难; 1,515 still counts, one 分 more does not", () => {
    expect(level(withM(140_000n))).toBe("RELATIVE");
    expect(level(withM(151_500n))).toBe("RELATIVE");
    expect(level(withM(151_501n))).toBeNull();
    expect(level(withM(101_000n))).toBe("RELATIVE");
    expect(level(withM(100_999n))).toBe("DEEP");
  });

  it("M = 1,600 → 不符合 unless 意外致困", () => {
    expect(level(withM(160_000n))).toBeNull();
    expect(level(withM(160_000n, { isDisaster: true }))).toBe("ACCIDENT");
    const share = (160_000n * 12n * 80n) / 100n;
    expect(level(withM(160_000n, { accidentCostFen: share }))).toBeNull();
    expect(level(withM(160_000n, { accidentCostFen: share + 1n }))).toBe("ACCIDENT");
  });

  it("excludes two homes whatever M, and the other conditions", () => {
    expect(reckon(family({ dwellings: 2 }), measures, local, today)).toMatchObject({
      level: null,
      perHeadFen: 76_333n,
      exclusions: ["有 2 套住房"],
    });
    for (const given of [
      { hasBusiness: true },
      { schoolFee: "HIGH_FEE" },
      { schoolFee: "ABROAD" },
      { cars: "PRIVATE" },
    ] as const)
      expect(level(family(given)), JSON.stringify(given)).toBeNull();
    for (const given of [{ cars: "LIVING" }, { schoolFee: "PUBLIC" }, { dwellings: 1 }] as const)
      expect(level(family(given)), JSON.stringify(given)).toBe("DEEP");
  });

  it("asks migrants for a year of labour relation and union membership, nobody else", () => {
    const migrant = { isMigrant: true, hiredOn: "2025-10-10", isUnionMember: true };
    expect(level(family(), migrant)).toBe("DEEP");
    expect(level(family(), { ...migrant, hiredOn: "2025-10-11" })).toBeNull();
    expect(level(family(), { ...migrant, hiredOn: null })).toBeNull();
    expect(level(family(), { ...migrant, isUnionMember: false })).toBeNull();
  });

  it("never calls a poorer family better off", () => {
    const order = ["DEEP", "RELATIVE", "ACCIDENT", null];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 40_000_000n }),
        fc.bigInt({ min: 0n, max: 5_000_000n }),
        fc.integer({ min: 1, max: 8 }),
        (income, more, size) => {
          const [poor, rich] = [income, income + more].map((incomeFen) =>
            order.indexOf(level(family({ incomeFen, size }))),
          );
          expect(poor).toBeLessThanOrEqual(rich ?? 0);
        },
      ),
    );
  });

  it("follows the parameters of the day", () => {
    expect(reckon(withM(160_000n), { ...measures, multiple: 200 }, local, today).level).toBe("RELATIVE");
    expect(reckon(withM(110_000n), { ...measures, lineFen: 120_000n }, local, today).level).toBe("DEEP");
  });
});

describe("papers", () => {
  it("are asked for by cause, and a contract of migrants", () => {
    expect(requiredDocuments(["LOW_INCOME"], { isMigrant: false })).toEqual([
      "APPLICATION",
      "ID_CARD",
      "HOUSEHOLD_BOOK",
      "INCOME_PROOF",
      "BANK_CARD",
    ]);
    expect(requiredDocuments(["OWN_ILLNESS", "FAMILY_ILLNESS"], { isMigrant: true }).slice(5)).toEqual([
      "DIAGNOSIS",
      "MEDICAL_BILL",
      "CONTRACT",
    ]);
  });

  it("are told missing all at once", () => {
    const causes = { mainCause: "SCHOOLING", secondCause: null } as const;
    const missing = missingDocuments(causes, [{ kind: "ID_CARD" }, { kind: "APPLICATION" }], { isMigrant: false });
    expect(missing).toEqual(["HOUSEHOLD_BOOK", "INCOME_PROOF", "BANK_CARD", "SCHOOL_PROOF"]);
    expect(tellOnce(["户口簿", "银行卡"])).toBe(
      "还差 2 样：1.户口簿；2.银行卡。补齐后告诉单位联络员，或者在手机上拍照。",
    );
    expect(tellOnce([])).toBe("");
  });
});

describe("a proposal", () => {
  const ready = { perHeadFen: 76_333n, proposed: "DEEP", exclusions: [], hasCheck: true, missing: [] } as const;

  it("may follow the system, or differ with a reason", () => {
    expect(refuseProposal(ready, { level: "DEEP" })).toBeUndefined();
    expect(refuseProposal(ready, { level: "RELATIVE", deviationReason: "太短" })?.field).toBe("deviationReason");
    expect(refuseProposal(ready, { level: "RELATIVE", deviationReason: "另有一笔未列入的稳定收入" })).toBeUndefined();
  });

  it("waits for the home check, the figures and the papers, and never passes an exclusion", () => {
    const refused = (given: object) =>
      refuseProposal({ ...ready, ...given }, { level: "DEEP", deviationReason: "写得足够长的一条理由" })?.sentence;
    expect(refused({ hasCheck: false })).toContain("入户核查");
    expect(refused({ perHeadFen: null })).toContain("收入");
    expect(refused({ missing: ["户口簿"] })).toContain("1.户口簿");
    expect(refused({ exclusions: ["有 2 套住房"], proposed: null })).toContain("排除条件");
  });
});

it("reviews by 30 November, and hides cells below five where the cause shows", () => {
  expect([reviewDueAfter("2026-05-31"), reviewDueAfter("2026-06-01"), reviewDueAfter("2026-12-31")]).toEqual([
    "2026-11-30",
    "2027-11-30",
    "2027-11-30",
  ]);
  expect([0, 1, 4, 5].map(suppressed)).toEqual(["0", "<5", "<5", "5"]);
});
