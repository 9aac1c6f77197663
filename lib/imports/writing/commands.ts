import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAudit } from "@/lib/audit/commands";
import { loadBatch } from "@/lib/imports/commands";
import { openContent } from "@/lib/imports/content/queries";
import { checkAgain } from "@/lib/imports/reading/commands";
import type { Entity } from "@/lib/imports/entities/queries";
import { StaleRows, type BatchFacts, type Planned, type ImportVerb } from "@/lib/imports/rules";
import { log } from "@/lib/log";
import { db, transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Rows that are written in one go: their preparation takes some 10 ms, so that nobody else's page waits longer. */
const rowsAtOnce = 40;

/**
 * Writes a claimed batch into its register: one transaction with all rows and all audit rows, or nothing. When the
 * register changed since the check, nothing is written and the sheet is checked once more. Runs in the background and
 * never throws. A portal that is stopped in the middle leaves nothing.
 * @param version what `confirmImport` answered; a writing that lost its claim finishes nothing
 */
export async function writeBatch<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, version }: { id: string; version: number },
): Promise<void> {
  try {
    await transact((tx) => writeWithin(tx, permit, entity, { id, version }), { seconds: 120 });
  } catch (fault) {
    if (fault instanceof LostClaim) return;
    await comeBack(permit, entity, { id, fault });
  }
}

class LostClaim extends Error {}

async function comeBack<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, fault }: { id: string; fault: unknown },
): Promise<void> {
  try {
    if (fault instanceof StaleRows) {
      const problem = "检查之后档案有了变动，什么都没有写入。已经重新检查，请再核对一遍。";
      return await checkAgain(permit, entity, { id, problem });
    }
    log.error({ err: fault, batch: id }, "import not written");
    const problem = "写入时出了问题，什么都没有写入。请再确认一次；还是不行请联系系统管理员。";
    await db.importBatch.updateMany({
      where: { id, state: "WRITING" },
      data: { state: "CHECKED", problem, version: { increment: 1 } },
    });
  } catch (again) {
    log.error({ err: again, batch: id }, "import left as it is");
  }
}

async function writeWithin<D>(
  tx: Tx,
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const batch = await loadBatch(tx, permit, id);
  if (batch.state !== "WRITING" || batch.version !== version) throw new LostClaim();
  const facts: BatchFacts = { id, fileName: batch.fileName };
  let written = 0;
  for (let after = 0; ;) {
    const rows = await plannedRows<D>(tx, permit, id, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.rowNo;
    const done = await entity.apply(tx, permit, facts, rows);
    const versions = Prisma.sql`unnest(${done.map(({ rowId }) => rowId)}::uuid[], ${done.map((row) => row.version)}::int[])`;
    await tx.$executeRaw`
      update import_row r set written_version = d.version from ${versions} as d(id, version) where r.id = d.id`;
    written += done.length;
    await tellProgress(id, written);
  }
  const { count } = await tx.importBatch.updateMany({
    where: { id, state: "WRITING", version },
    data: { state: "DONE", version: version + 1, rowsWritten: written },
  });
  if (count !== 1) throw new LostClaim();
  await recordAudit(tx, permit, {
    object: "import_batch",
    objectId: id,
    detail: {
      step: "write",
      register: entity.name,
      new: batch.rowsNew,
      changed: batch.rowsChanged,
      wrong: batch.rowsWrong,
      sha256: batch.fileHash,
    },
  });
}

/** Outside the transaction, on a connection of its own: the others see how far it is before it is done. */
async function tellProgress(id: string, written: number): Promise<void> {
  await db.$executeRaw`update import_batch set beat_at = now(), rows_written = ${written} where id = ${id}::uuid`;
  await new Promise(setImmediate);
}

async function plannedRows<D>(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batchId: string,
  after: number,
): Promise<Planned<D>[]> {
  const rows = await tx.importRow.findMany({
    where: { batchId, rowNo: { gt: after }, state: { in: ["NEW", "CHANGED"] } },
    orderBy: { rowNo: "asc" },
    take: rowsAtOnce,
    select: { id: true, rowNo: true, state: true, targetId: true, contentCipher: true },
  });

  return rows.flatMap(({ id, rowNo, state, targetId, contentCipher }) => {
    if ((state !== "NEW" && state !== "CHANGED") || targetId === null) return [];

    return [{ rowId: id, rowNo, state, targetId, data: openContent(permit, id, contentCipher).data as D }];
  });
}
