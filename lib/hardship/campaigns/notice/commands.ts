import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { grantMany } from "@/lib/cases/sign-offs/batch/commands";
import { fromDateColumn } from "@/lib/dates";
import { moveCampaign, writeStep } from "@/lib/hardship/campaigns/commands";
import { loadCampaign } from "@/lib/hardship/campaigns/reach/queries";
import type { TouchCampaign } from "@/lib/hardship/campaigns/schema";
import { maskName } from "@/lib/masks";
import { draftNotice } from "@/lib/notices/commands";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct, type NoticeStanding } from "@/lib/notices/rules";
import { officePhone } from "@/lib/office";
import { asRecords } from "@/lib/records";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { db, transact, type Tx } from "@/prisma/client";
import type { VisitCampaign } from "@/prisma/generated/client";

/**
 * 起草公示 of the whole list: masked name, unit and amount, in the order that was approved; one entry a household under
 * its person, so that nobody publishes a list with the own name on it. Refused: not in 公示, one that still hangs.
 */
export async function draftListNotice(permit: Permit<"hardship.planVisits">, input: TouchCampaign): Promise<string> {
  return transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    if (campaign.stage !== "NOTICE") throw new Refusal("预算批准以后才能起草公示。");
    const before = await noticeFor(tx, permit, { matter: "hardship", objectId: campaign.id });
    if (before) throw new Refusal(`公示 ${before.number} 已经起草了，请到公示里办理。`);
    const entries = await entriesOf(tx, campaign.id);
    const byHand = await tx.visitRow.count({
      where: { campaignId: campaign.id, takenOffAt: null, placeByHand: { not: null } },
    });
    const notice = await draftNotice(tx, permit, {
      matter: "hardship",
      objectId: campaign.id,
      title: `${campaign.name}名单公示`,
      text: [
        `按先职工后领导、先基层后机关、先退休后在职的次序，经工会审核、局领导批准，${campaign.year}年春节拟走访慰问 ${entries.length} 户，现予公示。`,
        byHand > 0 && `其中 ${byHand} 户的次序经局领导批准作了调整。`,
        "如有异议，请在公示期内反映。",
      ]
        .filter(Boolean)
        .join(""),
      place: "局机关公告栏和各单位公告栏",
      phone: officePhone(),
      entries,
    });
    const { count } = await tx.visitCampaign.updateMany({
      where: { id: campaign.id, version: campaign.version },
      data: { noticeId: notice.id, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    await writeStep(tx, permit, campaign, "notice", notice.number);

    return notice.id;
  });
}

/** Every planned household as a line of a notice, in order; money as planned. */
async function entriesOf(tx: Tx, campaignId: string) {
  const rows = await tx.$queryRaw<{ key: string; name: string; unit: string; amount: bigint }[]>`
    select r.person_id::text as key, p.name, coalesce(t.name, u.name) as unit, r.amount_fen as amount
    from visit_row r join person p on p.id = r.person_id join org_unit u on u.id = r.unit_id
      left join org_unit t on t.id = u.top_unit_id
    where r.campaign_id = ${campaignId}::uuid and r.taken_off_at is null and not r.is_left_out
    order by r.order_no, r.id`;

  return rows.map(({ key, name, unit, amount }) => ({
    key,
    maskedName: maskName(name),
    unit,
    amountFen: Number(amount),
  }));
}

/**
 * What follows when the notice of a list is over, whoever reads first: the campaign goes to 走访中, and every household
 * against which nothing is open is granted its money, once; a struck one is taken off. A household with an open objection
 * waits, and is granted when the objection is settled. Of two who come at once, the second finds it done.
 * @returns how many households were granted their money
 */
export async function settleCampaigns(permit: Permit): Promise<number> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    select v.id from visit_campaign v join public_notice n on n.id = v.notice_id and n.voided_at is null
    where v.bureau_id = ${permit.reach.bureauId}::uuid and n.ends_on < ${permit.today}::date and (v.stage = 'NOTICE'
      or (v.stage = 'VISITING' and exists (select 1 from visit_row r where r.campaign_id = v.id and r.taken_off_at is null
        and not r.is_left_out and r.sign_off_id is null)))`;
  let granted = 0;
  for (const { id } of waiting) {
    try {
      granted += await transact((tx) => settleOne(tx, permit, id));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  }

  return granted;
}

async function settleOne(tx: Tx, permit: Permit, campaignId: string): Promise<number> {
  const campaign = await tx.visitCampaign.findUniqueOrThrow({ where: { id: campaignId } });
  const notice = await noticeFor(tx, permit, { matter: "hardship", objectId: campaignId });
  if (!notice?.lastDay || permit.today <= notice.lastDay) return 0;
  const open = await tx.visitRow.findMany({
    where: { campaignId, takenOffAt: null, isLeftOut: false, signOffId: null, person: { status: { not: "DECEASED" } } },
    orderBy: [{ orderNo: "asc" }, { id: "asc" }],
    select: { id: true, personId: true, householdId: true, unitId: true, amountFen: true },
  });
  const clear = open.filter(({ personId }) => mayAct(notice, personId, permit.today));
  const struck = open.filter(({ personId }) => isStruck(notice, personId));
  if (campaign.stage === "NOTICE") {
    const stage = await moveCampaign(tx, permit, campaign, "noticeEnded");
    await writeStep(tx, permit, { id: campaignId, stage }, "noticeEnded", `发放 ${clear.length} 户`);
  } else {
    if (clear.length + struck.length === 0) return 0;
    const { count } = await tx.visitCampaign.updateMany({
      where: { id: campaignId, version: campaign.version },
      data: { version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
  }
  await strike(tx, permit, struck);

  return grantRows(tx, permit, campaign, clear);
}

function isStruck({ entries }: NoticeStanding, key: string): boolean {
  return entries.some((entry) => entry.key === key && entry.state === "STRUCK");
}

type Row = { id: string; personId: string; householdId: string; unitId: string; amountFen: bigint };

async function grantRows(tx: Tx, permit: Permit, campaign: VisitCampaign, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  if (!campaign.approvedById || !campaign.approvedOn) throw new Error("a campaign without approval was to be granted");
  const ids = await grantMany(tx, permit, {
    programme: "hardship",
    campaignId: campaign.id,
    what: `${campaign.year}年春节慰问金`,
    grantedOn: fromDateColumn(campaign.approvedOn),
    grantedById: campaign.approvedById,
    to: rows.map(({ id: _, ...row }) => row),
  });
  const pairs = rows.map(({ id }, i) => ({ id, signOffId: ids[i] }));
  await tx.$executeRaw`
    update visit_row r set sign_off_id = k.sign_off_id, version = r.version + 1
    from jsonb_to_recordset(${asRecords(pairs)}::jsonb) as k(id uuid, sign_off_id uuid) where r.id = k.id`;

  return ids.length;
}

async function strike(tx: Tx, permit: Permit, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.visitRow.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { takenOffAt: permit.now, takenOffReason: "公示有异议，经核实撤销", version: { increment: 1 } },
  });
}
