import { addDays, addMonths, formatDate, fromDateColumn, type CivilDate } from "@/lib/dates";
import type { IntakeDates } from "@/lib/schooling/rules";
import type { AttachmentKind, Dwelling, MaterialState, SchoolStage } from "@/prisma/generated/enums";

export type Period = { from: CivilDate; to: CivilDate };

/** What the list of papers follows from. */
type ChecklistFacts = {
  dwelling: Dwelling;
  needsCoordination: boolean;
  isApart: boolean;
  schoolStage: SchoolStage;
};

/** A paper as it was handed in. */
export type Paper = {
  kind: AttachmentKind;
  state: MaterialState;
  periods: readonly Period[];
  validUntil: CivilDate | null;
  problem: string | null;
};

/** A stored paper as the rules read it. */
export function paperOf(
  row: Omit<Paper, "periods" | "validUntil"> & { periods: unknown; validUntil: Date | null },
): Paper {
  return {
    kind: row.kind,
    state: row.state,
    periods: Array.isArray(row.periods) ? (row.periods as Period[]) : [],
    validUntil: row.validUntil && fromDateColumn(row.validUntil),
    problem: row.problem,
  };
}

/** Papers that the union's office issues itself, and the slip that exists from March on: asked for at their own step. */
export const issuedHere: readonly AttachmentKind[] = ["EMPLOYMENT_PROOF", "DORMITORY_PROOF"];
export const laterOn: readonly AttachmentKind[] = ["BOOKING_SLIP"];

/**
 * The papers of one placement: those that every family needs (a parameter of the intake), those of the dwelling, of a
 * transfer, and the birth certificate only when parent and child stand in different 户口簿.
 * @param listed the papers that the notice of the year asks from everybody
 */
export function requiredPapers(facts: ChecklistFacts, listed: readonly AttachmentKind[]): AttachmentKind[] {
  const { dwelling, schoolStage } = facts;
  const isTransfer = schoolStage === "PRIMARY_TRANSFER" || schoolStage === "JUNIOR_TRANSFER";

  return [
    ...listed,
    ...(dwelling === "OWNED" ? (["PROPERTY_DEED"] as const) : []),
    ...(filesLease(dwelling) ? (["LEASE_FILING", "PROPERTY_QUERY"] as const) : []),
    ...(dwelling === "DORMITORY" ? (["PROPERTY_QUERY"] as const) : []),
    ...(facts.needsCoordination ? (["DORMITORY_PROOF"] as const) : []),
    ...(facts.isApart ? (["BIRTH_CERTIFICATE"] as const) : []),
    ...(isTransfer ? (["SCHOOL_RECORD"] as const) : []),
  ];
}

/** Whose home has to be filed as a lease: who rents, and who lives with others, because the district takes no borrowed home. */
function filesLease(dwelling: Dwelling): boolean {
  return dwelling === "RENTED" || dwelling === "BORROWED";
}

/**
 * The first days of the window that no period covers; null when it is covered without a gap. Periods may overlap and come
 * in any order; one that begins the day after another ended goes on without a gap.
 */
export function gapIn(periods: readonly Period[], window: Period): Period | null {
  let next = window.from;
  const ordered = [...periods].filter(({ from, to }) => from <= to).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from, to } of ordered) {
    if (next > window.to) break;
    if (to < next) continue;
    if (from > next) return { from: next, to: min(addDays(from, -1), window.to) };
    next = addDays(to, 1);
  }

  return next > window.to ? null : { from: next, to: window.to };
}

const min = (one: CivilDate, other: CivilDate) => (one < other ? one : other);

/**
 * What is wrong with a paper, in words, or null. A lease filing has to cover the window of the intake without a gap of
 * one day; insurance every day since so many months before the check, as far as it can be proved today; the residence
 * permit has to hold until the second check.
 */
