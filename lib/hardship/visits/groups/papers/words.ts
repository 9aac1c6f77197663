import type { PaperLine } from "@/lib/hardship/visits/groups/papers/rules";
import { notMetWords } from "@/lib/hardship/visits/records/words";
import { levelWords } from "@/lib/hardship/words";
import type { Ledger } from "@/lib/ledger";

/** 春节慰问困难职工花名册（签领表）: the columns of the office's paper; the cause of the hardship stays in the file. */
export function signingLedger(paper: { goods: string | null; leader: string }): Ledger<PaperLine> {
  return {
    title: "春节慰问困难职工花名册（签领表）",
    columns: [
      { label: "单位", of: (row) => row.unit },
      { label: "姓名", of: (row) => row.name },
      { label: "人员类别", width: "narrow", of: (row) => (row.isRetired ? "退休" : "在职") },
      { label: "困难等级", width: "narrow", of: (row) => row.level && levelWords[row.level] },
      { label: "慰问金（元）", kind: "money", of: (row) => row.amountFen, isSummed: true },
      { label: "慰问品", of: () => paper.goods ?? "" },
      { label: "领取人签字（按手印）", kind: "sign", of: () => "" },
      { label: "日期", kind: "sign", of: () => "" },
      { label: "走访领导", of: () => paper.leader },
    ],
    note: (row) => (row.signedOn ? `已签领 ${row.signedOn}` : ""),
  };
}

/** What stands under 情况 on the route sheet. */
export function standingWords(row: PaperLine): string {
  if (row.signedOn) return `已签领 ${row.signedOn}`;

  return row.notMetReason ? `上次没见到：${notMetWords[row.notMetReason]}` : "";
}
