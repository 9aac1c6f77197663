import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import type { MineFilter } from "@/lib/hardship/visits/records/mine/schema";
import { rowStateOf, type RowState } from "@/lib/hardship/visits/records/rules";
import { decodeCursor, pageOf, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { NotMetReason } from "@/prisma/generated/enums";

/** A household of mine on the way. */
export type MineLine = {
  id: string;
  campaignId: string;
  orderNo: string;
  name: string;
  unit: string;
  group: string | null;
  route: string | null;
  plannedOn: CivilDate | null;
  isToday: boolean;
  amountFen: bigint;
  state: RowState;
  notMetReason: NotMetReason | null;
  /** whether I go along, or only keep the papers of my unit */
  isMine: boolean;
};

type MineList = Page<MineLine> & { counts: { todo: number; done: number } };

/** Doors of a long afternoon: more than one screen on a phone and less than a minute to load on a bad line. */
const doorsOnPage = 20;

/**
 * 我的走访: households of the campaign under way whose group I go with, and those of my unit whose papers I keep: what is
 * planned for the earliest day first. Two statements.
 */
export async function myHouseholds(permit: Permit<"hardship.recordVisit">, filter: MineFilter): Promise<MineList> {
  const mine = Prisma.sql`(g.member_ids @> array[${permit.actor.personId}::uuid]
    or w.unit_id = any(${[...permit.reach.unitIds]}::uuid[]))`;
  const living = Prisma.sql`c.bureau_id = ${permit.reach.bureauId}::uuid and c.stage = 'VISITING' and ${mine}
    and not w.is_left_out and w.taken_off_at is null`;
  const day = Prisma.sql`coalesce(w.planned_again_on, g.planned_on, c.finish_by)`;
  const after = decodeCursor(filter.after, 3);
  const from = after
    ? Prisma.sql`and (${day}, w.order_no, w.id) > (${after[0]}::date, ${after[1]}, ${after[2]}::uuid)`
    : Prisma.empty;
  const isDone = filter.tab === "done";
  const tables = Prisma.sql`visit_row w join visit_campaign c on c.id = w.campaign_id left join visit_group g on g.id = w.group_id
    left join sign_off s on s.id = w.sign_off_id and s.signed_on is not null
      and not exists (select 1 from sign_off x where x.reverses_id = s.id)`;
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<Row[]>`
      select w.id, w.campaign_id as "campaignId", w.order_no as "orderNo", p.name, u.name as unit, g.name as group, g.route,
        coalesce(w.planned_again_on, g.planned_on) as "plannedOn", ${day} as day, w.amount_fen as "amountFen",
        s.signed_on as "signedOn", w.not_met_reason::text as "notMetReason",
        coalesce(g.member_ids @> array[${permit.actor.personId}::uuid], false) as "isMine"
      from ${tables} join person p on p.id = w.person_id join org_unit u on u.id = w.unit_id
      where ${living} and (s.signed_on is not null) = ${isDone} ${from}
      order by ${day}, w.order_no, w.id limit ${doorsOnPage + 1}`,
    db.$queryRaw<{ todo: number; done: number }[]>`
      select count(*) filter (where s.signed_on is null)::int as todo,
        count(*) filter (where s.signed_on is not null)::int as done from ${tables} where ${living}`,
  ]);
  const page = pageOf(rows, ({ day: on, orderNo, id }) => [fromDateColumn(on), orderNo, id], {
    size: doorsOnPage,
    cursor: filter.after,
  });

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(row, permit.today)),
    counts: counts ?? { todo: 0, done: 0 },
  };
}

type Row = Omit<MineLine, "plannedOn" | "isToday" | "state"> & {
  plannedOn: Date | null;
  day: Date;
  signedOn: Date | null;
};

function lineOf({ day: _, signedOn, plannedOn, ...row }: Row, today: CivilDate): MineLine {
  const planned = plannedOn && fromDateColumn(plannedOn);

  return {
    ...row,
    plannedOn: planned,
    isToday: planned === today,
    state: rowStateOf({
      takenOff: false,
      signedOn: signedOn && fromDateColumn(signedOn),
      notMetReason: row.notMetReason,
    }),
  };
}
