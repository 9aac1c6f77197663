import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/insurance/changes/words";
import { changeStages } from "@/lib/insurance/stages/rules";
import type { ChangeCode } from "@/prisma/generated/enums";

/** Increases in the order of the form. */
export const increases = ["FIRST", "RESUMED", "FROM_OUTSIDE", "FROM_DISTRICT"] as const;
/** Decreases in the order of the form. */
export const decreases = ["TO_DISTRICT", "TO_OUTSIDE", "SUSPENDED", "SURRENDERED", "RETIRED", "DECEASED"] as const;

/** Whether a form puts somebody on the insurance or takes somebody off. */
export function isIncrease(code: ChangeCode): boolean {
  return increases.some((one) => one === code);
}

const outside: Effect = (facts, _input, { today }) => ({
  ...settled,
  waitingReason: "OUTSIDE_OFFICE",
  waitingSince: today,
  limitDays: facts.limitDays,
});

const again: Effect = (facts, _input, { calendar, today }) => ({
  ...settled,
  dueOn: startClock(calendar, today, facts.limitDays),
});

export const changeEffects = {
  submit: again,
  complete: effects.complete,
  return: effects.return,
  file: outside,
  // The outside office said no: our clock runs again, in full.
  reject: (facts, input, scene) => {
    need(input.note, "请写明经办机构为什么退回，缺什么一次写全");

    return again(facts, input, scene);
  },
  approve: (facts, input, scene) => ({
    ...firstAnswer(facts, scene, {
      answer: input.note ?? "经办机构已核准。",
      outcome: "RESOLVED",
      answerMode: "WRITTEN",
    }),
    followUpBy: null,
  }),
  takeEffect: (_facts, _input, { now }) => ({ ...settled, closedAt: now }),
  archive: effects.archive,
  withdraw: effects.withdraw,
  void: effects.void,
} satisfies Readonly<Record<string, Effect>>;

export const changeTable = {
  first: "DRAFT",
  stages: changeStages,
  effects: changeEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["submit", "return", "complete", "file", "reject", "approve", "takeEffect", "withdraw"],
  ownMoves: ["submit", "file", "approve", "reject", "takeEffect"],
  forward: ["submit", "file", "approve", "complete", "archive"],
  turns: { DRAFT: "L", OFFICE_CHECK: "O", RETURNED: "U", REJECTED: "O", EFFECTIVE: "O" },
  line: [
    { label: "填表", reachedBy: ["submit"] },
    { label: "审核", reachedBy: ["file"] },
    { label: "报送", reachedBy: ["approve"] },
    { label: "核准", reachedBy: ["approve"] },
    { label: "生效", reachedBy: ["takeEffect"] },
  ],
  places: {
    DRAFT: 0,
    OFFICE_CHECK: 1,
    RETURNED: 1,
    SUBMITTED: 2,
    REJECTED: 2,
    APPROVED: 4,
    EFFECTIVE: 5,
    ARCHIVED: 5,
    WITHDRAWN: 5,
    VOID: 5,
  },
  spokenStages,
  spokenEvents,
  page: (caseId) => `/insurance/changes/${caseId}`,
} as const satisfies StageTable;
