import path from "node:path";
import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/refusal";
import type { Cell, SheetRow } from "./excel-sheet.mjs";

export type { Cell, SheetRow };

/** Bytes of a file that may be uploaded. */
export const mostFileBytes = 10 * 1024 * 1024;

const seconds = 20;
const megabytes = 256;

type Message =
  | { kind: "sheet"; name: string; isFrom1904: boolean }
  | { kind: "rows"; rows: SheetRow[] }
  | { kind: "refused"; sentence: string }
  | { kind: "end" };

/** What is said about the sheet before its rows come. */
export type SheetFacts = { name: string; isFrom1904: boolean };

/**
 * Reads the sheet called `sheet` of an .xlsx file, or the first visible one, some 100 rows at a time.
 * The file is opened in a thread of its own with 256 MB and 20 s; nothing of it is believed: size, entries, ratio, rows
 * and columns are counted while it is unpacked, formulas are no values, macros and document types are refused.
 * @throws Refusal with what to do next, before or between the rows
 */
export async function* readSheet(
  bytes: Uint8Array,
  { sheet }: { sheet?: string } = {},
): AsyncGenerator<{ facts: SheetFacts; rows: SheetRow[] }> {
  refuseKind(bytes);
  const copy = Uint8Array.from(bytes);
  const worker = startWorker({ bytes: copy, sheet: sheet ?? null }, copy.buffer);
  const inbox = listen(worker);
  let facts: SheetFacts = { name: "", isFrom1904: false };
  try {
    for (;;) {
      const message = await inbox();
      if (message.kind === "refused") throw new Refusal(message.sentence, "file");
      if (message.kind === "end") return;
      if (message.kind === "sheet") facts = { name: message.name, isFrom1904: message.isFrom1904 };
      else {
        yield { facts, rows: message.rows };
        worker.postMessage("next");
      }
    }
  } finally {
    await worker.terminate();
  }
}

/** Refuses by the first bytes what is no .xlsx archive; the name of the file proves nothing. */
function refuseKind(bytes: Uint8Array): void {
  if (bytes.length > mostFileBytes) throw new Refusal("文件超过10MB，请分成几个文件上传。", "file");
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (start === "d0cf11e0") {
    // A protected .xlsx lies in the same kind of container as an old .xls; its stream is named after what it is.
    const isLocked = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
    if (isLocked) throw new Refusal("这个文件加了密码，读不出来。请在WPS里取消密码，保存后再上传。", "file");
    throw new Refusal("这是旧版的 .xls 文件。请在WPS里另存为 .xlsx 再上传。", "file");
  }
  if (start !== "504b0304") throw new Refusal("这不是Excel表格，请上传 .xlsx 文件。", "file");
}

function startWorker(workerData: { bytes: Uint8Array; sheet: string | null }, buffer: ArrayBuffer): Worker {
  // By its place in the project and not by import: the bundler of the server would pack it away.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "excel-worker.mjs");

  return new Worker(file, {
    workerData,
    transferList: [buffer],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

/** The worker's messages one by one. A worker that dies or takes too long is a refusal: the file was too much for it. */
function listen(worker: Worker): () => Promise<Message> {
  const waiting: Message[] = [];
  const tooMuch = new Refusal("文件太大或太复杂，没有读完。请只保留需要的数据，另存为新文件再上传。", "file");
  let isOver = false;
  let wake: () => void = () => undefined;
  // Only the time that the reader itself takes counts, not what is done with the rows in between.
  let left = seconds * 1000;
  const end = () => {
    isOver = true;
    wake();
  };
  worker.on("message", (message: Message) => {
    waiting.push(message);
    wake();
  });
  worker.on("error", end);
  worker.on("exit", end);

  return async () => {
    if (waiting.length === 0 && !isOver) {
      const started = performance.now();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      left -= performance.now() - started;
    }
    const next = waiting.shift();
    if (!next) throw tooMuch;

    return next;
  };
}
