import type { CampaignStage } from "@/prisma/generated/enums";

export const campaignWords = {
  DRAFT: "草稿",
  SURVEY: "摸底",
  LIST_REVIEW: "名单审核",
  BUDGET: "预算审批",
  NOTICE: "公示",
  VISITING: "走访中",
  SETTLING: "汇总决算",
  RESULT_NOTICE: "结果公示",
  ARCHIVED: "已归档",
  VOID: "已作废",
} satisfies Record<CampaignStage, string>;
