import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { dateColumn, formatDate } from "@/lib/dates";
import { demandApart, moveCampaign, writeStep } from "@/lib/hardship/campaigns/commands";
import { loadCampaign } from "@/lib/hardship/campaigns/reach/queries";
import type { SaidCampaign, TouchCampaign } from "@/lib/hardship/campaigns/schema";
import { maskName } from "@/lib/masks";
import { yuan } from "@/lib/money";
import { draftNotice } from "@/lib/notices/commands";
import { factsOf, lastDayOf } from "@/lib/notices/rules";
import { officePhone } from "@/lib/office";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { VisitCampaign } from "@/prisma/generated/client";

/**
 * 提交决算: what was signed for is what was paid. Refused as long as one planned household is neither signed for nor
 * taken off with a reason; the sentence says how many and who comes first.
 */
export async function settle(permit: Permit<"hardship.planVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    await demandFinished(tx, permit, campaign);
    const stage = await moveCampaign(tx, permit, campaign, "settle", {
      settledById: permit.actor.accountId,
      settledOn: dateColumn(permit.today),
    });
    await writeStep(tx, permit, { id: campaign.id, stage }, "settle", input.note);
  });
}

async function demandFinished(tx: Tx, _permit: Permit, { id }: VisitCampaign): Promise<void> {
  const open = await tx.$queryRaw<{ name: string }[]>`
    select p.name from visit_row r join person p on p.id = r.person_id left join sign_off g on g.id = r.sign_off_id
    where r.campaign_id = ${id}::uuid and r.taken_off_at is null and not r.is_left_out
      and (g.signed_on is null or exists (select 1 from sign_off b where b.reverses_id = g.id))
    order by r.order_no, r.id`;
  if (open.length > 0)
    throw new Refusal(
      `还有 ${open.length} 户没有签领，也没有写明原因移出（${open
        .slice(0, 3)
        .map(({ name }) => name)
        .join("、")}${open.length > 3 ? "等" : ""}），不能决算。请补签，或者写明原因移出。`,
    );
}

/**
 * 核对决算 by a second person (财务, or a leader who did not prepare it); the notice of the result is drafted with what
 * was really paid. Refused: who handed it in, the own household.
 * @returns id of the drafted notice
 */
export async function confirmAccount(permit: Permit<"hardship.confirmVisits">, input: SaidCampaign): Promise<string> {
  return transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    await demandApart(tx, permit, campaign, [campaign.settledById]);
    await demandFinished(tx, permit, campaign);
    const notice = await draftNotice(tx, permit, await resultOf(tx, campaign));
    const stage = await moveCampaign(tx, permit, campaign, "confirm", {
      confirmedById: permit.actor.accountId,
      confirmedOn: dateColumn(permit.today),
      resultNoticeId: notice.id,
    });
    await writeStep(tx, permit, { id: campaign.id, stage }, "confirm", `${input.note}（结果公示 ${notice.number}）`);

    return notice.id;
  });
}

async function resultOf(tx: Tx, campaign: VisitCampaign) {
  const rows = await tx.$queryRaw<{ key: string; name: string; unit: string; amount: bigint }[]>`
    select r.person_id::text as key, p.name, coalesce(t.name, u.name) as unit, g.amount_fen as amount
    from visit_row r join sign_off g on g.id = r.sign_off_id and g.signed_on is not null
      join person p on p.id = r.person_id join org_unit u on u.id = r.unit_id left join org_unit t on t.id = u.top_unit_id
    where r.campaign_id = ${campaign.id}::uuid and r.taken_off_at is null
    order by coalesce(t.sort_no, u.sort_no), p.pinyin, r.id`;
  const paid = rows.reduce((sum, { amount }) => sum + amount, 0n);

  return {
    matter: "hardship",
    title: `${campaign.name}结果公示`,
    text: `${campaign.year}年春节共走访慰问 ${rows.length} 户，发放慰问金 ${yuan(paid)} 元，均已由户主或家属签领，现将结果公示。如有异议，请在公示期内反映。`,
    place: "局机关公告栏和各单位公告栏",
    phone: officePhone(),
    entries: rows.map(({ key, name, unit, amount }) => ({
      key,
      maskedName: maskName(name),
      unit,
      amountFen: Number(amount),
    })),
  };
}

/** 决算退回 by the second person, with the reason. */
export async function sendBackAccount(permit: Permit<"hardship.confirmVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    await demandApart(tx, permit, campaign, [campaign.settledById]);
    const stage = await moveCampaign(tx, permit, campaign, "sendBackAccount", { settledById: null, settledOn: null });
    await writeStep(tx, permit, { id: campaign.id, stage }, "sendBackAccount", input.note);
  });
}

/** 归档, from the day after the notice of the result. Refused: it is not published or still hangs. */
export async function archiveCampaign(permit: Permit<"hardship.planVisits">, input: TouchCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    const notice = campaign.resultNoticeId
      ? await tx.publicNotice.findUnique({ where: { id: campaign.resultNoticeId } })
      : null;
    const lastDay = notice && !notice.voidedAt ? lastDayOf(factsOf(notice), await readCalendar(tx)) : null;
    if (lastDay === null) throw new Refusal("慰问结果还没有公示，请工会主席或局领导先发布结果公示。");
    if (permit.today <= lastDay) throw new Refusal(`结果公示到 ${formatDate(lastDay)} 止，公示结束才能归档。`);
    const stage = await moveCampaign(tx, permit, campaign, "archive");
    await writeStep(tx, permit, { id: campaign.id, stage }, "archive");
  });
}
