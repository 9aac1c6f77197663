import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { CampaignLine } from "@/lib/hardship/visits/rules";
import { db } from "@/prisma/client";

/**
 * 历年慰问情况统计: the latest ten campaigns of which money was granted, newest first. A household counts when it has signed; the money is read from
 * the ledger of sign-offs, where a reversal takes its amount back. Totals only, so everybody who may see hardship sees it.
 */
export async function campaignYears(permit: Permit<"hardship.view">): Promise<CampaignLine[]> {
  return db.$queryRaw<CampaignLine[]>`
    select v.id, v.year, v.name, v.stage::text as stage, v.standard_fen as "standardFen",
      (select count(*)::int from visit_row r where r.campaign_id = v.id and r.taken_off_at is null and not r.is_left_out) as planned,
      coalesce(s.households, 0) as households, coalesce(s.paid, 0)::bigint as "paidFen"
    from visit_campaign v left join lateral (
      select count(*) filter (where g.reverses_id is null)::int - count(*) filter (where g.reverses_id is not null)::int as households,
        sum(g.amount_fen) as paid
      from sign_off g where g.campaign_id = v.id and g.signed_on is not null) s on true
    where v.bureau_id = ${permit.reach.bureauId}::uuid and v.stage <> 'VOID'
      and exists (select 1 from sign_off granted where granted.campaign_id = v.id) order by v.year desc limit 10`;
}
