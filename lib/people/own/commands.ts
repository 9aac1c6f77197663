import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { writeTokens } from "@/lib/people/search/commands";
import type { OwnContact } from "@/lib/people/own/schema";
import { actedMeanwhile } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/**
 * The worker corrects the own phone number. It is contact data, shared in families, never a key and never a sign-in.
 * Refused: somebody else changed the record since the page was shown.
 */
export async function changeOwnContact(permit: Permit<"my.changeContact">, input: OwnContact): Promise<void> {
  await transact(async (tx) => {
    const { personId } = permit.reach;
    const before = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { mobile: true, mobileOwner: true, name: true, staffNo: true, bureauId: true, unitId: true },
    });
    const after = { mobile: input.mobile ?? null, mobileOwner: input.mobile ? (input.mobileOwner ?? "SELF") : null };
    const { count } = await tx.person.updateMany({
      where: { id: personId, version: input.version },
      data: { mobile: after.mobile, mobileOwner: after.mobileOwner, version: { increment: 1 }, updatedAt: permit.now },
    });
    if (count !== 1) throw actedMeanwhile();
    await writeTokens(tx, permit, { ...before, id: personId, mobile: after.mobile });
    await recordAudit(tx, permit, {
      object: "person",
      objectId: personId,
      subjectId: personId,
      fields: ["mobile", "mobileOwner"],
      values: { before: { mobile: before.mobile, mobileOwner: before.mobileOwner }, after },
    });
  });
}
