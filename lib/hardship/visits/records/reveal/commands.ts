import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { rowsWithin } from "@/lib/hardship/visits/records/queries";
import type { RevealVisit } from "@/lib/hardship/visits/records/reveal/schema";
import { refuseReveal } from "@/lib/people/reveal/rules";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Where the household lives and its telephone (class 2), or how the family was found (officers of hardship only): audit
 * row with the reason first, then the read, in one transaction. Refused above 60 looks an hour; out of reach is not found.
 * @returns what the form shows once
 */
export async function revealVisit(
  permit: Permit<"hardship.revealVisit">,
  input: RevealVisit,
): Promise<Record<string, string>> {
  return transact(async (tx) => {
    await spendBudget(tx, permit);
    const isCondition = input.field === "condition";
    if (isCondition && !permit.reach.programmes.includes("hardship")) notFound();
    const row = await tx.visitRow.findFirst({
      where: { AND: [{ id: input.rowId }, rowsWithin(permit)] },
      select: { id: true, personId: true },
    });
    if (!row) notFound();
    await recordAudit(tx, permit, {
      object: "visit_row",
      objectId: row.id,
      subjectId: row.personId,
      reason: input.reason,
      fields: isCondition ? ["condition"] : ["address", "mobile"],
      isNotable: isCondition,
    });

    return isCondition ? conditionOf(tx, row.id) : contactOf(tx, row.personId);
  });
}

async function contactOf(tx: Tx, personId: string): Promise<Record<string, string>> {
  const { address, mobile } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { address: true, mobile: true },
  });

  return { address: address ?? "没有登记住址，请问单位联络员", mobile: mobile ?? "没有登记电话" };
}

async function conditionOf(tx: Tx, rowId: string): Promise<Record<string, string>> {
  const { conditionCipher } = await tx.visitRow.findUniqueOrThrow({
    where: { id: rowId },
    select: { conditionCipher: true },
  });
  const place = { table: "visit_row", column: "condition_cipher", rowId };

  return { condition: conditionCipher ? decryptField(conditionCipher, place) : "没有登记" };
}

// The actor's own account row is the lock: two looks at once cannot both be the sixtieth.
async function spendBudget(tx: Tx, { actor, now }: Permit): Promise<void> {
  await tx.$queryRaw`select id from account where id = ${actor.accountId}::uuid for update`;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const used = await tx.auditEvent.count({
    where: { actorId: actor.accountId, verb: "hardship.revealVisit", outcome: "DONE", at: { gt: hourAgo } },
  });
  const sentence = refuseReveal(used);
  if (sentence) throw new Refusal(sentence);
}
