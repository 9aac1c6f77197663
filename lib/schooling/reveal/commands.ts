import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { refuseReveal } from "@/lib/people/reveal/rules";
import { Refusal } from "@/lib/refusal";
import { openChild } from "@/lib/schooling/children/queries";
import { findPlacement } from "@/lib/schooling/files/queries";
import { openOutsider } from "@/lib/schooling/parents/queries";
import type { RevealChild } from "@/lib/schooling/reveal/schema";
import { transact, type Tx } from "@/prisma/client";

/**
 * Shows the child's data (class 3) and the other parent's, for the booking that the office fills in, to the officer, and to the liaison until her own check: audit row with the reason first,
 * then the read, in one transaction. Refused above 60 looks an hour; out of reach is not found.
 */
export async function revealChild(permit: Permit<"schooling.reveal">, input: RevealChild): Promise<string> {
  return transact(async (tx) => {
    await spendBudget(tx, permit);
    const placement = await findPlacement(tx, permit, input.caseId);
    await recordAudit(tx, permit, {
      object: "school_placement",
      objectId: placement.id,
      subjectId: placement.parentId,
      reason: input.reason,
      fields: ["child"],
      isNotable: true,
    });
    const child = openChild(permit, placement);
    if (!child) return "保存期已满，孩子的信息已经清除";
    const parts = [
      child.name,
      child.sex === "MALE" ? "男" : "女",
      `${child.birth} 出生`,
      `身份证号 ${child.idNo}`,
      child.recordNo && `学籍号 ${child.recordNo}`,
      child.wishes && `想去 ${child.wishes}`,
    ];
    const other = openOutsider(permit, placement);
    const otherParts = other
      ? [`另一方家长 ${other.name}`, `身份证号 ${other.idNo}`, other.phone && `电话 ${other.phone}`]
      : [];

    return [parts, otherParts]
      .filter((group) => group.length > 0)
      .map((group) => group.filter(Boolean).join("，"))
      .join("；");
  });
}

// The actor's own account row is the lock: two looks at once cannot both be the sixtieth.
async function spendBudget(tx: Tx, { actor, now }: Permit): Promise<void> {
  await tx.$queryRaw`select id from account where id = ${actor.accountId}::uuid for update`;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const used = await tx.auditEvent.count({
    where: { actorId: actor.accountId, verb: "schooling.reveal", outcome: "DONE", at: { gt: hourAgo } },
  });
  const sentence = refuseReveal(used);
  if (sentence) throw new Refusal(sentence);
}
