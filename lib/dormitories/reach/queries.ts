import "server-only";
import { notFound } from "next/navigation";
import type { Permit, Reach } from "@/lib/auth/permit";
import { loadCase, type LoadedCase } from "@/lib/cases/queries";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import { Prisma, type BedApplication } from "@/prisma/generated/client";

/** The sites a permit opens: a warden's own ones. To everybody else no house is a secret, only who lives in it. */
export function sitesWithin({ reach }: Permit) {
  const bureau = { bureauId: reach.bureauId };

  return isWardenOnly(reach) ? { ...bureau, wardenId: reach.personId } : bureau;
}

function isWardenOnly({ kind, isWarden }: Reach): boolean {
  return isWarden && kind === "none";
}

/** Whether the permit inspects every house for whatever purpose; a warden looks at the own ones, week by week. */
export function inspectsAll({ reach }: Permit): boolean {
  return !isWardenOnly(reach);
}

/** Whether the permit reads whole names of people of that unit on a board that it opens. */
export function seesName({ reach }: Permit, unitId: string): boolean {
  return (
    reach.isLeader || reach.programmes.includes("dormitories") || reach.unitIds.includes(unitId) || isWardenOnly(reach)
  );
}

/**
 * The residents and repairs a permit reaches: those of its people `p`, and to a warden whatever is at an own site.
 * @param siteId the column that says at which site it is
 */
export function residentsWithin(permit: Permit, siteId: Prisma.Sql): Prisma.Sql {
  const { isWarden, personId, bureauId } = permit.reach;
  if (!isWarden) return peopleWithin(permit);

  return Prisma.sql`(${peopleWithin(permit)} or exists (select 1 from dorm_site w
    where w.id = ${siteId} and w.bureau_id = ${bureauId}::uuid and w.warden_id = ${personId}::uuid))`;
}

/**
 * The applications and stays a permit reaches, by the person `p`. Officer of dormitories and leader: all of the bureau;
 * liaison: people of the own units; worker: himself. Houses and their empty beds are nobody's secret.
 */
export function peopleWithin({ reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`p.bureau_id = ${reach.bureauId}::uuid`;
  if (reach.kind === "self") return Prisma.sql`(${bureau} and p.id = ${reach.personId}::uuid)`;
  if (reach.isLeader || reach.programmes.includes("dormitories")) return bureau;
  if (reach.unitIds.length > 0) return Prisma.sql`(${bureau} and p.unit_id = any(${[...reach.unitIds]}::uuid[]))`;

  return Prisma.sql`false`;
}

/** Whoever may read the houses, on the screen or as a file. */
export type Reading = "dormitories.view" | "dormitories.line" | "dormitories.export";

export type Wish = { loaded: LoadedCase; application: BedApplication };

/**
 * Loads the application that a command touches, within the permit's reach; outside it is not found.
 * Refused: somebody changed the case since the version on the screen.
 */
export async function loadWish(
  tx: Tx,
  permit: Permit,
  { caseId, version }: { caseId: string; version?: number },
): Promise<Wish> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select a.id from bed_application a join person p on p.id = a.person_id
    where a.case_id = ${caseId}::uuid and ${peopleWithin(permit)}`;
  if (!found) notFound();
  const application = await tx.bedApplication.findUniqueOrThrow({ where: { id: found.id } });
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (version !== undefined && loaded.version !== version)
    throw new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");

  return { loaded, application };
}
