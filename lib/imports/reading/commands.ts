import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { readSheet, type SheetRow } from "@/lib/excel";
import { openContent, sealContent, type Content } from "@/lib/imports/content/queries";
import type { Checker, Entity } from "@/lib/imports/entities/queries";
import {
  findHeader,
  isNoRow,
  readRow,
  type Checked,
  type Header,
  type RawRow,
  type ImportVerb,
} from "@/lib/imports/rules";
import { log } from "@/lib/log";
import { asRecords } from "@/lib/records";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Rows that are checked in one go: some 5 ms of work, so that nobody else's page waits longer. */
const rowsAtOnce = 25;

type Found = { cells: Content["cells"]; raw: RawRow };
type Counts = { NEW: number; CHANGED: number; SAME: number; WRONG: number };

/**
 * Reads an uploaded sheet into the staging table and compares every row with the register. Writes nothing to the
 * register. Runs in the background and never throws: what went wrong stands on the batch.
 */
export async function readBatch<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<void> {
  try {
    const check = await entity.open(db, permit);
    const counts: Counts = { NEW: 0, CHANGED: 0, SAME: 0, WRONG: 0 };
    let header: Header | undefined;
    for await (const { facts, rows } of readSheet(bytes, { sheet: entity.sheet })) {
      header ??= await readHeader(id, entity, rows);
      const { rowNo, places } = header;
      const found = rows
        .filter(({ row, cells }) => row > rowNo && !isNoRow(cells))
        .map((row) => ({ row, places, columns: entity.columns, isFrom1904: facts.isFrom1904 }));
      for (let from = 0; from < found.length; from += rowsAtOnce) {
        const slice = found
          .slice(from, from + rowsAtOnce)
          .map(({ row, ...how }): Found => ({ cells: row.cells, raw: readRow(row, how) }));
        await stage(permit, { id, check, counts }, slice);
      }
    }
    await finish(id, counts);
  } catch (fault) {
    const sentence = fault instanceof Refusal ? fault.sentence : "读取时出了问题，请重新上传。";
    if (!(fault instanceof Refusal)) log.error({ err: fault, batch: id }, "import not read");
    await db.importBatch.updateMany({ where: { id, state: "READING" }, data: { state: "FAILED", problem: sentence } });
  }
}

async function readHeader<D>(id: string, entity: Entity<D>, rows: readonly SheetRow[]): Promise<Header> {
  const header = findHeader(rows, entity);
  if (typeof header === "string") throw new Refusal(header);
  await db.importBatch.updateMany({ where: { id }, data: { headers: header.headings } });

  return header;
}

type Stage<D> = { id: string; check: Checker<D>; counts: Counts };

async function stage<D>(
  permit: Permit<ImportVerb>,
  { id, check, counts }: Stage<D>,
  found: readonly Found[],
): Promise<void> {
  const checked = await check(
    db,
    found.map(({ raw }) => raw),
  );
  const rows = found.flatMap(({ cells, raw }, at) => {
    const one = checked[at];
    if (!one) return [];
    const rowId = newId();
    counts[one.state] += 1;

    return [
      {
        id: rowId,
        batchId: id,
        rowNo: raw.rowNo,
        state: one.state,
        targetId: one.targetId,
        contentCipher: sealContent(permit, rowId, { cells, raw, checked: one }),
        takenBack: false,
      },
    ];
  });
  await db.$executeRaw`
    insert into import_row select * from jsonb_populate_recordset(null::import_row, ${asRecords(rows)}::jsonb)`;
  await beat(id, counts);
}

/** Says how far the reading is, and that it is alive. */
async function beat(id: string, counts: Counts): Promise<void> {
  const read = counts.NEW + counts.CHANGED + counts.SAME + counts.WRONG;
  await db.$executeRaw`
    update import_batch set beat_at = now(), rows_read = ${read}, rows_new = ${counts.NEW},
      rows_changed = ${counts.CHANGED}, rows_same = ${counts.SAME}, rows_wrong = ${counts.WRONG}
    where id = ${id}::uuid and state = 'READING'`;
  await new Promise(setImmediate);
}

async function finish(id: string, counts: Counts): Promise<void> {
  if (counts.NEW + counts.CHANGED + counts.SAME + counts.WRONG === 0) {
    throw new Refusal("表头下面没有数据。请填好后再上传。");
  }
  await db.importBatch.updateMany({ where: { id, state: "READING" }, data: { state: "CHECKED" } });
}

/**
 * Compares the staged rows with the register once more, because it changed since. The batch asks for its confirmation
 * again, with `problem` above the new report.
 */
export async function checkAgain<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, problem }: { id: string; problem: string },
): Promise<void> {
  const check = await entity.open(db, permit);
  const counts: Counts = { NEW: 0, CHANGED: 0, SAME: 0, WRONG: 0 };
  await db.importBatch.updateMany({ where: { id, state: "WRITING" }, data: { state: "READING", problem } });
  for (let after = 0; ;) {
    const rows = await db.importRow.findMany({
      where: { batchId: id, rowNo: { gt: after } },
      orderBy: { rowNo: "asc" },
      take: rowsAtOnce,
      select: { id: true, rowNo: true, contentCipher: true },
    });
    const last = rows.at(-1);
    if (!last) break;
    after = last.rowNo;
    const opened = rows.map((row) => ({ id: row.id, ...openContent(permit, row.id, row.contentCipher) }));
    const checked = await check(
      db,
      opened.map(({ raw }) => raw),
    );
    await restage(permit, opened, checked);
    for (const { state } of checked) counts[state] += 1;
    await beat(id, counts);
  }
  await db.importBatch.updateMany({
    where: { id, state: "READING" },
    data: { state: "CHECKED", version: { increment: 1 } },
  });
}

async function restage(
  permit: Permit<ImportVerb>,
  opened: readonly (Content & { id: string })[],
  checked: readonly Checked<unknown>[],
): Promise<void> {
  const rows = opened.flatMap(({ id, cells, raw }, at) => {
    const one = checked[at];

    return one ? [{ id, one, cipher: sealContent(permit, id, { cells, raw, checked: one }) }] : [];
  });
  const fresh = Prisma.sql`unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ one }) => one.state)}::text[],
    ${rows.map(({ one }) => one.targetId)}::uuid[], ${rows.map(({ cipher }) => cipher)}::text[])`;
  await db.$executeRaw`
    update import_row r set state = f.state::"ImportRowState", target_id = f.target, content_cipher = f.cipher
    from ${fresh} as f(id, state, target, cipher) where r.id = f.id`;
}
