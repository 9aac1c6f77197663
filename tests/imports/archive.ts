import { crc32, deflateRawSync } from "node:zlib";

export type Part = { name: string; data: Buffer | string; /** what the archive claims to hold */ claimed?: number };

/** A zip archive written by hand, so that it can lie. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimed } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain, { level: 9 });
    const title = Buffer.from(name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimed ?? plain.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(title.length, 0);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, lengths, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), version, facts, lengths, place, title]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);

  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from("PK\x05\x06", "latin1"), end]));
}

const head = `<?xml version="1.0" encoding="UTF-8"?>`;
const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;

/** The parts of a small .xlsx with this sheet; `more` are added or take the place of a part of the same name. */
export function partsOf(sheetXml: string, more: readonly Part[] = []): Part[] {
  const parts: Part[] = [
    {
      name: "xl/workbook.xml",
      data: `${head}<workbook ${main} xmlns:r="http://r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", data: `${head}${sheetXml}` },
  ];

  return [...parts.filter(({ name }) => !more.some((one) => one.name === name)), ...more];
}

/** A sheet with these cells, each a finished `<c>` element. */
export function sheetXml(rows: readonly (readonly string[])[], before = ""): string {
  const lines = rows.map((cells, at) => `<row r="${at + 1}">${cells.join("")}</row>`);

  return `<worksheet ${main}>${before}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

export const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