export function problemOf(
  { kind, periods, validUntil }: Pick<Paper, "kind" | "periods" | "validUntil">,
  dates: IntakeDates,
  today: CivilDate,
): string | null {
  if (kind === "LEASE_FILING") {
    const gap = gapIn(periods, { from: dates.windowFrom, to: dates.windowTo });

    return (
      gap && `须连续6个月（${formatDate(dates.windowFrom)} 至 ${formatDate(dates.windowTo)}），缺 ${spanWords(gap)}`
    );
  }
  if (kind === "INSURANCE_PROOF") {
    const until = min(addMonths(today, -1), dates.firstCheck);
    const gap = until < dates.insuranceFrom ? null : gapIn(periods, { from: dates.insuranceFrom, to: until });

    return gap && `须从 ${formatDate(dates.insuranceFrom)} 起连续缴，缺 ${spanWords(gap)}`;
  }
  if (kind === "RESIDENCE_PERMIT" && validUntil !== null && validUntil < today && today > dates.secondCheck)
    return `${formatDate(validUntil)} 已经到期，请续签`;
  if (kind === "RESIDENCE_PERMIT" && validUntil !== null && validUntil < dates.secondCheck)
    return `${formatDate(validUntil)} 到期，要管到 ${formatDate(dates.secondCheck)} 复审以后，请续签`;

  return null;
}

function spanWords({ from, to }: Period): string {
  return from === to ? formatDate(from) : `${formatDate(from)} 至 ${formatDate(to)}`;
}

/** Whether the paper tells from when to when, or until when it holds. */
export const withPeriods: readonly AttachmentKind[] = ["LEASE_FILING", "INSURANCE_PROOF"];
export const withEnd: readonly AttachmentKind[] = ["RESIDENCE_PERMIT"];

export type ChecklistLine = { kind: AttachmentKind; state: MaterialState | "MISSING"; problem: string | null };

/** Every wanted paper with how it stands today; a paper that was fine when it came may have run out since. */
export function checklist(
  wanted: readonly AttachmentKind[],
  papers: readonly Paper[],
  dates: IntakeDates,
  today: CivilDate,
): ChecklistLine[] {
  return wanted.map((kind) => {
    const paper = papers.find((one) => one.kind === kind);
    if (!paper) return { kind, state: "MISSING", problem: null };
    if (paper.state === "NOT_APPLICABLE") return { kind, state: paper.state, problem: null };
    const problem = problemOf(paper, dates, today) ?? paper.problem;

    return { kind, state: problem ? "NEEDS_FIX" : paper.state, problem };
  });
}

/** What still stands in the way of a step: papers that are not there or wrong, but for those the step does not ask for. */
export function standsInTheWay(lines: readonly ChecklistLine[], besides: readonly AttachmentKind[]): ChecklistLine[] {
  return lines.filter(({ kind, state }) => !besides.includes(kind) && (state === "MISSING" || state === "NEEDS_FIX"));
}

/** Papers nobody here has seen the original of. */
export function unseen(lines: readonly ChecklistLine[], besides: readonly AttachmentKind[]): ChecklistLine[] {
  return lines.filter(({ kind, state }) => !besides.includes(kind) && state === "RECEIVED");
}

/** 一次性告知: everything that is missing or wrong in one text. @param after what the reader does then */
export function tellOnce(
  lines: readonly ChecklistLine[],
  words: Readonly<Record<string, string>>,
  after = "补齐后告诉单位联络员，或者在手机上拍照。",
): string {
  if (lines.length === 0) return "";
  const items = lines.map(({ kind, problem }, i) => `${i + 1}.${words[kind] ?? kind}${problem ? `：${problem}` : ""}`);

  return `还差 ${lines.length} 样：${items.join("；")}。${after}`;
}

/** The note that sends papers back, with whatever it forgets of what is missing or wrong. */
export function toldAtOnce(
  note: string,
  lines: readonly ChecklistLine[],
  words: Readonly<Record<string, string>>,
): string {
  const word = ({ kind }: ChecklistLine) => words[kind] ?? kind;
  const forgotten = lines.filter((line) => !note.includes(word(line).replace(/（.*）$/, "")));

  return forgotten.length === 0 ? note : `${note}另外还差：${forgotten.map(word).join("、")}。`;
}

/** One thing that has to start in time so that the check of spring can pass, and by when. */
export type Deadline = { key: "permit" | "lease" | "insurance" | "booking" | "firstCheck"; by: CivilDate };

/** What has to be running by when, earliest first; dormitory families file no lease. */
export function deadlinesOf({ dwelling }: Pick<ChecklistFacts, "dwelling">, dates: IntakeDates): Deadline[] {
  const all: Deadline[] = [
    { key: "permit", by: dates.permitBy },
    { key: "insurance", by: dates.insuranceFrom },
    ...(filesLease(dwelling) ? [{ key: "lease" as const, by: dates.windowFrom }] : []),
    { key: "booking", by: dates.booking },
    { key: "firstCheck", by: dates.firstCheck },
  ];

  return all.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}
