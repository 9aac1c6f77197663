import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { decryptBytes, encryptBytes } from "@/lib/crypto";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";

/** Bytes of one upload at most; a phone's photo has half of that. */
export const uploadMost = 10 * 1024 * 1024;
/** What a file chooser offers; what is accepted is decided by the content alone. */
export const uploadAccept = "image/jpeg,image/png,image/webp,application/pdf";

// 50 megapixels: the largest phone camera. A few kilobytes can unpack to billions of pixels.
const mostPixels = 50_000_000;
const longestSide = 3_000;
const secondsAtMost = 15;
const notAccepted = "只收照片（JPEG、PNG、WebP）和 PDF 文件，请拍照或转换后再传。";

/** A file that may be kept: re-encoded, without name, place or camera in it. */
export type Upload = { bytes: Buffer; mime: string; extension: string; name: string; sha256: string };

let queue: Promise<unknown> = Promise.resolve();

/**
 * Turns what somebody uploaded into what is kept. The kind is told by the first bytes, never by the name. A picture is
 * decoded and encoded anew, upright, without metadata, at most 3,000 pixels long; a PDF is kept as it is when it holds
 * no script, no attached file and nothing behind its end.
 * Refused: empty, above 10 MB, any other kind, a picture that does not open or is larger than 50 megapixels.
 */
export async function readUpload(file: File): Promise<Upload> {
  if (file.size === 0) throw new Refusal("这个文件是空的，请重新选择。", "file");
  if (file.size > uploadMost) throw new Refusal("文件超过 10 MB，请压缩或重拍一张再传。", "file");
  const given = Buffer.from(await file.arrayBuffer());
  const kind = kindOf(given);
  if (!kind) throw new Refusal(notAccepted, "file");
  if (kind === "pdf") refuseActivePdf(given);
  // One picture at a time in this process: ten at once would take the memory of everybody else's pages.
  const bytes = kind === "pdf" ? given : await inTurn(() => reencode(given, kind));

  return {
    bytes,
    mime: kind === "pdf" ? "application/pdf" : `image/${kind}`,
    extension: kind === "jpeg" ? "jpg" : kind,
    name: tidyName(file.name),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** Writes an upload under DATA_DIR/uploads, encrypted, readable by the portal only. @returns its random name */
async function storeUpload(upload: Upload): Promise<string> {
  const storedName = `${randomBytes(24).toString("hex")}.${upload.extension}`;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await writeFile(pathOf(storedName), encryptBytes(upload.bytes, placeOf(storedName)), { mode: 0o600, flag: "wx" });

  return storedName;
}

/** The bytes of a stored upload. Throws when they were changed or exchanged. */
export async function openUpload(storedName: string): Promise<Buffer> {
  return decryptBytes(await readFile(pathOf(storedName)), placeOf(storedName));
}

/**
 * Stores a prepared upload, runs what writes its record with its name, and takes the file away again if that fails: file
 * and record share one fate.
 */
export async function withUpload<T>(upload: Upload, run: (storedName: string) => Promise<T>): Promise<T> {
  const storedName = await storeUpload(upload);
  try {
    return await run(storedName);
  } catch (fault) {
    await unlink(pathOf(storedName)).catch((err: unknown) => log.warn({ err }, "an upload without record is left"));
    throw fault;
  }
}

type Kind = "jpeg" | "png" | "webp" | "pdf";

function kindOf(bytes: Buffer): Kind | undefined {
  const head = bytes.subarray(0, 12).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";

  return head.startsWith("%PDF-") ? "pdf" : undefined;
}

async function reencode(given: Buffer, kind: Exclude<Kind, "pdf">): Promise<Buffer> {
  try {
    return await sharp(given, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true, animated: false })
      .timeout({ seconds: secondsAtMost })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .toFormat(kind, { quality: 85 })
      .toBuffer();
  } catch {
    throw new Refusal("这张照片打不开或者太大，请重新拍一张再传。", "file");
  }
}

/** What a PDF needs no more than a letter does: scripts, attached files, and a second file hidden behind its end. */
function refuseActivePdf(bytes: Buffer): void {
  // A name may be written letter by letter: /J#61vaScript is /JavaScript.
  const text = bytes
    .toString("latin1")
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const end = text.lastIndexOf("%%EOF");
  const isActive = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/.test(text) || /<script|<html/i.test(text);
  if (end < 0 || text.slice(end + 5).trim() !== "") throw new Refusal(notAccepted, "file");
  if (isActive) throw new Refusal("这个 PDF 带有脚本或夹带文件，不能上传；请打印后拍照再传。", "file");
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = queue.then(run, run);
  queue = mine.catch(() => undefined);

  return mine;
}

/** The last part of the name without what could steer a path, a header or a screen; it is shown and never opened. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{C}"'<>|:*?;%]/gu, "").trim();

  return Array.from(clean).slice(-80).join("") || "附件";
}

function folder(): string {
  return path.resolve(env.DATA_DIR, "uploads");
}

function pathOf(storedName: string): string {
  if (!/^[0-9a-f]{48}\.(jpg|png|webp|pdf)$/.test(storedName)) throw new Error("not the name of an upload");

  return path.join(folder(), storedName);
}

function placeOf(storedName: string): { table: string; column: string; rowId: string } {
  return { table: "attachment", column: "bytes", rowId: storedName };
}
