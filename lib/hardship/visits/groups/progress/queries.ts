import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** How far one group has come; households without a group have no id. */
export type GroupProgress = {
  id: string | null;
  name: string | null;
  leader: string | null;
  plannedOn: CivilDate | null;
  planned: number;
  /** somebody went there, whether anybody was met or not */
  visited: number;
  signed: number;
  notMet: number;
  paidFen: bigint;
};

type VisitProgress = {
  groups: GroupProgress[];
  /** hand-overs of cash that the second giver has not confirmed, and those that were denied */
  unconfirmed: number;
  denied: number;
};

/**
 * Progress by group: totals only, of the bureau for officers and leaders, of the own unit's households for a liaison.
 * Money is what was signed for, corrections taken off. Two statements.
 */
export async function visitProgress(permit: Permit<"hardship.view">, campaignId: string): Promise<VisitProgress> {
  const { reach } = permit;
  const within = reach.kind === "units" ? Prisma.sql`and w.unit_id = any(${[...reach.unitIds]}::uuid[])` : Prisma.empty;
  const rows = Prisma.sql`visit_row w join visit_campaign c on c.id = w.campaign_id
    where c.id = ${campaignId}::uuid and c.bureau_id = ${reach.bureauId}::uuid and not w.is_left_out
      and w.taken_off_at is null ${within}`;
  const [groups, [givings]] = await Promise.all([
    db.$queryRaw<(Omit<GroupProgress, "plannedOn"> & { plannedOn: Date | null })[]>`
      select g.id, g.name, p.name as leader, g.planned_on as "plannedOn", t.planned, t.visited, t.signed, t."notMet", t."paidFen"
      from (select w.group_id, count(*)::int as planned, count(coalesce(w.visited_on, s.signed_on))::int as visited,
          count(s.signed_on)::int as signed,
          count(*) filter (where s.signed_on is null and w.not_met_reason is not null)::int as "notMet",
          coalesce(sum(s.amount_fen), 0)::bigint as "paidFen"
        from (select w.* from ${rows}) w left join sign_off s on s.id = w.sign_off_id and s.signed_on is not null
          and not exists (select 1 from sign_off x where x.reverses_id = s.id)
        group by w.group_id) t
        left join visit_group g on g.id = t.group_id left join person p on p.id = g.leader_id
      order by g.planned_on nulls last, g.name nulls last`,
    db.$queryRaw<{ unconfirmed: number; denied: number }[]>`
      select count(*) filter (where v.confirmed_at is null and v.denied_at is null)::int as unconfirmed,
        count(*) filter (where v.denied_at is not null)::int as denied
      from visit_visitor v join visit_record r on r.id = v.record_id
      where v.is_giver and r.row_id in (select w.id from ${rows})`,
  ]);

  return {
    groups: groups.map((group) => ({ ...group, plannedOn: group.plannedOn && fromDateColumn(group.plannedOn) })),
    unconfirmed: givings?.unconfirmed ?? 0,
    denied: givings?.denied ?? 0,
  };
}
