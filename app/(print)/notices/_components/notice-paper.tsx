import { yuan } from "@/lib/money";
import type { EntryLine, NoticeSheet } from "@/lib/notices/view/queries";

/** The columns of a list on the wall: masked name, unit, amount, remark, and never another one. */
export function wallColumns(entries: readonly EntryLine[]) {
  const hasMoney = entries.some(({ amountFen }) => amountFen !== null);
  const hasNotes = entries.some(({ note }) => note !== null);
  const columns = [
    { label: "序号", width: "narrow" as const },
    { label: "姓名" },
    { label: "单位" },
    ...(hasMoney ? [{ label: "金额（元）", align: "right" as const }] : []),
    ...(hasNotes ? [{ label: "备注" }] : []),
  ];
  const rowOf = (entry: EntryLine, index: number) => [
    String(index + 1),
    entry.maskedName,
    entry.unit,
    ...(hasMoney ? [entry.amountFen === null ? "" : yuan(entry.amountFen)] : []),
    ...(hasNotes ? [entry.note ?? ""] : []),
  ];
  const sum = entries.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
  const total = hasMoney ? ["合计", `${entries.length} 人`, "", yuan(sum), ...(hasNotes ? [""] : [])] : undefined;

  return { columns, rows: entries.map(rowOf), ...(total ? { total } : {}) };
}

/** `〔暂定〕` behind a date that rests on holidays that are not official yet. */
export function provisionalMark({ isProvisional }: NoticeSheet): string {
  return isProvisional ? "（暂定）" : "";
}
