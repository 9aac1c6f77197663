// The XML inside an .xlsx file, read as a stream and for its values only. Runs in the thread of excel-worker.mjs.
import { SaxesParser } from "saxes";

/** A file that is not read: one Chinese sentence for the person who chose it. */
export class UnreadableFile extends Error {}

/**
 * A cell with something in it. A number keeps its digits as they stand in the file; a formula is no value, whatever
 * result the file claims for it.
 * @typedef {string | { number: string } | { formula: true } | { fault: string }} Cell
 */

/** @typedef {{ row: number, cells: (Cell | null)[] }} SheetRow */

export const mostRows = 20_000;
export const mostColumns = 60;
const mostStrings = 400_000;
const mostLetters = 24_000_000;
const longestCell = 32_767;

/**
 * A parser that knows no namespaces, no entities of its own and no document type.
 * @param {{ open?: (name: string, attributes: Record<string, string>) => void, text?: (text: string) => void,
 *   close?: (name: string) => void }} handlers names come without their prefix
 */
function parserFor({ open, text, close }) {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new UnreadableFile("文件里有不允许的内容（DOCTYPE），请在WPS或Excel里重新另存为 .xlsx 再上传。");
  });
  parser.on("error", () => {
    throw new UnreadableFile("文件已损坏，读不出来，请在WPS或Excel里重新另存为 .xlsx 再上传。");
  });
  parser.on("opentag", (tag) => open?.(localName(tag.name), /** @type {Record<string, string>} */ (tag.attributes)));
  parser.on("closetag", (tag) => close?.(localName(tag.name)));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }

  return parser;
}

/** @param {string} name */
function localName(name) {
  return name.slice(name.indexOf(":") + 1);
}

/** @param {string} text Excel writes control characters as `_x000D_` */
function plain(text) {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/** The visible sheets in the order of their tabs, each with the id under which its file is listed; and how days are counted. */
export function workbookReader() {
  /** @type {{ name: string, id: string }[]} */
  const sheets = [];
  const found = { sheets, isFrom1904: false };
  const parser = parserFor({
    open(name, attributes) {
      if (name === "workbookPr") found.isFrom1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === "id" && key.includes(":"))?.[1];
      if (id) sheets.push({ name: attributes.name ?? "", id });
    },
  });

  return { parser, found };
}

/** Which file of the archive stands behind which id. */
export function relationsReader() {
  /** @type {Map<string, string>} */
  const found = new Map();
  const parser = parserFor({
    open(name, { Id, Target }) {
      if (name === "Relationship" && Id && Target) found.set(Id, Target);
    },
  });

  return { parser, found };
}

/** The texts that cells point to by number. Bounded in count and in letters, because a small file can hold millions. */
export function stringsReader() {
  /** @type {string[]} */
  const found = [];
  let letters = 0;
  let current = "";
  let isText = false;
  let isReading = false;
  const parser = parserFor({
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isReading = true;
      if (name === "t") isText = !isReading;
    },
    text(text) {
      if (!isText || current.length > longestCell) return;
      current += text;
      letters += text.length;
      if (letters > mostLetters) throw new UnreadableFile("表格里的文字太多，请分成几个文件上传。");
    },
    close(name) {
      if (name === "t") isText = false;
      if (name === "rPh") isReading = false;
      if (name !== "si") return;
      if (found.length >= mostStrings) throw new UnreadableFile("表格里的文字太多，请分成几个文件上传。");
      found.push(plain(current));
    },
  });

  return { parser, found };
}

/**
 * The rows that hold something, as they come by; `take()` hands over what has come so far. What the file says of its
 * own size is not believed and not needed.
 * @param {readonly string[]} strings
 */
export function rowsReader(strings) {
  /** @type {SheetRow[]} */
  let ready = [];
  let total = 0;
  let row = 0;
  let column = -1;
  /** @type {(Cell | null)[]} */
  let cells = [];
  let kind = "n";
  let value = "";
  let isFormula = false;
  let isValue = false;
  let isReading = false;

  const parser = parserFor({
    open(name, attributes) {
      if (name === "row") {
        const at = Number(attributes.r);
        row = Number.isInteger(at) && at > 0 ? at : row + 1;
        column = -1;
        cells = [];
      } else if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        kind = attributes.t ?? "n";
        value = "";
        isFormula = false;
      } else if (name === "f") isFormula = true;
      else if (name === "rPh") isReading = true;
      else if (name === "v" || name === "t") isValue = !isReading;
    },
    text(text) {
      if (isValue && value.length <= longestCell) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") isReading = false;
      else if (name === "c") putCell();
      else if (name === "row") putRow();
    },
  });

  function putCell() {
    const cell = isFormula ? { formula: /** @type {const} */ (true) } : cellOf(kind, value, strings);
    if (cell === null) return;
    if (column >= mostColumns) throw new UnreadableFile(`表格超过 ${mostColumns} 列，请只保留模板里的列再上传。`);
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  function putRow() {
    if (cells.length === 0) return;
    total += 1;
    if (total > mostRows) throw new UnreadableFile(`表格超过 ${mostRows} 行，请分成几个文件上传。`);
    ready.push({ row, cells });
  }

  return {
    parser,
    take() {
      const taken = ready;
      ready = [];

      return taken;
    },
  };
}

/**
 * @param {string} kind
 * @param {string} value
 * @param {readonly string[]} strings
 * @returns {Cell | null}
 */
function cellOf(kind, value, strings) {
  if (kind === "e") return { fault: value };
  if (kind === "b") return value === "1" ? "是" : value === "0" ? "否" : null;
  const text = kind === "s" ? (strings[Number(value)] ?? "") : plain(value);
  if (text.trim() === "") return null;

  return kind === "n" ? { number: text.trim() } : text;
}

/** @param {string | undefined} address `AB12` → 27; the last column of a sheet is XFD */
function columnOf(address) {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(address ?? "")?.[1];
  if (!letters) return undefined;

  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
