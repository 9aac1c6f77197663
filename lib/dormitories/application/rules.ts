import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/dormitories/application/words";
import { bedStages } from "@/lib/dormitories/stages/rules";

/** The next step has its own number of working days, counted from tomorrow. */
const onward: Effect = (facts, input, { calendar, today }) => {
  const limitDays = input.limitDays ?? facts.limitDays;

  return { ...settled, limitDays, dueOn: startClock(calendar, today, limitDays) };
};

/** In the line nobody's clock runs. */
const queued: Effect = (_facts, _input, { today }) => ({
  ...settled,
  waitingReason: "WAITING_LIST",
  waitingSince: today,
});

/** The bed is the person's: answered, to be settled by moving in. */
const allotted: Effect = (facts, input, scene) => ({
  ...firstAnswer(facts, scene, {
    answer: need(input.note, "请写明分到哪张床，职工看得到"),
    outcome: "RESOLVED",
    answerMode: input.answerMode ?? "PHONE",
  }),
  followUpBy: null,
});

const over: Effect = (_facts, _input, { now }) => ({ ...settled, followUpBy: null, closedAt: now });

export const bedEffects = {
  check: () => ({}),
  return: effects.return,
  complete: effects.complete,
  pass: queued,
  refuse: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: need(input.note, "请写明为什么不符合、还能找谁，职工看得到"),
      outcome: "EXPLAINED",
      answerMode: "PHONE",
    }),
    followUpBy: null,
  }),
  // who proposes handles it, and whoever handles it does not agree to it
  propose: (facts, input, scene) => ({ ...onward(facts, input, scene), handlerId: scene.accountId }),
  putBack: (facts, input, scene) => ({ ...queued(facts, input, scene), handlerId: null }),
  publish: (_facts, _input, { today }) => ({ ...settled, waitingReason: "NOTICE_PERIOD", waitingSince: today }),
  noticeEnded: allotted,
  struck: (facts, input, scene) => ({ ...queued(facts, input, scene), handlerId: null }),
  succeed: allotted,
  allot: allotted,
  checkIn: over,
  decline: over,
  lapse: over,
  archive: effects.archive,
  withdraw: effects.withdraw,
  void: effects.void,
} satisfies Readonly<Record<string, Effect>>;

export const bedTable = {
  first: "APPLIED",
  stages: bedStages,
  effects: bedEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: [
    "return",
    "complete",
    "pass",
    "refuse",
    "noticeEnded",
    "succeed",
    "allot",
    "checkIn",
    "decline",
    "lapse",
  ],
  ownMoves: [
    "check",
    "complete",
    "pass",
    "refuse",
    "propose",
    "putBack",
    "publish",
    "allot",
    "checkIn",
    "decline",
    "withdraw",
    "void",
  ],
  forward: ["pass", "check", "allot", "publish", "checkIn", "complete"],
  turns: {
    APPLIED: "U",
    UNIT_CHECK: "U",
    RETURNED: "L",
    PROPOSED: "O",
    ALLOTTED: "O",
    NOT_ELIGIBLE: "O",
  },
  line: [
    { label: "申请", reachedBy: ["open", "complete"] },
    { label: "单位审核", reachedBy: ["pass", "refuse"] },
    { label: "轮候", reachedBy: ["propose", "succeed"] },
    { label: "分配", reachedBy: ["allot", "noticeEnded", "succeed"] },
    { label: "入住", reachedBy: ["checkIn"] },
  ],
  places: {
    APPLIED: 0,
    RETURNED: 0,
    UNIT_CHECK: 1,
    WAITLISTED: 2,
    PROPOSED: 3,
    NOTICE: 3,
    ALLOTTED: 4,
    CHECKED_IN: 5,
    NOT_ELIGIBLE: 5,
    ARCHIVED: 5,
    OFFER_DECLINED: 5,
    LAPSED: 5,
    WITHDRAWN: 5,
    VOID: 5,
  },
  spokenStages,
  spokenEvents,
  page: (caseId) => `/dormitories/cases/${caseId}`,
} as const satisfies StageTable;
