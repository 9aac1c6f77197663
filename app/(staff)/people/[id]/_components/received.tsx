import { Card } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { SignOffLine } from "@/lib/cases/sign-offs/ledger/rules";
import { signOffStateWords } from "@/lib/cases/sign-offs/words";
import { yuan } from "@/lib/money";
import { programmeWord } from "@/lib/programmes";

const tones = { waiting: "warn", signed: "ok", reversed: "neutral", reversal: "neutral" } as const;

/** 收到的帮助: what this person, or the household as such, was given by the programmes that the viewer reaches. */
export function ReceivedList({ lines }: { lines: readonly SignOffLine[] }) {
  if (lines.length === 0) return null;

  return (
    <Card title="收到的帮助">
      <DataTable
        caption="收到的帮助"
        rows={lines}
        rowId={({ id }) => id}
        columns={[
          {
            label: "内容",
            cell: (row) => (
              <RowLink href={`/sign-offs/${row.id}`} sub={programmeWord(row.programme)}>
                {row.what}
              </RowLink>
            ),
          },
          {
            label: "金额（元）",
            align: "right",
            cell: (row) => (row.kind === "MONEY" ? yuan(row.amountFen) : `${row.quantity} 份`),
          },
          { label: "批准", nowrap: true, cell: (row) => row.grantedOn },
          {
            label: "签领",
            cell: (row) => (
              <>
                <Tag tone={tones[row.state]}>{signOffStateWords[row.state]}</Tag> {row.signedOn}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
