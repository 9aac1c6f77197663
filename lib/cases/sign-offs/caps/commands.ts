import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { capsFor, type CapQuestion } from "@/lib/cases/sign-offs/caps/queries";
import { refuseOverCap, type CapVerdict } from "@/lib/cases/sign-offs/caps/rules";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";

/** `capReason` is what the caller keeps beside the grant: null while everything is within. */
export type CapPassed = CapVerdict & { capReason: string | null };

/**
 * To be called in the granting transaction, before `grant`. Two grants for one household wait for each other here, so
 * that two hands cannot both be the last within the cap. Above a cap the reason goes into the log, marked.
 * Refused: above a cap by who is no leader, or without a reason of ten characters (field `capReason`).
 */
export async function passCaps(
  tx: Tx,
  permit: Permit,
  question: CapQuestion & { reason?: string | undefined },
): Promise<CapPassed> {
  const { personId, householdId, reason } = question;
  await tx.$queryRaw`select p.id from person p
    where p.id = ${personId ?? null}::uuid or p.household_id = ${householdId ?? null}::uuid
      or p.household_id = (select own.household_id from person own where own.id = ${personId ?? null}::uuid)
    order by p.id for update`;
  const verdict = await capsFor(tx, permit, question);
  const refusal = refuseOverCap(verdict, { isLeader: permit.reach.isLeader, reason });
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);
  if (verdict.state === "within") return { ...verdict, capReason: null };
  const capReason = (reason ?? "").trim();
  await recordAudit(tx, permit, {
    object: "sign_off",
    ...(personId ? { subjectId: personId } : {}),
    reason: capReason,
    detail: {
      step: "overCap",
      askedFen: question.askedFen,
      personSumFen: verdict.personSumFen,
      householdSumFen: verdict.householdSumFen,
    },
    isNotable: true,
  });

  return { ...verdict, capReason };
}
