import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { yearOf } from "@/lib/dates";
import { reliefWithin } from "@/lib/relief/files/queries";
import { fitting } from "@/lib/relief/list/queries";
import type { ReliefFilter } from "@/lib/relief/list/schema";
import { db } from "@/prisma/client";

type Filter = Omit<ReliefFilter, "after" | "order">;

/** The tiles of the dashboard, each with the filter of the ledger that opens its rows. */
export type ReliefFigures = {
  open: { count: number; filter: Filter };
  papersLate: { count: number; filter: Filter };
  /** 分 and days of those paid this year; days null while there are none */
  paid: { count: number; fen: number; days: number | null; filter: Filter };
};

/** Open, papers late, paid this year with money and average days from report to signature, within reach; one statement. */
export async function reliefFigures(permit: Permit<"relief.view">): Promise<ReliefFigures> {
  const filters = {
    open: { tab: "open" },
    papersLate: { tab: "open", only: "papersLate" },
    paid: { tab: "paid", year: String(yearOf(permit.today)) },
  } as const satisfies Record<string, Filter>;
  const paid = fitting(permit, filters.paid);
  const [row] = await db.$queryRaw<
    { open: number; papersLate: number; paid: number; fen: bigint; days: number | null }[]
  >`
    select count(*) filter (where ${fitting(permit, filters.open)})::int as open,
      count(*) filter (where ${fitting(permit, filters.papersLate)})::int as "papersLate",
      count(*) filter (where ${paid})::int as paid,
      coalesce(sum(r.granted_fen) filter (where ${paid}), 0)::bigint as fen,
      (round(avg(s.signed_on - (c.created_at at time zone 'Asia/Shanghai')::date) filter (where ${paid}), 1))::float as days
    from emergency_relief r join welfare_case c on c.id = r.case_id join person p on p.id = r.person_id
      left join lateral (select max(g.signed_on) as signed_on from sign_off g where g.case_id = r.case_id
        and g.reverses_id is null and not exists (select 1 from sign_off v where v.reverses_id = g.id)) s on true
    where ${reliefWithin(permit)}`;

  return {
    open: { count: row?.open ?? 0, filter: filters.open },
    papersLate: { count: row?.papersLate ?? 0, filter: filters.papersLate },
    paid: { count: row?.paid ?? 0, fen: Number(row?.fen ?? 0), days: row?.days ?? null, filter: filters.paid },
  };
}
