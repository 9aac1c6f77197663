// Reads one .xlsx file in a thread of its own (lib/excel.ts starts it with limits of memory and time). Every bound is
// counted on the bytes that really come out, because what an archive says about itself can be a lie.
import { parentPort, workerData } from "node:worker_threads";
import yauzl from "yauzl";
import { relationsReader, rowsReader, stringsReader, UnreadableFile, workbookReader } from "./excel-sheet.mjs";

const mostEntries = 200;
const mostInflated = 100 * 1024 * 1024;
const mostRatio = 100;
/** Small files are let off the ratio: a short, even text shrinks to nothing. */
const freeOfRatio = 1024 * 1024;
const rowsAtOnce = 100;

const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/.*|dialogsheets\/.*)$/i;
const damaged = "文件已损坏，读不出来，请在WPS或Excel里重新另存为 .xlsx 再上传。";

/** @type {{ bytes: Uint8Array, sheet: string | null }} */
const { bytes, sheet } = workerData;
let inflated = 0;

try {
  await readFile();
  parentPort?.postMessage({ kind: "end" });
} catch (error) {
  parentPort?.postMessage({ kind: "refused", sentence: error instanceof UnreadableFile ? error.message : damaged });
}
parentPort?.close();

async function readFile() {
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySize: true,
  });
  const entries = await listEntries(archive);
  const book = workbookReader();
  await parse(archive, need(entries, "xl/workbook.xml"), book.parser);
  const relations = relationsReader();
  await parse(archive, need(entries, "xl/_rels/workbook.xml.rels"), relations.parser);
  const chosen = book.found.sheets.find(({ name }) => name.trim() === sheet) ?? book.found.sheets[0];
  if (!chosen) throw new UnreadableFile("文件里没有看得见的工作表，请检查后再上传。");
  const strings = stringsReader();
  const shared = entries.get("xl/sharedStrings.xml");
  if (shared) await parse(archive, shared, strings.parser);
  parentPort?.postMessage({ kind: "sheet", name: chosen.name, isFrom1904: book.found.isFrom1904 });
  const rows = rowsReader(strings.found);
  /** @type {import("./excel-sheet.mjs").SheetRow[]} */
  let waiting = [];
  await parse(archive, need(entries, fileOf(relations.found.get(chosen.id))), rows.parser, async () => {
    waiting.push(...rows.take());
    for (; waiting.length >= rowsAtOnce; waiting = waiting.slice(rowsAtOnce)) await hand(waiting.slice(0, rowsAtOnce));
  });
  await hand(waiting);
}

/** @param {import("yauzl").ZipFile} archive */
async function listEntries(archive) {
  /** @type {Map<string, import("yauzl").Entry>} */
  const entries = new Map();
  let count = 0;
  if (archive.entryCount > mostEntries)
    throw new UnreadableFile("文件里的部件太多，不是普通的表格，请用模板重新填写。");
  for await (const entry of archive.eachEntry()) {
    count += 1;
    if (count > mostEntries) throw new UnreadableFile("文件里的部件太多，不是普通的表格，请用模板重新填写。");
    if (macros.test(entry.fileName)) throw new UnreadableFile("文件带有宏，不能上传。请另存为不带宏的 .xlsx 再上传。");
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  }

  return entries;
}

/**
 * Inflates one file of the archive through a parser, counting what comes out.
 * @param {import("yauzl").ZipFile} archive
 * @param {import("yauzl").Entry} entry
 * @param {import("saxes").SaxesParser} parser
 * @param {() => Promise<void>} [between] after every piece
 */
async function parse(archive, entry, parser, between) {
  let own = 0;
  const text = new TextDecoder("utf-8", { fatal: true });
  for await (const piece of await archive.openReadStreamPromise(entry)) {
    own += piece.length;
    inflated += piece.length;
    const isBomb =
      inflated > mostInflated ||
      (own > freeOfRatio && own > mostRatio * entry.compressedSize) ||
      (inflated > freeOfRatio && inflated > mostRatio * bytes.byteLength);
    if (isBomb) throw new UnreadableFile("文件展开后太大，不能上传。请只保留需要的数据，另存为新文件再上传。");
    parser.write(text.decode(piece, { stream: true }));
    await between?.();
  }
  parser.write(text.decode());
  parser.close();
  await between?.();
}

/**
 * @param {Map<string, import("yauzl").Entry>} entries
 * @param {string} name
 */
function need(entries, name) {
  const entry = entries.get(name);
  if (!entry) throw new UnreadableFile("这不是Excel表格，请上传 .xlsx 文件。");

  return entry;
}

/** @param {string | undefined} target relative to `xl/`, or from the top */
function fileOf(target) {
  if (!target) return "";

  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

/**
 * Hands rows over and waits until they are wanted, so that a fast reader does not fill the memory of a slow writer.
 * @param {import("./excel-sheet.mjs").SheetRow[]} rows
 */
async function hand(rows) {
  if (rows.length === 0) return;
  parentPort?.postMessage({ kind: "rows", rows });
  await new Promise((resolve) => parentPort?.once("message", resolve));
}
