import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { refuseOverCap } from "@/lib/cases/sign-offs/caps/rules";
import { dateColumn } from "@/lib/dates";
import { overCaps } from "@/lib/hardship/campaigns/budget/queries";
import { totalOf, type Fund } from "@/lib/hardship/campaigns/budget/rules";
import { demandApart, moveCampaign, writeStep } from "@/lib/hardship/campaigns/commands";
import { inReliefOrder, placeText, reach, type Ordered } from "@/lib/hardship/campaigns/order/rules";
import { loadCampaign, loadRow } from "@/lib/hardship/campaigns/reach/queries";
import type { ApproveBudget, PlaceByHand, SaidCampaign, SetBudget } from "@/lib/hardship/campaigns/schema";
import { yuan } from "@/lib/money";
import { asRecords } from "@/lib/records";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { VisitCampaign, VisitRow } from "@/prisma/generated/client";

/**
 * 提交预算: the money by source. Where it does not reach, the households below the line by the relief order are left out.
 * Refused: not in 预算审批, no money at all.
 */
export async function setBudget(permit: Permit<"hardship.planVisits">, input: SetBudget): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    const funds: Fund[] = [
      { source: "UNION", amountFen: BigInt(input.union) },
      { source: "ADMINISTRATION", amountFen: BigInt(input.administration) },
      { source: "SUPERIOR", amountFen: BigInt(input.superior) },
      { source: "DONATION", amountFen: BigInt(input.donation) },
    ];
    const total = totalOf(funds);
    if (total === 0n) throw new Refusal("请至少写一个来源的金额。", "union");
    await touchBudget(tx, permit, campaign);
    for (const { source, amountFen } of funds)
      await tx.campaignFund.upsert({
        where: { campaignId_source: { campaignId: campaign.id, source } },
        create: { campaignId: campaign.id, source, amountFen },
        update: { amountFen },
      });
    const { reached, out } = await placeRows(tx, campaign.id, total);
    const note = `资金 ${yuan(total)} 元，慰问 ${reached} 户${out > 0 ? `，${out} 户没有安排上` : ""}`;
    await writeStep(tx, permit, campaign, "budget", note);
  });
}

/**
 * 人工调整次序: gives one household another place, with the reason that the leader reads before approving the budget.
 * Refused: not in 预算审批, somebody was faster.
 */
