import type { Cell } from "@/lib/excel";
import { addDays, parseCivil, type CivilDate } from "@/lib/dates";

export type ColumnKind = "text" | "date" | "month" | "money" | "idNo" | "phone" | "choice";

/** A column of a register's sheet, for the template, the reader and the report alike. */
export type Column = {
  header: string;
  /** other headings under which offices keep the same thing */
  also?: readonly string[];
  key: string;
  /** must be filled for a new record */
  required?: boolean;
  kind: ColumnKind;
  /** what may be chosen, as it is written in the sheet */
  choices?: readonly string[];
  /** other words for a choice: 男性 → 男 */
  synonyms?: Readonly<Record<string, string>>;
  /** width in characters */
  width?: number;
  hint?: string;
  /** class 2: the report shows that it changes, not the value on file */
  isSensitive?: boolean;
};

export type Read = { text: string } | { fault: string };

/**
 * The text of a cell as the register keeps it: unwanted characters are removed rather than refused (full-width digits,
 * blanks, zero-width marks), a day is `YYYY-MM-DD`, a month `YYYY-MM`, a choice one of the column's words.
 * A formula, an error value and a number whose last digits Excel has lost are faults.
 */
export function readCell(column: Column, cell: Cell | null, isFrom1904 = false): Read {
  if (cell === null) return { text: "" };
  if (typeof cell !== "string" && "formula" in cell) {
    return { fault: "这一格是公式，请复制后用“选择性粘贴－数值”贴回再上传" };
  }
  if (typeof cell !== "string" && "fault" in cell) return { fault: `这一格是错误值 ${cell.fault}，请改正` };
  if (typeof cell !== "string") return readNumber(column, cell.number, isFrom1904);
  const text = tidy(cell);
  if (text === "" || (blanks.includes(text) && !column.choices?.includes(text))) return { text: "" };

  return readText(column, text, isFrom1904);
}

/** What people write where there is nothing. */
const blanks = ["-", "—", "/", "无", "／", "－"];
const invisible = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

function tidy(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(invisible, "")
    .trim();
}

function readNumber(column: Column, digits: string, isFrom1904: boolean): Read {
  const number = Number(digits);
  if (!Number.isFinite(number)) return { fault: "这一格的数字看不懂，请改正" };
  if (column.kind === "date" || column.kind === "month") return dated(column, fromSerial(number, isFrom1904), digits);
  if (Math.abs(number) > 999_999_999_999_999) {
    return { fault: "号码被表格改成了数字，后几位已经丢失。请把这一列设为“文本”格式，再重新填写" };
  }
  const plain = Number.isInteger(number) ? number.toFixed(0) : String(number);

  return column.kind === "choice" ? choose(column, plain) : { text: plain };
}

function readText(column: Column, text: string, isFrom1904: boolean): Read {
  if (column.kind === "text") return { text };
  const narrow = text.normalize("NFKC").replace(/\s/g, "");
  switch (column.kind) {
    case "choice":
      return choose(column, narrow);
    case "date":
    case "month":
      return dated(column, dayIn(text.normalize("NFKC"), column.kind, isFrom1904), text);
    case "money":
      return { text: narrow.replace(/^[¥￥]|[,，]|元$/g, "") };
    case "idNo":
      return { text: narrow.replace(/^'/, "").toUpperCase() };
    case "phone":
      return { text: narrow.replace(/^'/, "").replace(/-/g, "") };
  }
}

function choose({ choices = [], synonyms = {} }: Column, typed: string): Read {
  const plain = (word: string) => word.normalize("NFKC").replace(/\s|\(.*?\)/g, "");
  const meant = synonyms[typed] ?? typed;
  const found = choices.find((choice) => choice === meant) ?? choices.find((choice) => plain(choice) === plain(meant));
  if (found) return { text: found };

  return { fault: choices.length > 12 ? `没有“${typed}”这一项` : `“${typed}”不在可选范围内：${choices.join("、")}` };
}

function dated({ kind }: Column, day: CivilDate | undefined, typed: string): Read {
  if (!day) return { fault: `日期“${typed}”看不懂，请写成 2013-05-01` };

  return { text: kind === "month" ? day.slice(0, 7) : day };
}

/** `2013-05-01`, `2013.5.1`, `2013/5/1`, `2013年5月1日`, `20130501`, each with a time of day or without, or a serial number. */
function dayIn(text: string, kind: "date" | "month", isFrom1904: boolean): CivilDate | undefined {
  const narrow = text.replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, "").replace(/\s/g, "");
  if (/^\d{5}$/.test(narrow)) return fromSerial(Number(narrow), isFrom1904);
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(narrow) ??
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?号?$/.exec(narrow) ??
    (kind === "month" ? /^(\d{4})[-./年]?(\d{1,2})月?$/.exec(narrow) : null);
  if (!parts) return undefined;
  const [, year = "", month = "", day = "1"] = parts;

  return parseCivil(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Days since the last day of 1899 (or 1904), as spreadsheets count; 1900-02-29, which never was, keeps later days right. */
function fromSerial(serial: number, isFrom1904: boolean): CivilDate | undefined {
  const days = Math.floor(serial);
  if (days < 61 || days > 73_050) return undefined;

  return isFrom1904 ? addDays("1904-01-01", days) : addDays("1899-12-30", days);
}
