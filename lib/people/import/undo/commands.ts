import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAudits } from "@/lib/audit/commands";
import type { BatchFacts, ImportVerb } from "@/lib/imports/rules";
import type { Tx } from "@/prisma/client";

/**
 * 作废 of people whom an import put on file: found by nobody from then on, 工号 and ID number are free again, the record
 * stays. Only who was not touched since: same version, no household, and nothing in the portal points to him but his
 * search words and his 入职.
 * @returns why somebody stays, by id of the person
 */
export async function takeBackNew(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly { targetId: string; version: number }[],
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  if (rows.length === 0) return kept;
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ targetId }) => targetId) } },
    // All relations, so that a matter that is built later counts by itself.
    select: { id: true, version: true, householdId: true, _count: true },
  });
  for (const { targetId, version } of rows) {
    const person = people.find(({ id }) => id === targetId);
    if (person?.version !== version) kept.set(targetId, "导入以后又有人改过这份档案");
    else if (person.householdId !== null || isReferred(person._count)) kept.set(targetId, "导入以后已经有了别的记录");
  }
  const free = rows.map(({ targetId }) => targetId).filter((id) => !kept.has(id));
  await voidAll(tx, permit, batch, free);

  return kept;
}

function isReferred({ tokens: _tokens, events, ...others }: Record<string, number>): boolean {
  return (events ?? 0) > 1 || Object.values(others).some((count) => count > 0);
}

async function voidAll(tx: Tx, permit: Permit<ImportVerb>, batch: BatchFacts, ids: readonly string[]): Promise<void> {
  const reason = batch.reason ?? "撤销导入";
  await tx.$executeRaw`
    update person set voided_at = ${permit.now}::timestamptz, void_reason = ${reason}, status = 'LEFT',
      staff_no = '作废-' || id::text, id_no_index = null, version = version + 1, updated_at = ${permit.now}::timestamptz
    where id = any(${[...ids]}::uuid[])`;
  await tx.personToken.deleteMany({ where: { personId: { in: [...ids] } } });
  await recordAudits(
    tx,
    permit,
    ids.map((id) => ({
      object: "person",
      objectId: id,
      subjectId: id,
      reason,
      detail: { version: 2, step: "undoImport", batch: batch.id },
    })),
  );
}
