import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, type CivilDate } from "@/lib/dates";
import type { UnitNode } from "@/lib/people/units/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { Sphere } from "@/prisma/generated/enums";

export type OpenUnit = UnitNode & { code: string };

/** The units of the bureau that are not closed, in reach: all for leaders, officers and administrators, the own for a liaison. */
export async function listOpenUnits(permit: Permit): Promise<OpenUnit[]> {
  const { reach, today } = permit;

  return db.orgUnit.findMany({
    where: {
      bureauId: reach.bureauId,
      OR: [{ validTo: null }, { validTo: { gt: dateColumn(today) } }],
      ...(reach.kind === "units" ? { id: { in: [...reach.unitIds] } } : {}),
    },
    orderBy: [{ parentId: "asc" }, { sortNo: "asc" }],
    select: { id: true, code: true, parentId: true, name: true, type: true, sortNo: true },
  });
}

/** A unit with its particulars and how many people belong to it directly; a number, no names. */
export type KeptUnit = OpenUnit & {
  sphere: Sphere;
  head: string | null;
  phone: string | null;
  address: string | null;
  unionGroup: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  version: number;
  people: number;
};

/** The whole tree, closed units included, in reach; one statement. */
export async function listUnits(permit: Permit<"people.viewUnits">): Promise<KeptUnit[]> {
  const { reach } = permit;
  const within = reach.kind === "units" ? Prisma.sql`and u.id = any(${[...reach.unitIds]}::uuid[])` : Prisma.empty;

  return db.$queryRaw<KeptUnit[]>`
    select u.id, u.code, u.parent_id as "parentId", u.name, u.type, u.sort_no as "sortNo", u.sphere, u.head, u.phone,
      u.address, u.union_group as "unionGroup", to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom",
      to_char(u.valid_to, 'YYYY-MM-DD') as "validTo", u.version, coalesce(p.n, 0) as people
    from org_unit u left join (
      select unit_id, count(*)::int as n from person
      where bureau_id = ${reach.bureauId}::uuid and status in ('ACTIVE', 'OFF_POST', 'RETIRED') group by unit_id) p
      on p.unit_id = u.id
    where u.bureau_id = ${reach.bureauId}::uuid ${within}
    order by u.sort_no, u.id`;
}

/** One unit with its way and what hangs below it, out of the tree in reach; otherwise not found. */
export async function findUnit(
  permit: Permit<"people.viewUnits">,
  id: string,
): Promise<{ unit: KeptUnit; units: KeptUnit[] }> {
  const units = await listUnits(permit);
  const unit = units.find((one) => one.id === id);
  if (!unit) notFound();

  return { unit, units };
}
