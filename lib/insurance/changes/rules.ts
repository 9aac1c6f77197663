import { startClock } from "@/lib/cases/clock/rules";
import { effects, firstAnswer, need, settled, type Effect } from "@/lib/cases/moves/rules";
import type { StageTable } from "@/lib/cases/tables/rules";
import { moveWords, spokenEvents, spokenStages, stageWords, turnWords } from "@/lib/insurance/changes/words";
import { changeStages } from "@/lib/insurance/stages/rules";
import { codeSigns, codeWords } from "@/lib/insurance/words";
import { daysBetween, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import type { ChangeCode, InsuranceScheme } from "@/prisma/generated/enums";

/** Increases in the order of the form. */
export const increases = ["FIRST", "RESUMED", "FROM_OUTSIDE", "FROM_DISTRICT"] as const;
/** Decreases in the order of the form. */
export const decreases = ["TO_DISTRICT", "TO_OUTSIDE", "SUSPENDED", "SURRENDERED", "RETIRED", "DECEASED"] as const;

/** Whether a form puts somebody on the insurance or takes somebody off. */
export function isIncrease(code: ChangeCode): boolean {
  return increases.some((one) => one === code);
}

/** Code and word as on the form: `A 首次参保`. */
export function codeOf(code: ChangeCode): string {
  return `${codeSigns[code]} ${codeWords[code]}`;
}

/** The earliest month that can still be declared: this one up to the cut-off day, afterwards the next. */
export function firstMonth(today: CivilDate, cutOffDay: number): CivilMonth {
  return Number(today.slice(8)) <= cutOffDay ? monthOf(today) : monthAfter(monthOf(today), 1);
}

const monthsAhead = 6;

const monthsBack = 24;

/**
 * How far back may be declared (补缴, 补报): by the office up to two years, not before hiring; by the unit only for whom it
 * hired within the days of 社会保险法 §58.
 */
export function earliestMonth(
  hiredOn: CivilDate | null,
  today: CivilDate,
  { isOffice, registerDays }: { isOffice: boolean; registerDays: number },
): CivilMonth | undefined {
  if (hiredOn === null) return undefined;
  const bound = monthAfter(monthOf(today), -monthsBack);
  if (isOffice) return monthOf(hiredOn) > bound ? monthOf(hiredOn) : bound;

  return daysBetween(hiredOn, today) <= registerDays ? monthOf(hiredOn) : undefined;
}

/** The sentence that refuses a month; undefined when it can be declared. */
export function refuseMonth(
  month: CivilMonth,
  today: CivilDate,
  { cutOffDay, earliest }: { cutOffDay: number; earliest?: CivilMonth | undefined },
): string | undefined {
  const first = firstMonth(today, cutOffDay);
  if (earliest !== undefined && month >= earliest && month < first) return undefined;
  if (month < first) {
    if (earliest !== undefined) return `最早只能报 ${earliest}，请核对入职日期和月份。`;

    return first === monthOf(today)
      ? "单位不能申报以前的月份。要补缴、补报的，请人事科来填这张表。"
      : `本月 ${cutOffDay} 日已截止，请填 ${first} 或以后的月份。`;
  }

  return month > monthAfter(first, monthsAhead) ? "月份太远了，请核对年份。" : undefined;
}

/** What does not fit about the schemes of a form: nobody is put on what they do not owe, and an increase has a wage. */
export function refuseCodes(
  form: { code: ChangeCode; schemes: readonly InsuranceScheme[]; wage?: number | undefined },
  owed: readonly InsuranceScheme[],
): { sentence: string; field: string } | undefined {
  if (!isIncrease(form.code)) return undefined;
  if (owed.length === 0)
    return { field: "code", sentence: "这位职工现在不用参保（已离开、退休或还没入职），不能增员。" };
  if (form.schemes.some((scheme) => !owed.includes(scheme)))
    return { field: "schemes", sentence: "超过退休年龄或签劳务协议的，只办工伤保险，请只勾工伤。" };

  return form.wage ? undefined : { field: "wage", sentence: "增员要填月工资，缴费基数按它核定。" };
}

const outside: Effect = (_facts, _input, { today }) => ({
  ...settled,
  waitingReason: "OUTSIDE_OFFICE",
  waitingSince: today,
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
