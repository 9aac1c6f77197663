import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import type { CaseStatus, Sphere, UnitType } from "@/prisma/generated/enums";

/** A unit as the commands that change the tree need it. */
export type TreeUnit = {
  id: string;
  parentId: string | null;
  topUnitId: string | null;
  name: string;
  type: UnitType;
  sphere: Sphere;
};

/** One change of the tree at a time: two moves at once could hang two units under each other. */
export async function lockTree(tx: Tx, { reach }: Permit): Promise<void> {
  await tx.$queryRaw`select id from org_unit where id = ${reach.bureauId}::uuid for update`;
}

/** A unit of the own bureau that is not closed; everything else is not found. */
export async function openUnit(tx: Tx, { reach }: Permit, id: string): Promise<TreeUnit> {
  const unit = await tx.orgUnit.findFirst({
    where: { id, bureauId: reach.bureauId, validTo: null },
    select: { id: true, parentId: true, topUnitId: true, name: true, type: true, sphere: true },
  });
  if (!unit) notFound();

  return unit;
}

export type Use = "children" | "people" | "cases" | "appointments";

const useWords = {
  children: (n: number) => `${n} 个下级单位，请先撤销或移走`,
  people: (n: number) => `${n} 人，请先由人事科调走，或用“并入”`,
  cases: (n: number) => `${n} 件没办结的事项，请先办结或转办`,
  appointments: (n: number) => `${n} 个账号的岗位授权，请先由安全管理员调整`,
} satisfies Record<Use, (n: number) => string>;

/** Statuses of matters that still wait for somebody. */
export const unsettled: CaseStatus[] = ["open", "waiting", "answered"];

/** Throws with the number of whatever still stands in the way. */
export async function refuseInUse(tx: Tx, _permit: Permit, unit: TreeUnit, uses: readonly Use[]): Promise<void> {
  const counts = {
    children: () => tx.orgUnit.count({ where: { parentId: unit.id, validTo: null } }),
    people: () => tx.person.count({ where: { unitId: unit.id, status: { in: ["ACTIVE", "OFF_POST", "RETIRED"] } } }),
    cases: () =>
      tx.welfareCase.count({
        where: { status: { in: unsettled }, OR: [{ unitId: unit.id }, { handlerUnitId: unit.id }] },
      }),
    appointments: () => tx.appointment.count({ where: { unitId: unit.id, revokedAt: null } }),
  } satisfies Record<Use, () => Promise<number>>;
  for (const use of uses) {
    const count = await counts[use]();
    if (count > 0) throw new Refusal(`${unit.name}还有 ${useWords[use](count)}。`);
  }
}
