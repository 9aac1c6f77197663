import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays } from "@/lib/dates";
import type { BatchView } from "@/lib/imports/queries";
import type { ImportVerb } from "@/lib/imports/rules";
import { parameterAt } from "@/lib/parameters/queries";
import { db, transact } from "@/prisma/client";

/**
 * Empties the rows of every sheet of the bureau that is older than the parameter says: what was not confirmed is dropped,
 * what was imported can no longer be taken back as a whole. Sheets hold ID numbers and addresses, and their purpose is
 * over. Runs at every upload, so that no clock of the server is needed; the second of two who come at once finds nothing.
 * @returns how many sheets were emptied
 */
export async function forgetRows(permit: Permit<ImportVerb>): Promise<number> {
  return transact(
    async (tx) => {
      const days = await parameterAt(tx, "imports.keepDays", permit.today);
      const before = addDays(permit.today, -days);
      const forgotten = await tx.$queryRaw<{ id: string }[]>`
        update import_batch set forgotten_at = ${permit.now}::timestamptz, version = version + 1,
          state = case when state in ('READING', 'CHECKED', 'WRITING') then 'DROPPED'::"ImportState" else state end
        where bureau_id = ${permit.reach.bureauId}::uuid and forgotten_at is null
          and (coalesce(confirmed_at, created_at) at time zone 'Asia/Shanghai')::date < ${before}::date
          and (state not in ('READING', 'WRITING') or beat_at < now() - interval '1 hour')
        returning id`;
      const ids = forgotten.map(({ id }) => id);
      if (ids.length > 0)
        await tx.importRow.updateMany({ where: { batchId: { in: ids } }, data: { contentCipher: "" } });

      return ids.length;
    },
    { seconds: 60 },
  );
}

/** Who uploaded a sheet has seen what became of it: its line leaves the inbox. */
export async function markSeen(permit: Permit<ImportVerb>, { id, isOwn, state }: BatchView): Promise<void> {
  if (!isOwn || state === "READING" || state === "WRITING") return;
  await db.importBatch.updateMany({ where: { id, seenAt: null }, data: { seenAt: permit.now } });
}
