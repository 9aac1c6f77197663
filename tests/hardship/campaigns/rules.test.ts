import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, type SpecialDay } from "@/lib/calendar/rules";
import { spentBySource, totalOf } from "@/lib/hardship/campaigns/budget/rules";
import { candidateOf } from "@/lib/hardship/campaigns/candidates/rules";
import {
  behindIn,
  compareRelief,
  inReliefOrder,
  placeWords,
  reach,
  sixKeys,
  type Ordered,
} from "@/lib/hardship/campaigns/order/rules";
import { campaignLine, campaignStages, comingYear, finishBy, stageAfter } from "@/lib/hardship/campaigns/rules";

const level = fc.constantFrom("DEEP" as const, "ACCIDENT" as const, "RELATIVE" as const, null);
const household = fc.record({
  level,
  isLeader: fc.boolean(),
  isOffice: fc.boolean(),
  isRetired: fc.boolean(),
  completeAt: fc.date({ min: new Date("2025-01-01"), max: new Date("2025-01-03"), noInvalidDate: true }),
  placeByHand: fc.constant(null),
});
/** Numbers are unique in a campaign. */
const list = fc
  .array(household, { maxLength: 30 })
  .map((rows): Ordered[] => rows.map((row, i) => ({ ...row, no: `KN-${String(i).padStart(4, "0")}` })));

const own: Ordered = {
  level: "RELATIVE",
  isLeader: false,
  isOffice: false,
  isRetired: false,
  completeAt: new Date("2025-03-03T01:00:00Z"),
  no: "KN-2025-0001",
  placeByHand: null,
};

describe("the relief order", () => {
  it("is total and antisymmetric: two households are never equal", () => {
    fc.assert(
      fc.property(list, (rows) => {
        for (const one of rows)
          for (const other of rows)
            expect(Math.sign(compareRelief(one, other)) + Math.sign(compareRelief(other, one))).toBe(0);
        for (const one of rows)
          for (const other of rows) expect(compareRelief(one, other) === 0).toBe(one.no === other.no);
      }),
    );
  });

  it("is transitive and does not depend on the order in which the households came", () => {
    fc.assert(
      fc.property(
        list.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const ordered = inReliefOrder(rows);
          expect(inReliefOrder(shuffled)).toEqual(ordered);
          for (let i = 1; i < ordered.length; i += 1) {
            const [before, after] = [ordered[i - 1], ordered[i]];
            expect(before && after && compareRelief(before, after)).toBe(-1);
          }
        },
      ),
    );
  });

  it("asks need first, then 先职工后领导, 先基层后机关, 先退休后在职, then time and number", () => {
    const rows: Ordered[] = [
      { ...own, no: "8", level: null },
      { ...own, no: "7", isLeader: true },
      { ...own, no: "6", isOffice: true },
      { ...own, no: "5", completeAt: new Date("2025-03-04T01:00:00Z") },
      { ...own, no: "4b" },
      { ...own, no: "4a" },
      { ...own, no: "3", isRetired: true },
      { ...own, no: "2", level: "ACCIDENT" },
      { ...own, no: "1", level: "DEEP", isLeader: true, isOffice: true },
    ];
    expect(inReliefOrder(rows).map(({ no }) => no)).toEqual(["1", "2", "3", "4a", "4b", "5", "6", "7", "8"]);
  });

  it("takes a place given by hand and leaves the others in their order", () => {
    fc.assert(
      fc.property(list, fc.nat(40), (rows, place) => {
        const [first, ...others] = rows;
        if (!first) return;
        const moved = inReliefOrder([{ ...first, placeByHand: place + 1 }, ...others]);
        expect(moved).toHaveLength(rows.length);
        expect(moved.findIndex(({ no }) => no === first.no)).toBe(Math.min(place, others.length));
        expect(moved.filter(({ no }) => no !== first.no)).toEqual(inReliefOrder(others));
      }),
    );
  });

  it("shows the six keys and says in which one a household stands behind", () => {
    expect(sixKeys(own).map(({ label, value }) => `${label} ${value}`)).toEqual([
      "困难程度 相对困难",
      "职工还是领导 职工",
      "基层还是机关 基层",
      "退休还是在职 在职",
      "材料齐全的时间 2025-03-03 09:00:00",
      "编号 KN-2025-0001",
    ]);
    expect(behindIn({ ...own, level: "DEEP", no: "A" }, own)).toBe(
      "和前一名比，差在困难程度：前一名是深度困难，本户是相对困难。",
    );
    expect(behindIn(null, own)).toBe("");
  });
});

