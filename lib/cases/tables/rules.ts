import { effects, publicMoves, type Effect } from "@/lib/cases/moves/rules";
import { genericStages, type Stages, type Who } from "@/lib/cases/rules";
import { spokenEvents, spokenStages } from "@/lib/cases/mine/words";
import { moveWords, stageWords } from "@/lib/cases/words";
import type { ParameterKey } from "@/lib/parameters/rules";

/** One step of the strip above a case: its word and the moves that complete it. */
export type LineStep = { label: string; reachedBy: readonly string[] };

/**
 * Whose turn it is: somebody of the table, whom the case names as decider by the amount, or from the day of the call back
 * an officer who neither handled nor paid.
 */
export type Turn = Who | "decider" | "callBack";

/**
 * What a programme brings so that its cases run in the engine: the stages with who may make which move, what each move
 * does, and every word about it. The engine knows no programme; it reads this.
 */
export type StageTable = {
  /** the stage of a case that has just been opened */
  first: string;
  stages: Stages;
  effects: Readonly<Record<string, Effect>>;
  stageWords: Readonly<Record<string, string>>;
  /** words on the buttons and in the timeline */
  moveWords: Readonly<Record<string, string>>;
  /** moves whose note the worker reads on the phone */
  publicMoves: readonly string[];
  /** moves that the programme's own command makes, because they carry more than a note; `moveCase` refuses them */
  ownMoves: readonly string[];
  /** what to propose in a list, best first */
  forward: readonly string[];
  /** who has the case in 待办 at that stage; the generic table has its own conditions */
  turns: Readonly<Record<string, Turn>>;
  /** whose turn it is, in a sentence, by stage */
  turnWords: Readonly<Record<string, string>>;
  line: readonly LineStep[];
  /** how far along the line each stage is */
  places: Readonly<Record<string, number>>;
  spokenStages: Readonly<Record<string, { short: string; says: string }>>;
  spokenEvents: Readonly<Record<string, string>>;
  /** the stage that lasts as long as the case's public notice, and the moves that its end brings */
  notice?: { stage: string; ended: string; struck: string };
  /**
   * the stage that lasts until what was granted is signed for, the move that the last signature brings, and the one back
   * when a signed row is corrected; the call back comes so many days after the signature
   */
  signed?: { stage: string; move: string; undone: string; followUpDays: ParameterKey };
  /** where the programme shows the case, if not only on the general page */
  page?: (caseId: string) => string;
};

/** Reception matters, requests and whatever has no table of its own (domain.md §0.2). */
export const genericTable = {
  first: "PENDING",
  stages: genericStages,
  effects,
  stageWords,
  moveWords,
  publicMoves,
  ownMoves: [],
  forward: ["accept", "assign", "conclude", "start", "answer", "resume", "followUp", "close", "complete"],
  turns: {},
  turnWords: {
    PENDING: "等项目专员受理。",
    ACCEPTED: "已受理，等转给承办单位。",
    RETURNED: "等职工把材料补齐，补齐后重新计时。",
    ASSIGNED: "{unit}还没有开始办。",
    IN_PROGRESS: "{unit}正在办，办完登记答复，由别人回访。",
    ON_HOLD: "{unit}在等，等到了就继续办理。",
    ANSWERED: "等职工确认，或由没有经手的人打电话回访。",
    FOLLOW_UP: "正在回访：问问职工解决了没有、满意不满意。",
    REOPENED: "职工说没解决，{unit}重新办理。",
    LEADER_REVIEW: "第二次不满意，等领导复核。",
    DECLINED: "没有受理，等回访说明清楚。",
    CLOSED: "已经办结，可以归档。",
    ARCHIVED: "已经归档。",
    WITHDRAWN: "职工已撤回。",
    VOID: "已作废，不计入任何数字。",
  },
  line: [
    { label: "受理", reachedBy: ["accept", "answerOnSpot", "decline"] },
    { label: "转办", reachedBy: ["assign"] },
    { label: "办理", reachedBy: ["start", "reopen"] },
    { label: "答复", reachedBy: ["answer", "answerOnSpot", "decline"] },
    { label: "回访", reachedBy: ["followUp"] },
    { label: "办结", reachedBy: ["close", "confirm", "conclude", "withdraw", "void"] },
  ],
  places: {
    PENDING: 0,
    RETURNED: 0,
    ACCEPTED: 1,
    ASSIGNED: 2,
    IN_PROGRESS: 2,
    ON_HOLD: 2,
    REOPENED: 2,
    ANSWERED: 4,
    DECLINED: 4,
    FOLLOW_UP: 4,
    LEADER_REVIEW: 4,
    CLOSED: 6,
    ARCHIVED: 6,
    WITHDRAWN: 6,
    VOID: 6,
  },
  spokenStages,
  spokenEvents,
} as const satisfies StageTable;

/** Why a table would not run: a move to nowhere, a stage or move without word or effect, a stage nobody can reach. */
export function faultsOf(table: StageTable): string[] {
  const faults: string[] = [];
  const moves = Object.entries(table.stages).flatMap(([stage, { moves: out }]) =>
    Object.entries(out).map(([name, move]) => ({ stage, name, ...move })),
  );
  const reached = new Set([table.first, ...moves.map(({ to }) => to)]);
  for (const stage of Object.keys(table.stages)) {
    if (!reached.has(stage)) faults.push(`${stage} cannot be reached`);
    for (const [name, words] of Object.entries({ stageWords: table.stageWords, turnWords: table.turnWords }))
      if (!words[stage]) faults.push(`${stage} has no ${name}`);
    if (!table.spokenStages[stage]) faults.push(`${stage} has no spoken words`);
    if (table.places[stage] === undefined) faults.push(`${stage} has no place in the line`);
  }
  for (const { stage, name, to, who } of moves) {
    if (!table.stages[to]) faults.push(`${stage}.${name} leads to ${to}, which is no stage`);
    if (!table.effects[name]) faults.push(`${name} has no effect`);
    if (!table.moveWords[name]) faults.push(`${name} has no word`);
    if (who.includes("S") && who.length > 1) faults.push(`${stage}.${name} is derived and clicked`);
  }
  const known = new Set(moves.map(({ name }) => name));
  for (const name of [...table.ownMoves, ...table.publicMoves, ...table.forward])
    if (!known.has(name)) faults.push(`${name} is no move`);
  for (const stage of Object.keys(table.turns)) if (!table.stages[stage]) faults.push(`turn of ${stage}: no stage`);

  return faults;
}
