import type { CampaignStage } from "@/prisma/generated/enums";

/** One year of 历年慰问情况统计. */
export type CampaignLine = {
  id: string;
  year: number;
  name: string;
  stage: CampaignStage;
  standardFen: bigint;
  /** planned and not taken off the list */
  planned: number;
  /** signed for */
  households: number;
  paidFen: bigint;
};
