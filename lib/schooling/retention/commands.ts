import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { discardUpload } from "@/lib/uploads";
import { db, transact } from "@/prisma/client";

/** Placements in one go; what is left comes with the next press. */
const AT_ONCE = 200;

const nothing = {
  childNameCipher: null,
  childIdCipher: null,
  childIdIndex: null,
  birthCipher: null,
  sexCipher: null,
  recordNoCipher: null,
  wishesCipher: null,
  otherParent: null,
  otherParentId: null,
  otherNameCipher: null,
  otherIdCipher: null,
  otherPhoneCipher: null,
} as const;

/**
 * Clears what tells of a child once its time is up: the fields become empty, the papers are voided and their files
 * removed. The row itself stays, without anybody in it, so that the figures of the year do not change. Pressed twice, or
 * by two people at once, it does nothing the second time; a file that could not be removed is tried again.
 * @returns how many children were cleared now
 */
export async function reduceExpired(permit: Permit<"schooling.reduce">): Promise<number> {
  const due = await db.schoolPlacement.findMany({
    where: { bureauId: permit.reach.bureauId, reducedAt: null, keepUntil: { lt: dateColumn(permit.today) } },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let cleared = 0;
  for (const { id } of due) cleared += (await reduceOne(permit, id)) ? 1 : 0;
  await removeFiles(permit);

  return cleared;
}

async function reduceOne(permit: Permit<"schooling.reduce">, id: string): Promise<boolean> {
  return transact(async (tx) => {
    const { count } = await tx.schoolPlacement.updateMany({
      where: { id, reducedAt: null },
      data: { ...nothing, reducedAt: permit.now, version: { increment: 1 } },
    });
    if (count !== 1) return false;
    await tx.attachment.updateMany({
      where: { owner: "school_placement", ownerId: id, voidedAt: null },
      data: {
        voidedAt: permit.now,
        voidedById: permit.actor.accountId,
        voidReason: "保存期满，已清除",
        name: "已清除",
      },
    });
    await recordAudit(tx, permit, { object: "school_placement", objectId: id, detail: { step: "reduce" } });

    return true;
  });
}

async function removeFiles(permit: Permit<"schooling.reduce">): Promise<void> {
  const gone = await db.attachment.findMany({
    where: { bureauId: permit.reach.bureauId, owner: "school_placement", voidReason: "保存期满，已清除" },
    orderBy: { id: "desc" },
    take: AT_ONCE * 20,
    select: { storedName: true },
  });
  for (const { storedName } of gone) await discardUpload(storedName);
}
