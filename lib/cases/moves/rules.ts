import type { Calendar } from "@/lib/calendar/rules";
import {
  daysUsed,
  limitFor,
  resumeClock,
  startClock,
  stopClock,
  type ClockFacts,
  type Complexity,
  type Limits,
} from "@/lib/cases/clock/rules";
import { isBarredUnit, type CaseFacts, type Decider } from "@/lib/cases/rules";
import type { MoveName } from "@/lib/cases/words";
import type { CivilDate } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";

/** The case as the moves need it. */
export type MovedCase = CaseFacts &
  ClockFacts & {
    clockFrom: CivilDate;
    complexity: Complexity;
    firstAnsweredOn: CivilDate | null;
  };

export type MoveInput = {
  note?: string | undefined;
  handlerUnitId?: string | undefined;
  handlerId?: string | undefined;
  complexity?: Complexity | undefined;
  outcome?: "RESOLVED" | "PARTLY" | "EXPLAINED" | "UNABLE" | undefined;
  answerMode?: "IN_PERSON" | "PHONE" | "WRITTEN" | undefined;
  waitingReason?: "MATERIAL" | "OUTSIDE_OFFICE" | "NOTICE_PERIOD" | "WAITING_LIST" | "PERSON" | undefined;
  satisfaction?: "SATISFIED" | "FAIR" | "DISSATISFIED" | "NOT_REACHED" | undefined;
  /** working days for the next step, from the programme's own parameters; never from a form */
  limitDays?: number | undefined;
  /** the day after which the next step counts, where that is not today */
  countFrom?: CivilDate | undefined;
  /** who decides next, from the amount; never from a form */
  decider?: Decider | undefined;
  /** of what follows from facts: the account whose act they are, and the day from which to call back */
  doneById?: string | null | undefined;
  followUpOn?: CivilDate | undefined;
};

export type MoveScene = {
  calendar: Calendar;
  limits: Limits;
  today: CivilDate;
  now: Date;
  accountId: string;
};

/** Columns that a move changes besides stage and status. */
export type Patch = {
  handlerUnitId?: string;
  handlerId?: string | null;
  assignedOn?: CivilDate;
  complexity?: Complexity;
  clockFrom?: CivilDate;
  limitDays?: number;
  dueOn?: CivilDate | null;
  decider?: Decider | null;
  waitingReason?: MoveInput["waitingReason"] | null;
  waitingSince?: CivilDate | null;
  daysLeft?: number | null;
  outcome?: MoveInput["outcome"] | null;
  answer?: string;
  answerMode?: MoveInput["answerMode"];
  answeredAt?: Date;
  answeredById?: string | null;
  firstAnsweredOn?: CivilDate;
  firstDueOn?: CivilDate;
  firstDaysUsed?: number;
  followUpBy?: CivilDate | null;
  satisfaction?: MoveInput["satisfaction"];
  followedById?: string;
  followedAt?: Date;
  reopenedCount?: number;
  closedAt?: Date;
  voidedAt?: Date;
  voidReason?: string;
};

export type Effect = (facts: MovedCase, input: MoveInput, scene: MoveScene) => Patch;

/** Nothing is awaited any more: the clock is off. */
export const settled = { dueOn: null, waitingReason: null, waitingSince: null, daysLeft: null } as const;

