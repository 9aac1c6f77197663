import type { CampaignStage } from "@/prisma/generated/enums";

/**
 * How many households of a campaign are asked afterwards, so that a small campaign is asked too.
 * @param share per cent, the parameter of the day on which the visits end
 */
export function askedOf(households: number, share: number): number {
  return Math.ceil((households * share) / 100);
}

/** Who had a hand in it: gave, went along, or wrote the signature down. */
export type Hands = { personIds: readonly string[]; accountIds: readonly string[] };

/** Whether somebody may ask the household: not whoever had a hand in it (办理人不能自己回访). */
export function mayAsk(hands: Hands, actor: { personId: string; accountId: string }): boolean {
  return !hands.personIds.includes(actor.personId) && !hands.accountIds.includes(actor.accountId);
}

/** From the first visit until the campaign is filed the household is asked, and may say whether it arrived. */
export function isAsked(stage: CampaignStage): boolean {
  return stage === "VISITING" || stage === "SETTLING" || stage === "RESULT_NOTICE";
}
