import { DataTable, Sub, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { BatchView, ReportRow } from "@/lib/imports/queries";
import type { ReportFilter } from "@/lib/imports/schema";
import { rowStateWords } from "@/lib/imports/words";

const tones = { NEW: "info", CHANGED: "warn", SAME: "neutral", WRONG: "late" } satisfies Record<
  ReportRow["state"],
  Tone
>;

type ReportProps = {
  batch: BatchView;
  filter: ReportFilter;
  list: { rows: ReportRow[]; after: number | null };
  /** address of this page with other rows; "" = all */
  hrefOf: (rows: string, after?: number) => string;
  /** address of the record behind a row; null where a record has no page of its own */
  recordHref: (id: string) => string | null;
};

/** The report row by row in the order of the sheet: what is new, what changes from what to what, what is wrong and why. */
export function ImportReport({ batch, filter, list, hrefOf, recordHref }: ReportProps) {
  const total = Object.values(batch.counts).reduce((sum, count) => sum + count, 0);
  const shown = filter.rows === "KEPT" ? batch.kept : filter.rows ? batch.counts[filter.rows] : total;
  const tabs = [
    { label: "全部", rows: "", count: total },
    ...(["WRONG", "NEW", "CHANGED", "SAME"] as const).map((rows) => ({
      label: rowStateWords[rows],
      rows,
      count: batch.counts[rows],
    })),
    ...(batch.kept > 0 ? [{ label: "没有退回", rows: "KEPT", count: batch.kept }] : []),
  ];

  return (
    <>
      <Tabs
        label="检查结果"
        items={tabs.map(({ label, rows, count }) => ({
          label,
          count,
          href: hrefOf(rows),
          current: (filter.rows ?? "") === rows,
        }))}
      />
      <DataTable
        caption="逐行检查结果"
        rows={list.rows}
        rowId={({ rowNo }) => String(rowNo)}
        columns={columnsOf(recordHref)}
        empty={<Empty title={filter.after ? "后面没有了" : "这一栏没有行"} />}
        footer={
          <Pager
            total={`共 ${shown} 行，按表里的顺序`}
            previousLabel="回到第一页"
            previousHref={filter.after ? hrefOf(filter.rows ?? "") : null}
            nextHref={list.after === null ? null : hrefOf(filter.rows ?? "", list.after)}
          />
        }
      />
    </>
  );
}

function columnsOf(recordHref: ReportProps["recordHref"]): Column<ReportRow>[] {
  return [
    { label: "表中行号", nowrap: true, cell: ({ rowNo }) => `第${rowNo}行` },
    {
      label: "职工",
      cell: ({ who, targetId }) => {
        const href = targetId && recordHref(targetId);
        return href ? <TextLink href={href}>{who}</TextLink> : who || "（看不出是谁）";
      },
    },
    { label: "结果", nowrap: true, cell: ({ state }) => <Tag tone={tones[state]}>{rowStateWords[state]}</Tag> },
    { label: "说明", cell: (row) => <Told row={row} /> },
  ];
}

/** Columns with one and the same fault are told in one line. */
function bySentence(faults: ReportRow["faults"]): { headers: string; sentence: string }[] {
  return [...new Set(faults.map(({ sentence }) => sentence))].map((sentence) => ({
    sentence,
    headers: faults.flatMap((fault) => (fault.sentence === sentence && fault.header ? [fault.header] : [])).join("、"),
  }));
}

function Told({ row: { faults, differences, keptWhy } }: { row: ReportRow }) {
  return (
    <>
      {bySentence(faults).map(({ headers, sentence }) => (
        <p key={sentence} className="text-late">
          {headers && <strong>{headers}：</strong>}
          {sentence}
        </p>
      ))}
      {differences.map(({ header, before, after }) => (
        <p key={header}>
          <span className="text-ink-2">{header}：</span>
          <del className="text-ink-3">{before}</del> → <ins className="font-medium no-underline">{after}</ins>
        </p>
      ))}
      {keptWhy && <Sub>没有退回：{keptWhy}</Sub>}
    </>
  );
}
