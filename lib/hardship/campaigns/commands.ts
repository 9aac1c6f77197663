import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { springFestivalOf } from "@/lib/calendar/rules";
import { dateColumn } from "@/lib/dates";
import { addCandidates } from "@/lib/hardship/campaigns/candidates/commands";
import { loadCampaign, refuseOwnHousehold } from "@/lib/hardship/campaigns/reach/queries";
import { finishBy, stageAfter, type CampaignMove } from "@/lib/hardship/campaigns/rules";
import type {
  ChangeCampaign,
  NewCampaign,
  SaidCampaign,
  SubmitList,
  TouchCampaign,
} from "@/lib/hardship/campaigns/schema";
import { unreportedUnits } from "@/lib/hardship/campaigns/rows/queries";
import { newId } from "@/lib/id";
import { noticeFor } from "@/lib/notices/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Prisma, VisitCampaign } from "@/prisma/generated/client";

/**
 * 新建: the campaign of one Spring Festival; festival and last day come from the calendar.
 * Refused: a year that has one, a festival that is over or that the calendar does not know.
 * @returns its id
 */
export async function createCampaign(permit: Permit<"hardship.planVisits">, input: NewCampaign): Promise<string> {
  const festival = springFestivalOf(input.year);
  if (!festival) throw new Refusal(`日历里没有 ${input.year} 年春节的日期，请核对年份。`, "year");
  if (festival < permit.today) throw new Refusal(`${input.year} 年的春节已经过了，请填写下一个春节的年份。`, "year");
  const id = newId();
  try {
    await transact(async (tx) => {
      const last = finishBy(await readCalendar(tx), festival);
      await tx.visitCampaign.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          year: input.year,
          name: `${input.year}年春节走访慰问`,
          standardFen: BigInt(input.standard),
          goods: input.goods ?? null,
          festivalOn: dateColumn(festival),
          finishBy: dateColumn(last.on),
          createdById: permit.actor.accountId,
          createdAt: permit.now,
        },
      });
      await writeStep(tx, permit, { id, stage: "DRAFT" }, "create");
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal(`${input.year} 年的春节慰问已经建好了，一年只有一次。`, "year");
    throw fault;
  }

  return id;
}

/** Standard and goods, until the list is handed in; every household on the list gets the new amount. */
export async function changeCampaign(permit: Permit<"hardship.planVisits">, input: ChangeCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    if (!["DRAFT", "SURVEY"].includes(campaign.stage)) throw new Refusal("名单已经提交，标准不能再改。");
    const standardFen = BigInt(input.standard);
    await raise(tx, campaign, { standardFen, goods: input.goods ?? null });
    await tx.visitRow.updateMany({ where: { campaignId: campaign.id }, data: { amountFen: standardFen } });
    await writeStep(tx, permit, campaign, "change", `每户 ${input.standard / 100} 元`);
  });
}

/** 开始摸底: the households that the data tell of are put on the list, each with its reason. */
export async function openSurvey(permit: Permit<"hardship.planVisits">, input: TouchCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    const stage = await moveCampaign(tx, permit, campaign, "open");
    const added = await addCandidates(tx, permit, campaign);
    await writeStep(tx, permit, { id: campaign.id, stage }, "open", `系统列出 ${added} 户`);
  });
}

/**
 * 提交名单 to the head of the office. Refused: nobody on it, a household whose removal is still asked for, units that have
 * not reported (unless the officer ticks that they are not waited for).
 */
