import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { db } from "@/prisma/client";

/** Children that one letter can hold. */
const MOST = 60;

/** Placements in 协调中 that stand in no letter under way, oldest first. */
export async function readyForLetter(permit: Permit<"schooling.letter">) {
  const rows = await db.schoolPlacement.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      isLiving: true,
      case: { stage: "COORDINATING" },
      entries: { none: { isOpen: true } },
    },
    orderBy: { id: "asc" },
    take: MOST,
    select: {
      caseId: true,
      intakeYear: true,
      schoolStage: true,
      needsCoordination: true,
      parent: { select: { name: true, unit: { select: { name: true } } } },
    },
  });

  return rows.map(({ parent, ...row }) => ({ ...row, parent: parent.name, unit: parent.unit.name }));
}
