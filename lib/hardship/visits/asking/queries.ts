import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { askedOf, type Hands } from "@/lib/hardship/visits/asking/rules";
import type { AskFilter } from "@/lib/hardship/visits/asking/schema";
import { loadCampaign } from "@/lib/hardship/visits/groups/queries";
import { maskPhone } from "@/lib/masks";
import { decodeCursor, pageOf, type Page } from "@/lib/paging";
import { parameterAt } from "@/lib/parameters/queries";
import { db, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { ReceiptCheckResult } from "@/prisma/generated/enums";

/** A household to be rung up. */
export type AskLine = {
  rowId: string;
  orderNo: string;
  name: string;
  unit: string;
  phone: string;
  signedOn: CivilDate;
  amountFen: bigint;
  receivedBy: string;
  relation: string | null;
  /** the household itself said on the phone that it did not arrive */
  saidNot: boolean;
  /** how often nobody answered */
  unreached: number;
};

type AskList = Page<AskLine> & { campaign: { id: string; name: string }; total: number };

/**
 * 待回访: households drawn for this campaign and all that said 没收到, signed for and not reached yet, without those in
 * which the caller had a hand. Who said 没收到 comes first.
 */
export async function toAsk(
  permit: Permit<"hardship.askReceipt">,
  campaignId: string,
  filter: AskFilter,
): Promise<AskList> {
  const campaign = await loadCampaign(db, permit, campaignId);
  const chosen = await chosenRows(campaign);
  const { personId, accountId } = permit.actor;
  const hands = Prisma.sql`(k.signed_by_id = ${accountId}::uuid or exists (select 1 from visit_record r
      left join visit_visitor v on v.record_id = r.id and v.person_id = ${personId}::uuid
      where r.row_id = k.id and (r.recorded_by_id = ${accountId}::uuid or v.person_id is not null)))`;
  const open = Prisma.sql`from (${askable(campaignId, chosen)}) k
    where (k.drawn or k.said_not) and k.reached is null and not ${hands}`;
  const after = decodeCursor(filter.after, 2);
  const from = after
    ? Prisma.sql`and (k.said_not::int, k.id) < (${Number(after[0])}, ${after[1]}::uuid)`
    : Prisma.empty;
  const [rows, [count]] = await Promise.all([
    db.$queryRaw<Row[]>`
      select k.id as "rowId", k.order_no as "orderNo", p.name, u.name as unit, p.mobile, k.signed_on as "signedOn",
        k.amount_fen as "amountFen", k.received_by as "receivedBy", k.relation, k.said_not as "saidNot", k.unreached
      ${Prisma.sql`from (select k.* ${open}) k`} join person p on p.id = k.person_id join org_unit u on u.id = k.unit_id
      where true ${from} order by k.said_not desc, k.id desc limit 51`,
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total ${open}`,
  ]);
  const page = pageOf(rows, ({ saidNot, rowId }) => [String(Number(saidNot)), rowId], { cursor: filter.after });

  return {
    ...page,
    campaign,
    total: count?.total ?? 0,
    rows: page.rows.map(({ mobile, signedOn, ...row }) => ({
      ...row,
      phone: mobile ? maskPhone(mobile) : "没有登记电话",
      signedOn: fromDateColumn(signedOn),
    })),
  };
}

type Row = Omit<AskLine, "phone" | "signedOn"> & { mobile: string | null; signedOn: Date };

export type AskFigures = {
  signed: number;
  /** drawn for the call back and signed */
  drawn: number;
  saidReceived: number;
  saidNot: number;
  received: number;
  notReceived: number;
  /** rung up without success so far */
  unreached: number;
  /** still to be rung up, by whomever */
  open: number;
};

/** Figures of the call back, totals only: of the bureau, for a liaison of the own unit. Three statements. */
export async function askFigures(permit: Permit<"hardship.view">, campaignId: string): Promise<AskFigures> {
  const campaign = await loadCampaign(db, permit, campaignId);
  const chosen = await chosenRows(campaign);
  const within =
    permit.reach.kind === "units"
      ? Prisma.sql`where k.unit_id = any(${[...permit.reach.unitIds]}::uuid[])`
      : Prisma.empty;
  const [figures] = await db.$queryRaw<AskFigures[]>`
    select count(*)::int as signed, count(*) filter (where k.drawn)::int as drawn,
      count(*) filter (where k.said is true)::int as "saidReceived", count(*) filter (where k.said_not)::int as "saidNot",
      count(*) filter (where k.reached = 'RECEIVED')::int as received,
      count(*) filter (where k.reached = 'NOT_RECEIVED')::int as "notReceived",
      count(*) filter (where k.reached is null and k.unreached > 0)::int as unreached,
      count(*) filter (where k.reached is null and (k.drawn or k.said_not))::int as open
    from (${askable(campaignId, chosen)}) k ${within}`;

  return figures ?? noFigures;
}

const noFigures: AskFigures = {
  signed: 0,
  drawn: 0,
  saidReceived: 0,
  saidNot: 0,
  received: 0,
  notReceived: 0,
  unreached: 0,
  open: 0,
};

/** Everything that was signed for and not taken back, with what the household said and what the call brought. */
function askable(campaignId: string, chosen: number): Prisma.Sql {
  return Prisma.sql`
    select w.id, w.order_no, w.person_id, w.unit_id, s.id as sign_off_id, s.signed_on, s.signed_by_id, s.amount_fen,
      s.received_by, s.relation, w.draw <= ${chosen} as drawn, a.has_received as said,
      coalesce(a.has_received = false, false) as said_not, q.reached, coalesce(q.unreached, 0) as unreached
    from (select r.*, row_number() over (order by md5(r.campaign_id::text || r.id::text), r.id) as draw
        from visit_row r where r.campaign_id = ${campaignId}::uuid and not r.is_left_out) w
      join sign_off s on s.id = w.sign_off_id
      left join lateral (select has_received from receipt_answer
        where sign_off_id = s.id order by id desc limit 1) a on true
      left join lateral (select max(c.result::text) filter (where c.result <> 'UNREACHED') as reached,
          count(*) filter (where c.result = 'UNREACHED')::int as unreached
        from receipt_check c where c.row_id = w.id and c.sign_off_id = s.id) q on true
    where s.signed_on is not null and not exists (select 1 from sign_off x where x.reverses_id = s.id)`;
}

/** How many are drawn: the draw is by a sum over the ids, the same whoever looks and whenever. */
async function chosenRows(campaign: { id: string; finishBy: CivilDate }): Promise<number> {
  const [share, households] = await Promise.all([
    parameterAt(db, "hardship.askShare", campaign.finishBy),
    db.visitRow.count({ where: { campaignId: campaign.id, isLeftOut: false } }),
  ]);

  return askedOf(households, share);
}

/** Everybody who had a hand in what a household signed for. */
export async function handsOf(
  tx: Tx,
  permit: Permit,
  signOff: { id: string; bureauId: string },
): Promise<Hands & { rowId: string }> {
  if (signOff.bureauId !== permit.reach.bureauId) throw new Error("a sign-off of another bureau");
  const [row] = await tx.$queryRaw<{ rowId: string; personIds: string[] | null; accountIds: string[] | null }[]>`
    select w.id as "rowId",
      array_remove(array_cat(array[s.first_giver_id, s.second_giver_id],
        (select array_agg(distinct v.person_id) from visit_visitor v join visit_record r on r.id = v.record_id
          where r.row_id = w.id)), null)::text[] as "personIds",
      array_remove(array_cat(array[s.signed_by_id],
        (select array_agg(distinct r.recorded_by_id) from visit_record r where r.row_id = w.id)), null)::text[] as "accountIds"
    from sign_off s join visit_row w on w.sign_off_id = s.id where s.id = ${signOff.id}::uuid`;
  if (!row) throw new Error(`sign-off ${signOff.id} belongs to no visit`);

  return { rowId: row.rowId, personIds: row.personIds ?? [], accountIds: row.accountIds ?? [] };
}

/** What a worker said about what he received, for the page 「我收到的」: by sign-off; null = asked for and not said yet. */
export type MyAnswer = { hasReceived: boolean; caseId: string | null } | null;

/** Own money of a campaign that was signed for, with the own last word; two statements. */
export async function myAnswers(
  permit: Permit<"my.received">,
  signOffIds: readonly string[],
): Promise<Map<string, MyAnswer>> {
  const [rows, answers] = await Promise.all([
    db.visitRow.findMany({
      where: {
        signOffId: { in: [...signOffIds] },
        campaign: { stage: { in: ["VISITING", "SETTLING", "RESULT_NOTICE"] } },
        OR: [{ personId: permit.reach.personId }, { household: { persons: { some: { id: permit.reach.personId } } } }],
      },
      select: { signOffId: true },
    }),
    db.receiptAnswer.findMany({
      where: { signOffId: { in: [...signOffIds] } },
      orderBy: { id: "asc" },
      select: { signOffId: true, hasReceived: true, caseId: true },
    }),
  ]);
  const said = new Map(answers.map(({ signOffId, ...answer }) => [signOffId, answer]));

  return new Map(rows.flatMap(({ signOffId }) => (signOffId ? [[signOffId, said.get(signOffId) ?? null]] : [])));
}

/** One household's checks, for its page; the newest first. */
export async function checksOf(
  permit: Permit<"hardship.recordVisit">,
  rowId: string,
): Promise<{ id: string; result: ReceiptCheckResult; askedAt: Date; askedBy: string }[]> {
  const rows = await db.receiptCheck.findMany({
    where: { rowId, row: { campaign: { bureauId: permit.reach.bureauId } } },
    orderBy: { id: "desc" },
    take: 20,
  });
  const accounts = await db.account.findMany({
    where: { id: { in: rows.map(({ askedById }) => askedById) } },
    select: { id: true, person: { select: { name: true } } },
  });
  const names = new Map(accounts.map(({ id, person }) => [id, person.name]));

  return rows.map(({ id, result, askedAt, askedById }) => ({
    id,
    result,
    askedAt,
    askedBy: names.get(askedById) ?? "",
  }));
}
