import { yuan } from "@/lib/money";

/**
 * A register (台账) from one list of columns: on the screen, on A4 paper and as rows for Excel. 序号 comes first and 备注
 * last by itself, as every register of the office has it (domain guide §0.1).
 */
export type LedgerColumn<Row> = {
  label: string;
  /** `money` takes 分; `sign` is an empty cell to sign in, on paper only */
  kind?: "text" | "number" | "money" | "sign";
  of: (row: Row) => string | number | bigint | null | undefined;
  width?: "narrow" | "normal" | "wide";
  /** added up in the row 合计 */
  isSummed?: boolean;
  /** what stands in the row 合计 where adding up would be wrong, such as a rate */
  ofAll?: (rows: readonly Row[]) => string;
  /** the cell that opens the record, on the screen */
  isLink?: boolean;
  /** left out on the screen, where seven columns fit */
  isPaperOnly?: boolean;
};

export type Ledger<Row> = {
  title: string;
  columns: readonly LedgerColumn<Row>[];
  /** what stands under 备注 */
  note: (row: Row) => string | null;
};

/** Rows on one page of a sheet that is signed: a page can be counted and signed by itself. */
export const rowsOnPage = 20;

/** The heads of all columns as they stand on paper and in Excel. */
export function ledgerHead<Row>({ columns }: Ledger<Row>): string[] {
  return ["序号", ...columns.map(({ label }) => label), "备注"];
}

/** One row as text, its number first. */
export function ledgerCells<Row>(ledger: Ledger<Row>, row: Row, index: number): string[] {
  return [String(index + 1), ...ledger.columns.map((column) => cellText(column, row)), ledger.note(row) ?? ""];
}

/** One row for Excel: figures as figures, money in yuan. */
export function ledgerValues<Row>(ledger: Ledger<Row>, row: Row, index: number): (string | number)[] {
  const values = ledger.columns.map((column) => {
    const value = column.of(row);
    if (column.kind === "money" && (typeof value === "number" || typeof value === "bigint")) return Number(value) / 100;
    return typeof value === "number" ? value : cellText(column, row);
  });

  return [index + 1, ...values, ledger.note(row) ?? ""];
}

/** The row 合计 (or 本页合计) as text: a sum under every summed column, nothing under the others. */
export function ledgerTotal<Row>({ columns }: Ledger<Row>, rows: readonly Row[], word = "合计"): string[] {
  const sums = columns.map((column) =>
    column.isSummed ? sumText(column, sumOf(column, rows)) : (column.ofAll?.(rows) ?? ""),
  );

  return [word, ...sums, ""];
}

/** The sum of one column; money in 分. */
export function sumOf<Row>(column: LedgerColumn<Row>, rows: readonly Row[]): bigint {
  return rows.reduce((sum, row) => {
    const value = column.of(row);
    return typeof value === "number" || typeof value === "bigint" ? sum + BigInt(value) : sum;
  }, 0n);
}

/** Rows in pages of twenty, with the number that the first row of each page has in the whole. */
export function ledgerPages<Row>(rows: readonly Row[], size = rowsOnPage): { rows: Row[]; from: number }[] {
  const count = Math.max(1, Math.ceil(rows.length / size));

  return Array.from({ length: count }, (_, page) => ({
    rows: rows.slice(page * size, (page + 1) * size),
    from: page * size,
  }));
}

/** One cell as text; empty for what nobody filled in. */
export function cellText<Row>(column: LedgerColumn<Row>, row: Row): string {
  const value = column.kind === "sign" ? "" : column.of(row);
  if (value === null || value === undefined) return "";

  return column.kind === "money" && typeof value !== "string" ? yuan(value) : String(value);
}

function sumText<Row>({ kind }: LedgerColumn<Row>, sum: bigint): string {
  return kind === "money" ? yuan(sum) : String(sum);
}
