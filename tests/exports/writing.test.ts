import { Writable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet, type SheetRow } from "@/lib/excel";
import { writeTable, writeTemplate, type TableRow } from "@/lib/excel-write";

async function* each(rows: readonly TableRow[]): AsyncGenerator<TableRow> {
  yield* rows;
}

async function written(rows: readonly TableRow[], width: number): Promise<SheetRow[]> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const columns = Array.from({ length: width }, (_, at) => ({ header: `列${at}` }));
  await writeTable(stream, { sheet: "表", columns, rows: each(rows) });
  const found: SheetRow[] = [];
  for await (const piece of readSheet(new Uint8Array(Buffer.concat(chunks)))) found.push(...piece.rows);

  return found;
}

test("whatever a text holds, it comes back as that text and never as a formula", { timeout: 60_000 }, async () => {
  const dangerous = fc.tuple(
    fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "   =", "\t=", "=HYPERLINK(", "=cmd|'/c calc'!A1", ""),
    fc.string({ unit: "grapheme-ascii", maxLength: 20 }),
  );
  const text = dangerous
    .map(([start, rest]) => `${start}${rest}`)
    // What no XML can hold, and blanks alone, are not told apart from nothing; `_x0041_` is Excel's own way of writing A.
    .filter((one) => one.trim() !== "" && !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9a-f]{4}_/i.test(one));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
      const [, ...rows] = await written(
        texts.map((one) => ({ cells: [one] })),
        1,
      );
      expect(rows.map(({ cells }) => cells[0])).toEqual(texts.map((one) => one.replace(/\r\n?/g, "\n")));
    }),
    { numRuns: 25 },
  );
});

test("100,000 rows are written with flat memory", { timeout: 120_000 }, async () => {
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  const columns = Array.from({ length: 12 }, (_, at) => ({ header: `列${at}` }));
  const heaps: number[] = [];
  async function* many(): AsyncGenerator<TableRow> {
    for (let at = 0; at < 100_000; at += 1) {
      if (at % 10_000 === 0) heaps.push(process.memoryUsage().rss / 2 ** 20);
      yield { cells: [at, ...Array.from({ length: 11 }, (_, column) => `单元格${at}-${column}`)] };
    }
  }
  expect(await writeTable(sink, { sheet: "表", columns, rows: many() })).toBe(100_000);
  expect(bytes).toBeGreaterThan(1_000_000);
  const [, early = 0] = heaps;
  expect(Math.max(...heaps) - early).toBeLessThan(150);
});

test("a template has red required headings, text cells, drop-downs, samples that a reader passes over, and notes", async () => {
  const bytes = await writeTemplate({
    sheet: "名册",
    columns: [
      { header: "工号", isRequired: true },
      { header: "户籍", choices: ["本市", "外埠"] },
    ],
    samples: [["示例1", "外埠"]],
    notes: [["1", "", "先看这里"]],
  });
  const ExcelJS = (await import("exceljs")).default;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.getWorksheet("名册");
  expect(sheet?.getCell("A1").value).toBe("工号*");
  expect(sheet?.getCell("A1").font.color?.argb).toBe("FFB42318");
  expect(sheet?.getColumn(1).numFmt).toBe("@");
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(sheet?.getCell("B3").dataValidation.formulae).toEqual(['"本市,外埠"']);
  expect(book.getWorksheet("填写说明")?.getCell("C1").value).toBe("先看这里");
});
