import "server-only";
import type { Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { inTurn, type Candidate } from "@/lib/reception/hosts/rules";

type Reader = Pick<Tx, "appointment" | "person" | "$queryRaw">;

/** A leader who may receive, with the day of the last reception. */
export type LeaderInTurn = Candidate & { post: string };

/**
 * The bureau's leaders in the order in which their turn comes (reception guide §5). Planned and published days count as
 * served, so that two proposals in a row do not name the same people. Two statements.
 */
export async function leadersInTurn(reader: Reader, permit: Permit): Promise<LeaderInTurn[]> {
  const leaders = await reader.person.findMany({
    where: { bureauId: permit.reach.bureauId, id: { in: await holders(reader, permit, "LEADER", "") } },
    select: { id: true, name: true, postTitle: true },
  });
  const served = await reader.$queryRaw<{ leader_id: string; last_on: Date }[]>`
    select h.leader_id, max(d.actual_on) as last_on from day_host h join reception_day d on d.id = h.day_id
    where d.bureau_id = ${permit.reach.bureauId}::uuid and d.state <> 'CANCELLED' and h.replaced_at is null
    group by h.leader_id`;
  const lastOn = new Map(served.map((row): [string, CivilDate] => [row.leader_id, fromDateColumn(row.last_on)]));
  return inTurn(
    leaders.map(({ id, name, postTitle }) => ({
      leaderId: id,
      name,
      post: postTitle ?? "局领导",
      lastServedOn: lastOn.get(id) ?? null,
    })),
  );
}

/** The reception desk's people, for 记录员. */
export async function recorders(reader: Reader, permit: Permit): Promise<{ id: string; name: string }[]> {
  const ids = await holders(reader, permit, "OFFICER", "reception");
  return reader.person.findMany({
    where: { bureauId: permit.reach.bureauId, id: { in: ids } },
    orderBy: { pinyin: "asc" },
    select: { id: true, name: true },
  });
}

async function holders(
  reader: Reader,
  { today }: Permit,
  role: "LEADER" | "OFFICER",
  programme: string,
): Promise<string[]> {
  const rows = await reader.appointment.findMany({
    where: {
      role,
      programme,
      revokedAt: null,
      validFrom: { lte: dateColumn(today) },
      OR: [{ validTo: null }, { validTo: { gte: dateColumn(today) } }],
      account: { disabledAt: null },
    },
    select: { personId: true },
  });
  return [...new Set(rows.map(({ personId }) => personId))];
}
