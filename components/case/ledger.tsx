import type { ReactNode } from "react";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { PaperSheet, PaperTable, SigningPage } from "@/components/ui/paper";
import { inCapitals } from "@/lib/money";
import {
  cellText,
  ledgerCells,
  ledgerHead,
  ledgerPages,
  ledgerTotal,
  sumOf,
  type Ledger,
  type LedgerColumn,
} from "@/lib/ledger";

type Printed = { number?: string; at: string; by: string };
type OnScreen<Row> = {
  ledger: Ledger<Row>;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  href: (row: Row) => string;
  /** 合计 of everything the filter wants, under the column that is summed */
  total?: string;
  /** the rows that 合计 adds up column by column, where all of them are on the screen */
  summed?: readonly Row[];
  footer?: ReactNode;
  empty?: ReactNode;
};

/** A register on the screen, in the order of the paper one; the name opens the record. */
export function LedgerTable<Row>({ ledger, rows, rowId, href, total, summed, footer, empty }: OnScreen<Row>) {
  const sums = summed ? ledgerTotal(ledger, summed) : undefined;
  const shown = ledger.columns.filter(({ kind, isPaperOnly }) => kind !== "sign" && !isPaperOnly);
  const show = (column: LedgerColumn<Row>, row: Row) =>
    column.isLink ? <RowLink href={href(row)}>{cellText(column, row)}</RowLink> : cellText(column, row);

  return (
    <DataTable
      caption={ledger.title}
      rows={rows}
      rowId={rowId}
      columns={[
        ...shown.map((column) => ({
          label: column.label,
          cell: (row: Row) => show(column, row),
          ...(isFigure(column) ? { align: "right" as const, nowrap: true } : {}),
        })),
        { label: "备注", cell: (row: Row) => ledger.note(row) ?? "" },
      ]}
      {...(total && rows.length > 0
        ? { total: [...shown.map((column, place) => (place === 0 ? "合计" : column.isSummed ? total : "")), ""] }
        : {})}
      {...(sums && rows.length > 0
        ? {
            total: [
              ...shown.map((column, place) => (place === 0 ? "合计" : sums[ledger.columns.indexOf(column) + 1])),
              "",
            ],
          }
        : {})}
      footer={footer}
      empty={empty}
    />
  );
}

const isFigure = <Row,>({ kind, ofAll }: LedgerColumn<Row>) => kind === "money" || kind === "number" || Boolean(ofAll);

type OnPaper<Row> = {
  ledger: Ledger<Row>;
  rows: readonly Row[];
  subtitle?: string;
  /** 填报单位 */
  unit: string;
  /** 填报日期 */
  date: string;
  printed: Printed;
};

/** So many columns are set in smaller letters. */
const dense = 13;

/** The register as it is filed: A4 landscape, 序号 first, 备注 last, 合计, and the three who sign for it. */
export function LedgerPaper<Row>({ ledger, rows, subtitle, ...head }: OnPaper<Row>) {
  const hasMoney = ledger.columns.some(({ kind }) => kind === "money");
  const columns = paperColumns(ledger);

  return (
    <PaperSheet title={ledger.title} {...(subtitle ? { subtitle } : {})} landscape money={hasMoney} {...head}>
      <div className={columns.length >= dense ? "paper-dense" : ""}>
        <PaperTable
          columns={columns}
          rows={rows.map((row, index) => ledgerCells(ledger, row, index))}
          total={ledgerTotal(ledger, rows)}
        />
      </div>
      <Capitals ledger={ledger} rows={rows} />
    </PaperSheet>
  );
}

/** A sheet to be signed: twenty rows a page, each with its head, its own total and the three who sign for it. */
export function SigningSheet<Row>({ ledger, rows, subtitle, unit, date, printed }: OnPaper<Row>) {
  const pages = ledgerPages(rows);

  return pages.map((page, index) => {
    const isLast = index === pages.length - 1;

    return (
      <SigningPage
        key={page.from}
        title={ledger.title}
        subtitle={subtitle}
        unit={unit}
        date={date}
        printed={printed}
        place={`第 ${index + 1} 页　共 ${pages.length} 页`}
      >
        <PaperTable
          columns={paperColumns(ledger)}
          rows={page.rows.map((row, place) => ledgerCells(ledger, row, page.from + place))}
          total={ledgerTotal(ledger, page.rows, "本页")}
          {...(isLast ? { overall: ledgerTotal(ledger, rows, "总计") } : {})}
        />
        {isLast && <Capitals ledger={ledger} rows={rows} />}
      </SigningPage>
    );
  });
}

/** 金额大写, for every summed column of money. */
function Capitals<Row>({ ledger, rows }: { ledger: Ledger<Row>; rows: readonly Row[] }) {
  const money = ledger.columns.filter(({ kind, isSummed }) => kind === "money" && isSummed);

  return money.map((column) => (
    <p key={column.label} className="keep mt-1">
      {money.length > 1 ? `${column.label}大写` : "金额（大写）"}：{inCapitals(sumOf(column, rows))}
    </p>
  ));
}

function paperColumns<Row>(ledger: Ledger<Row>) {
  const heads = ledgerHead(ledger);

  return heads.map((label, place) => {
    const column = ledger.columns[place - 1];
    if (place === 0) return { label, width: "narrow" as const };
    if (!column) return { label, width: "normal" as const };
    const isFigure = column.kind === "money" || column.kind === "number";
    const width = column.kind === "sign" ? ("sign" as const) : column.width;

    return { label, ...(width ? { width } : {}), ...(isFigure ? { align: "right" as const } : {}) };
  });
}
