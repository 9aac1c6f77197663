import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { loadCase } from "@/lib/cases/queries";
import { capacities } from "@/lib/cases/rules";
import { transact } from "@/prisma/client";
import { notFound } from "next/navigation";

/** The text of a case for its edit page, audited like any reading of it; only for the officers of the case. */
export async function caseText(
  permit: Permit<"cases.edit">,
  id: string,
): Promise<{ id: string; number: string; version: number; title: string; content: string; demand: string | null }> {
  return transact(async (tx) => {
    const loaded = await loadCase(tx, permit, id);
    const stand = capacities(loaded, { accountId: permit.actor.accountId, reach: permit.reach });
    if (!stand.includes("O")) notFound();
    await recordAudit(tx, permit, { object: "welfare_case", objectId: id, subjectId: loaded.personId });

    return tx.welfareCase.findUniqueOrThrow({
      where: { id },
      select: { id: true, number: true, version: true, title: true, content: true, demand: true },
    });
  });
}
