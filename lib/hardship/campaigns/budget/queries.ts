import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { weighCaps } from "@/lib/cases/sign-offs/caps/rules";
import { yearOf } from "@/lib/dates";
import { seesNames } from "@/lib/hardship/campaigns/reach/queries";
import { maskName } from "@/lib/masks";
import { parametersAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";

export type OverCap = { rowId: string; name: string; unit: string; sentences: string[] };

type Reader = Pick<Tx, "$queryRaw" | "parameter">;

/**
 * The households of a campaign that its money would bring above a cap, with both figures in each sentence: what was
 * granted this year over every kind of help, to the person and to the whole household. Two statements for the list.
 */
export async function overCaps(reader: Reader, permit: Permit, campaignId: string): Promise<OverCap[]> {
  const most = await parametersAt(reader, ["relief.timeMost", "relief.yearMost"], permit.today);
  const year = yearOf(permit.today);
  const rows = await reader.$queryRaw<
    { rowId: string; name: string; unit: string; amount: bigint; person: bigint; household: bigint }[]
  >`
    select r.id as "rowId", p.name, coalesce(t.name, u.name) as unit, r.amount_fen as amount,
      coalesce(s.person, 0)::bigint as person, coalesce(s.household, 0)::bigint as household
    from visit_row r join person p on p.id = r.person_id join org_unit u on u.id = r.unit_id
      left join org_unit t on t.id = u.top_unit_id
      left join lateral (
        select sum(g.amount_fen) as household,
          sum(g.amount_fen) filter (where g.person_id = r.person_id or g.person_id is null) as person
        from sign_off g where g.bureau_id = ${permit.reach.bureauId}::uuid and g.kind = 'MONEY'
          and g.household_id = r.household_id
          and g.granted_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) s on true
    where r.campaign_id = ${campaignId}::uuid and r.taken_off_at is null and not r.is_left_out and r.sign_off_id is null
    order by r.order_no, r.id`;

  return rows.flatMap(({ rowId, name, unit, amount, person, household }) => {
    const verdict = weighCaps({
      askedFen: Number(amount),
      sameTimeFen: 0,
      personFen: Number(person),
      householdFen: Number(household),
      timeMostFen: most["relief.timeMost"] * 100,
      yearMostFen: most["relief.yearMost"] * 100,
    });
    if (verdict.state === "within") return [];
    const sentences = [...verdict.sentences, ...(verdict.householdNote ? [verdict.householdNote] : [])];

    return [{ rowId, name: seesNames(permit) ? name : maskName(name), unit, sentences }];
  });
}
