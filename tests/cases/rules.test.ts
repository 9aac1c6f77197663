import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reach } from "@/lib/auth/permit";
import { effects, type MovedCase, type MoveInput, type MoveScene } from "@/lib/cases/moves/rules";
import { readClock, resumeClock, startClock, stopClock, type Limits } from "@/lib/cases/clock/rules";
import { genericStages, movesFor, type ActorFacts, type Stages } from "@/lib/cases/rules";
import { moveWords, stageWords } from "@/lib/cases/words";
import { addDays } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { official } from "../calendar/official-years";

const limits: Limits = {
  accept: 1,
  greenAccept: 1,
  simple: 3,
  ordinary: 5,
  complex: 15,
  extension: 15,
  followUp: 5,
  reopen: 5,
};

const nobody: Reach = {
  bureauId: "b",
  kind: "bureau",
  unitIds: [],
  officeUnitIds: [],
  programmes: [],
  manages: [],
  isLeader: false,
  isWarden: false,
  personId: "p0",
};
const actors = {
  worker: { accountId: "w", reach: { ...nobody, kind: "self", personId: "p1" } },
  stranger: { accountId: "x", reach: { ...nobody, kind: "self", personId: "p2" } },
  officer: { accountId: "o", reach: { ...nobody, programmes: ["insurance"], officeUnitIds: ["office"] } },
  otherOfficer: { accountId: "oo", reach: { ...nobody, programmes: ["schooling"], officeUnitIds: ["else"] } },
  handler: { accountId: "h", reach: { ...nobody, programmes: ["people"], officeUnitIds: ["handling"] } },
  desk: { accountId: "d", reach: { ...nobody, programmes: ["reception"], officeUnitIds: ["desk"] } },
  leader: { accountId: "l", reach: { ...nobody, isLeader: true } },
  discipline: { accountId: "j", reach: { ...nobody, programmes: ["discipline"], officeUnitIds: ["watch"] } },
} satisfies Record<string, ActorFacts>;

function aCase(given: Partial<MovedCase> = {}): MovedCase {
  return {
    programme: "insurance",
    stageTable: "generic",
    stage: "IN_PROGRESS",
    status: "open",
    personId: "p1",
    unitId: "team",
    createdById: "someone",
    handlerUnitId: "handling",
    handlerId: null,
    answeredById: null,
    promisedById: null,
    reopenedCount: 0,
    isComplaint: false,
    accusedId: null,
    accusedUnitId: null,
    clockFrom: "2026-10-12",
    limitDays: 5,
    dueOn: "2026-10-19",
    waitingSince: null,
    daysLeft: null,
    complexity: "ORDINARY",
    firstAnsweredOn: null,
    ...given,
  };
}

const scene: MoveScene = {
  calendar: official,
  limits,
  today: "2026-10-16",
  now: new Date("2026-10-16T02:00:00Z"),
  accountId: "h",
};
const complete: MoveInput = {
  note: "说清楚了",
  handlerUnitId: "handling",
  outcome: "RESOLVED",
  answerMode: "PHONE",
  waitingReason: "OUTSIDE_OFFICE",
  satisfaction: "SATISFIED",
};
const movesOf = (facts: MovedCase, who: keyof typeof actors) => movesFor(genericStages, facts, actors[who]).sort();

