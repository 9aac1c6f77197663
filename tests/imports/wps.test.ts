import { describe, expect, test } from "vitest";
import { readSheet, type SheetRow } from "@/lib/excel";
import { readCell, type Column } from "@/lib/imports/cells/rules";
import { findHeader, isNoRow, readRow } from "@/lib/imports/rules";
import { Refusal } from "@/lib/refusal";
import { rosterColumns } from "@/lib/people/import/words";
import { inline, partsOf, sheetXml, zipOf } from "./archive";
import { compoundFile, enciphered, wpsFile, type WpsCell } from "./wps";

async function read(bytes: Uint8Array) {
  const rows: SheetRow[] = [];
  let facts = { name: "", isFrom1904: false };
  for await (const piece of readSheet(bytes)) {
    facts = piece.facts;
    rows.push(...piece.rows);
  }

  return { rows, facts };
}

const title: WpsCell[] = ["某局职工名册", null, null, null];
const columns: WpsCell[] = ["工 号", { rich: ["姓", "名"] }, "入职\n日期", "手机号"];
const lines: WpsCell[][] = [
  title,
  columns,
  ["50001", { rich: ["刘", "德山"], reading: "liu" }, { day: 41_395 }, 13_800_001_111],
  ["５０００２", " 王　大力 ", "2013年5月1日", "138 0000 2222"],
];

/** The sheet as the import reads it: texts by column. */
function texts({ rows, facts }: Awaited<ReturnType<typeof read>>): Record<string, string | undefined>[] {
  const header = findHeader(rows, { columns: rosterColumns, keys: ["staffNo"] });
  if (typeof header === "string") throw new Error(header);

  return rows
    .filter(({ row, cells }) => row > header.rowNo && !isNoRow(cells))
    .map((row) => readRow(row, { columns: rosterColumns, places: header.places, isFrom1904: facts.isFrom1904 }))
    .map(({ texts: { staffNo, name, hireDate, mobile }, faults }) => {
      expect(faults).toEqual([]);

      return { staffNo, name, hireDate, mobile };
    });
}

const wanted = [
  { staffNo: "50001", name: "刘德山", hireDate: "2013-05-01", mobile: "13800001111" },
  {
    staffNo: "50002",
    name: expect.stringMatching(/^王\s*大力$/) as string,
    hireDate: "2013-05-01",
    mobile: "13800002222",
  },
];

describe("a sheet as WPS writes it reads like any other", () => {
  test.each<[string, Parameters<typeof wpsFile>[1]]>([
    ["with a table of strings", {}],
    ["with the texts in the sheet", { inline: true }],
    ["with prefixed elements", { prefix: true }],
    ["with neither addresses nor blanks", { bare: true, inline: true }],
    ["under any name", { sheetName: "附件2：名册（最终版）" }],
  ])("%s", async (_, look) => {
    const found = await read(wpsFile(lines, look));
    expect(texts(found)).toEqual(wanted);
    expect(found.facts.name).toBe(look?.sheetName ?? "Sheet1");
    // What only newer programs read, and the 300 styled rows of nothing, are no rows.
    expect(JSON.stringify(found.rows)).not.toContain("别读我");
    expect(found.rows).toHaveLength(4);
  });

  test("with days that count from 1904: the same day, 1,462 less in the file", async () => {
    const old = lines.map((line) => line.map((cell) => (isDay(cell) ? { day: cell.day - 1_462 } : cell)));
    const found = await read(wpsFile(old, { from1904: true }));
    expect(found.facts.isFrom1904).toBe(true);
    expect(texts(found)).toEqual(wanted);
  });
});

const isDay = (cell: WpsCell): cell is { day: number } => typeof cell === "object" && cell !== null && "day" in cell;

describe("what is no sheet to read, each with a sentence that helps", () => {
  const small = sheetXml([[inline("工号"), inline("姓名")]]);
  const refused = async (bytes: Uint8Array) => {
    const fault = await read(bytes).catch((error: unknown) => error);
    if (!(fault instanceof Refusal)) throw new Error(`not refused: ${JSON.stringify(fault)}`);

    return fault.sentence;
  };

  test.each<[string, Uint8Array, string]>([
    ["an old .xls", compoundFile("Workbook"), "另存为 .xlsx"],
    ["one with a password", compoundFile("EncryptedPackage"), "取消密码"],
    ["an enciphered archive", enciphered(zipOf(partsOf(small))), "已损坏"],
    ["a text with commas called .xlsx", new Uint8Array(Buffer.from("﻿工号,姓名\r\n50001,王")), "不是Excel表格"],
    ["a web page called .xls", new Uint8Array(Buffer.from("<html><table><tr><td>工号")), "不是Excel表格"],
    ["a path out of the archive", zipOf([...partsOf(small), { name: "../../../etc/passwd", data: "x" }]), "已损坏"],
    ["a macro sheet", zipOf(partsOf(small, [{ name: "xl/macrosheets/sheet1.xml", data: "<x/>" }])), "请另存为不带宏的"],
    ["a .xlsm with its program", zipOf(partsOf(small, [{ name: "xl/vbaProject.bin", data: "x" }])), "不带宏"],
    [
      "an entity from outside",
      zipOf(partsOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${small.replace("姓名", "&e;")}`)),
      "DOCTYPE",
    ],
    ["an entity that nobody declared", zipOf(partsOf(small.replace("姓名", "&e;"))), "已损坏"],
    ["a hundred thousand elements within each other", zipOf(partsOf("<a>".repeat(100_000))), "已损坏"],
  ])("%s", async (_, bytes, sentence) => {
    expect(await refused(bytes)).toContain(sentence);
  });

  test("links to other files and a formula that calls a program are never followed: a formula is no value", async () => {
    const link = `<externalLink xmlns:r="r"><externalBook r:id="rId1"/></externalLink>`;
    const dde = `<c r="A2"><f>cmd|'/c calc'!A0</f><v>50001</v></c><c r="B2"><f>[1]Sheet1!$A$1</f><v>王</v></c>`;
    const sheet = sheetXml([[inline("工号"), inline("姓名")], [dde]]);
    const bytes = zipOf(
      partsOf(sheet, [
        { name: "xl/externalLinks/externalLink1.xml", data: link },
        {
          name: "xl/externalLinks/_rels/externalLink1.xml.rels",
          data: `<Relationships><Relationship Id="rId1" Target="http://127.0.0.1:9/steal.xlsx" TargetMode="External"/></Relationships>`,
        },
      ]),
    );
    const { rows } = await read(bytes);
    expect(rows[1]?.cells).toEqual([{ formula: true }, { formula: true }]);
    const [staffNo] = rosterColumns;
    expect(readCell(staffNo as Column, rows[1]?.cells[0] ?? null)).toMatchObject({
      fault: expect.stringContaining("公式") as string,
    });
  });
});
