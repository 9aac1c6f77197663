import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { dateColumn, monthOf } from "@/lib/dates";
import type { LoadedChange } from "@/lib/insurance/changes/queries";
import { putIntoEffect } from "@/lib/insurance/enrolments/commands";
import { Refusal } from "@/lib/refusal";
import { db, transact, type Tx } from "@/prisma/client";

/** Forms looked at in one go; a month brings a few dozen. */
const atOnce = 100;

/**
 * Puts an approved form into force when its month has come: the record changes and the case closes by this fact.
 * Before the month nothing happens. Refused: the record no longer fits (the form then stays approved).
 */
export async function takeEffect(tx: Tx, permit: Permit, { change, loaded }: LoadedChange): Promise<boolean> {
  if (loaded.stage !== "APPROVED" || change.month > monthOf(permit.today)) return false;
  await putIntoEffect(tx, permit, change);
  await deriveMove(tx, permit, loaded, "takeEffect");
  await tx.insuranceChange.update({ where: { id: change.id }, data: { effectiveOn: dateColumn(permit.today) } });
  await recordAudit(tx, permit, {
    object: "insurance_change",
    objectId: change.id,
    subjectId: change.personId,
    detail: { step: "takeEffect" },
  });

  return true;
}

/**
 * Run before lists and pages that show the record, because nobody clicks what follows from a month: every approved form
 * whose month has come. The second of two who come at once finds it done.
 */
export async function settleChanges(permit: Permit): Promise<number> {
  const ripe = await db.insuranceChange.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      month: { lte: monthOf(permit.today) },
      case: { stage: "APPROVED", stageTable: "insurance" },
    },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true, caseId: true },
  });
  let done = 0;
  for (const { id, caseId } of ripe) {
    try {
      const isDone = await transact(async (tx) => {
        const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });

        return takeEffect(tx, permit, {
          change: await tx.insuranceChange.findUniqueOrThrow({ where: { id } }),
          loaded,
        });
      });
      if (isDone) done += 1;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  }

  return done;
}
