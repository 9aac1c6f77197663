import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { capacities, movesFor, type CaseFacts } from "@/lib/cases/rules";
import { instantAt } from "@/lib/dates";
import {
  deciderFor,
  isLateReport,
  needsCommittee,
  refuseAmount,
  refuseFollowUp,
  refusePayFirst,
  refuseVerifiers,
} from "@/lib/relief/rules";
import { reliefStages } from "@/lib/relief/stages/rules";

const thresholds = { chairMost: 1_000, leaderMost: 5_000, payFirstMost: 1_000 };

describe("who decides how much", () => {
  it.each([
    [100_000, "M", false],
    [100_001, "B", false],
    [500_000, "B", false],
    [500_001, "B", true],
  ])("%i 分 is %s's, by the committee: %s", (fen, decider, isCommittees) => {
    expect(deciderFor(fen, false, thresholds)).toBe(decider);
    expect(needsCommittee(fen, thresholds)).toBe(isCommittees);
  });

  it("is always a leader's above a cap", () => {
    expect(deciderFor(1, true, thresholds)).toBe("B");
  });

  test("more money never needs less authority", () => {
    const fen = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(fen, fen, fc.boolean(), (one, more, isOver) => {
        const order = { M: 0, B: 1 };
        const [less, above] = [deciderFor(one, isOver, thresholds), deciderFor(one + more, isOver, thresholds)];
        expect(order[less]).toBeLessThanOrEqual(order[above]);
        expect(needsCommittee(one, thresholds) && !needsCommittee(one + more, thresholds)).toBe(false);
      }),
    );
  });
});

describe("an amount that is approved", () => {
  const standing = {
    decider: "B" as const,
    proposedFen: 1_000_000,
    paidFirstFen: 0,
    isLeader: true,
    today: "2026-10-12",
  };
  const refused = (given: object, other: object = {}) =>
    refuseAmount({ grantedFen: 100_000, ...given }, { ...standing, ...other }, thresholds)?.sentence;

  it("is the chair's to 1,000.00 and not a fen more", () => {
    const chair = { decider: "M" as const, isLeader: false };
    expect(refused({ grantedFen: 100_000 }, chair)).toBeUndefined();
    expect(refused({ grantedFen: 100_001 }, chair)).toContain("局领导");
  });

  it("needs number and date of the committee from 5,000.01, a date that has been", () => {
    expect(refused({ grantedFen: 500_000 })).toBeUndefined();
    expect(refused({ grantedFen: 500_001 })).toContain("党委会");
    expect(refused({ grantedFen: 500_001, committeeNo: "12号" })).toContain("党委会");
    expect(refused({ grantedFen: 500_001, committeeNo: "12号", committeeOn: "2026-10-13" })).toContain("不能晚于");
    expect(refused({ grantedFen: 500_001, committeeNo: "12号", committeeOn: "2026-10-12" })).toBeUndefined();
  });

  it("is not more than was proposed", () => {
    expect(refused({ grantedFen: 100_001 }, { proposedFen: 100_000 })).toContain("重新提出");
    expect(refused({ grantedFen: 100_000 }, { proposedFen: 100_000 })).toBeUndefined();
  });

  it("is not less than what was paid first", () => {
    expect(refused({ grantedFen: 50_000 }, { paidFirstFen: 50_001 })).toContain("先行发放");
    expect(refused({ grantedFen: 50_001 }, { paidFirstFen: 50_001 })).toBeUndefined();
  });
});

describe("what else is refused", () => {
  it("pays first 1,000.00 at most and once", () => {
    expect(refusePayFirst(100_000, 0, thresholds)).toBeUndefined();
    expect(refusePayFirst(100_001, 0, thresholds)?.field).toBe("amount");
    expect(refusePayFirst(1, 1, thresholds)?.sentence).toContain("已经先行发放过");
  });

  it("looks with two, none of them of the household", () => {
    const [a, b] = [
      { staffNo: "1", personId: "a", householdId: null },
      { staffNo: "2", personId: "b", householdId: "h" },
    ];
    const concerned = { personId: "x", householdId: null };
    expect(refuseVerifiers([a, b], concerned)).toBeUndefined();
    expect(refuseVerifiers([a, a], concerned)?.field).toBe("secondVerifier");
    expect(refuseVerifiers([a, b], { personId: "x", householdId: "h" })?.field).toBe("secondVerifier");
    expect(refuseVerifiers([a, b], { personId: "a", householdId: null })?.field).toBe("firstVerifier");
  });

  it("is late from the hour after the day of the event and its 24 hours", () => {
    expect(isLateReport("2026-10-10", instantAt("2026-10-12", "00:00"), 24)).toBe(false);
    expect(isLateReport("2026-10-10", instantAt("2026-10-12", "00:01"), 24)).toBe(true);
  });

  it("calls back from the day on, and not by who handed the money over", () => {
    const facts = { followUpFrom: "2026-11-11", payers: ["giver"] };
    expect(refuseFollowUp(facts, { personId: "x", today: "2026-11-10" })).toContain("最早 2026-11-11");
    expect(refuseFollowUp(facts, { personId: "x", today: "2026-11-11" })).toBeUndefined();
    expect(refuseFollowUp(facts, { personId: "giver", today: "2026-11-11" })).toContain("经手");
  });
});

describe("the stage table", () => {
  const facts: CaseFacts = {
    programme: "relief",
    stageTable: "relief",
    stage: "APPROVAL",
    status: "open",
    personId: "p1",
    unitId: "u",
    createdById: "liaison",
    handlerUnitId: null,
    handlerId: "officer",
    answeredById: null,
    promisedById: null,
    reopenedCount: 0,
    isComplaint: false,
    accusedId: null,
    accusedUnitId: null,
    decider: "M",
  };
  const reach = {
    bureauId: "b",
    kind: "bureau" as const,
    unitIds: [],
    officeUnitIds: [],
    programmes: ["relief"],
    manages: [] as string[],
    isLeader: false,
    isWarden: false,
    personId: "p0",
  };
  const officer = { accountId: "officer", reach };
  const chair = { accountId: "chair", reach: { ...reach, manages: ["relief"] } };
  const leader = { accountId: "leader", reach: { ...reach, programmes: [], isLeader: true } };
  const decides = (actor: typeof officer, given: Partial<CaseFacts> = {}) =>
    movesFor(reliefStages, { ...facts, ...given }, actor).includes("approve");

  it("gives the decision to whom the amount names, or above, never to who proposed or reported", () => {
    expect([decides(officer), decides(chair), decides(leader)]).toEqual([false, true, true]);
    expect([decides(chair, { decider: "B" }), decides(leader, { decider: "B" })]).toEqual([false, true]);
    expect([decides(chair, { handlerId: "chair" }), decides(leader, { createdById: "leader" })]).toEqual([
      false,
      false,
    ]);
    expect([decides(chair, { decider: null }), decides(leader, { decider: null })]).toEqual([false, false]);
  });

  it("lets nobody click the signature, and the call back to none who handled or took it", () => {
    for (const actor of [officer, chair, leader])
      expect(movesFor(reliefStages, { ...facts, stage: "PAYING" }, actor)).not.toContain("sign");
    const signed = { ...facts, stage: "SIGNED", answeredById: "payer" };
    expect(movesFor(reliefStages, signed, officer)).not.toContain("followUp");
    expect(movesFor(reliefStages, signed, { ...officer, accountId: "payer" })).not.toContain("followUp");
    expect(movesFor(reliefStages, signed, { ...officer, accountId: "third" })).toContain("followUp");
    expect(capacities(signed, leader)).toEqual(["B"]);
  });
});
