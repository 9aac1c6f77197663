import type { CivilDate } from "@/lib/dates";
import type { CampaignStage } from "@/prisma/generated/enums";

/** Groups are formed as soon as there is a campaign, and changed until the last visit. */
const open: readonly CampaignStage[] = ["DRAFT", "SURVEY", "LIST_REVIEW", "BUDGET", "NOTICE", "VISITING"];

type GroupFault = { sentence: string; field?: string };

export function mayForm(stage: CampaignStage): boolean {
  return open.includes(stage);
}

/**
 * Why a group may not be formed like this (domain guide §6b): three different people, on a day that is not over and before
 * the festival's days off.
 */
export function refuseGroup(
  campaign: { stage: CampaignStage; finishBy: CivilDate },
  given: { leaderId: string; officerId: string; liaisonId: string; plannedOn: CivilDate },
  today: CivilDate,
): GroupFault | undefined {
  if (!mayForm(campaign.stage)) return { sentence: "这次慰问已经走访完了，不能再编组。" };
  if (given.officerId === given.leaderId) return { sentence: "干事和带队领导要是两个人。", field: "officerId" };
  if (given.liaisonId === given.leaderId || given.liaisonId === given.officerId)
    return { sentence: "联络员不能和带队领导、干事是同一个人。", field: "liaisonId" };
  if (given.plannedOn < today) return { sentence: "计划走访的日子不能早于今天。", field: "plannedOn" };
  if (given.plannedOn > campaign.finishBy)
    return { sentence: `走访要在春节放假前结束，最晚 ${campaign.finishBy}。`, field: "plannedOn" };

  return undefined;
}