describe("the generic stage table", () => {
  const stages: Stages = genericStages;

  it("leads only to stages that exist, and every stage has its words", () => {
    for (const [stage, { moves }] of Object.entries(stages)) {
      expect(stageWords).toHaveProperty(stage);
      for (const [move, { to }] of Object.entries(moves)) {
        expect(stages).toHaveProperty(to);
        expect(moveWords).toHaveProperty(move);
      }
    }
  });

  it("can be left from every stage that is not the end, and reached from the beginning", () => {
    const reached = new Set(["PENDING"]);
    for (const stage of reached) for (const { to } of Object.values(stages[stage]?.moves ?? {})) reached.add(to);
    expect([...reached].sort()).toEqual(Object.keys(stages).sort());
    const ends = Object.keys(stages).filter((stage) => Object.keys(stages[stage]?.moves ?? {}).length === 0);
    expect(ends.sort()).toEqual(["ARCHIVED", "VOID"]);
  });

  it("offers nobody a move that the stage does not have", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(stages)),
        fc.constantFrom(...Object.values(actors)),
        fc.nat(2),
        fc.boolean(),
        (stage, actor, reopenedCount, isComplaint) => {
          const facts = aCase({ stage, status: stages[stage]?.status ?? "open", reopenedCount, isComplaint });
          const possible = Object.keys(stages[stage]?.moves ?? {});
          expect(possible).toEqual(expect.arrayContaining(movesFor(stages, facts, actor)));
        },
      ),
    );
  });
});

describe("who may move a case", () => {
  it("lets the handling unit answer, but never call back or close what it handled", () => {
    expect(movesOf(aCase(), "handler")).toEqual(["answer", "hold", "return"]);
    const answered = aCase({ stage: "ANSWERED", status: "answered", answeredById: "h", programme: "people" });
    expect(movesOf(answered, "handler")).toEqual(["void"]);
    expect(movesOf({ ...answered, stage: "FOLLOW_UP" }, "handler")).toEqual(["void"]);
    expect(movesOf(answered, "desk")).toEqual(["followUp"]);
  });

  it("lets only the worker concerned confirm", () => {
    const answered = aCase({ stage: "ANSWERED", status: "answered", answeredById: "h" });
    expect(movesOf(answered, "worker")).toEqual(["confirm", "reopen"]);
    expect(movesOf(answered, "stranger")).toEqual([]);
  });

  it("reopens once; the second 不满意 goes to a leader", () => {
    const again = aCase({ stage: "FOLLOW_UP", status: "answered", answeredById: "h", reopenedCount: 1 });
    expect(movesOf(again, "worker")).toEqual(["confirm", "escalate"]);
    expect(movesOf(again, "desk")).toEqual(["close", "escalate"]);
    expect(movesOf({ ...again, reopenedCount: 0 }, "desk")).toEqual(["close", "reopen"]);
    expect(movesOf(aCase({ stage: "LEADER_REVIEW", reopenedCount: 1 }), "leader")).toEqual(["conclude"]);
    expect(movesOf(aCase({ stage: "LEADER_REVIEW", reopenedCount: 1 }), "handler")).toEqual([]);
  });

  it("keeps officers of other programmes out", () => {
    expect(movesOf(aCase({ stage: "PENDING" }), "otherOfficer")).toEqual([]);
    expect(movesOf(aCase({ stage: "PENDING" }), "officer")).toEqual([
      "accept",
      "answerOnSpot",
      "decline",
      "return",
      "void",
      "withdraw",
    ]);
  });

  it("leaves a complaint about a person to 纪检, not even to the accused leader", () => {
    const complaint = aCase({
      programme: "insurance",
      stage: "PENDING",
      isComplaint: true,
      handlerUnitId: null,
      accusedId: "p0",
    });
    expect(movesOf(complaint, "officer")).toEqual([]);
    expect(movesOf(complaint, "leader")).toEqual([]);
    expect(movesOf({ ...complaint, programme: "discipline" }, "discipline")).toContain("accept");
  });
});

