import { fromDateColumn, type CivilDate } from "@/lib/dates";
import type { CampaignStage, NotMetReason } from "@/prisma/generated/enums";

/** How it stands with a household of the list. */
export type RowState = "planned" | "signed" | "notMet" | "takenOff";

/** A household of a campaign as the rules of the visit see it. */
export type RowFacts = {
  stage: CampaignStage;
  isLeftOut: boolean;
  takenOff: boolean;
  signedOn: CivilDate | null;
  notMetReason: NotMetReason | null;
  /** persons of the group it was put into; empty without a group */
  memberIds: readonly string[];
  finishBy: CivilDate;
};

export type VisitFault = { sentence: string; field?: string };

export function rowStateOf(row: Pick<RowFacts, "takenOff" | "signedOn" | "notMetReason">): RowState {
  if (row.signedOn !== null) return "signed";
  if (row.takenOff) return "takenOff";

  return row.notMetReason === null ? "planned" : "notMet";
}

/** Why nothing may be written down about a household now; undefined when it may. */
export function refuseRow(row: RowFacts): VisitFault | undefined {
  if (row.stage !== "VISITING") return { sentence: "这次慰问现在不在走访阶段，不能登记走访。" };
  if (row.signedOn !== null) return { sentence: `这一户在 ${row.signedOn} 已经签领过了，不能再登记。` };
  if (row.takenOff) return { sentence: "这一户已经从名单上撤下，不能登记走访。" };
  if (row.isLeftOut) return { sentence: "这一户没有排进今年的慰问名单，不能登记走访。" };
  if (row.memberIds.length === 0) return { sentence: "这一户还没有编入走访组，请帮扶专员先编组。" };

  return undefined;
}

/**
 * Why a visit may not be written down like this (domain guide §6b): at least two of the group went, on a day that is over
 * or today, and whom they met is not one of them.
 */
export function refuseVisit(
  row: RowFacts,
  given: { visitedOn: CivilDate; visitors: readonly string[] },
  today: CivilDate,
): VisitFault | undefined {
  const fault = refuseRow(row);
  if (fault) return fault;
  if (given.visitedOn > today) return { sentence: "走访日期不能晚于今天。", field: "visitedOn" };
  const visitors = new Set(given.visitors);
  if (visitors.size < 2) return { sentence: "走访要两个人以上一起去，请勾选去了的人。", field: "visitors" };
  if ([...visitors].some((id) => !row.memberIds.includes(id)))
    return { sentence: "勾选的人不在这一户的走访组里，请刷新页面再填。", field: "visitors" };

  return undefined;
}

/** The day to go again: not in the past, and before the festival's days off begin. */
export function refuseAgain(day: CivilDate, finishBy: CivilDate, today: CivilDate): VisitFault | undefined {
  if (day < today) return { sentence: "再去的日期不能早于今天。", field: "plannedAgainOn" };
  if (day > finishBy) return { sentence: `走访要在 ${finishBy} 之前结束，请选早一点的日子。`, field: "plannedAgainOn" };

  return undefined;
}

/**
 * The two who handed the cash over. Where only two went it is they; where more went, it has to be said.
 * @returns their ids, or the fault
 */
export function giversOf(visitors: readonly string[], chosen: readonly string[]): string[] | VisitFault {
  const went = [...new Set(visitors)];
  if (went.length === 2 && chosen.length === 0) return went;
  const givers = [...new Set(chosen)];
  if (givers.length !== 2) return { sentence: "去了不止两个人，请勾选是哪两个人把钱交到手上的。", field: "givers" };
  if (givers.some((id) => !went.includes(id)))
    return { sentence: "交钱的人要是去了的人，请核对两处的勾选。", field: "givers" };

  return givers;
}

/** The day on which it was signed for; a signature that was taken back is none. */
export function signedDay(
  granted: { signedOn: Date | null; reversedBy: { id: string } | null } | null,
): CivilDate | null {
  return granted?.signedOn && !granted.reversedBy ? fromDateColumn(granted.signedOn) : null;
}
