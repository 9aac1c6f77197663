import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import { proveSelf } from "@/lib/auth/credentials";
import { formatInstant } from "@/lib/dates";
import { writeTable, type TableRow } from "@/lib/excel-write";
import { MOST_ROWS, needsApproval, refuseTaking, type ExportList, type ExportVerb } from "@/lib/exports/rules";
import type { AskExport } from "@/lib/exports/schema";
import { Refusal } from "@/lib/refusal";
import { db, transact } from "@/prisma/client";

/** A finished file on its way out. The stream removes the file from the disk when it ends or is given up. */
export type ExportFile = { name: string; stream: Readable; rows: number; sha256: string };

type Made = { place: string; rows: number; sha256: string };

/**
 * A short list without sensitive content, taken by one person alone. The audit row with count and hash is written before
 * the first byte leaves. Refused: without fresh proof of identity, and what needs a second person.
 */
export async function takeNow<F>(
  permit: Permit<ExportVerb>,
  list: ExportList<F>,
  input: AskExport,
): Promise<ExportFile> {
  await proveSelf(permit, input.ownSecret);
  const filter = list.parse(Object.fromEntries(new URLSearchParams(input.query)));
  const rows = await list.count(permit, filter);
  if (rows === 0) throw new Refusal("现在没有符合条件的行。", "none");
  if (needsApproval(rows, list.isSensitive(filter)))
    throw new Refusal("这份名单要由另一个人审批，请提交申请。", "long");
  const made = await makeFile(permit, list, { filter, reason: input.reason });

  return release(made, list.title, permit.today, () =>
    transact((tx) =>
      recordAudit(tx, permit, {
        object: "export",
        reason: input.reason,
        detail: { list: list.name, rows: made.rows, sha256: made.sha256, filter: JSON.stringify(filter) },
        isNotable: true,
      }),
    ),
  );
}

/**
 * The file of an approved request, once, for who asked for it. The request is closed and the audit row written in one
 * transaction before the first byte leaves; of two who fetch at once one gets the file.
 */
export async function takeApproved(
  permit: Permit<ExportVerb>,
  list: ExportList<unknown>,
  id: string,
): Promise<ExportFile> {
  const request = await db.exportRequest.findFirst({ where: { id, bureauId: permit.reach.bureauId, list: list.name } });
  if (!request) notFound();
  const sentence = refuseTaking(request, permit.actor.accountId, permit.now);
  if (sentence) throw new Refusal(sentence);
  const made = await makeFile(permit, list, { filter: list.parse(request.filter), reason: request.reason });

  return release(made, list.title, permit.today, () =>
    transact(async (tx) => {
      const { count } = await tx.exportRequest.updateMany({
        where: { id, state: "APPROVED", askedById: permit.actor.accountId, validUntil: { gt: permit.now } },
        data: { state: "TAKEN", takenAt: permit.now },
      });
      if (count !== 1) throw new Refusal("这份文件已经下载过一次。还需要的话，请重新申请。");
      await recordAudit(tx, permit, {
        object: "export",
        objectId: id,
        reason: request.reason,
        detail: { list: list.name, rows: made.rows, sha256: made.sha256, filter: JSON.stringify(request.filter) },
        isNotable: true,
      });
    }),
  );
}

/** Writes the whole file first, row by row to the disk: only then its hash is known, and only then it may leave. */
async function makeFile<F>(
  permit: Permit<ExportVerb>,
  list: ExportList<F>,
  { filter, reason }: { filter: F; reason: string },
): Promise<Made> {
  const folder = await mkdtemp(path.join(/* turbopackIgnore: true */ tmpdir(), "export-"));
  const place = path.join(folder, "list.xlsx");
  const hash = createHash("sha256");
  const stream = new PassThrough();
  try {
    const { loginName, name } = permit.actor;
    const lines = [
      list.title,
      `导出人：${loginName} ${name}　导出时间：${formatInstant(permit.now)}　条件：${await list.words(permit, filter)}　用途：${reason}`,
    ];
    const own = list.columns(permit);
    const columns = [{ header: "序号", width: 6, isNumber: true }, ...own, { header: "备注", width: 16 }];
    const [rows] = await Promise.all([
      writeTable(stream, { sheet: list.title, lines, columns, rows: numbered(list.read(permit, filter), own.length) }),
      pipeline(stream, hashing(hash), createWriteStream(place, { mode: 0o600 })),
    ]);

    return { place, rows, sha256: hash.digest("hex") };
  } catch (fault) {
    stream.destroy();
    await rm(folder, { recursive: true, force: true });
    throw fault;
  }
}

function hashing(hash: Hash): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

async function* numbered(pages: AsyncIterable<readonly TableRow["cells"][]>, width: number): AsyncGenerator<TableRow> {
  let number = 0;
  for await (const page of pages) {
    for (const cells of page) {
      number += 1;
      if (number > MOST_ROWS) throw new Refusal(`超过 ${MOST_ROWS} 行，请缩小条件，分几次导出。`);
      yield { cells: [number, ...cells, ...(cells.length > width ? [] : [""])] };
    }
  }
}

async function release(made: Made, title: string, today: string, record: () => Promise<void>): Promise<ExportFile> {
  const remove = () => rm(path.dirname(made.place), { recursive: true, force: true });
  try {
    await record();
  } catch (fault) {
    await remove();
    throw fault;
  }
  const stream = createReadStream(made.place);
  stream.once("close", () => void remove());

  return { name: `${title}-${today}.xlsx`, stream, rows: made.rows, sha256: made.sha256 };
}
