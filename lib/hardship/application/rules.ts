import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { applicationStages } from "@/lib/hardship/stages/rules";
import { spokenEvents, spokenStages, stageWords, turnWords, moveWords } from "@/lib/hardship/application/words";

/** The next step has its own number of working days, counted from tomorrow; none given, the clock runs on. */
const onward: Effect = (_facts, input, { calendar, today }) =>
  input.limitDays === undefined
    ? {}
    : { ...settled, limitDays: input.limitDays, dueOn: startClock(calendar, today, input.limitDays) };

export const fileEffects = {
  visit: () => ({}),
  report: onward,
  propose: (facts, input, scene) => ({
    ...onward(facts, input, scene),
    handlerId: scene.accountId,
  }),
  sendBack: (facts, input, scene) => {
    need(input.note, "请写明退回的原因");

    return { ...onward(facts, input, scene), handlerId: null };
  },
  archive: effects.archive,
  void: effects.void,
  withdraw: effects.withdraw,
  return: effects.return,
  complete: effects.complete,
} satisfies Readonly<Record<string, Effect>>;

const afterNotice: Effect = (facts, { countFrom }, { calendar, today }) => ({
  ...settled,
  dueOn: startClock(calendar, countFrom ?? today, facts.limitDays),
});

/** Application and decision; money and level move only from the day after the notice. */
export const applicationEffects = {
  ...fileEffects,
  // The limit is that of the decision, which counts from the end of the notice.
  agree: (facts, input, { today }) => ({
    ...settled,
    waitingReason: "NOTICE_PERIOD",
    waitingSince: today,
    limitDays: input.limitDays ?? facts.limitDays,
  }),
  adopt: (_facts, _input, { now }) => ({ ...settled, outcome: "RESOLVED", followUpBy: null, closedAt: now }),
  takeBack: effects.void,
  noticeEnded: afterNotice,
  struck: (facts, input, scene) => ({ ...afterNotice(facts, input, scene), handlerId: null }),
  approve: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: need(input.note, "请写明审批意见，职工看得到"),
      outcome: "RESOLVED",
      answerMode: "WRITTEN",
    }),
    followUpBy: null,
    closedAt: scene.now,
  }),
  refuse: (facts, input, scene) =>
    firstAnswer(facts, scene, {
      answer: need(input.note, "请写明为什么不符合、还能找谁帮，职工看得到"),
      outcome: "EXPLAINED",
      answerMode: "WRITTEN",
    }),
} satisfies Readonly<Record<string, Effect>>;

export const applicationTable = {
  first: "APPLIED",
  stages: applicationStages,
  effects: applicationEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["visit", "return", "complete", "noticeEnded", "approve", "refuse", "withdraw"],
  ownMoves: ["visit", "report", "propose", "agree", "sendBack", "approve", "refuse", "withdraw", "void"],
  forward: ["visit", "report", "propose", "agree", "approve", "complete"],
  turns: {
    APPLIED: "U",
    HOME_CHECK: "U",
    RETURNED: "L",
    REVIEW: "O",
    PROPOSED: "M",
    APPROVAL: "B",
    NOT_ELIGIBLE: "O",
  },
  line: [
    { label: "申请", reachedBy: ["open", "complete"] },
    { label: "入户核查", reachedBy: ["report"] },
    { label: "审核", reachedBy: ["propose", "refuse"] },
    { label: "公示", reachedBy: ["noticeEnded"] },
    { label: "审批", reachedBy: ["approve"] },
    { label: "在档", reachedBy: ["approve"] },
  ],
  places: {
    APPLIED: 0,
    RETURNED: 0,
    HOME_CHECK: 1,
    REVIEW: 2,
    PROPOSED: 2,
    NOTICE: 3,
    APPROVAL: 4,
    ON_FILE: 6,
    NOT_ELIGIBLE: 6,
    ARCHIVED: 6,
    WITHDRAWN: 6,
    VOID: 6,
  },
  spokenStages,
  spokenEvents,
  notice: { stage: "NOTICE", ended: "noticeEnded", struck: "struck" },
  page: (caseId) => `/hardship/cases/${caseId}`,
} as const satisfies StageTable;
