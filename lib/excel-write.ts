import type { Writable } from "node:stream";
import ExcelJS from "exceljs";

/** How a column looks in a file that we write. Every text cell is typed as text, so no content is ever a formula. */
export type SheetColumn = {
  header: string;
  /** in characters */
  width?: number;
  isRequired?: boolean;
  choices?: readonly string[];
  /** only these cells are numbers; all others are text */
  isNumber?: boolean;
};

export type TableRow = { cells: readonly (string | number)[]; wrong?: ReadonlySet<number> };

const red = "FFB42318";
const redWash = "FFFBE4E1";
const greyInk = "FF8A8F98";
const greyWash = "FFF0F1F3";
const headWash = "FFE8F0EC";
const text = "@";
/** Rows that keep the drop-downs and the text format when they are filled in. */
const preparedRows = 5_000;

/** A template: frozen header, required headings red with *, text cells, drop-downs, grey samples, and a sheet 填写说明. */
export async function writeTemplate(template: {
  sheet: string;
  columns: readonly SheetColumn[];
  samples: readonly (readonly string[])[];
  notes: readonly (readonly string[])[];
}): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(template.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = template.columns.map(({ width = 12 }) => ({ width, style: { numFmt: text } }));
  const head = sheet.addRow(template.columns.map(({ header, isRequired }) => (isRequired ? `${header}*` : header)));
  head.height = 24;
  template.columns.forEach(({ isRequired, choices }, at) => {
    const cell = head.getCell(at + 1);
    cell.font = { bold: true, ...(isRequired ? { color: { argb: red } } : {}) };
    cell.fill = fillOf(headWash);
    cell.alignment = { vertical: "middle", wrapText: true };
    if (choices) offer(sheet, at + 1, choices);
  });
  for (const sample of template.samples) {
    const row = sheet.addRow([...sample]);
    row.font = { color: { argb: greyInk }, italic: true };
    row.eachCell({ includeEmpty: true }, (cell) => (cell.fill = fillOf(greyWash)));
  }
  writeNotes(book, template.notes);

  return Buffer.from(await book.xlsx.writeBuffer());
}

function offer(sheet: ExcelJS.Worksheet, column: number, choices: readonly string[]): void {
  const letter = sheet.getColumn(column).letter;
  const list = {
    type: "list" as const,
    allowBlank: true,
    formulae: [`"${choices.join(",")}"`],
    showErrorMessage: false,
  };
  // The typings of the library leave out what its writer understands: one rule for a whole range.
  const rules = (sheet as unknown as { dataValidations: { add: (range: string, rule: object) => void } })
    .dataValidations;
  rules.add(`${letter}2:${letter}${preparedRows}`, list);
}

function writeNotes(book: ExcelJS.Workbook, notes: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet("填写说明");
  sheet.columns = [{ width: 18 }, { width: 10 }, { width: 90 }];
  for (const note of notes) {
    const row = sheet.addRow([...note]);
    row.alignment = { vertical: "top", wrapText: true };
    row.getCell(1).font = { bold: true };
  }
}

/**
 * Writes a table as .xlsx into a stream, row by row: the memory stays flat however many rows come.
 * @param lines what stands above the header, e.g. the title and who took the list when; below comes the header, then the rows
 * @returns how many rows were written
 */
export async function writeTable(
  stream: Writable,
  table: {
    sheet: string;
    lines?: readonly string[];
    columns: readonly SheetColumn[];
    rows: AsyncIterable<TableRow>;
  },
): Promise<number> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const lines = table.lines ?? [];
  const sheet = book.addWorksheet(table.sheet, {
    views: [{ state: "frozen", ySplit: lines.length + 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = table.columns.map(({ width = 12, isNumber }) => ({ width, style: isNumber ? {} : { numFmt: text } }));
  lines.forEach((line, at) => {
    const row = sheet.addRow([line]);
    row.font = at === 0 ? { bold: true, size: 14 } : { color: { argb: greyInk } };
    row.commit();
  });
  writeHead(sheet, table.columns);
  let written = 0;
  for await (const { cells, wrong } of table.rows) {
    const row = sheet.addRow([...cells]);
    wrong?.forEach((at) => (row.getCell(at + 1).fill = fillOf(redWash)));
    row.commit();
    written += 1;
    if (written % 200 === 0) await new Promise(setImmediate);
  }
  sheet.commit();
  await book.commit();

  return written;
}

function writeHead(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  const head = sheet.addRow(columns.map(({ header }) => header));
  head.eachCell((cell, at) => {
    cell.font = { bold: true, ...(columns[at - 1]?.isRequired ? { color: { argb: red } } : {}) };
    cell.fill = fillOf(headWash);
  });
  head.commit();
}

function fillOf(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}