export async function placeByHand(permit: Permit<"hardship.planVisits">, input: PlaceByHand): Promise<void> {
  await transact(async (tx) => {
    const { row, campaign } = await loadRow(tx, permit, input);
    if (row.takenOffAt !== null) throw new Refusal("这一户已经移出名单了。");
    await touchBudget(tx, permit, campaign);
    const { count } = await tx.visitRow.updateMany({
      where: { id: row.id, version: row.version },
      data: { placeByHand: input.place, deviationReason: input.reason, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    const funds = await tx.campaignFund.findMany({ where: { campaignId: campaign.id } });
    await placeRows(tx, campaign.id, totalOf(funds));
    await recordAudit(tx, permit, {
      object: "visit_row",
      objectId: row.id,
      subjectId: row.personId,
      reason: input.reason,
      detail: { step: "place", from: row.orderNo, to: input.place },
      isNotable: true,
    });
    await writeStep(tx, permit, campaign, "place", `调到第 ${input.place} 名：${input.reason}`);
  });
}

/** A change of the budget needs the leader again; who made it last may not approve it. */
async function touchBudget(tx: Tx, permit: Permit, campaign: VisitCampaign): Promise<void> {
  if (campaign.stage !== "BUDGET") throw new Refusal("现在不在预算审批，不能改资金和次序。");
  const { count } = await tx.visitCampaign.updateMany({
    where: { id: campaign.id, version: campaign.version, stage: "BUDGET" },
    data: { budgetById: permit.actor.accountId, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

/** Writes every place anew and who is left out; one statement for the list. */
async function placeRows(tx: Tx, campaignId: string, fundsFen: bigint): Promise<{ reached: number; out: number }> {
  const rows = await tx.visitRow.findMany({ where: { campaignId, takenOffAt: null } });
  const ordered = inReliefOrder(rows.map((row) => ({ ...keysOf(row), id: row.id, amountFen: row.amountFen })));
  const reached = reach(
    ordered.map(({ amountFen }) => amountFen),
    fundsFen,
  );
  const places = ordered.map(({ id }, i) => ({ id, orderNo: placeText(i + 1), isLeftOut: i >= reached }));
  await tx.$executeRaw`
    update visit_row r set order_no = k.order_no, is_left_out = k.is_left_out
    from jsonb_to_recordset(${asRecords(places)}::jsonb) as k(id uuid, order_no text, is_left_out boolean)
    where r.id = k.id`;

  return { reached, out: ordered.length - reached };
}

function keysOf(row: VisitRow): Ordered {
  return {
    level: row.level,
    isLeader: row.isLeader ?? false,
    isOffice: row.isOffice ?? false,
    isRetired: row.isRetired ?? false,
    completeAt: row.completeAt ?? new Date(0),
    no: row.keyNo ?? "",
    placeByHand: row.placeByHand,
  };
}

/**
 * 批准预算 by a leader: with it every place by hand and, given a reason, money above a cap. Refused: the one who handed
 * in or agreed, the own household, no budget yet, nobody whom the money reaches, above a cap without a reason.
 */
export async function approveBudget(permit: Permit<"hardship.approveVisits">, input: ApproveBudget): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    await demandApart(tx, permit, campaign, [campaign.submittedById, campaign.agreedById, campaign.budgetById]);
    if (campaign.budgetById === null) throw new Refusal("还没有提交预算，请帮扶专员先写明资金来源。");
    const planned = await tx.visitRow.count({ where: { campaignId: campaign.id, takenOffAt: null, isLeftOut: false } });
    if (planned === 0) throw new Refusal("这笔资金一户也不够，请退回，重新安排预算。");
    const over = await overCaps(tx, permit, campaign.id);
    const refusal = refuseOverCap(
      { state: over.length > 0 ? "over" : "within", sentences: over.map(capWords) },
      { isLeader: permit.reach.isLeader, reason: input.capReason },
    );
    if (refusal) throw new Refusal(refusal.sentence, refusal.field);
    const capReason = over.length > 0 ? (input.capReason ?? null) : null;
    const stage = await moveCampaign(tx, permit, campaign, "approve", {
      approvedById: permit.actor.accountId,
      approvedOn: dateColumn(permit.today),
      capReason,
    });
    await writeStep(tx, permit, { id: campaign.id, stage }, "approve", input.note);
    if (capReason)
      await recordAudit(tx, permit, {
        object: "visit_campaign",
        objectId: campaign.id,
        reason: capReason,
        detail: { step: "overCap", households: over.length },
        isNotable: true,
      });
  });
}

function capWords({ name, unit, sentences }: { name: string; unit: string; sentences: string[] }): string {
  return `${unit} ${name}：${sentences.join("，")}`;
}

/** 预算退回 to 摸底 by a leader, with the reason: the list is open again. */
export async function sendBackBudget(permit: Permit<"hardship.approveVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    await demandApart(tx, permit, campaign, [campaign.submittedById, campaign.agreedById, campaign.budgetById]);
    const stage = await moveCampaign(tx, permit, campaign, "sendBackBudget", {
      frozenAt: null,
      agreedById: null,
      budgetById: null,
    });
    await tx.visitRow.updateMany({
      where: { campaignId: campaign.id },
      data: { isLeftOut: false, orderNo: "", placeByHand: null, deviationReason: null },
    });
    await writeStep(tx, permit, { id: campaign.id, stage }, "sendBackBudget", input.note);
  });
}
