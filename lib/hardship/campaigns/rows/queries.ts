import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

type Reader = Pick<Tx, "$queryRaw">;
export type UnitReport = { id: string; name: string; at: Date | null; by: string | null; note: string | null };

/** The stations that look through their households, and which have said that they are done; a liaison sees the own ones. */
export async function unitReports(reader: Reader, { reach }: Permit, campaignId: string): Promise<UnitReport[]> {
  const within = reach.kind === "units" ? Prisma.sql`u.id = any(${[...reach.unitIds]}::uuid[])` : Prisma.sql`true`;

  return reader.$queryRaw<UnitReport[]>`
    select u.id, u.name, c.reported_at as at, c.reported_by_name as by, c.note from org_unit u
    left join campaign_report c on c.unit_id = u.id and c.campaign_id = ${campaignId}::uuid
    where u.bureau_id = ${reach.bureauId}::uuid and u.type = 'STATION' and u.valid_to is null and ${within}
    order by u.sort_no, u.id`;
}

/** Units that have not reported yet. */
export async function unreportedUnits(tx: Tx, permit: Permit, campaignId: string): Promise<UnitReport[]> {
  return (await unitReports(tx, permit, campaignId)).filter(({ at }) => at === null);
}