export async function submitList(permit: Permit<"hardship.planVisits">, input: SubmitList): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    const on = { campaignId: campaign.id, takenOffAt: null };
    if ((await tx.visitRow.count({ where: on })) === 0) throw new Refusal("名单是空的，请先加上要慰问的家庭。");
    const asked = await tx.visitRow.count({ where: { ...on, offAskedReason: { not: null } } });
    if (asked > 0) throw new Refusal(`有 ${asked} 户单位建议移出，请先逐户决定移出还是保留。`);
    const missing = await unreportedUnits(tx, permit, campaign.id);
    if (missing.length > 0 && !input.withoutReports)
      throw new Refusal(
        `还有 ${missing.length} 个单位没有报：${missing.map(({ name }) => name).join("、")}。请催一催；不再等的，勾选“不等没报的单位”。`,
        "withoutReports",
      );
    const stage = await moveCampaign(tx, permit, campaign, "submit", { submittedById: permit.actor.accountId });
    const note = missing.length > 0 ? `没有等：${missing.map(({ name }) => name).join("、")}` : undefined;
    await writeStep(tx, permit, { id: campaign.id, stage }, "submit", note);
  });
}

/** 退回摸底 by the head of the office, with the reason; never by who handed it in. */
export async function sendBackList(permit: Permit<"hardship.agreeVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    demandHead(permit, campaign);
    const stage = await moveCampaign(tx, permit, campaign, "sendBack");
    await writeStep(tx, permit, { id: campaign.id, stage }, "sendBack", input.note);
  });
}

/** 作废 with the reason, as long as no money is granted. Refused: a notice that still hangs. */
export async function voidCampaign(permit: Permit<"hardship.planVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    const notice = await noticeFor(tx, permit, { matter: "hardship", objectId: campaign.id });
    if (notice) throw new Refusal(`公示 ${notice.number} 还在，请局领导先作废它，再作废这次慰问。`);
    const stage = await moveCampaign(tx, permit, campaign, "void", { voidReason: input.note });
    await writeStep(tx, permit, { id: campaign.id, stage }, "void", input.note);
  });
}

/** The head of the office, and not the one who handed in; nobody decides about the own household. */
export function demandHead(permit: Permit, campaign: VisitCampaign): void {
  if (!permit.reach.manages.includes("hardship")) throw new Refusal("名单要由工会主席审核。");
  if (campaign.submittedById === permit.actor.accountId) throw new Refusal("名单是您提交的，要由另一个人审核。");
}

/** A second pair of eyes for money: not who handed it in, and nobody whose own household is on the list. */
export async function demandApart(
  tx: Tx,
  permit: Permit,
  campaign: VisitCampaign,
  hands: readonly (string | null)[],
): Promise<void> {
  if (hands.includes(permit.actor.accountId)) throw new Refusal("前面一步是您办的，这一步要由另一个人办。");
  await refuseOwnHousehold(tx, permit, campaign.id);
}

/**
 * Moves a campaign along its table, guarded by its version. Refused: a stage without this move, somebody was faster.
 * @returns the stage it is in now
 */
export async function moveCampaign(
  tx: Tx,
  _permit: Permit,
  campaign: VisitCampaign,
  move: CampaignMove,
  also: Prisma.VisitCampaignUncheckedUpdateManyInput = {},
): Promise<VisitCampaign["stage"]> {
  const stage = stageAfter(campaign.stage, move);
  if (!stage) throw new Refusal("现在的环节不能办这一步，请刷新页面，看看进行到哪里了。");
  await raise(tx, campaign, { ...also, stage });

  return stage;
}

async function raise(
  tx: Tx,
  campaign: VisitCampaign,
  also: Prisma.VisitCampaignUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.visitCampaign.updateMany({
    where: { id: campaign.id, version: campaign.version, stage: campaign.stage },
    data: { ...also, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

/** The line in the campaign's own record and the audit row, in the transaction of the step. */
export async function writeStep(
  tx: Tx,
  permit: Permit,
  { id, stage }: Pick<VisitCampaign, "id" | "stage">,
  move: string,
  note?: string,
): Promise<void> {
  await tx.campaignStep.create({
    data: {
      id: newId(),
      campaignId: id,
      at: permit.now,
      move,
      toStage: stage,
      actorId: permit.actor.accountId,
      actorName: permit.actor.name,
      note: note ?? null,
    },
  });
  await recordAudit(tx, permit, { object: "visit_campaign", objectId: id, detail: { step: move } });
}
