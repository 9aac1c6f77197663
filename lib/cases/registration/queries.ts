import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { db } from "@/prisma/client";

export type HandlingUnit = { id: string; name: string };

/** 科室 and 环卫所 that a case can be handed to, offices first; one statement. */
export async function handlingUnits(permit: Permit): Promise<HandlingUnit[]> {
  return db.orgUnit.findMany({
    where: { bureauId: permit.reach.bureauId, type: { in: ["DIVISION", "STATION"] }, validTo: null },
    orderBy: [{ type: "asc" }, { sortNo: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

export type SimilarCase = { id: string; number: string; title: string; stage: string };

/** What this person already has under way, so that one matter is not registered twice; one statement. */
export async function openCasesOf(permit: Permit<"cases.open">, personId: string): Promise<SimilarCase[]> {
  return db.welfareCase.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      personId,
      status: { in: ["open", "waiting"] },
      confidentiality: "ORDINARY",
      // A liaison learns only of what she herself entered: the unit does not see what a worker told a leader.
      ...(permit.reach.kind === "units" ? { createdById: permit.actor.accountId } : {}),
    },
    orderBy: { id: "desc" },
    take: 5,
    select: { id: true, number: true, title: true, stage: true },
  });
}
