import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { loadFile } from "@/lib/hardship/files/queries";
import type { RevealFile } from "@/lib/hardship/reveal/schema";
import { refuseReveal } from "@/lib/people/reveal/rules";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Shows what the household told, the illness, or what was seen at home (class 3): audit row with the reason first, then
 * the read, in one transaction. Refused above 60 looks an hour; out of reach is not found.
 * @returns the text, or 「没有登记」
 */
export async function revealFile(permit: Permit<"hardship.reveal">, input: RevealFile): Promise<string> {
  return transact(async (tx) => {
    await spendBudget(tx, permit);
    const file = await loadFile(tx, permit, input.fileId);
    await recordAudit(tx, permit, {
      object: "hardship_file",
      objectId: file.id,
      subjectId: file.headId,
      reason: input.reason,
      fields: [input.field],
      isNotable: true,
    });

    return (await readClear(tx, file.id, input.field)) ?? "没有登记";
  });
}

// The actor's own account row is the lock: two looks at once cannot both be the sixtieth.
async function spendBudget(tx: Tx, { actor, now }: Permit): Promise<void> {
  await tx.$queryRaw`select id from account where id = ${actor.accountId}::uuid for update`;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const used = await tx.auditEvent.count({
    where: { actorId: actor.accountId, verb: "hardship.reveal", outcome: "DONE", at: { gt: hourAgo } },
  });
  const sentence = refuseReveal(used);
  if (sentence) throw new Refusal(sentence);
}

async function readClear(tx: Tx, fileId: string, field: RevealFile["field"]): Promise<string | null> {
  if (field === "observed") {
    const check = await tx.homeVerification.findFirst({
      where: { assessment: { fileId } },
      orderBy: { id: "desc" },
      select: { id: true, observedCipher: true },
    });

    return (
      check &&
      decryptField(check.observedCipher, { table: "home_verification", column: "observed_cipher", rowId: check.id })
    );
  }
  const column = field === "story" ? "story_cipher" : "health_cipher";
  const row = await tx.hardshipAssessment.findFirst({
    where: { fileId, ...(field === "story" ? { storyCipher: { not: null } } : { healthCipher: { not: null } }) },
    orderBy: { id: "desc" },
    select: { id: true, storyCipher: true, healthCipher: true },
  });
  const cipher = field === "story" ? row?.storyCipher : row?.healthCipher;

  return row && cipher ? decryptField(cipher, { table: "hardship_assessment", column, rowId: row.id }) : null;
}
