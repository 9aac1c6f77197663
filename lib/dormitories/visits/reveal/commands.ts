import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { relativeOf } from "@/lib/dormitories/visits/queries";
import type { RevealGuest } from "@/lib/dormitories/visits/schema";
import { transact } from "@/prisma/client";

/** Who comes, in clear: audit row with the reason first, then the read. Out of reach is not found. */
export async function revealGuest(permit: Permit<"dormitories.revealGuest">, input: RevealGuest): Promise<string> {
  return transact(async (tx) => {
    const row = await tx.familyVisitBooking.findFirst({ where: { id: input.bookingId, site: sitesWithin(permit) } });
    if (!row) notFound();
    await recordAudit(tx, permit, {
      object: "family_visit_booking",
      objectId: row.id,
      subjectId: row.personId,
      reason: input.reason,
      fields: ["relative"],
      isNotable: true,
    });

    return relativeOf(permit, row).name;
  });
}
