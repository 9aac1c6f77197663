import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { refuseReveal } from "@/lib/people/reveal/rules";
import { Refusal } from "@/lib/refusal";
import { openTo } from "@/lib/relief/files/queries";
import type { RevealRelief } from "@/lib/relief/reveal/schema";
import { transact, type Tx } from "@/prisma/client";

/**
 * Shows what was told or what the two found (class 2): audit row with the reason first, then the read, in one transaction.
 * Refused above 60 looks an hour; out of reach is not found.
 * @returns the text, or 「没有登记」
 */
export async function revealRelief(permit: Permit<"relief.reveal">, input: RevealRelief): Promise<string> {
  return transact(async (tx) => {
    await spendBudget(tx, permit);
    const [found] = await tx.$queryRaw<{ personId: string }[]>`
      select r.person_id as "personId" from emergency_relief r join welfare_case c on c.id = r.case_id
      where r.case_id = ${input.caseId}::uuid and ${openTo(permit)}`;
    if (!found) notFound();
    await recordAudit(tx, permit, {
      object: "emergency_relief",
      objectId: input.caseId,
      subjectId: found.personId,
      reason: input.reason,
      fields: [input.field],
      isNotable: true,
    });
    const row = await tx.emergencyRelief.findUniqueOrThrow({
      where: { caseId: input.caseId },
      select: { storyCipher: true, foundCipher: true },
    });
    const cipher = input.field === "story" ? row.storyCipher : row.foundCipher;
    const column = input.field === "story" ? "story_cipher" : "found_cipher";

    return cipher ? decryptField(cipher, { table: "emergency_relief", column, rowId: input.caseId }) : "没有登记";
  });
}

// The actor's own account row is the lock: two looks at once cannot both be the sixtieth.
async function spendBudget(tx: Tx, { actor, now }: Permit): Promise<void> {
  await tx.$queryRaw`select id from account where id = ${actor.accountId}::uuid for update`;
  const used = await tx.auditEvent.count({
    where: {
      actorId: actor.accountId,
      verb: "relief.reveal",
      outcome: "DONE",
      at: { gt: new Date(now.getTime() - 3_600_000) },
    },
  });
  const sentence = refuseReveal(used);
  if (sentence) throw new Refusal(sentence);
}