/** What each move does to the case; a missing answer or reason is refused with the sentence that asks for it. */
export const effects: Readonly<Record<MoveName, Effect>> = {
  accept: () => ({}),
  // The leader answered; the desk only wrote it down and may therefore call back.
  answerOnSpot: (facts, input, scene) => ({ ...answer(facts, input, scene), answeredById: null }),
  answer,
  decline: (facts, input, scene) =>
    firstAnswer(facts, scene, {
      answer: need(input.note, "请写明为什么不予受理，职工看得到"),
      outcome: "EXPLAINED",
      answerMode: input.answerMode ?? "PHONE",
    }),
  return: (_facts, input, { today }) => {
    need(input.note, "请一次写全还缺哪些材料，职工看得到");

    return { dueOn: null, waitingReason: "MATERIAL", waitingSince: today, daysLeft: null };
  },
  // Complete material restarts the clock in full, counted from the next working day (domain.md §12).
  complete: (facts, _input, { calendar, today }) => ({
    ...settled,
    clockFrom: today,
    dueOn: startClock(calendar, today, facts.limitDays),
  }),
  assign,
  start: (facts, _input, { accountId }) => ({ handlerId: facts.handlerId ?? accountId }),
  hold: (facts, input, { calendar, today }) => {
    need(input.note, "请写明为什么要等，职工看得到", "note");
    const waitingReason = need(input.waitingReason, "请选择等什么", "waitingReason");

    return {
      waitingReason,
      waitingSince: today,
      daysLeft: facts.dueOn ? stopClock(calendar, today, facts.dueOn) : 0,
      dueOn: null,
    };
  },
  resume: (facts, _input, { calendar, today }) => ({
    ...settled,
    dueOn: resumeClock(calendar, today, facts.daysLeft ?? 0),
  }),
  confirm: (_facts, input, { now }) => {
    if (input.satisfaction === "DISSATISFIED") throw new Refusal("还没解决的话，请选「没解决，再说一次」。");

    return { ...settled, followUpBy: null, satisfaction: input.satisfaction ?? "SATISFIED", closedAt: now };
  },
  followUp: () => ({}),
  close: (_facts, input, { now, accountId }) => {
    const satisfaction = need(input.satisfaction, "请选择职工的满意度", "satisfaction");
    if (satisfaction === "DISSATISFIED")
      throw new Refusal("职工不满意，不能办结；请选「重新办理」或「请领导复核」。", "satisfaction");

    return { ...settled, followUpBy: null, satisfaction, followedById: accountId, followedAt: now, closedAt: now };
  },
  reopen: (facts, input, scene) => ({ ...backToWork(input, scene), reopenedCount: facts.reopenedCount + 1 }),
  escalate: (_facts, input, scene) => backToWork(input, scene),
  conclude: (_facts, input, { now }) => ({
    ...settled,
    answer: need(input.note, "请写明复核结论，职工看得到"),
    outcome: need(input.outcome, "请选择办理结果", "outcome"),
    closedAt: now,
  }),
  archive: () => ({}),
  withdraw: (_facts, _input, { now }) => ({ ...settled, followUpBy: null, closedAt: now }),
  void: (_facts, input, { now }) => ({
    ...settled,
    followUpBy: null,
    voidedAt: now,
    voidReason: need(input.note, "请写明作废的原因"),
  }),
};

/** Moves whose note the worker reads on the phone. */
export const publicMoves: readonly MoveName[] = [
  "accept",
  "answerOnSpot",
  "answer",
  "decline",
  "return",
  "complete",
  "withdraw",
  "start",
  "hold",
  "resume",
  "confirm",
  "close",
  "reopen",
  "conclude",
];

function answer(facts: MovedCase, input: MoveInput, scene: MoveScene): Patch {
  return firstAnswer(facts, scene, {
    answer: need(input.note, "请写下怎么答复职工的，职工看得到"),
    outcome: need(input.outcome, "请选择办理结果", "outcome"),
    answerMode: need(input.answerMode, "请选择答复方式", "answerMode"),
  });
}

/** The first answer decides 按期; a later one after reopening does not change it. */
export function firstAnswer(
  facts: MovedCase,
  { calendar, limits, today, now, accountId }: MoveScene,
  given: Required<Pick<Patch, "answer" | "outcome" | "answerMode">>,
): Patch {
  const first =
    facts.firstAnsweredOn === null
      ? {
          firstAnsweredOn: today,
          firstDueOn: facts.dueOn ?? today,
          firstDaysUsed: daysUsed(calendar, facts.clockFrom, today),
        }
      : {};

  return {
    ...settled,
    ...first,
    ...given,
    answeredAt: now,
    answeredById: accountId,
    followUpBy: startClock(calendar, today, limits.followUp),
  };
}

function assign(facts: MovedCase, input: MoveInput, { calendar, limits, today }: MoveScene): Patch {
  const handlerUnitId = need(input.handlerUnitId, "请选择由哪个单位办理", "handlerUnitId");
  if (isBarredUnit(facts, handlerUnitId))
    throw new Refusal("投诉不能交给被投诉人所在的单位办理，请改选纪检监察室。", "handlerUnitId");
  const complexity = input.complexity ?? facts.complexity;
  const limitDays = limitFor(complexity, limits);

  return {
    handlerUnitId,
    handlerId: input.handlerId ?? null,
    assignedOn: today,
    complexity,
    limitDays,
    dueOn: startClock(calendar, facts.clockFrom, limitDays),
  };
}

/** 不满意: fresh working days, counted from the day after; the earlier outcome no longer counts as solved. */
function backToWork(input: MoveInput, { calendar, limits, today }: MoveScene): Patch {
  need(input.note, "请写下哪里还没解决");

  return {
    outcome: null,
    satisfaction: "DISSATISFIED",
    followUpBy: null,
    clockFrom: today,
    limitDays: limits.reopen,
    dueOn: startClock(calendar, today, limits.reopen),
  };
}

/** The value, or the refusal that asks for it. */
export function need<T>(value: T | undefined, ask: string, field = "note"): T {
  if (value === undefined || value === "") throw new Refusal(`${ask}。`, field);

  return value;
}
