import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { mayOpen } from "@/lib/cases/attachments/rules";
import { db } from "@/prisma/client";

/** Photos of records that the caller has found within reach and that this person may open: their ids by record. */
export async function photosOf(
  permit: Permit,
  owner: "dorm_inspection" | "repair_ticket",
  ownerIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db.attachment.findMany({
    where: { bureauId: permit.reach.bureauId, owner, ownerId: { in: [...ownerIds] }, voidedAt: null },
    orderBy: { id: "asc" },
  });
  const found = new Map<string, string[]>();
  for (const row of rows)
    if (mayOpen(row, permit.reach)) found.set(row.ownerId, [...(found.get(row.ownerId) ?? []), row.id]);

  return found;
}
