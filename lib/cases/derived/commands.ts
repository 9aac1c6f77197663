import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import type { StageTable } from "@/lib/cases/tables/rules";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct } from "@/lib/notices/rules";
import { Refusal } from "@/lib/refusal";
import { stageTables, tableOf } from "@/lib/stages";
import { db, transact } from "@/prisma/client";

/** Cases looked at in one go; a bureau has a handful of notices at a time. */
const atOnce = 50;

/**
 * Moves on every case whose public notice has ended: without an open objection to the next stage, with an upheld one
 * back to work; an open objection keeps it where it is. Run before lists and pages that show the stage, because nobody
 * clicks what follows from a date. The second of two who come at once finds the case moved and leaves it.
 * @returns how many cases moved
 */
export async function settleNotices(permit: Permit): Promise<number> {
  const waiting = await db.welfareCase.findMany({
    where: { bureauId: permit.reach.bureauId, status: "waiting", OR: noticeStages },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true },
  });
  let moved = 0;
  for (const { id } of waiting) {
    try {
      if (await settleOne(permit, id)) moved += 1;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  }

  return moved;
}

const noticeStages = Object.entries<StageTable>(stageTables).flatMap(([stageTable, { notice }]) =>
  notice ? [{ stageTable, stage: notice.stage }] : [],
);

async function settleOne(permit: Permit, id: string): Promise<boolean> {
  return transact(async (tx) => {
    const loaded = await loadCase(tx, permit, id, { isOwnTransaction: true });
    const { notice: stage } = tableOf(loaded.stageTable);
    if (!stage || loaded.stage !== stage.stage) return false;
    const notice = await noticeFor(tx, permit, { matter: loaded.programme, objectId: id });
    if (!notice?.lastDay || permit.today <= notice.lastDay) return false;
    const isStruck = notice.entries.some(({ key, state }) => key === id && state === "STRUCK");
    if (!isStruck && !mayAct(notice, id, permit.today)) return false;
    await deriveMove(tx, permit, loaded, isStruck ? stage.struck : stage.ended, { countFrom: notice.lastDay });

    return true;
  });
}
