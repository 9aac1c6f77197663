import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import { newId } from "@/lib/id";
import type { Entity } from "@/lib/imports/entities/queries";
import type { ConfirmImport, UndoImport } from "@/lib/imports/schema";
import { openContent } from "@/lib/imports/content/queries";
import { forgetRows } from "@/lib/imports/forgetting/commands";
import { batchesWithin, isAbandoned } from "@/lib/imports/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { db, isUniqueViolation, transact, type Tx } from "@/prisma/client";
import { Prisma, type ImportBatch } from "@/prisma/generated/client";
import type { ImportVerb } from "@/lib/imports/rules";

/** Who may import into this matter's registers may open the batch; another bureau's or matter's is not found. */
export async function loadBatch(tx: Tx, permit: Permit<ImportVerb>, id: string): Promise<ImportBatch> {
  const batch = await tx.importBatch.findFirst({ where: { AND: [{ id }, batchesWithin(permit)] } });
  if (!batch) notFound();

  return batch;
}

/**
 * Makes the batch of an uploaded sheet. Nothing of the sheet is read yet: `readBatch` does that in the background.
 * The same form sent twice makes one batch.
 */
export async function startImport<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { bytes, fileName, requestKey }: { bytes: Uint8Array; fileName: string; requestKey: string },
): Promise<{ id: string; isNew: boolean }> {
  await forgetRows(permit);
  const id = newId();
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  try {
    await transact(async (tx) => {
      await tx.importBatch.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          entity: entity.name,
          fileName: fileName.slice(0, 120),
          fileHash,
          headers: [],
          beatAt: permit.now,
          createdById: permit.actor.accountId,
          createdByName: permit.actor.name,
          createdAt: permit.now,
          requestKey,
        },
      });
      await tx.$executeRaw`update import_batch set beat_at = now() where id = ${id}::uuid`;
      await recordAudit(tx, permit, {
        object: "import_batch",
        objectId: id,
        detail: { step: "upload", register: entity.name, bytes: bytes.length, sha256: fileHash },
      });
    });
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    const known = await db.importBatch.findFirst({
      where: { requestKey, createdById: permit.actor.accountId },
      select: { id: true },
    });
    if (!known) throw fault;

    return { id: known.id, isNew: false };
  }

  return { id, isNew: true };
}

/**
 * Claims a checked batch for writing: of two who confirm, one is told. Refused: a sheet with wrong rows when all must be
 * right, and one that changes nothing. A writing that was cut off may be claimed again, because it left nothing behind.
 * @returns the version with which `writeBatch` must finish
 */
export async function confirmImport(permit: Permit<ImportVerb>, { batchId, mode }: ConfirmImport): Promise<number> {
  return transact(async (tx) => {
    const batch = await loadBatch(tx, permit, batchId);
    const isCutOff = batch.state === "WRITING" && (await isAbandoned(tx, permit, batchId));
    if (batch.state !== "CHECKED" && !isCutOff) {
      throw new Refusal("这张表已经有人确认过了，请刷新页面看结果。");
    }
    if (batch.rowsNew + batch.rowsChanged === 0) throw new Refusal("这张表没有要新增或改动的行，不用导入。");
    if (mode === "all" && batch.rowsWrong > 0) {
      throw new Refusal(`还有 ${batch.rowsWrong} 行有错误。请改正后重新上传，或者选择“只导入正确的行”。`, "mode");
    }
    const { count } = await tx.importBatch.updateMany({
      where: { id: batchId, state: batch.state, version: batch.version },
      data: {
        state: "WRITING",
        version: batch.version + 1,
        rowsWritten: 0,
        problem: null,
        onlyCorrect: mode === "correct",
        confirmedById: permit.actor.accountId,
        confirmedAt: permit.now,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await tx.$executeRaw`update import_batch set beat_at = now() where id = ${batchId}::uuid`;

    return batch.version + 1;
  });
}

/** 放弃: a checked sheet that nobody wants to import. What was staged of it is emptied. */
export async function dropImport(permit: Permit<ImportVerb>, batchId: string): Promise<void> {
  await transact(async (tx) => {
    const batch = await loadBatch(tx, permit, batchId);
    const { count } = await tx.importBatch.updateMany({
      where: { id: batchId, state: "CHECKED", version: batch.version },
      data: { state: "DROPPED", version: batch.version + 1 },
    });
    if (count !== 1) throw actedMeanwhile();
    await tx.importRow.updateMany({ where: { batchId }, data: { contentCipher: "" } });
    await recordAudit(tx, permit, { object: "import_batch", objectId: batchId, detail: { step: "drop" } });
  });
}

type WrittenRow = {
  id: string;
  rowNo: number;
  state: "NEW" | "CHANGED";
  targetId: string;
  cipher: string;
  version: number;
};

const rowsAtOnce = 60;

/**
 * 撤销本次导入: takes back, as 作废 or by restoring, the rows whose records nobody touched since, and says of each other
 * row why it stays. One transaction. Refused: a batch that was not imported, was taken back already or is forgotten.
 */
export async function undoImport<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { batchId, reason }: UndoImport,
): Promise<void> {
  await transact(
    async (tx) => {
      const batch = await loadBatch(tx, permit, batchId);
      if (batch.forgottenAt) throw new Refusal("这张表的内容已经过期清除，不能整批撤销，请打开每份档案单独办理。");
      const { count } = await tx.importBatch.updateMany({
        where: { id: batchId, state: "DONE", version: batch.version, forgottenAt: null },
        data: {
          state: "UNDONE",
          version: batch.version + 1,
          undoneById: permit.actor.accountId,
          undoneAt: permit.now,
          undoReason: reason,
        },
      });
      if (count !== 1) throw new Refusal("这次导入已经撤销过，或者还没有写入，请刷新页面。");
      const taken = { back: 0, kept: 0 };
      for (let after = 0; ;) {
        const rows = await writtenRows(tx, batchId, after);
        const last = rows.at(-1);
        if (!last) break;
        after = last.rowNo;
        const planned = rows.map(({ cipher, ...row }) => ({
          ...row,
          rowId: row.id,
          data: openContent(permit, row.id, cipher).data as D,
        }));
        const done = await entity.undo(tx, permit, { id: batchId, fileName: batch.fileName, reason }, planned);
        await noteTakenBack(tx, done);
        taken.kept += done.filter(({ keptWhy }) => keptWhy !== null).length;
        taken.back += done.filter(({ keptWhy }) => keptWhy === null).length;
        await new Promise(setImmediate);
      }
      await recordAudit(tx, permit, {
        object: "import_batch",
        objectId: batchId,
        reason,
        detail: { step: "undo", register: entity.name, takenBack: taken.back, kept: taken.kept },
      });
    },
    { seconds: 60 },
  );
}

async function writtenRows(tx: Tx, batchId: string, after: number): Promise<WrittenRow[]> {
  return tx.$queryRaw<WrittenRow[]>`
    select id, row_no as "rowNo", state::text as state, target_id as "targetId", content_cipher as cipher,
      written_version as version
    from import_row where batch_id = ${batchId}::uuid and row_no > ${after} and written_version is not null
    order by row_no limit ${rowsAtOnce}`;
}

async function noteTakenBack(tx: Tx, done: readonly { rowId: string; keptWhy: string | null }[]): Promise<void> {
  const why = Prisma.sql`unnest(${done.map(({ rowId }) => rowId)}::uuid[], ${done.map(({ keptWhy }) => keptWhy)}::text[])`;
  await tx.$executeRaw`
    update import_row r set taken_back = t.why is null, kept_why = t.why from ${why} as t(id, why) where r.id = t.id`;
}
