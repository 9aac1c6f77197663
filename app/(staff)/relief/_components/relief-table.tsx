import type { ReactNode } from "react";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/dates";
import { yuan } from "@/lib/money";
import { remarks, signedWords, type ReliefLine } from "@/lib/relief/ledger/words";
import { eventWords } from "@/lib/relief/words";

type Props = {
  rows: ReliefLine[];
  totals: { askedFen: number; grantedFen: number };
  isByNeed: boolean;
  empty: ReactNode;
  footer: ReactNode;
};

const tones: Readonly<Record<string, Tone>> = { open: "info", waiting: "warn", answered: "ok" };

/** 临时救助台账 on the screen: what is to be done beside what was given; the paper has all twelve columns. */
export function ReliefTable({ rows, totals, isByNeed, empty, footer }: Props) {
  return (
    <DataTable
      caption="临时救助台账"
      rows={rows}
      rowId={({ caseId }) => caseId}
      columns={[
        { label: "职工", cell: (row) => <Who row={row} /> },
        { label: "单位", cell: (row) => row.unit },
        ...(isByNeed ? [{ label: "先后", nowrap: true, cell: (row: ReliefLine) => row.needWord ?? "" }] : []),
        {
          label: "事由",
          nowrap: true,
          cell: (row) => (
            <>
              {eventWords[row.event]}
              <Sub>{formatDate(row.reportedOn)}</Sub>
            </>
          ),
        },
        { label: "申请金额", align: "right", nowrap: true, cell: (row) => yuan(row.askedFen) },
        {
          label: "批准金额",
          align: "right",
          nowrap: true,
          cell: (row) => (row.grantedFen === null ? "—" : yuan(row.grantedFen)),
        },
        { label: "环节", nowrap: true, cell: (row) => <Tag tone={tones[row.status] ?? "neutral"}>{row.stage}</Tag> },
        { label: "期限", nowrap: true, cell: (row) => <DueOf row={row} /> },
        // What is ordered by need waits: nobody has signed yet.
        ...(isByNeed
          ? []
          : [
              { label: "签收", nowrap: true, cell: (row: ReliefLine) => signedWords(row) || "—" },
              { label: "备注", cell: (row: ReliefLine) => remarks(row) },
            ]),
      ]}
      {...(rows.length > 0
        ? {
            total: [
              "合计",
              ...(isByNeed ? ["", "", ""] : ["", ""]),
              yuan(totals.askedFen),
              yuan(totals.grantedFen),
              "",
              "",
              ...(isByNeed ? [] : ["", ""]),
            ],
          }
        : {})}
      empty={empty}
      footer={footer}
    />
  );
}

function Who({ row }: { row: ReliefLine }) {
  if (!row.mayOpen)
    return (
      <>
        {row.name}
        <Sub>{row.number}</Sub>
      </>
    );

  return (
    <RowLink href={`/relief/${row.caseId}`} sub={row.number}>
      {row.name}
    </RowLink>
  );
}

function DueOf({ row }: { row: ReliefLine }) {
  if (!row.dueOn) return "—";

  return <Due tone={row.isLate ? "late" : "calm"}>{`${formatDate(row.dueOn)}${row.isLate ? " 已超期" : ""}`}</Due>;
}
