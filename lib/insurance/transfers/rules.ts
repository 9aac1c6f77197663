import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { transferStages } from "@/lib/insurance/stages/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/insurance/transfers/words";

const ours: Effect = (facts, _input, { calendar, today }) => ({
  ...settled,
  dueOn: startClock(calendar, today, facts.limitDays),
});
const theirs: Effect = (_facts, _input, { today }) => ({
  ...settled,
  waitingReason: "OUTSIDE_OFFICE",
  waitingSince: today,
});

export const transferTable = {
  first: "APPLIED",
  stages: transferStages,
  effects: {
    accept: ours,
    sendLetter: theirs,
    atOrigin: theirs,
    fundsIn: ours,
    finish: (facts, input, scene) => ({
      ...firstAnswer(facts, scene, {
        answer: input.note ?? "社保关系已经转移接续。",
        outcome: "RESOLVED",
        answerMode: "WRITTEN",
      }),
      followUpBy: null,
      closedAt: scene.now,
    }),
    withdraw: effects.withdraw,
    void: effects.void,
  },
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["accept", "sendLetter", "atOrigin", "fundsIn", "finish", "withdraw"],
  ownMoves: ["accept", "sendLetter", "atOrigin", "fundsIn", "finish"],
  forward: ["accept", "sendLetter", "atOrigin", "fundsIn", "finish"],
  turns: { APPLIED: "O", ACCEPTED: "O", FUNDS_RECEIVED: "O" },
  line: [
    { label: "申请", reachedBy: ["accept"] },
    { label: "受理", reachedBy: ["sendLetter"] },
    { label: "发函", reachedBy: ["atOrigin"] },
    { label: "原参保地", reachedBy: ["fundsIn"] },
    { label: "资金到账", reachedBy: ["finish"] },
    { label: "办结", reachedBy: ["finish"] },
  ],
  places: {
    APPLIED: 0,
    ACCEPTED: 1,
    LETTER_SENT: 2,
    ORIGIN_PROCESSING: 3,
    FUNDS_RECEIVED: 4,
    CLOSED: 6,
    WITHDRAWN: 6,
    VOID: 6,
  },
  spokenStages,
  spokenEvents,
  page: (caseId) => `/insurance/transfers/${caseId}`,
} as const satisfies StageTable;
