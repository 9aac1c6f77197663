import type { CivilDate } from "@/lib/dates";
import { fileColumns } from "@/lib/hardship/import/words";
import type { PaperRow } from "@/lib/hardship/import/schema";
import { causeWords, levelWords, stateWords } from "@/lib/hardship/words";
import type { Difference, Fault } from "@/lib/imports/rules";
import type { HardshipCause, HardshipLevel, HardshipState, PersonStatus } from "@/prisma/generated/enums";

/** What the paper register says of a household, as the electronic file keeps it. */
export type PaperValues = {
  level: HardshipLevel;
  mainCause: HardshipCause;
  secondCause: HardshipCause | null;
  onFileSince: CivilDate;
  lastReviewedOn: CivilDate;
  size: number | null;
  note: string | null;
};

/** What a row will write: a file (made now, or one whose import was taken back) or a correction of one. */
export type FileData =
  | { fresh: { personId: string; values: PaperValues; version: number | null } }
  | { change: { personId: string; version: number; before: PaperValues; after: PaperValues } };

/** The file of a household as it stands. */
export type KnownFile = {
  id: string;
  number: string;
  version: number;
  state: HardshipState;
  /** it came by this sheet and nobody has dealt with it in the portal since */
  isPaper: boolean;
  /** its import was taken back */
  isTakenBack: boolean;
  values: PaperValues | null;
};

export type KnownWorker = { id: string; name: string; status: PersonStatus; file: KnownFile | null };

const headers = new Map(fileColumns.map(({ key, header }) => [key, header]));

/** A fault of a field in the words of the sheet. */
export function faultIn(field: string, sentence: string): Fault {
  const header = headers.get(field);

  return header ? { header, sentence } : { sentence };
}

/** The row as the file will keep it; who was never reviewed counts from the day the file was made. */
export function valuesOf(row: PaperRow): PaperValues {
  return {
    level: row.level,
    mainCause: row.mainCause,
    secondCause: row.secondCause ?? null,
    onFileSince: row.onFileSince,
    lastReviewedOn: row.lastReviewedOn ?? row.onFileSince,
    size: row.size ?? null,
    note: row.note ?? null,
  };
}

/** Days that cannot be: to come, or a review before the file was made. */
export function refuseDays({ onFileSince, lastReviewedOn }: PaperRow, today: CivilDate): Fault[] {
  if (onFileSince > today) return [faultIn("onFileSince", "建档日期不能晚于今天")];
  if (onFileSince < "1990-01-01") return [faultIn("onFileSince", "建档日期太早了，请核对")];
  if (lastReviewedOn === undefined) return [];
  if (lastReviewedOn > today) return [faultIn("lastReviewedOn", "复核日期不能晚于今天")];

  return lastReviewedOn < onFileSince ? [faultIn("lastReviewedOn", "复核日期不能早于建档日期")] : [];
}

const gone: readonly PersonStatus[] = ["DECEASED", "LEFT", "TRANSFERRED_OUT"];

/**
 * Why this household cannot be entered from paper: the sheet is no way past application and decision. Undefined when the
 * row is new, or a file from paper that it may correct.
 */
export function refuseHousehold({ status, file }: KnownWorker, after: PaperValues): Fault | undefined {
  if (gone.includes(status)) return faultIn("staffNo", "这位职工已经不在本单位，不能建档");
  if (!file || file.isTakenBack) return undefined;
  if (file.state === "APPLYING") return faultIn("staffNo", `这一户正在申请（${file.number}），请在申请里办`);
  if (file.state !== "ON_FILE")
    return faultIn("staffNo", `这一户的档案（${file.number}）是「${stateWords[file.state]}」，返困请代职工申请`);
  if (file.isPaper || !file.values || isSameDecision(file.values, after)) return undefined;

  return { sentence: `这份档案（${file.number}）是在系统里审批或复核过的，等级和原因要改请走年度复核` };
}

function isSameDecision(before: PaperValues, after: PaperValues): boolean {
  return (["level", "mainCause", "secondCause"] as const).every((field) => before[field] === after[field]);
}

const opening = "按纸质档案补录";

/** The remark as the file's form shows it, so that nobody takes it for an officer's judgement; and back. */
export const opinionOf = (note: string | null) => (note === null ? `${opening}。` : `${opening}：${note}`);
export const noteIn = (opinion: string | null) =>
  opinion?.startsWith(`${opening}：`) ? opinion.slice(opening.length + 1) : null;

/** What changes, in words. */
export function differencesOf(before: PaperValues, after: PaperValues): Difference[] {
  const word = (field: keyof PaperValues, value: PaperValues[keyof PaperValues]): string => {
    if (value === null) return "空";
    if (field === "level") return levelWords[value as HardshipLevel];
    if (field === "mainCause" || field === "secondCause") return causeWords[value as HardshipCause];

    return String(value);
  };

  return (Object.keys(after) as (keyof PaperValues)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      header: headers.get(field) ?? field,
      before: word(field, before[field]),
      after: word(field, after[field]),
    }));
}
