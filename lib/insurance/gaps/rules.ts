import { settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/insurance/gaps/words";
import { gapStages } from "@/lib/insurance/stages/rules";

/** The record that the papers of a gap belong to. */
export const waiverOwner = "gap_note";

const closed: Effect = (_facts, _input, { now }) => ({ ...settled, closedAt: now });

/** Closes by facts only: nobody clicks a gap away. */
export const gapTable = {
  first: "FOUND",
  stages: gapStages,
  effects: {
    lookInto: (_facts, _input, { today }) => ({ ...settled, waitingReason: "PERSON", waitingSince: today }),
    insured: closed,
    noLongerOwed: closed,
  },
  stageWords,
  moveWords,
  turnWords,
  publicMoves: ["lookInto", "insured", "noLongerOwed"],
  ownMoves: ["lookInto", "insured", "noLongerOwed"],
  forward: ["lookInto"],
  turns: { FOUND: "U" },
  line: [
    { label: "发现", reachedBy: ["lookInto"] },
    { label: "督促", reachedBy: ["insured", "noLongerOwed"] },
    { label: "参保", reachedBy: ["insured"] },
  ],
  places: { FOUND: 0, PURSUED: 1, INSURED: 3, NOT_OWED: 3 },
  spokenStages,
  spokenEvents,
  page: (caseId) => `/insurance/cases/${caseId}`,
} as const satisfies StageTable;
