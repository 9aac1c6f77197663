import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { db } from "@/prisma/client";

/** A hand-over of cash that still needs the word of the second giver. */
export type GivingLine = {
  recordId: string;
  rowId: string;
  name: string;
  unit: string;
  visitedOn: CivilDate;
  amountFen: bigint;
  receivedBy: string;
  relation: string | null;
  recordedBy: string;
};

/** 「等我确认的发放」: the oldest first, at most fifty; answering brings the next. One statement. */
export async function givingsToConfirm(permit: Permit<"hardship.confirmGiving">): Promise<GivingLine[]> {
  const rows = await db.$queryRaw<(Omit<GivingLine, "visitedOn"> & { visitedOn: Date })[]>`
    select v.record_id as "recordId", r.row_id as "rowId", p.name, u.name as unit, r.visited_on as "visitedOn",
      s.amount_fen as "amountFen", s.received_by as "receivedBy", s.relation, r.recorded_by_name as "recordedBy"
    from visit_visitor v join visit_record r on r.id = v.record_id join visit_row w on w.id = r.row_id
      join visit_campaign c on c.id = w.campaign_id join sign_off s on s.id = r.sign_off_id
      join person p on p.id = w.person_id join org_unit u on u.id = w.unit_id
    where v.person_id = ${permit.actor.personId}::uuid and v.is_giver and v.confirmed_at is null and v.denied_at is null
      and c.bureau_id = ${permit.reach.bureauId}::uuid
    order by r.id limit 50`;

  return rows.map((row) => ({ ...row, visitedOn: fromDateColumn(row.visitedOn) }));
}
