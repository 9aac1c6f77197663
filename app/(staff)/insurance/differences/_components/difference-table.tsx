import type { ReactNode } from "react";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Difference } from "@/lib/insurance/differences/queries";
import { differencesHref, type Side } from "@/lib/insurance/differences/rules";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { kindWords } from "@/lib/insurance/differences/words";
import { payerWords, schemesText } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import { personStatusWords } from "@/lib/people/words";
import type { DifferenceKind } from "@/prisma/generated/enums";

type Props = {
  rows: readonly Difference[];
  filter: DifferenceFilter;
  mayDecide: boolean;
  empty: ReactNode;
  footer: ReactNode;
};

const noColumn: never[] = [];

/** Both sides of each difference next to each other; what differs stands out. */
export function DifferenceTable({ rows, filter, mayDecide, empty, footer }: Props) {
  return (
    <DataTable
      caption="名单差异"
      rows={rows}
      rowId={({ key }) => key}
      columns={[
        { label: "职工", cell: (row) => <Who row={row} /> },
        { label: "差异", cell: (row) => <Tag tone="warn">{kindWords[row.kind]}</Tag> },
        { label: "这边（系统里）", cell: (row) => <SideCell side={row.ours} kind={row.kind} /> },
        { label: "那边（经办机构）", cell: (row) => <SideCell side={row.theirs} kind={row.kind} /> },
        ...(filter.tab === "asked"
          ? [{ label: "去函情况", cell: (row: Difference) => row.decided?.note ?? "" }]
          : noColumn),
        ...(mayDecide
          ? [
              {
                label: "处理",
                hideLabel: true,
                nowrap: true,
                cell: (row: Difference) => (
                  <TextLink href={differencesHref(filter, { pick: row.key })}>
                    处理<span className="sr-only">{`${row.name}的${kindWords[row.kind]}`}</span>
                  </TextLink>
                ),
              },
            ]
          : noColumn),
      ]}
      empty={empty}
      footer={footer}
    />
  );
}

function Who({ row }: { row: Difference }) {
  if (row.personId === null)
    return (
      <>
        <strong className="font-medium">{row.name}</strong>
        <Sub>{`花名册里没有 · ${row.idNoMask ?? ""}`}</Sub>
        {row.formerly && <Sub>{`这是${row.formerly}改正前的号码`}</Sub>}
      </>
    );
  const isGone = row.status !== "ACTIVE" && row.status !== "OFF_POST" && row.status !== null;

  return (
    <>
      <RowLink href={`/insurance/people/${row.personId}`} sub={`${row.unit ?? ""} · ${row.staffNo ?? ""}`}>
        {row.name}
      </RowLink>
      {isGone && row.status && <Sub>{`花名册：${personStatusWords[row.status]}`}</Sub>}
      {row.theirName && <Sub>{`名单上叫${row.theirName}`}</Sub>}
    </>
  );
}

function SideCell({ side, kind }: { side: Side | null; kind: DifferenceKind }) {
  if (!side) return <strong className="text-late">没有</strong>;
  const base = side.baseFen === null ? "没有基数" : `${yuan(side.baseFen)} 元`;

  return (
    <>
      {kind === "SCHEMES" ? <strong>{schemesText(side.schemes)}</strong> : schemesText(side.schemes)}
      {" · "}
      {kind === "BASE" ? <strong>{base}</strong> : base}
      <Sub>{payerWords[side.payer]}</Sub>
    </>
  );
}
