import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { placementStages } from "@/lib/schooling/stages/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/schooling/stages/words";

/** The next step has its own number of working days, counted from tomorrow. */
const onward: Effect = (facts, input, { calendar, today }) => {
  const limitDays = input.limitDays ?? facts.limitDays;

  return { ...settled, clockFrom: today, limitDays, dueOn: startClock(calendar, today, limitDays) };
};

const waits =
  (waitingReason: "MATERIAL" | "OUTSIDE_OFFICE"): Effect =>
  (_facts, _input, { today }) => ({ dueOn: null, waitingReason, waitingSince: today, daysLeft: null });

const withReason =
  (ask: string, effect: Effect): Effect =>
  (facts, input, scene) => {
    need(input.note, ask);

    return effect(facts, input, scene);
  };

const sentBack = withReason("请一次写全还缺哪些材料，职工看得到", waits("MATERIAL"));

const placementEffects = {
  prepare: waits("MATERIAL"),
  submit: onward,
  resubmit: onward,
  refile: waits("OUTSIDE_OFFICE"),
  refileSecond: waits("OUTSIDE_OFFICE"),
  pass: onward,
  return: sentBack,
  letterSent: waits("OUTSIDE_OFFICE"),
  passed: waits("OUTSIDE_OFFICE"),
  failed: withReason("请写明为什么没通过，职工看得到", onward),
  failedReturn: sentBack,
  // Settled by the school, not by a call: nobody has to ring up whether it is solved.
  assigned: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: need(input.note, "请写明安排的学校"),
      outcome: "RESOLVED",
      answerMode: "WRITTEN",
    }),
    followUpBy: null,
  }),
  enrol: (_facts, _input, { now }) => ({ ...settled, followUpBy: null, closedAt: now }),
  giveUp: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: need(input.note, "请写明为什么没有解决、明年怎么办，职工看得到"),
      outcome: "UNABLE",
      answerMode: "WRITTEN",
    }),
    followUpBy: null,
    closedAt: scene.now,
  }),
  withdraw: effects.withdraw,
  void: effects.void,
  archive: effects.archive,
} satisfies Readonly<Record<string, Effect>>;

export const placementTable = {
  first: "REGISTERED",
  stages: placementStages,
  effects: placementEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: [
    ...(["prepare", "submit", "resubmit", "refile", "refileSecond", "pass", "return", "letterSent", "passed"] as const),
    ...(["failed", "failedReturn", "assigned", "enrol", "giveUp", "withdraw"] as const),
  ],
  ownMoves: [
    ...(["submit", "resubmit", "refile", "refileSecond", "pass", "return", "letterSent", "passed"] as const),
    ...(["failed", "failedReturn", "assigned", "enrol", "giveUp", "withdraw", "void", "prepare"] as const),
  ],
  forward: ["prepare", "submit", "resubmit", "pass", "letterSent", "passed", "assigned", "enrol", "archive"],
  turns: {
    REGISTERED: "U",
    PREPARING: "W",
    UNIT_CHECK: "U",
    UNION_CHECK: "O",
    RETURNED: "W",
    COORDINATING: "O",
    EDU_FIRST: "O",
    EDU_SECOND: "O",
    ASSIGNED: "O",
  },
  line: [
    { label: "登记", reachedBy: ["open"] },
    { label: "备材料", reachedBy: ["submit"] },
    { label: "审核", reachedBy: ["pass"] },
    { label: "协调", reachedBy: ["letterSent"] },
    { label: "教育局", reachedBy: ["assigned"] },
    { label: "入学", reachedBy: ["enrol"] },
  ],
  places: {
    REGISTERED: 0,
    PREPARING: 1,
    UNIT_CHECK: 2,
    UNION_CHECK: 2,
    RETURNED: 1,
    COORDINATING: 3,
    EDU_FIRST: 4,
    EDU_SECOND: 4,
    ASSIGNED: 5,
    ENROLLED: 6,
    UNRESOLVED: 6,
    ARCHIVED: 6,
    WITHDRAWN: 6,
    VOID: 6,
  },
  spokenStages,
  spokenEvents,
  unitUntil: { stage: "UNIT_CHECK", move: "pass" },
  page: (caseId) => `/schooling/${caseId}`,
} as const satisfies StageTable;
