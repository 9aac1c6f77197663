import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { rateWords } from "@/lib/cases/rates/rules";
import type { Tally } from "@/lib/reception/matters/statistics/rules";

type Line = { key: string; name: ReactNode; visits?: number; people?: number; tally: Tally };
type TallyTableProps = { title: string; first: string; lines: Line[]; total?: Line; withVisits?: boolean };

/** 统计 in the columns of the paper one; the same for months, categories and units. */
export function TallyTable({ title, first, lines, total, withVisits }: TallyTableProps) {
  const columns = [
    { label: first, cell: ({ name }: Line) => name },
    ...(withVisits
      ? [
          { label: "批次", align: "right" as const, cell: ({ visits }: Line) => visits },
          { label: "人次", align: "right" as const, cell: ({ people }: Line) => people },
        ]
      : []),
    { label: "事项", align: "right" as const, cell: (line: Line) => line.tally.matters },
    { label: "当场答复", align: "right" as const, cell: (line: Line) => line.tally.onSpot },
    { label: "交办", align: "right" as const, cell: (line: Line) => line.tally.assigned },
    { label: "按期办结率", align: "right" as const, cell: (line: Line) => rate(line.tally.onTime, line.tally.due) },
    { label: "解决率", align: "right" as const, cell: (line: Line) => rate(line.tally.resolved, line.tally.answered) },
    { label: "满意率", align: "right" as const, cell: (line: Line) => rate(line.tally.content, line.tally.reached) },
  ];

  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={lines}
        rowId={({ key }) => key}
        columns={columns}
        {...(total ? { total: columns.map(({ cell }) => cell(total)) } : {})}
      />
    </Card>
  );
}

/** The rate and what it was reckoned from. */
function rate(part: number, whole: number): ReactNode {
  return (
    <>
      {rateWords(part, whole)}
      {whole > 0 && <span className="ml-1 text-note text-ink-3">{`${part}/${whole}`}</span>}
    </>
  );
}
