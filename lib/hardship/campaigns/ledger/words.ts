import type { FundLine } from "@/lib/hardship/campaigns/budget/rules";
import type { RowLine } from "@/lib/hardship/campaigns/list/rules";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { categoryWords } from "@/lib/hardship/campaigns/words";
import type { CampaignLine } from "@/lib/hardship/visits/rules";
import { causeWords, levelWords } from "@/lib/hardship/words";
import type { Ledger, LedgerColumn } from "@/lib/ledger";
import { maskName } from "@/lib/masks";

const unit: LedgerColumn<RowLine> = { label: "单位", of: ({ unit: name }) => name };
const amount: LedgerColumn<RowLine> = {
  label: "慰问金（元）",
  kind: "money",
  of: ({ amountFen }) => amountFen,
  isSummed: true,
};

/** 春节慰问困难职工花名册(签领表), for the office; the goods are the same for everybody. */
export const rosterLedger = (goods: string | null): Ledger<RowLine> => ({
  title: "春节慰问困难职工花名册",
  columns: [
    unit,
    { label: "姓名", of: ({ name }) => name, isLink: true },
    { label: "人员类别", of: ({ category, isRetired }) => `${categoryWords[category]}${isRetired ? "（退休）" : ""}` },
    { label: "困难等级", of: ({ level }) => (level ? levelWords[level] : "") },
    { label: "困难原因", of: ({ cause, reason }) => (cause ? causeWords[cause] : reason) },
    amount,
    { label: "慰问品", of: () => goods ?? "" },
    { label: "领取人签字", kind: "sign", of: () => "" },
    { label: "日期", of: ({ signedOn }) => signedOn ?? "" },
    { label: "走访领导", of: ({ group }) => group ?? "" },
  ],
  note: remarks,
});

/** The copy that may hang on a wall: masked name, unit and amount; neither level nor cause. */
export const publicLedger: Ledger<RowLine> = {
  title: "春节慰问花名册（公开）",
  columns: [unit, { label: "姓名", of: ({ name }) => (name.includes("*") ? name : maskName(name)) }, amount],
  note: () => "",
};

function remarks({ takenOffReason, isLeftOut, signedOn, isGranted, notMetReason }: RowLine): string {
  if (takenOffReason) return `已移出：${takenOffReason}`;
  if (isLeftOut) return "资金不够，没安排上";
  if (signedOn) return "已签领";
  if (notMetReason) return "没有见到";

  return isGranted ? "还没签领" : "";
}

/** 慰问经费预算表 before, 决算表 after: money by source, households and standard. */
export const budgetLedger = (standardFen: bigint, isFinal: boolean): Ledger<FundLine> => ({
  title: isFinal ? "春节慰问经费决算表" : "春节慰问经费预算表",
  columns: [
    { label: "资金来源", of: ({ source }) => fundWords[source] },
    { label: "预算（元）", kind: "money", of: ({ amountFen }) => amountFen, isSummed: true },
    { label: "户数", kind: "number", of: ({ households }) => households ?? "" },
    { label: "标准（元/户）", kind: "money", of: () => standardFen },
    {
      label: isFinal ? "实际发放（元）" : "计划发放（元）",
      kind: "money",
      of: ({ spentFen }) => spentFen,
      isSummed: true,
    },
    { label: "结余（元）", kind: "money", of: ({ leftFen }) => leftFen, isSummed: true },
  ],
  note: ({ leftFen, households }) => (leftFen < 0n ? "超出预算" : households === null ? "这一来源不是整户数" : ""),
});

/** 历年慰问情况统计: what was signed for. */
export const yearsLedger: Ledger<CampaignLine> = {
  title: "历年春节慰问情况统计",
  columns: [
    { label: "年度", of: ({ year }) => `${year}年` },
    { label: "计划（户）", kind: "number", of: ({ planned }) => planned, isSummed: true },
    { label: "签领（户）", kind: "number", of: ({ households }) => households, isSummed: true },
    { label: "标准（元/户）", kind: "money", of: ({ standardFen }) => standardFen },
    { label: "金额（元）", kind: "money", of: ({ paidFen }) => paidFen, isSummed: true },
  ],
  note: () => "",
};
