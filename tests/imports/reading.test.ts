import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readSheet, type SheetRow } from "@/lib/excel";
import { Refusal } from "@/lib/refusal";
import { inline, partsOf, sheetXml, zipOf, type Part } from "./archive";

async function read(bytes: Uint8Array, sheet?: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const piece of readSheet(bytes, sheet === undefined ? {} : { sheet })) rows.push(...piece.rows);

  return rows;
}

const small = sheetXml([
  [inline("工号"), inline("姓名")],
  [inline("50001"), inline("刘德山")],
]);
const withMore = (...more: Part[]) => zipOf(partsOf(small, more));

/** What the refusal says, and how much this process grew: the bytes of a bomb never come here. */
async function refused(bytes: Uint8Array): Promise<string> {
  const before = process.memoryUsage().rss;
  const fault = await read(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof Refusal)) throw new Error(`not refused: ${String(fault)}`);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150);

  return fault.sentence;
}

test("a plain sheet is read, values only", async () => {
  expect(await read(zipOf(partsOf(small)))).toEqual([
    { row: 1, cells: ["工号", "姓名"] },
    { row: 2, cells: ["50001", "刘德山"] },
  ]);
});

test("numbers keep their digits, formulas are no values, error values are told, empty rows are left out", async () => {
  const rows = [
    [`<c r="A1"><v>13812345678</v></c>`, `<c r="C1"><f>1+1</f><v>2</v></c>`, `<c r="D1" t="e"><v>#N/A</v></c>`],
    [`<c r="A2"/>`, `<c r="B2" t="inlineStr"><is><t>  </t></is></c>`],
    [`<c r="B3" t="b"><v>1</v></c>`],
  ];
  expect(await read(zipOf(partsOf(sheetXml(rows))))).toEqual([
    { row: 1, cells: [{ number: "13812345678" }, null, { formula: true }, { fault: "#N/A" }] },
    { row: 3, cells: [null, "是"] },
  ]);
});

test("a real file: shared strings, rich text, the sheet that is asked for, hidden ones passed over", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("藏", { state: "hidden" }).addRow(["不该读"]);
  book.addWorksheet("别的").addRow(["别的"]);
  const wanted = book.addWorksheet("职工名册");
  wanted.addRow(["同", "同", { richText: [{ text: "王" }, { text: "大力" }] }]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  expect(await read(bytes, "职工名册")).toEqual([{ row: 1, cells: ["同", "同", "王大力"] }]);
  expect(await read(bytes)).toEqual([{ row: 1, cells: ["别的"] }]);
});

test("a sheet that claims to reach to XFD1048576 costs what it holds", async () => {
  const xml = sheetXml(
    [[inline("a"), inline("b")]],
    `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>`,
  );
  const started = performance.now();
  expect(await read(zipOf(partsOf(xml)))).toEqual([{ row: 1, cells: ["a", "b"] }]);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("an .xlsx named .xls is read, for the name proves nothing; what the real .xls begins with is refused", async () => {
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]);
  expect(await refused(new Uint8Array(old))).toContain("请在WPS里另存为 .xlsx 再上传");
  expect(await refused(new Uint8Array(Buffer.from("工号,姓名\n")))).toContain("不是Excel表格");
});

describe("hostile files are refused, each with what to do next", () => {
  const big = Buffer.alloc(120 * 2 ** 20, " ");
  test("a bomb of 120 MB", async () => {
    const bomb = withMore({ name: "xl/worksheets/sheet1.xml", data: big });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(await refused(bomb)).toContain("展开后太大");
  });

  test("a bomb that lies about its size", async () => {
    const text = await refused(withMore({ name: "xl/worksheets/sheet1.xml", data: big, claimed: 500 }));
    expect(text).toMatch(/展开后太大|已损坏/);
  });

  test("an archive inside the archive is not opened", async () => {
    const inner = zipOf([{ name: "more.xml", data: big }]);
    expect(await read(withMore({ name: "xl/embeddings/inner.zip", data: Buffer.from(inner) }))).toHaveLength(2);
    const asSheet = await refused(withMore({ name: "xl/worksheets/sheet1.xml", data: Buffer.from(inner) }));
    expect(asSheet).toContain("已损坏");
  });

  test("more than 200 entries", async () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ name: `x/${at}.xml`, data: "x" }));
    expect(await refused(withMore(...many))).toContain("部件太多");
  });

  test("a document type, with entities or without", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${small.replace("刘德山", "&b;")}`;
    expect(await refused(zipOf(partsOf(laughs)))).toContain("DOCTYPE");
  });

  test("macros", async () => {
    expect(await refused(withMore({ name: "xl/vbaProject.bin", data: "x" }))).toContain("宏");
  });

  test("a million shared strings", async () => {
    const strings = `<sst>${"<si><t>a</t></si>".repeat(1_000_000)}</sst>`;
    // Not compressible to a ratio above 100, so that the count itself is what refuses.
    const noise = Buffer.from(Array.from({ length: 400_000 }, (_, at) => (at * 2_654_435_761) % 251));
    const text = await refused(
      withMore({ name: "xl/sharedStrings.xml", data: strings }, { name: "xl/media/noise.bin", data: noise }),
    );
    expect(text).toMatch(/文字太多|展开后太大/);
  });

  test("too many rows, and too many columns", async () => {
    const row = [inline("x")];
    expect(await refused(zipOf(partsOf(sheetXml(Array.from({ length: 20_001 }, () => row)))))).toContain("20000 行");
    const wide = Array.from({ length: 61 }, () => inline("x"));
    expect(await refused(zipOf(partsOf(sheetXml([wide]))))).toContain("60 列");
  });

  test("too large, cut off, and no archive of a spreadsheet at all", async () => {
    expect(await refused(new Uint8Array(10 * 2 ** 20 + 1))).toContain("10MB");
    const whole = zipOf(partsOf(small));
    expect(await refused(whole.subarray(0, whole.length - 30))).toContain("已损坏");
    expect(await refused(zipOf([{ name: "a.txt", data: "x" }]))).toContain("不是Excel表格");
  });
});
