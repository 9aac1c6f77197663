import { inflateSync } from "node:zlib";

/** A piece of text where it stands on its page, in millimetres from the upper left corner. */
export type PdfText = { text: string; x: number; y: number };
export type PdfPage = { width: number; height: number; texts: PdfText[] };

const millimetres = 25.4 / 72;

/**
 * Reads what Chromium prints: the pages with their size, and every piece of text with its place. Only what its writer
 * (Skia) makes; it is there so that tests look at the paper itself and not at the screen that it came from.
 */
export function readPdf(bytes: Buffer): PdfPage[] {
  const objects = objectsOf(bytes);
  const order = [...objects.values()].flatMap(({ head }) => {
    const kids = /\/Type\s*\/Pages[^]*?\/Kids\s*\[([^\]]*)\]|\/Kids\s*\[([^\]]*)\][^]*?\/Type\s*\/Pages/.exec(head);

    return kids ? [...(kids[1] ?? kids[2] ?? "").matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id)) : [];
  });

  return order.flatMap((id) => {
    const page = objects.get(id);

    return page && /\/Type\s*\/Page\b(?!s)/.test(page.head) ? [pageOf(page.head, objects)] : [];
  });
}

type PdfObject = { head: string; stream: Buffer | undefined };
type Objects = ReadonlyMap<number, PdfObject>;

function objectsOf(bytes: Buffer): Objects {
  const text = bytes.toString("latin1");
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf("endobj", from);
    const begin = text.indexOf("stream", from);
    if (begin < 0 || begin > end) {
      found.set(Number(match[1]), { head: text.slice(from, end), stream: undefined });
      continue;
    }
    const head = text.slice(from, begin);
    const start = begin + (text[begin + 6] === "\r" ? 8 : 7);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = bytes.subarray(start, start + length);
    found.set(Number(match[1]), { head, stream: head.includes("FlateDecode") ? inflateSync(raw) : raw });
  }

  return found;
}

function pageOf(head: string, objects: Objects): PdfPage {
  const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(head)?.[1] ?? "")
    .trim()
    .split(/\s+/)
    .map(Number);
  const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1];
  const letters = lettersOf(head, objects);
  const commands = objects.get(Number(contents))?.stream?.toString("latin1") ?? "";

  return {
    width: width * millimetres,
    height: height * millimetres,
    texts: textsOf(commands, letters).map(({ text, x, y }) => ({
      text,
      x: x * millimetres,
      y: (height - y) * millimetres,
    })),
  };
}

/** For each font of a page, which letters its glyphs are. */
function lettersOf(head: string, objects: Objects): Map<string, Map<string, string>> {
  const resources = /\/Resources (\d+) 0 R/.exec(head)?.[1];
  const given = resources ? (objects.get(Number(resources))?.head ?? "") : head;
  const fonts = /\/Font\s*<<([^]*?)>>/.exec(given)?.[1] ?? "";

  return new Map(
    [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = "", id]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? "")?.[1];

      return [name, cmapOf(objects.get(Number(table))?.stream?.toString("latin1") ?? "")];
    }),
  );
}

function cmapOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  const word = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of table.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, glyph = "", hex = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(glyph.toUpperCase(), word(hex));
  for (const [, block = ""] of table.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, first = "", last = "", hex = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let at = 0; at <= parseInt(last, 16) - parseInt(first, 16); at += 1) {
        const glyph = (parseInt(first, 16) + at).toString(16).padStart(first.length, "0").toUpperCase();
        letters.set(glyph, String.fromCodePoint((word(hex).codePointAt(0) ?? 0) + at));
      }

  return letters;
}

type Matrix = [number, number, number, number, number, number];

/** Follows the drawing commands as far as they move the pen. */
function textsOf(commands: string, letters: Map<string, Map<string, string>>): PdfText[] {
  const found: PdfText[] = [];
  const saved: Matrix[] = [];
  let page: Matrix = [1, 0, 0, 1, 0, 0];
  let line: Matrix = [1, 0, 0, 1, 0, 0];
  let font = new Map<string, string>();
  let operands: string[] = [];
  for (const [token] of commands.matchAll(/<[0-9A-Fa-f\s]*>|\[[^\]]*\]|\/\w+|[-+.\d]+|[A-Za-z'"*]+/g)) {
    if (!/^[A-Za-z'"*]/.test(token)) {
      operands.push(token);
      continue;
    }
    const numbers = operands.slice(-6).map(Number) as Matrix;
    if (token === "q") saved.push(page);
    else if (token === "Q") page = saved.pop() ?? page;
    else if (token === "cm") page = times(numbers, page);
    else if (token === "BT") line = [1, 0, 0, 1, 0, 0];
    else if (token === "Tm") line = numbers;
    else if (token === "Td") line = times([1, 0, 0, 1, Number(operands.at(-2)), Number(operands.at(-1))], line);
    else if (token === "Tf") font = letters.get((operands.at(-2) ?? "").slice(1)) ?? new Map<string, string>();
    else if (token === "Tj" || token === "TJ") {
      const [, , , , x, y] = times(line, page);
      found.push({ text: spelled(operands.at(-1) ?? "", font), x, y });
    }
    operands = [];
  }

  return found;
}

function spelled(shown: string, font: Map<string, string>): string {
  const glyphs = [...shown.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex = ""]) => hex.replace(/\s/g, "")).join("");

  // Fonts of up to 256 glyphs are numbered with one byte, larger ones with two.
  const digits = [...font.keys()][0]?.length ?? 4;
  const numbers = glyphs.match(new RegExp(`.{${digits}}`, "g")) ?? [];

  return numbers.map((glyph) => font.get(glyph.toUpperCase()) ?? "\ufffd").join("");
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The texts of a page by line, from top to bottom and left to right. */
export function linesOf({ texts }: PdfPage): { text: string; y: number; from: number }[] {
  const lines = new Map<number, PdfText[]>();
  for (const one of texts) {
    const known = [...lines.keys()].find((y) => Math.abs(y - one.y) < 1) ?? one.y;
    lines.set(known, [...(lines.get(known) ?? []), one]);
  }

  return [...lines]
    .map(([y, parts]) => {
      const sorted = [...parts].sort((one, other) => one.x - other.x);

      return { y, text: sorted.map(({ text }) => text).join(""), from: sorted[0]?.x ?? 0 };
    })
    .sort((one, other) => one.y - other.y);
}
