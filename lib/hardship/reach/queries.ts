import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { Prisma } from "@/prisma/generated/client";

/**
 * The files a permit reaches, as a condition on `hardship_file f`. Officer of hardship: all. Liaison: households of the
 * own units. Leader: lists and figures (masked) of all, the open file only while it waits for approval, see `opens`.
 * Worker: the own household, whichever of two spouses asks.
 */
export function filesWithin({ reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`f.bureau_id = ${reach.bureauId}::uuid`;
  if (reach.kind === "self")
    return Prisma.sql`(${bureau} and exists (select 1 from person own where own.id = ${reach.personId}::uuid
      and (own.household_id = f.household_id or own.id = f.head_id)))`;
  if (reach.isLeader || reach.programmes.includes("hardship")) return bureau;
  if (reach.unitIds.length > 0) return Prisma.sql`(${bureau} and f.unit_id = any(${[...reach.unitIds]}::uuid[]))`;

  return Prisma.sql`false`;
}

/** The same for the file's own page: a leader opens it only while it waits for the leader's decision (domain.md §16). */
export function filesOpenTo(permit: Permit): Prisma.Sql {
  const { reach } = permit;
  if (!reach.isLeader || reach.programmes.includes("hardship")) return filesWithin(permit);

  return Prisma.sql`(${filesWithin(permit)} and exists (select 1 from hardship_assessment a join welfare_case c on c.id = a.case_id
    where a.file_id = f.id and c.stage = 'APPROVAL' and c.person_id <> ${reach.personId}::uuid))`;
}
