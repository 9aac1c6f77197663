import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { reliefStages } from "@/lib/relief/stages/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/relief/table/words";

/** The next step has its own number of working days from tomorrow; none given, the clock runs on (papers that follow). */
const onward: Effect = (_facts, input, { calendar, today }) =>
  input.limitDays === undefined
    ? {}
    : { ...settled, limitDays: input.limitDays, dueOn: startClock(calendar, today, input.limitDays) };

/** What each move does to the case; the relief's own record is the commands' affair. */
export const reliefEffects = {
  accept: onward,
  verify: onward,
  payFirst: onward,
  propose: (facts, input, scene) => ({
    ...onward(facts, input, scene),
    handlerId: scene.accountId,
    decider: input.decider ?? "B",
  }),
  approve: (facts, input, scene) => ({ ...onward(facts, input, scene), decider: null }),
  sendBack: (facts, input, scene) => {
    need(input.note, "请写明退回的原因");

    return { ...onward(facts, input, scene), handlerId: null, decider: null };
  },
  refuse: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: need(input.note, "请写明为什么不予救助、还能找谁帮，职工看得到"),
      outcome: "EXPLAINED",
      answerMode: "WRITTEN",
    }),
    followUpBy: null,
    decider: null,
  }),
  // Who took the signature is who paid, and is not the one who calls back.
  sign: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: `救助金发到您手里了：${input.note ?? ""}。`,
      outcome: "RESOLVED",
      answerMode: "IN_PERSON",
    }),
    answeredById: input.doneById ?? scene.accountId,
    followUpBy: input.followUpOn ?? null,
  }),
  unsign: (facts, _input, { calendar, today }) => ({
    ...settled,
    outcome: null,
    followUpBy: null,
    dueOn: startClock(calendar, today, facts.limitDays),
  }),
  followUp: (_facts, input, { now, accountId }) => ({
    ...settled,
    followUpBy: null,
    satisfaction: need(input.satisfaction, "请选择职工的满意度", "satisfaction"),
    followedById: accountId,
    followedAt: now,
  }),
  archive: (_facts, _input, { now }) => ({ ...settled, followUpBy: null, closedAt: now }),
  // Once it is complete somebody has to go and look: that step's days.
  return: (facts, input, scene) => ({
    ...effects.return(facts, input, scene),
    limitDays: input.limitDays ?? facts.limitDays,
  }),
  complete: effects.complete,
  withdraw: effects.withdraw,
  void: effects.void,
} satisfies Readonly<Record<string, Effect>>;

export const reliefTable = {
  first: "REPORTED",
  stages: reliefStages,
  effects: reliefEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["accept", "return", "complete", "refuse", "withdraw"],
  ownMoves: [
    "accept",
    "verify",
    "payFirst",
    "propose",
    "approve",
    "refuse",
    "sendBack",
    "followUp",
    "return",
    "withdraw",
    "void",
  ],
  forward: ["accept", "verify", "propose", "approve", "followUp", "archive", "complete"],
  turns: {
    REPORTED: "O",
    RETURNED: "L",
    ACCEPTED: "O",
    VERIFIED: "O",
    APPROVAL: "decider",
    PAYING: "O",
    SIGNED: "callBack",
    FOLLOW_UP: "O",
    REFUSED: "O",
  },
  line: [
    { label: "报告", reachedBy: ["open"] },
    { label: "受理", reachedBy: ["accept", "complete"] },
    { label: "核实", reachedBy: ["verify"] },
    { label: "审批", reachedBy: ["approve", "refuse"] },
    { label: "发放", reachedBy: ["sign"] },
    { label: "回访", reachedBy: ["followUp"] },
    { label: "归档", reachedBy: ["archive"] },
  ],
  places: {
    REPORTED: 1,
    RETURNED: 1,
    ACCEPTED: 2,
    VERIFIED: 3,
    APPROVAL: 3,
    PAYING: 4,
    SIGNED: 5,
    FOLLOW_UP: 6,
    REFUSED: 6,
    ARCHIVED: 7,
    WITHDRAWN: 7,
    VOID: 7,
  },
  spokenStages,
  spokenEvents,
  signed: { stage: "PAYING", move: "sign", undone: "unsign", followUpDays: "relief.followUpDays" },
  page: (caseId) => `/relief/${caseId}`,
} as const satisfies StageTable;
