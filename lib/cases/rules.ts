import type { Reach } from "@/lib/auth/permit";

/** The five generic statuses that every list, light and dashboard reads (domain.md §0.2). */
export type CaseStatus = "open" | "waiting" | "answered" | "closed" | "void";

/**
 * Who may make a move: W the worker concerned · L the liaison who entered it · U the liaison of the person's unit ·
 * O an officer of the programme (or who took the matter in: 首问负责) · M the manager of the programme's office (科长,
 * 工会主席: an officer's appointment with the mark 负责人) · H the handling unit · D the desk that calls back (接待办) ·
 * K the 宿舍管理员 (of which site, the command looks) · B a bureau leader · S nobody: it follows from facts.
 */
export type Who = "W" | "L" | "U" | "O" | "M" | "H" | "D" | "K" | "B" | "S";

/**
 * `apart`: not by who entered it, handled it or is concerned (submitter ≠ approver, domain.md §16).
 * `byAmount`: only by whom the case names as its decider, or above.
 */
export type Move = { to: string; who: readonly Who[]; apart?: true; byAmount?: true };

/** Who decides by the amount: M the head of the office, or a leader in her place · B a leader only. */
export type Decider = "M" | "B";
export type Stages = Record<string, { status: CaseStatus; moves: Readonly<Record<string, Move>> }>;

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const withdrawn = { withdraw: { to: "WITHDRAWN", who: ["W", "L", "O"] } } as const;
const returned = { return: { to: "RETURNED", who: ["O", "H"] } } as const;
const answered = { answer: { to: "ANSWERED", who: ["H"] } } as const;

/** Stages of reception matters, requests and whatever has no table of its own (domain.md §0.2). */
export const genericStages = {
  PENDING: {
    status: "open",
    moves: {
      accept: { to: "ACCEPTED", who: ["O"] },
      answerOnSpot: { to: "ANSWERED", who: ["O", "B"] },
      decline: { to: "DECLINED", who: ["O"] },
      return: { to: "RETURNED", who: ["O"] },
      ...withdrawn,
      ...voided,
    },
  },
  ACCEPTED: {
    status: "open",
    moves: { assign: { to: "ASSIGNED", who: ["O"] }, return: { to: "RETURNED", who: ["O"] }, ...withdrawn, ...voided },
  },
  RETURNED: {
    status: "waiting",
    moves: { complete: { to: "ACCEPTED", who: ["W", "L", "O"] }, ...withdrawn, ...voided },
  },
  ASSIGNED: {
    status: "open",
    moves: { start: { to: "IN_PROGRESS", who: ["H"] }, ...answered, ...returned, ...withdrawn, ...voided },
  },
  IN_PROGRESS: {
    status: "open",
    moves: { ...answered, hold: { to: "ON_HOLD", who: ["H"] }, ...returned, ...withdrawn, ...voided },
  },
  ON_HOLD: {
    status: "waiting",
    moves: { resume: { to: "IN_PROGRESS", who: ["H", "O"] }, ...withdrawn, ...voided },
  },
  ANSWERED: {
    status: "answered",
    moves: {
      confirm: { to: "CLOSED", who: ["W"] },
      followUp: { to: "FOLLOW_UP", who: ["O", "D"] },
      reopen: { to: "REOPENED", who: ["W"] },
      escalate: { to: "LEADER_REVIEW", who: ["W"] },
      ...voided,
    },
  },
  FOLLOW_UP: {
    status: "answered",
    moves: {
      confirm: { to: "CLOSED", who: ["W"] },
      close: { to: "CLOSED", who: ["O", "D"] },
      reopen: { to: "REOPENED", who: ["W", "O", "D"] },
      escalate: { to: "LEADER_REVIEW", who: ["W", "O", "D"] },
      ...voided,
    },
  },
  REOPENED: { status: "open", moves: { ...answered, ...voided } },
  LEADER_REVIEW: { status: "open", moves: { conclude: { to: "CLOSED", who: ["B"] }, ...voided } },
  DECLINED: { status: "answered", moves: { followUp: { to: "FOLLOW_UP", who: ["O", "D"] }, ...voided } },
  CLOSED: { status: "closed", moves: { archive: { to: "ARCHIVED", who: ["O"] }, ...voided } },
  ARCHIVED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: { ...voided } },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;

