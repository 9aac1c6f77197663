import type { Effect } from "@/lib/cases/moves/rules";
import { need, settled } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { fileEffects } from "@/lib/hardship/application/rules";
import { reviewStages } from "@/lib/hardship/stages/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/hardship/review/words";

const reviewEffects = {
  report: fileEffects.report,
  propose: fileEffects.propose,
  sendBack: fileEffects.sendBack,
  void: fileEffects.void,
  confirm: (_facts, input, { now }) => {
    need(input.note, "请写明意见");

    return { ...settled, outcome: "RESOLVED", closedAt: now };
  },
} satisfies Readonly<Record<string, Effect>>;

export const reviewTable = {
  first: "HOME_CHECK",
  stages: reviewStages,
  effects: reviewEffects,
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["report", "confirm"],
  ownMoves: ["report", "propose", "confirm", "sendBack", "void"],
  forward: ["report", "propose", "confirm"],
  turns: { HOME_CHECK: "U", REVIEW: "O", PROPOSED: "M" },
  line: [
    { label: "入户核查", reachedBy: ["report"] },
    { label: "审核", reachedBy: ["propose"] },
    { label: "负责人同意", reachedBy: ["confirm"] },
    { label: "复核完成", reachedBy: ["confirm"] },
  ],
  places: { HOME_CHECK: 0, REVIEW: 1, PROPOSED: 2, REVIEWED: 4, VOID: 4 },
  spokenStages,
  spokenEvents,
  page: (caseId) => `/hardship/cases/${caseId}`,
} as const satisfies StageTable;
