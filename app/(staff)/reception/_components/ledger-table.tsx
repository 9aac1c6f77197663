import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import type { LedgerLine } from "@/lib/reception/matters/ledger/queries";

/** 接待日台账 on screen, in the columns of the paper one; each line opens the case it came from. */
export function LedgerTable({ lines, withDate }: { lines: LedgerLine[]; withDate: boolean }) {
  return (
    <DataTable<LedgerLine>
      caption="接待日台账"
      rows={lines}
      rowId={({ caseId }) => caseId}
      empty={<Empty title="还没有登记事项">零接待也会在接待日上记下来。</Empty>}
      columns={[
        { label: "编号", nowrap: true, cell: (row) => <RowLink href={`/cases/${row.caseId}`}>{row.number}</RowLink> },
        ...(withDate ? [{ label: "日期", nowrap: true, cell: (row: LedgerLine) => row.date }] : []),
        { label: "领导", nowrap: true, cell: ({ leader }) => leader },
        { label: "类别", nowrap: true, cell: ({ category }) => category },
        { label: "摘要", cell: ({ summary }) => summary },
        { label: "承办", cell: ({ handler, mode }) => <>{mode === "交办" ? handler : mode}</> },
        { label: "时限", nowrap: true, cell: ({ dueOn, answeredOn }) => (answeredOn ? `${answeredOn} 已答复` : dueOn) },
        {
          label: "是否解决",
          nowrap: true,
          cell: ({ isSolved, satisfaction }) => (
            <>
              {isSolved && <Tag tone={isSolved === "是" ? "ok" : "neutral"}>{isSolved}</Tag>} {satisfaction}
            </>
          ),
        },
      ]}
    />
  );
}
