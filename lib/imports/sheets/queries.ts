import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { PassThrough, type Readable } from "node:stream";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Cell } from "@/lib/excel";
import { writeTable, writeTemplate, type TableRow } from "@/lib/excel-write";
import { openContent } from "@/lib/imports/content/queries";
import type { Entity } from "@/lib/imports/entities/queries";
import { textIn, type ImportVerb } from "@/lib/imports/rules";
import { log } from "@/lib/log";
import { db, transact } from "@/prisma/client";

const kindWords = {
  text: "文本",
  date: "日期",
  month: "年月",
  money: "金额（元）",
  idNo: "号码",
  phone: "号码",
  choice: "选填一项",
} as const;

/** The empty sheet of a register, made from its columns. */
export async function templateOf<D>(_permit: Permit<ImportVerb>, entity: Entity<D>): Promise<Buffer> {
  const { columns, samples, notes } = entity;

  return writeTemplate({
    sheet: entity.sheet,
    columns: columns.map(({ header, width, required, choices }) => ({
      header,
      ...(width === undefined ? {} : { width }),
      ...(required ? { isRequired: true } : {}),
      ...(choices ? { choices } : {}),
    })),
    samples: samples.map((sample) => columns.map(({ key }) => sample[key] ?? "")),
    notes: [
      ...notes.map((note, at) => [`${at + 1}`, "", note]),
      ["列名", "填什么", "说明"],
      ...columns.map(({ header, kind, required, hint, choices }) => [
        `${header}${required ? "*" : ""}`,
        kindWords[kind],
        [hint, choices && `可填：${choices.join("、")}`].filter(Boolean).join("。"),
      ]),
    ],
  });
}

const rowsAtOnce = 200;

/**
 * 下载错误数据: the person's own rows that were wrong, with a column 错误原因 and the wrong cells red, to be corrected and
 * uploaded again. Only for who uploaded them, because they hold what the report does not show; audited first.
 */
export async function wrongRows<D>(permit: Permit<ImportVerb>, entity: Entity<D>, batchId: string): Promise<Readable> {
  const batch = await transact(async (tx) => {
    const found = await tx.importBatch.findFirst({
      where: { id: batchId, bureauId: permit.reach.bureauId, createdById: permit.actor.accountId, entity: entity.name },
    });
    if (!found) notFound();
    await recordAudit(tx, permit, {
      object: "import_batch",
      objectId: batchId,
      detail: { step: "wrongRows", rows: found.rowsWrong },
    });

    return found;
  });
  const headings = batch.headers.map((heading, at) => heading || `（第 ${at + 1} 列）`);
  const stream = new PassThrough();
  writeTable(stream, {
    sheet: entity.sheet,
    columns: [
      ...headings.map((header) => ({ header, width: 16 })),
      { header: "错误原因", width: 60, isRequired: true },
    ],
    rows: wrongOf(permit, entity, { batchId, headings }),
  }).catch((fault: unknown) => {
    log.error({ err: fault, batch: batchId }, "wrong rows not written");
    stream.destroy(fault instanceof Error ? fault : new Error("wrong rows not written"));
  });

  return stream;
}

async function* wrongOf<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { batchId, headings }: { batchId: string; headings: string[] },
): AsyncGenerator<TableRow> {
  for (let after = 0; ;) {
    const rows = await db.importRow.findMany({
      where: { batchId, rowNo: { gt: after }, state: "WRONG" },
      orderBy: { rowNo: "asc" },
      take: rowsAtOnce,
      select: { id: true, rowNo: true, contentCipher: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last.rowNo;
    for (const { id, rowNo, contentCipher } of rows) {
      if (contentCipher === "") continue;
      const { cells, faults } = openContent(permit, id, contentCipher);
      const wrong = new Set<number>();
      for (const { header } of faults) {
        const at = header === undefined ? -1 : placeOf(entity, headings, header);
        if (at >= 0) wrong.add(at);
      }
      const reasons = faults.map(({ header, sentence }) => (header ? `${header}：${sentence}` : sentence));
      yield { cells: [...headings.map((_, at) => shown(cells[at])), `第${rowNo}行 ${reasons.join("；")}`], wrong };
    }
  }
}

/** In the person's own sheet the column may bear another of its names. */
function placeOf<D>({ columns }: Entity<D>, headings: readonly string[], header: string): number {
  const column = columns.find((one) => one.header === header);
  const names = [header, ...(column?.also ?? [])];

  return headings.findIndex((heading) => names.includes(heading.normalize("NFKC").replace(/\(.*?\)|[\s*:]/g, "")));
}

function shown(cell: Cell | null | undefined): string {
  const text = textIn(cell);

  return cell && typeof cell !== "string" && "number" in cell ? String(Number(text)) : text;
}
