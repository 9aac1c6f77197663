import { addWorkingDays, isProvisional, type Calendar } from "@/lib/calendar/rules";
import { addDays, fromDateColumn, type CivilDate } from "@/lib/dates";
import type { ObjectionOutcome } from "@/prisma/generated/enums";

export type NoticeState = "WAITING" | "RUNNING" | "ENDED" | "VOID";
/** How it stands with one line of the list. */
export type EntryState = "CLEAR" | "OBJECTED" | "KEPT" | "STRUCK";

/** A notice as the rules see it. */
export type NoticeFacts = {
  publishedOn: CivilDate | null;
  /** working days that were promised when it was published */
  workingDays: number | null;
  /** last day as it was printed */
  endsOn: CivilDate | null;
  isVoid: boolean;
};

/** The columns of a notice that the rules read. */
export type NoticeColumns = {
  publishedOn: Date | null;
  workingDays: number | null;
  endsOn: Date | null;
  voidedAt: Date | null;
};

/** A notice's columns as its rules want them. */
export function factsOf(row: NoticeColumns): NoticeFacts {
  return {
    publishedOn: row.publishedOn && fromDateColumn(row.publishedOn),
    workingDays: row.workingDays,
    endsOn: row.endsOn && fromDateColumn(row.endsOn),
    isVoid: row.voidedAt !== null,
  };
}

/** A notice with its last day reckoned and its entries' states: what a programme asks before it pays. */
export type NoticeStanding = {
  id: string;
  number: string;
  state: NoticeState;
  /** last day of the notice; null before publication */
  lastDay: CivilDate | null;
  /** the last day lies in a year whose holidays are not official yet: 暂定 */
  isProvisional: boolean;
  entries: readonly { key: string; state: EntryState }[];
};

/**
 * The last day of a notice: the day of publication is not counted, it ends with the fifth working day after it (domain
 * guide §0.1). A calendar that changes later may make it later than printed, never earlier: what hangs on the wall holds.
 */
export function lastDayOf(notice: NoticeFacts, calendar: Calendar): CivilDate | null {
  const { publishedOn, workingDays, endsOn } = notice;
  if (publishedOn === null || workingDays === null) return null;
  const reckoned = addWorkingDays(calendar, publishedOn, workingDays);

  return endsOn !== null && endsOn > reckoned ? endsOn : reckoned;
}

/** 待公示 before publication, 公示中 up to and including the last day, 公示结束 from the day after. */
export function noticeStateOf(notice: NoticeFacts, today: CivilDate, calendar: Calendar): NoticeState {
  if (notice.isVoid) return "VOID";
  const last = lastDayOf(notice, calendar);
  if (notice.publishedOn === null || last === null || today < notice.publishedOn) return "WAITING";

  return today <= last ? "RUNNING" : "ENDED";
}

/** Whether the last day rests on holidays that are not official yet. */
export function isLastDayProvisional(notice: NoticeFacts, calendar: Calendar): boolean {
  const last = lastDayOf(notice, calendar);

  return notice.publishedOn !== null && last !== null && isProvisional(calendar, notice.publishedOn, last);
}

/** What the objections to one line make of it: an open one freezes it, a struck line stays struck. */
export function entryStateOf(outcomes: readonly (ObjectionOutcome | null)[]): EntryState {
  if (outcomes.includes("STRUCK")) return "STRUCK";
  if (outcomes.includes(null)) return "OBJECTED";

  return outcomes.length > 0 ? "KEPT" : "CLEAR";
}

/**
 * Whether money may be paid or a place confirmed for one line: from the day after the notice has ended, and as long as
 * no objection to this line is open or was upheld. An objection freezes only its own line (domain guide §0.1).
 * @param notice undefined when there is no notice: then nothing moves
 */
export function mayAct(notice: NoticeStanding | undefined, entryKey: string, today: CivilDate): boolean {
  if (!notice || notice.state === "VOID" || notice.lastDay === null || today <= notice.lastDay) return false;
  const entry = notice.entries.find(({ key }) => key === entryKey);

  return entry?.state === "CLEAR" || entry?.state === "KEPT";
}

/** The first day on which money and places may move; null before publication. */
export function actsFrom({ lastDay }: Pick<NoticeStanding, "lastDay">): CivilDate | null {
  return lastDay === null ? null : addDays(lastDay, 1);
}

/**
 * Why a text may not hang on a wall: it holds what never stands on a notice (domain guide §0.1). An ID number, a card and
 * a mobile number are told by their digits; the office's own telephone has its own field.
 */
export function refusePublicText(text: string): string | undefined {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  if (/\d{17}[\dXx]|\d{15,19}/.test(digits)) return "公示里不能有身份证号、银行卡号，请去掉。";
  if (/(^|\D)1[3-9]\d{9}(\D|$)/.test(digits)) return "公示里不能有个人手机号，请去掉。";

  return undefined;
}

/** Why a remark may not stand beside a name on a wall: it tells an illness or a cause of hardship. */
export function refuseRemark(note: string): string | undefined {
  const told = causes.exec(note.normalize("NFKC"))?.[0];

  return told ? `备注里不能写病情、致困原因（“${told}”），请去掉。` : refusePublicText(note);
}

const causes =
  /癌|瘤|尿毒|透析|白血病|肝炎|肝病|心脏|脑梗|糖尿病|高血压|精神病|抑郁|艾滋|残疾|大病|重病|患病|生病|住院|手术|孤儿|单亲|离异|丧偶|低保|失业|服刑|困难原因/;

/** Whether a name is masked as `maskName` does it: a star in it. */
export function isMasked(name: string): boolean {
  return name.includes("*");
}
