import type { ReactNode } from "react";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { AuditLine } from "@/lib/audit/lines/rules";

type AuditTableProps = { caption: string; rows: AuditLine[]; empty?: ReactNode; footer?: ReactNode };

/** Rows of the log: when, who, what, with what result. Of the person concerned only the 工号 is shown. */
export function AuditTable({ caption, rows, empty, footer }: AuditTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        { label: "时间", nowrap: true, cell: (row) => <RowLink href={`/audit/${row.id}`}>{row.at}</RowLink> },
        {
          label: "谁",
          cell: ({ who, role }) => (
            <>
              {who}
              <Sub>{role}</Sub>
            </>
          ),
        },
        {
          label: "做了什么",
          cell: ({ deed, object, fields }) => (
            <>
              {deed}
              <Sub>{[object, fields].filter(Boolean).join("：")}</Sub>
            </>
          ),
        },
        { label: "涉及职工", cell: ({ subject }) => <span className="num">{subject}</span> },
        {
          label: "结果",
          cell: ({ outcome, isRefused, isNotable }) => (
            <Result outcome={outcome} isRefused={isRefused} isNotable={isNotable} />
          ),
        },
        { label: "原因", cell: ({ reason }) => reason },
      ]}
      empty={empty}
      footer={footer}
    />
  );
}

function Result({ outcome, isRefused, isNotable }: Pick<AuditLine, "outcome" | "isRefused" | "isNotable">) {
  return (
    <span className="flex flex-wrap gap-1">
      <Tag tone={isRefused ? "late" : "neutral"}>{outcome}</Tag>
      {isNotable && <Tag tone="warn">要紧</Tag>}
    </span>
  );
}
