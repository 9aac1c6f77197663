import type { SheetCell } from "../people/import/rows";

export const listHead = [
  "费款所属期*",
  "姓名",
  "身份证号",
  "缴费基数",
  "养老",
  "医疗",
  "失业",
  "工伤",
  "生育",
  "参保单位",
];

/** A line of the list of September: all five on the floor, of an agency, but for the cells given. */
export function aLine(idNo: string, given: Record<number, SheetCell> = {}): SheetCell[] {
  return ["2026-09", "马桂兰", idNo, 5_013, "√", "√", "√", "√", "√", "派遣单位"].map((cell, place) =>
    place in given ? (given[place] ?? null) : cell,
  );
}
