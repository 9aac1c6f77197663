import { PaperTable } from "@/components/ui/paper";
import { Whole } from "./whole";
import { TextLink } from "@/components/ui/text-link";
import type { LedgerLine } from "@/lib/reception/matters/ledger/queries";
import { totalsOf, type RegisterTotals } from "@/lib/reception/paper/rules";

const columns = [
  { label: "序号", width: "narrow" as const },
  { label: "编号" },
  { label: "日期" },
  { label: "领导" },
  { label: "类别" },
  { label: "摘要" },
  { label: "承办单位" },
  { label: "交办日期" },
  { label: "时限" },
  { label: "答复日期" },
  { label: "是否解决", width: "narrow" as const },
  { label: "满意度" },
  { label: "回访" },
  { label: "备注" },
];

/** 接待日台账: the bureau's columns in its order, and what they add up to; each number leads to its record. */
export function LedgerPaper({ lines }: { lines: LedgerLine[] }) {
  return (
    <div className="paper-dense">
      <PaperTable columns={columns} rows={lines.map(cellsOf)} total={totalCells(totalsOf(lines))} />
    </div>
  );
}

function cellsOf(line: LedgerLine, index: number) {
  return [
    index + 1,
    <Whole key="number">
      <TextLink href={`/cases/${line.caseId}`}>{line.number}</TextLink>
    </Whole>,
    <Whole key="date">{line.date.slice(0, 10)}</Whole>,
    <Whole key="leader">{line.leader}</Whole>,
    line.category,
    line.summary,
    <Whole key="handler">{line.handler}</Whole>,
    <Whole key="assignedOn">{line.assignedOn}</Whole>,
    line.limit,
    <Whole key="answeredOn">{line.answeredOn}</Whole>,
    line.isSolved,
    line.satisfaction,
    <Whole key="followedOn">{line.followedOn}</Whole>,
    line.mode,
  ];
}

function totalCells(totals: RegisterTotals) {
  return [
    "合计",
    `${totals.matters} 件`,
    "",
    "",
    "",
    `当场答复 ${totals.onSpot} 件`,
    "",
    "",
    "",
    `已答复 ${totals.answered} 件`,
    `${totals.solved} 件`,
    `满意 ${totals.satisfied} 件`,
    `${totals.followed} 件`,
  ];
}
