import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import type { CaseLine } from "@/lib/cases/list/queries";
import type { ReactNode } from "react";

const tones: Record<CaseLine["status"], Tone> = {
  open: "info",
  waiting: "neutral",
  answered: "ok",
  closed: "neutral",
  void: "neutral",
};

/** Cases in a list: what, who, how it stands, how long, who handles it, and the one thing to do next. */
export function CaseTable({
  caption,
  rows,
  empty,
  footer,
  withActions = false,
}: {
  caption: string;
  rows: CaseLine[];
  empty: ReactNode;
  footer?: ReactNode;
  withActions?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={(row) => row.id}
      empty={empty}
      footer={footer}
      columns={[
        {
          label: "事项",
          cell: (row) => (
            <RowLink href={`/cases/${row.id}`} sub={`${row.number} · ${row.programme}`}>
              {row.title}
            </RowLink>
          ),
        },
        {
          label: "职工",
          cell: (row) => (
            <>
              {row.person}
              {row.greenChannel && (
                <>
                  {" "}
                  <Tag tone="warn">绿色通道</Tag>
                </>
              )}
              <Sub>{row.unit}</Sub>
            </>
          ),
        },
        { label: "环节", nowrap: true, cell: (row) => <Tag tone={tones[row.status]}>{row.stage}</Tag> },
        { label: "期限", nowrap: true, cell: (row) => <DueCell row={row} /> },
        { label: "承办", cell: (row) => row.handler || "—" },
        ...(withActions
          ? [
              {
                label: "下一步",
                hideLabel: true,
                align: "right" as const,
                nowrap: true,
                cell: (row: CaseLine) => <NextStep row={row} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function DueCell({ row }: { row: CaseLine }) {
  if (row.light === "none") return <span className="text-ink-3">—</span>;

  return (
    <>
      <Due tone={row.light}>{row.dueWords}</Due>
      {row.isSupervised && row.status === "open" && <Sub>领导督办</Sub>}
    </>
  );
}

/** Orange only where it cannot wait; everything else is an outlined button. */
function NextStep({ row }: { row: CaseLine }) {
  const isPressing = row.light === "late" || (row.light === "warn" && row.status === "open");

  return (
    <Button
      href={`/cases/${row.id}#next`}
      size="small"
      tone={row.next && isPressing ? "primary" : "outline"}
      label={`${row.next ?? "查看"}：${row.title}`}
    >
      {row.next ?? "查看"}
    </Button>
  );
}
