import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import type { ConfirmGiving } from "@/lib/hardship/visits/records/giving/schema";
import { actedMeanwhile } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/**
 * 确认一起发放: the second giver, who did not write the visit down, says under the own account that the cash went through
 * these hands too, or that it did not; the latter stands out in the log and on the household's page.
 * Refused: not the giver (not found), answered already.
 */
export async function confirmGiving(permit: Permit<"hardship.confirmGiving">, input: ConfirmGiving): Promise<void> {
  await transact(async (tx) => {
    const mine = { recordId: input.recordId, personId: permit.actor.personId, isGiver: true };
    const found = await tx.visitVisitor.findFirst({
      where: { ...mine, record: { row: { campaign: { bureauId: permit.reach.bureauId } } } },
      select: { record: { select: { rowId: true, row: { select: { personId: true } } } } },
    });
    if (!found) notFound();
    const isDenied = input.answer === "no";
    const { count } = await tx.visitVisitor.updateMany({
      where: { ...mine, confirmedAt: null, deniedAt: null },
      data: isDenied ? { deniedAt: permit.now, deniedReason: input.reason ?? "" } : { confirmedAt: permit.now },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "visit_record",
      objectId: input.recordId,
      subjectId: found.record.row.personId,
      detail: { step: isDenied ? "deny" : "confirm" },
      ...(isDenied && input.reason ? { reason: input.reason } : {}),
      isNotable: isDenied,
    });
  });
}
