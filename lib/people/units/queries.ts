import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import type { UnitNode } from "@/lib/people/units/rules";
import { db } from "@/prisma/client";

export type OpenUnit = UnitNode & { code: string };

/** The units of the bureau that exist today, in reach: all for leaders, officers and administrators, the own for a liaison. */
export async function listOpenUnits(permit: Permit): Promise<OpenUnit[]> {
  const { reach, today } = permit;

  return db.orgUnit.findMany({
    where: {
      bureauId: reach.bureauId,
      OR: [{ validTo: null }, { validTo: { gte: dateColumn(today) } }],
      ...(reach.kind === "units" ? { id: { in: [...reach.unitIds] } } : {}),
    },
    orderBy: [{ parentId: "asc" }, { sortNo: "asc" }],
    select: { id: true, code: true, parentId: true, name: true, type: true, sortNo: true },
  });
}
