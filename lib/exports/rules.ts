import type { Permit } from "@/lib/auth/permit";
import type { SheetColumn } from "@/lib/excel-write";

/** The right to take a list out of the portal. */
export type ExportVerb =
  | "people.export"
  | "cases.export"
  | "cases.exportSignOffs"
  | "hardship.export"
  | "relief.export"
  | "insurance.export"
  | "schooling.export"
  | "dormitories.export";
type ExportPermit = Permit<ExportVerb>;

/** The lists that can leave, by the name that is stored with a request. */
export const listNames = [
  ...(["people", "cases", "hardship", "sign-offs", "visits", "relief"] as const),
  ...(["schooling", "schooling-survey", "schooling-years"] as const),
  ...(["dormitory-sites", "dormitory-residents", "dormitory-line", "dormitory-stars", "dormitory-repairs"] as const),
  ...(["dormitory-utilities"] as const),
  ...(["insurance-coverage", "insurance-gaps", "insurance-forms", "insurance-bases", "insurance-payments"] as const),
  "insurance-differences",
] as const;
export type ListName = (typeof listNames)[number];

/** A list that can leave as a file: the same filters, the same reach and the same masks as on the screen. */
export type ExportList<F> = {
  name: ListName;
  /** what the file holds beyond the masked columns of the screen, if it does */
  holds?: string;
  title: string;
  /** address of the list, to go back to */
  home: string;
  verb: ExportVerb;
  /** the columns that this person sees */
  columns: (permit: ExportPermit) => readonly SheetColumn[];
  /** reads the filter of the list's address; what means nothing is no filter */
  parse: (filter: unknown) => F;
  words: (permit: ExportPermit, filter: F) => Promise<string>;
  /** whether the rows tell something of class 2 or 3, be it only by which filter they passed */
  isSensitive: (filter: F) => boolean;
  count: (permit: ExportPermit, filter: F) => Promise<number>;
  /** the rows without their running number, page by page; one cell more than columns is the remark */
  read: (permit: ExportPermit, filter: F) => AsyncIterable<readonly (readonly (string | number)[])[]>;
};

/** Rows that somebody may take alone (security: above 200 rows a second person approves). */
export const MOST_ALONE = 200;

/** Rows of one file at most. */
export const MOST_ROWS = 20_000;

/** How long an approved file can be fetched, once. */
export const VALID_HOURS = 24;

/** Whether a second person must agree before the list leaves the portal. */
export function needsApproval(rows: number, isSensitive: boolean): boolean {
  return rows > MOST_ALONE || isSensitive;
}

/** The sentence that refuses a decision; undefined when this person may decide. Nobody agrees to an own request. */
export function refuseDecision(
  request: { askedById: string; state: string },
  decider: { accountId: string; isLeader: boolean; mayExport: boolean },
): string | undefined {
  if (request.askedById === decider.accountId) return "这是您自己的申请，要由另一个人审批。";
  if (!decider.isLeader && !decider.mayExport) return "您没有导出这种清单的权限，不能审批它的导出。";
  if (request.state !== "ASKED") return "这份申请已经有人处理过了，请刷新页面。";

  return undefined;
}

/** The sentence that refuses to hand out the file of a request; undefined when it can be fetched. */
export function refuseTaking(
  request: { askedById: string; state: string; validUntil: Date | null },
  accountId: string,
  now: Date,
): string | undefined {
  if (request.askedById !== accountId) return "只有申请人自己能下载。";
  if (request.state === "TAKEN") return "这份文件已经下载过一次。还需要的话，请重新申请。";
  if (request.state !== "APPROVED") return "还没有审批通过，不能下载。";
  if (request.validUntil === null || request.validUntil <= now) return "已经过了下载期限，请重新申请。";

  return undefined;
}

/** The page that exports a list as it is filtered; the place in the list does not count. */
export function exportHref(of: ListName, filter: Readonly<Record<string, string | undefined>>): string {
  const { after: _after, before: _before, units: _units, ...rest } = filter;
  const given = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]));

  return `/exports/new?${new URLSearchParams([...given, ["of", of]]).toString()}`;
}
