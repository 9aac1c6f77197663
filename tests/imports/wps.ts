import { deflateRawSync } from "node:zlib";
import { zipOf, type Part } from "./archive";

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export type WpsCell = string | number | null | { rich: readonly string[]; reading?: string } | { day: number };

type Look = {
  /** texts in the sheet itself instead of the table of strings, as WPS for Linux and the phone write them */
  inline?: boolean;
  /** days counted from 1904, as a sheet that began its life on a Macintosh */
  from1904?: boolean;
  /** `x:` before every element, as converters write */
  prefix?: boolean;
  /** no address on rows and cells: they follow each other */
  bare?: boolean;
  sheetName?: string;
};

/**
 * A workbook byte for byte in the manner of WPS 表格: its own namespaces and marks, an alternate content that only newer
 * programs read, a dimension of the whole sheet, styles that name no number format, rows of nothing but styled blanks down
 * to the end, a hidden helper sheet in front, the strings' count wrong, the sheet by its absolute path.
 */
export function wpsFile(rows: readonly (readonly WpsCell[])[], look: Look = {}): Uint8Array {
  const strings: string[] = [];
  const x = look.prefix ? "x:" : "";
  const lines = rows.map((cells, at) => {
    const own = look.bare ? "" : ` r="${at + 1}" spans="1:16384" ht="18" customHeight="1"`;

    return `<${x}row${own}>${cells.map((cell, column) => cellOf(cell, { at, column, strings, look, x })).join("")}</${x}row>`;
  });
  const tail = look.bare ? "" : blanks(rows.length + 1, x);
  const spaces = `xmlns${look.prefix ? ":x" : ""}="${main}" xmlns:r="${office}"
    xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"`;
  const alternate = `<mc:AlternateContent><mc:Choice Requires="x14"><x14ac:note xmlns:x14ac="urn:x">别读我</x14ac:note></mc:Choice>
    <mc:Fallback/></mc:AlternateContent>`;
  const sheet = `${head}<${x}worksheet ${spaces}><${x}sheetPr/><${x}dimension ref="A1:XFD1048576"/>
    <${x}sheetViews><${x}sheetView workbookViewId="0"/></${x}sheetViews><${x}sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25"/>
    <${x}cols><${x}col min="1" max="16384" width="12"/></${x}cols><${x}sheetData>${lines.join("")}${tail}</${x}sheetData>
    <${x}mergeCells count="1"><${x}mergeCell ref="A1:D1"/></${x}mergeCells>${alternate}<${x}headerFooter/></${x}worksheet>`;
  const name = look.sheetName ?? "Sheet1";
  const workbook = `${head}<${x}workbook ${spaces}><${x}workbookPr${look.from1904 ? ' date1904="1"' : ""}/>${alternate}
    <${x}bookViews><${x}workbookView/></${x}bookViews><${x}sheets>
    <${x}sheet name="WpsReserved_CellImgList" sheetId="9" state="veryHidden" r:id="rId9"/>
    <${x}sheet name="${name}" sheetId="1" r:id="rId1"/></${x}sheets><${x}calcPr calcId="144525"/></${x}workbook>`;

  return zipOf([
    { name: "[Content_Types].xml", data: `${head}<Types/>` },
    { name: "xl/workbook.xml", data: workbook },
    { name: "xl/_rels/workbook.xml.rels", data: relations },
    { name: "xl/worksheets/sheet1.xml", data: sheet },
    { name: "xl/worksheets/sheet9.xml", data: `${head}<worksheet xmlns="${main}"><sheetData/></worksheet>` },
    ...(strings.length > 0 ? [tableOf(strings)] : []),
    { name: "xl/styles.xml", data: `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts></styleSheet>` },
    { name: "xl/cellimages.xml", data: `${head}<etc:cellImages xmlns:etc="urn:x"/>` },
    {
      name: "docProps/custom.xml",
      data: `${head}<Properties><property name="KSOProductBuildVer"><lpwstr>2052-11.1.0.11664</lpwstr></property></Properties>`,
    },
  ]);
}

const relations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/sheet9.xml"/>
  <Relationship Id="rId1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>
  <Relationship Id="rId4" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/></Relationships>`;

/** The table of strings; its counts are wrong, as after a part of the sheet was deleted. */
function tableOf(strings: readonly string[]): Part {
  return {
    name: "xl/sharedStrings.xml",
    data: `${head}<sst xmlns="${main}" count="9999" uniqueCount="1">${strings.join("")}</sst>`,
  };
}

type Place = { at: number; column: number; strings: string[]; look: Look; x: string };

function cellOf(cell: WpsCell, { at, column, strings, look, x }: Place): string {
  const r = look.bare ? "" : ` r="${String.fromCharCode(65 + column)}${at + 1}"`;
  if (cell === null) return `<${x}c${r} s="1"/>`;
  if (typeof cell === "number") return `<${x}c${r} s="1"><${x}v>${cell}</${x}v></${x}c>`;
  if (typeof cell === "object" && "day" in cell) return `<${x}c${r} s="2"><${x}v>${cell.day}</${x}v></${x}c>`;
  const text = textOf(cell);
  if (look.inline) return `<${x}c${r} s="1" t="inlineStr"><${x}is>${text}</${x}is></${x}c>`;
  strings.push(`<si>${text}</si>`);

  return `<${x}c${r} s="1" t="s"><${x}v>${strings.length - 1}</${x}v></${x}c>`;
}

function textOf(cell: string | { rich: readonly string[]; reading?: string }): string {
  if (typeof cell === "string") return `<t xml:space="preserve">${cell}</t>`;
  const runs = cell.rich.map((text) => `<r><rPr><rFont val="宋体"/></rPr><t>${text}</t></r>`).join("");
  const reading = cell.reading ? `<rPh sb="0" eb="1"><t>${cell.reading}</t></rPh>` : "";

  return `${runs}${reading}<phoneticPr fontId="1" type="noConversion"/>`;
}

/** Styled rows of nothing, as a clerk leaves them who has formatted the whole column. */
function blanks(from: number, x: string): string {
  return Array.from(
    { length: 300 },
    (_, at) => `<${x}row r="${from + at}" spans="1:16384"><${x}c r="A${from + at}" s="1"/></${x}row>`,
  ).join("");
}

/** An archive whose entries say that they are enciphered, as after 「压缩并加密」. */
export function enciphered(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const [mark, at] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const)
    for (let from = copy.indexOf(mark, 0, "latin1"); from >= 0; from = copy.indexOf(mark, from + 4, "latin1"))
      copy.writeUInt16LE(copy.readUInt16LE(from + at) | 1, from + at);

  return new Uint8Array(copy);
}

/** What the compound file of an old or a protected workbook begins with. */
export function compoundFile(stream: "Workbook" | "EncryptedPackage"): Uint8Array {
  const name = Buffer.from(stream, "utf16le");

  return new Uint8Array(
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(504),
      name,
      Buffer.alloc(512),
      deflateRawSync("x"),
    ]),
  );
}
