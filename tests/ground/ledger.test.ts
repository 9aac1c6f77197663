import { describe, expect, test } from "vitest";
import { ledgerCells, ledgerHead, ledgerPages, ledgerTotal, ledgerValues, type Ledger } from "@/lib/ledger";

type Gift = { name: string; fen: number | null; bags: number };
const ledger: Ledger<Gift> = {
  title: "慰问品签收表",
  columns: [
    { label: "姓名", of: (row) => row.name },
    { label: "金额（元）", kind: "money", of: (row) => row.fen, isSummed: true },
    { label: "米（袋）", kind: "number", of: (row) => row.bags, isSummed: true },
    { label: "签字", kind: "sign", of: () => "不会出现" },
  ],
  note: (row) => (row.bags > 1 ? "两份" : null),
};
const rows: Gift[] = [
  { name: "王*国", fen: 50_050, bags: 1 },
  { name: "张*英", fen: null, bags: 2 },
];

describe("one list of columns", () => {
  test("begins with 序号 and ends with 备注 by itself", () => {
    expect(ledgerHead(ledger)).toEqual(["序号", "姓名", "金额（元）", "米（袋）", "签字", "备注"]);
  });
  test("gives text for paper and figures for Excel", () => {
    expect(rows.map((row, index) => ledgerCells(ledger, row, index))).toEqual([
      ["1", "王*国", "500.50", "1", "", ""],
      ["2", "张*英", "", "2", "", "两份"],
    ]);
    expect(rows.map((row, index) => ledgerValues(ledger, row, index))).toEqual([
      [1, "王*国", 500.5, 1, "", ""],
      [2, "张*英", "", 2, "", "两份"],
    ]);
  });
  test("adds up what is to be added up, in 分", () => {
    expect(ledgerTotal(ledger, rows)).toEqual(["合计", "", "500.50", "3", "", ""]);
    const cents = Array.from({ length: 300 }, () => ({ name: "", fen: 10, bags: 0 }));
    expect(ledgerTotal(ledger, cents)[2]).toBe("30.00");
  });
  test("is cut into pages of twenty; an empty one has one page", () => {
    const many = Array.from({ length: 41 }, (_, n) => ({ name: String(n), fen: 1, bags: 1 }));
    expect(ledgerPages(many).map(({ rows: page, from }) => [page.length, from])).toEqual([
      [20, 0],
      [20, 20],
      [1, 40],
    ]);
    expect(ledgerPages([])).toEqual([{ rows: [], from: 0 }]);
  });
});
