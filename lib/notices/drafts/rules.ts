import { fenOf } from "@/lib/money";

/** One typed line of a list: whose it is, how much, and what else may stand on the wall. */
export type TypedLine = { staffNo: string; amountFen: number | undefined; note: string | undefined };

const parting = /[\s,;、]/;
const leading = /^[\s,;、]+/;
// A comma between figures parts thousands (1,200), any other parts columns.
const typedAmount = /^¥?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?元?(?=$|[\s,;、])/;

/**
 * Reads a typed or pasted list, one person a line: `50001 300 慰问`, parted by blanks, commas or tabs (a column copied
 * from a spreadsheet). Empty lines are passed over.
 * @returns the lines, or the sentence that says which line is wrong
 */
export function readLines(text: string): { lines: TypedLine[] } | { sentence: string } {
  const lines: TypedLine[] = [];
  const rows = text.split(/\r?\n/);
  for (const [index, row] of rows.entries()) {
    const tidy = row.normalize("NFKC").trim();
    const staffNo = tidy.split(parting, 1)[0];
    if (!staffNo) continue;
    if (!/^[0-9A-Za-z]{3,16}$/.test(staffNo))
      return { sentence: `第 ${index + 1} 行的“${staffNo}”不是工号，请写成：工号 金额 备注。` };
    if (lines.some((line) => line.staffNo === staffNo))
      return { sentence: `第 ${index + 1} 行的工号 ${staffNo} 前面已经有了。` };
    const rest = tidy.slice(staffNo.length).replace(leading, "");
    const amount = typedAmount.exec(rest)?.[0];
    const note = rest.slice(amount?.length ?? 0).replace(leading, "");
    lines.push({ staffNo, amountFen: amount === undefined ? undefined : fenOf(amount), note: note || undefined });
  }
  if (lines.length === 0) return { sentence: "名单是空的，请一行写一个人：工号 金额 备注。" };

  return lines.length > 500 ? { sentence: "一份公示最多 500 人，请分成几份。" } : { lines };
}