describe("what a move does", () => {
  it("refuses every move that lacks what it needs, with a sentence", () => {
    const needy = [
      "answer",
      "answerOnSpot",
      "decline",
      "return",
      "assign",
      "hold",
      "close",
      "reopen",
      "escalate",
      "conclude",
      "void",
    ] as const;
    for (const move of needy) expect(() => effects[move](aCase(), {}, scene), move).toThrow(Refusal);
    for (const move of needy) expect(() => effects[move](aCase(), complete, scene), move).not.toThrow();
  });

  it("decides 按期 by the first answer alone", () => {
    const first = effects.answer(aCase(), complete, scene);
    expect(first).toMatchObject({
      firstAnsweredOn: "2026-10-16",
      firstDueOn: "2026-10-19",
      firstDaysUsed: 4,
      dueOn: null,
    });
    const second = effects.answer(aCase({ firstAnsweredOn: "2026-10-16" }), complete, scene);
    expect(second).not.toHaveProperty("firstAnsweredOn");
    expect(second).toMatchObject({ answeredById: "h", followUpBy: "2026-10-23" });
  });

  it("lets the desk call back what a leader answered on the spot and the desk wrote down", () => {
    const patch = effects.answerOnSpot(aCase({ stage: "PENDING" }), complete, { ...scene, accountId: "d" });
    expect(patch).toMatchObject({ answeredById: null, outcome: "RESOLVED", firstAnsweredOn: "2026-10-16" });
    const onSpot = aCase({ stage: "ANSWERED", status: "answered", handlerUnitId: null, programme: "reception" });
    expect(movesOf(onSpot, "desk")).toContain("followUp");
  });

  it("restarts the clock in full when the material is complete", () => {
    const returned = aCase({ stage: "RETURNED", status: "waiting", dueOn: null, waitingSince: "2026-10-14" });
    expect(effects.complete(returned, {}, scene)).toMatchObject({ clockFrom: "2026-10-16", dueOn: "2026-10-23" });
  });

  it("counts five fresh working days from the day after a reopening", () => {
    const reopened = effects.reopen(aCase({ stage: "ANSWERED" }), complete, scene);
    expect(reopened).toMatchObject({ dueOn: "2026-10-23", limitDays: 5, reopenedCount: 1, outcome: null });
  });

  it("never hands a complaint to the unit of the accused", () => {
    const complaint = aCase({ isComplaint: true, accusedUnitId: "handling" });
    expect(() => effects.assign(complaint, complete, scene)).toThrow("被投诉人");
  });

  it("does not close what the worker is not content with", () => {
    expect(() => effects.close(aCase(), { satisfaction: "DISSATISFIED" }, scene)).toThrow(Refusal);
  });
});

describe("the clock", () => {
  it("reckons the 3-day limit as the acceptance scenarios say (domain.md §17.15)", () => {
    expect(startClock(official, "2026-09-30", 3)).toBe("2026-10-10");
    expect(startClock(official, "2026-09-18", 3)).toBe("2026-09-22");
    expect(startClock(official, "2026-10-16", 5)).toBe("2026-10-23");
  });

  it("leaves the rest of the time after waiting", () => {
    const left = stopClock(official, "2026-10-13", "2026-10-19");
    expect(left).toBe(4);
    expect(resumeClock(official, "2026-10-20", left)).toBe("2026-10-26");
  });

  it("gives back exactly what was left, however long the wait, also when it was late", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: -20, max: 40 }), fc.nat(60), (offset, ahead, wait) => {
        const today = addDays("2025-02-01", offset);
        const dueOn = addDays(today, ahead);
        const left = stopClock(official, today, dueOn);
        const resumedOn = addDays(today, wait);
        expect(stopClock(official, resumedOn, resumeClock(official, resumedOn, left))).toBe(left);
      }),
    );
  });

  it("says in words how long there is", () => {
    const words = (dueOn: string | null, waitingSince: string | null = null) =>
      readClock(official, { dueOn, waitingSince }, "2026-10-16")?.words;
    expect(words("2026-10-16")).toBe("今天到期");
    expect(words("2026-10-19")).toBe("还剩 1 个工作日");
    expect(words("2026-10-14")).toBe("已超期 2 个工作日");
    expect(words(null, "2026-10-13")).toBe("停钟 · 已等 3 天");
    expect(words(null)).toBeUndefined();
  });

  it("turns yellow with one working day left and red only when overdue", () => {
    const light = (dueOn: string) => readClock(official, { dueOn, waitingSince: null }, "2026-10-16")?.light;
    expect([light("2026-10-20"), light("2026-10-19"), light("2026-10-16"), light("2026-10-15")]).toEqual([
      "calm",
      "warn",
      "warn",
      "late",
    ]);
  });
});