describe("the cut where the money ends", () => {
  it("reaches a prefix of the list that the money pays, and no longer one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 100_000n })),
        fc.bigInt({ min: 0n, max: 2_000_000n }),
        (amounts, funds) => {
          const reached = reach(amounts, funds);
          const sum = (n: number) => amounts.slice(0, n).reduce((all, one) => all + one, 0n);
          expect(sum(reached) <= funds).toBe(true);
          if (reached < amounts.length) expect(sum(reached + 1) > funds).toBe(true);
        },
      ),
    );
  });

  it("says so in a sentence", () => {
    const facts = { total: 158, reached: 120, fundsFen: 6_000_000n, isByHand: false };
    expect(placeWords({ ...facts, place: 120 })).toBe("排第 120 名，共 158 户，在这次慰问范围内。");
    expect(placeWords({ ...facts, place: 130 })).toBe(
      "排第 130 名，共 158 户；资金 60,000.00 元只够到第 120 名，这次没有安排上。",
    );
    expect(placeWords({ ...facts, place: 3, isByHand: true })).toContain("人工调整");
  });

  it("shares what was paid out over the sources: planned − paid = left in each line and in all", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 9_000_000n }), { minLength: 4, maxLength: 4 }),
        fc.bigInt({ min: 0n, max: 30_000_000n }),
        (amounts, spent) => {
          const [union = 0n, administration = 0n, superior = 0n, donation = 0n] = amounts;
          const funds = [
            { source: "DONATION" as const, amountFen: donation },
            { source: "UNION" as const, amountFen: union },
            { source: "SUPERIOR" as const, amountFen: superior },
            { source: "ADMINISTRATION" as const, amountFen: administration },
          ];
          const lines = spentBySource(funds, spent, 50_000n);
          for (const line of lines) expect(line.leftFen).toBe(line.amountFen - line.spentFen);
          if (lines.length > 0) expect(lines.reduce((sum, { spentFen }) => sum + spentFen, 0n)).toBe(spent);
          expect(totalOf(lines)).toBe(totalOf(funds));
        },
      ),
    );
    const lines = spentBySource(
      [
        { source: "ADMINISTRATION", amountFen: 2_900_000n },
        { source: "UNION", amountFen: 5_000_000n },
      ],
      7_900_000n,
      50_000n,
    );
    expect(lines).toMatchObject([
      { source: "UNION", spentFen: 5_000_000n, leftFen: 0n, households: 100 },
      { source: "ADMINISTRATION", spentFen: 2_900_000n, leftFen: 0n, households: 58 },
    ]);
  });
});

describe("the last day for visits", () => {
  const off = (date: string): SpecialDay => ({ date, kind: "OFF", name: "春节" });
  const official = calendarOf(
    [
      ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((day) => off(`2026-02-${day}`)),
      { date: "2026-02-14", kind: "WORK", name: "春节调休" },
    ],
    [2026],
  );

  it("is the last working day before the official block, a make-up Saturday too", () => {
    expect(finishBy(official, "2026-02-17")).toEqual({ on: "2026-02-14", isProvisional: false });
  });

  it("is provisional without official days, and then the eve counts as off", () => {
    expect(finishBy(official, "2027-02-06")).toEqual({ on: "2027-02-04", isProvisional: true });
  });

  it("belongs to the next festival, which on its day is still to come", () => {
    expect(["2026-02-17", "2026-02-18", "2026-11-22", "2027-01-01"].map(comingYear)).toEqual([2026, 2027, 2027, 2027]);
  });
});

describe("the stages", () => {
  it("lead from one to the next along the line, and void only before money is granted", () => {
    const forward = ["open", "submit", "agree", "approve", "noticeEnded", "settle", "confirm", "archive"] as const;
    forward.forEach((move, i) => expect(stageAfter(campaignLine[i] ?? "VOID", move)).toBe(campaignLine[i + 1]));
    const voidable = campaignLine.filter((stage) => stageAfter(stage, "void") === "VOID");
    expect(voidable).toEqual(["DRAFT", "SURVEY", "LIST_REVIEW", "BUDGET", "NOTICE"]);
    expect(stageAfter("SURVEY", "approve")).toBeUndefined();
    expect(Object.keys(campaignStages).sort()).toEqual([...campaignLine, "VOID"].sort());
  });
});

describe("a candidate", () => {
  const facts = { file: null, last: null, honours: [], status: "ACTIVE" as const };
  it("is a household on file, on last year's list or of a labour model, and says why", () => {
    expect(candidateOf(facts)).toBeNull();
    expect(
      candidateOf({ ...facts, file: { state: "ON_FILE", level: "DEEP" }, last: { year: 2025, category: "HARDSHIP" } }),
    ).toEqual({ category: "HARDSHIP", reason: "困难职工家庭在档（深度困难）；2025年也慰问过。" });
    expect(
      candidateOf({ ...facts, file: { state: "LIFTED", level: "DEEP" }, last: { year: 2025, category: "SICK" } }),
    ).toEqual({
      category: "SICK",
      reason: "2025年名单上有，档案已脱困，请核对还要不要慰问。",
    });
    expect(candidateOf({ ...facts, honours: ["劳动模范"] })).toMatchObject({ category: "LABOUR_MODEL" });
  });
  it("is never somebody who died or went away", () => {
    for (const status of ["DECEASED", "LEFT", "TRANSFERRED_OUT"] as const)
      expect(candidateOf({ ...facts, status, file: { state: "ON_FILE", level: "DEEP" } })).toBeNull();
  });
});
