import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/excel";
import { readCell, type Column } from "@/lib/imports/cells/rules";
import { findHeader, isNoRow, readRow } from "@/lib/imports/rules";

const column = (kind: Column["kind"], more: Partial<Column> = {}): Column => ({
  key: "x",
  header: "列",
  kind,
  ...more,
});
const text = (kind: Column["kind"], cell: Cell, more: Partial<Column> = {}) => {
  const read = readCell(column(kind, more), cell);

  return "text" in read ? read.text : `× ${read.fault}`;
};

describe("a cell, tolerantly", () => {
  test.each<[Column["kind"], Cell, string]>([
    ["date", "2013.5.1", "2013-05-01"],
    ["date", "2013年5月1日", "2013-05-01"],
    ["date", "2013-05-01", "2013-05-01"],
    ["date", "２０１３／５／１", "2013-05-01"],
    ["date", "20130501", "2013-05-01"],
    ["date", "2013-05-01 00:00:00", "2013-05-01"],
    ["date", { number: "41395" }, "2013-05-01"],
    ["date", { number: "41395.75" }, "2013-05-01"],
    ["date", "41395", "2013-05-01"],
    ["month", "2013年5月", "2013-05"],
    ["idNo", " １２９９００１９８００２２９０１２ｘ ", "12990019800229012X"],
    ["idNo", "129900 19800229 012x", "12990019800229012X"],
    ["phone", "138 0000-0000", "13800000000"],
    ["phone", { number: "1.38E10" }, "13800000000"],
    ["text", "\u200b王　大力\r\n", "王　大力"],
    ["text", { number: "50001" }, "50001"],
    ["money", "￥1,234.50元", "1234.50"],
    ["text", "—", ""],
  ])("%s %j → %s", (kind, cell, expected) => {
    expect(text(kind, cell)).toBe(expected);
  });

  test("days are counted from 1904 where the workbook says so", () => {
    expect(readCell(column("date"), { number: "39933" }, true)).toEqual({ text: "2013-05-01" });
  });

  test("a choice is found by its word, its synonym, and without brackets", () => {
    const more = { choices: ["无", "中共党员", "临时（季节）工"], synonyms: { 党员: "中共党员" } };
    expect(text("choice", "党 员", more)).toBe("中共党员");
    expect(text("choice", "临时工", { ...more, synonyms: { 临时工: "临时（季节）工" } })).toBe("临时（季节）工");
    expect(text("choice", "无", more)).toBe("无");
    expect(text("choice", "神仙", more)).toContain("不在可选范围内");
  });

  test.each<[Column["kind"], Cell, string]>([
    ["idNo", { number: "1.29900196804121E+17" }, "后几位已经丢失"],
    ["text", { formula: true }, "公式"],
    ["date", { formula: true }, "公式"],
    ["text", { fault: "#N/A" }, "#N/A"],
    ["date", "2013-02-30", "看不懂"],
    ["date", { number: "7" }, "看不懂"],
    ["date", "去年五月", "看不懂"],
  ])("%s %j is a fault: %s", (kind, cell, words) => {
    expect(text(kind, cell)).toMatch(new RegExp(`^× .*${words}`));
  });
});

describe("the sheet around the rows", () => {
  const columns: Column[] = [
    { key: "no", header: "工号", kind: "phone" },
    { key: "name", header: "姓名", also: ["名字"], kind: "text" },
  ];
  const entity = { columns, keys: ["no"] };

  test("the heading is found below a merged title and an empty line, in any order, with marks and blanks", () => {
    const rows = [
      { row: 1, cells: ["环卫一所花名册"] },
      { row: 3, cells: ["序号", "名 字＊", "工号*（必填）"] },
      { row: 4, cells: [{ number: "1" }, "刘德山", "50001"] },
    ];
    const header = findHeader(rows, entity);
    if (typeof header === "string") throw new Error(header);
    expect(header).toMatchObject({ rowNo: 3, unknown: ["序号"] });
    const [, , data] = rows;
    const read = data && readRow(data, { columns, places: header.places, isFrom1904: false });
    expect(read).toEqual({ rowNo: 4, texts: { no: "50001", name: "刘德山" }, faults: [] });
  });

  test("a sheet without headings, and one without the column that names the record, are refused", () => {
    expect(findHeader([{ row: 1, cells: ["甲", "乙"] }], entity)).toContain("没有找到表头");
    expect(
      findHeader([{ row: 1, cells: ["姓名", "民族"] }], {
        ...entity,
        columns: [...columns, { key: "e", header: "民族", kind: "text" }],
      }),
    ).toContain("缺少“工号”");
  });

  test("samples of the template, blank lines and the line under the table are no rows", () => {
    expect(isNoRow(["示例60001", "张大力"])).toBe(true);
    expect(isNoRow([null, " "])).toBe(true);
    expect(isNoRow(["制表人：王"])).toBe(true);
    expect(isNoRow(["50001", "刘德山"])).toBe(false);
  });
});