/** What a rule has to know of a case. */
export type CaseFacts = {
  programme: string;
  /** name of the stage table that the case was opened with */
  stageTable: string;
  stage: string;
  status: CaseStatus;
  personId: string | null;
  unitId: string;
  createdById: string;
  handlerUnitId: string | null;
  handlerId: string | null;
  answeredById: string | null;
  promisedById: string | null;
  reopenedCount: number;
  isComplaint: boolean;
  accusedId: string | null;
  accusedUnitId: string | null;
  /** set where a decision depends on an amount */
  decider?: Decider | null;
};

/** What a rule has to know of the person who acts. */
export type ActorFacts = { accountId: string; reach: Reach };

/** In which of the capacities somebody stands to a case. */
export function capacities(facts: CaseFacts, { accountId, reach }: ActorFacts): Who[] {
  const isOfficer = reach.programmes.length > 0;
  const handles =
    facts.handlerId === accountId ||
    (facts.handlerUnitId !== null && [...reach.officeUnitIds, ...reach.unitIds].includes(facts.handlerUnitId));
  const mayTouch = !facts.isComplaint || reach.programmes.includes("discipline");
  const isOfficerOf =
    isOfficer && mayTouch && (reach.programmes.includes(facts.programme) || facts.createdById === accountId);
  const hasNoHandler = facts.handlerId === null && facts.handlerUnitId === null;
  const stands: Record<Who, boolean> = {
    W: reach.kind === "self" && facts.personId === reach.personId,
    L: reach.kind === "units" && facts.createdById === accountId,
    U: reach.kind === "units" && reach.unitIds.includes(facts.unitId),
    O: isOfficerOf,
    M: isOfficerOf && reach.manages.includes(facts.programme),
    // What was answered on the spot has no handling unit; its officer takes it up when it comes back.
    H: handles || (hasNoHandler && isOfficerOf),
    D: reach.programmes.includes("reception") && !facts.isComplaint,
    K: reach.isWarden && facts.programme === "dormitories",
    B: reach.isLeader && facts.accusedId !== reach.personId,
    S: false,
  };

  return (Object.keys(stands) as Who[]).filter((who) => stands[who]);
}

const callsBack = ["followUp", "close", "reopen", "escalate"];

/**
 * The moves that this person may make now.
 * Who handled the matter never calls back, and the matter is reopened once; the second 不满意 goes to a leader.
 */
export function movesFor(stages: Stages, facts: CaseFacts, actor: ActorFacts): string[] {
  const stand = capacities(facts, actor);
  const isHandler =
    facts.answeredById === actor.accountId ||
    (facts.handlerUnitId !== null && stand.includes("H")) ||
    facts.handlerId === actor.accountId;

  return Object.entries(stages[facts.stage]?.moves ?? {})
    .filter(([, move]) => move.who.some((who) => stand.includes(who)))
    .filter(([, move]) => !move.apart || !isInvolved(facts, actor))
    .filter(([, move]) => !move.byAmount || decides(facts.decider, stand))
    .filter(([name]) => !(callsBack.includes(name) && isHandler && !stand.includes("W")))
    .filter(([name]) => name !== "reopen" || facts.reopenedCount === 0)
    .filter(([name]) => name !== "escalate" || facts.reopenedCount > 0)
    .map(([name]) => name);
}

function decides(decider: Decider | null | undefined, stand: readonly Who[]): boolean {
  return stand.includes("B") ? decider === "M" || decider === "B" : decider === "M" && stand.includes("M");
}

/** Whether the person entered the case, handled it or is concerned by it, and therefore may not decide it. */
function isInvolved(facts: CaseFacts, { accountId, reach }: ActorFacts): boolean {
  return [facts.createdById, facts.handlerId].includes(accountId) || facts.personId === reach.personId;
}

/** 回避: a complaint about a person is never handled by the accused's own unit. */
export function isBarredUnit(facts: Pick<CaseFacts, "isComplaint" | "accusedUnitId">, unitId: string): boolean {
  return facts.isComplaint && facts.accusedUnitId === unitId;
}
