import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays, dateColumn } from "@/lib/dates";
import { markSeen } from "@/lib/imports/forgetting/commands";
import { findBatch, type BatchView } from "@/lib/imports/queries";
import type { ImportVerb } from "@/lib/imports/rules";
import { db } from "@/prisma/client";
import type { ImportState } from "@/prisma/generated/enums";

/** A sheet that somebody should look at. */
export type WaitingImport = { id: string; href: string; fileName: string; state: ImportState; isOwn: boolean };

/** What nobody looked at for so long is no news any more. */
const newsDays = 14;
const mostLines = 5;

/**
 * The sheets that wait for this person: own ones that were checked, imported or could not be read and were not looked at
 * since, and those that the head of an office has to confirm because somebody else uploaded them.
 */
export async function importsFor({ actor, reach, today }: Permit<"cases.view">): Promise<WaitingImport[]> {
  const own = { createdById: actor.accountId, seenAt: null, state: { in: ["CHECKED", "DONE", "FAILED"] as const } };
  // Registers in which who uploads does not confirm; the roster's officer confirms own sheets.
  const headed = reach.manages.includes("hardship")
    ? [{ entity: { startsWith: "hardship." }, state: "CHECKED" as const, createdById: { not: actor.accountId } }]
    : [];
  const rows = await db.importBatch.findMany({
    where: {
      bureauId: reach.bureauId,
      createdAt: { gte: dateColumn(addDays(today, -newsDays)) },
      OR: [{ ...own, state: { in: [...own.state.in] } }, ...headed],
    },
    orderBy: { id: "desc" },
    take: mostLines,
    select: { id: true, entity: true, fileName: true, state: true, createdById: true },
  });

  return rows.map(({ id, entity, fileName, state, createdById }) => ({
    id,
    href: `/${entity.split(".", 1)[0] ?? ""}/import/${id}`,
    fileName,
    state,
    isOwn: createdById === actor.accountId,
  }));
}

/** A batch for its own page, see `findBatch`; who uploaded it has now seen what became of it. */
export async function openBatch(permit: Permit<ImportVerb>, id: string): Promise<BatchView> {
  const batch = await findBatch(permit, id);
  await markSeen(permit, batch);

  return batch;
}
