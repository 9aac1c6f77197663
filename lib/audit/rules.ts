/**
 * A table as CSV for Excel and WPS: everything quoted, with byte order mark, and no cell that a spreadsheet would take
 * for a formula, not even behind blanks or in full-width letters.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(","));

  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const isFormula = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u.test(text);

  return `"${isFormula ? "'" : ""}${text.replaceAll('"', '""')}"`;
}
