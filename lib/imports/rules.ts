import type { Cell, SheetRow } from "@/lib/excel";
import { readCell, type Column } from "@/lib/imports/cells/rules";
import type { ImportRowState } from "@/prisma/generated/enums";

/** The right to bring sheets into a register; its first word is the matter whose registers it opens. */
export type ImportVerb = "people.import" | "hardship.import" | "insurance.import";

/** A fault of a row; without a header it concerns the whole row. */
export type Fault = { header?: string; sentence: string };

/** What a row would change, in words; a class 2 value is masked already. */
export type Difference = { header: string; before: string; after: string };

/** A row of the sheet as texts by column key; empty = nothing there. */
export type RawRow = { rowNo: number; texts: Readonly<Record<string, string>>; faults: readonly Fault[] };

/** What the register says to a row. `data` is what `apply` and `undo` need, as JSON. */
export type Checked<D> = {
  state: ImportRowState;
  /** whom the row is about, to be recognised in the report: 工号 and 姓名 */
  who: string;
  targetId: string | null;
  faults: readonly Fault[];
  differences: readonly Difference[];
  data: D | null;
};

export type Planned<D> = { rowId: string; rowNo: number; state: "NEW" | "CHANGED"; targetId: string; data: D };
export type Written = { rowId: string; version: number };
export type TakenBack = { rowId: string; keptWhy: string | null };

export type BatchFacts = { id: string; fileName: string; reason?: string };

/** The register changed between check and writing: nothing is written and the sheet is checked once more. */
export class StaleRows extends Error {}

/** Where the columns stand in the person's own sheet. */
export type Header = { rowNo: number; headings: string[]; places: ReadonlyMap<string, number>; unknown: string[] };

const rowsSearched = 10;

/**
 * Finds the heading row within the first ten rows that hold something: a title above it, merged or not, is passed over.
 * @returns the sentence that refuses the sheet when no row looks like the heading
 */
export function findHeader(
  rows: readonly SheetRow[],
  { columns, keys }: { columns: readonly Column[]; keys: readonly string[] },
): Header | string {
  const candidates = rows.slice(0, rowsSearched).map((row) => headerOf(row, columns));
  const best = candidates.reduce<Header | undefined>(
    (found, one) => (one.places.size > (found?.places.size ?? 0) ? one : found),
    undefined,
  );
  const keyHeaders = columns.filter(({ key }) => keys.includes(key)).map(({ header }) => header);
  if (!best || best.places.size < 2) return "没有找到表头。请用模板填写，不要改动表头这一行。";
  if (!keys.some((key) => best.places.has(key))) return `表头里缺少“${keyHeaders.join("”或“")}”这一列，请用模板填写。`;

  return best;
}

function headerOf({ row, cells }: SheetRow, columns: readonly Column[]): Header {
  const headings = cells.map(textIn);
  const places = new Map<string, number>();
  const unknown: string[] = [];
  headings.forEach((heading, at) => {
    const name = headingName(heading);
    if (name === "") return;
    const column = columns.find(({ header, also }) => [header, ...(also ?? [])].map(headingName).includes(name));
    if (!column) unknown.push(heading);
    else if (!places.has(column.key)) places.set(column.key, at);
  });

  return { rowNo: row, headings, places, unknown };
}

function headingName(heading: string): string {
  return heading.normalize("NFKC").replace(/\(.*?\)|[\s*:]/g, "");
}

/** The text of a cell as it stands, for headings and for the person's own rows. */
export function textIn(cell: Cell | null | undefined): string {
  if (!cell) return "";
  if (typeof cell === "string") return cell.trim();
  if ("number" in cell) return cell.number;

  return "formula" in cell ? "（公式）" : cell.fault;
}

const sample = /^(示例|例[:：])/;
const footer = /^(合计|总计|填报|填表|制表|审核|单位负责人|说明|注[:：]|备注[:：])/;

/** Whether a row is none of the person's: the template's samples, an empty line of blanks, the line under the table. */
export function isNoRow(cells: readonly (Cell | null)[]): boolean {
  const filled = cells.map(textIn).filter((text) => text !== "");
  const [first] = filled;

  return first === undefined || sample.test(first) || (filled.length <= 2 && footer.test(first));
}

/** Reads one row by the header: texts by key, and the cells that are no values. */
export function readRow(
  { row, cells }: SheetRow,
  { columns, places, isFrom1904 }: { columns: readonly Column[]; places: Header["places"]; isFrom1904: boolean },
): RawRow {
  const faults: Fault[] = [];
  const texts: Record<string, string> = {};
  for (const column of columns) {
    const at = places.get(column.key);
    const read = at === undefined ? { text: "" } : readCell(column, cells[at] ?? null, isFrom1904);
    texts[column.key] = "text" in read ? read.text : "";
    if ("fault" in read) faults.push({ header: column.header, sentence: read.fault });
  }

  return { rowNo: row, texts, faults };
}

/** Address of a report at `at` with these rows only, behind a row. */
export function reportHref(at: string, rows: string, after?: number): string {
  const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(after ? { after: String(after) } : {}) });

  return query.size > 0 ? `${at}?${query.toString()}` : at;
}
