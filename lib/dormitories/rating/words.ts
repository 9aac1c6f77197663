import type { InspectionKind, StarRoundState, StarVeto } from "@/prisma/generated/enums";

export const vetoWords = {
  FIRE: "火灾",
  ELECTRICITY: "严重违规用电",
  FOOD_POISONING: "食物中毒",
  GAS: "燃气事故",
} satisfies Record<StarVeto, string>;

export const inspectionWords = {
  WEEKLY: "每周检查",
  MONTHLY: "每月检查",
  CONTEST: "评星检查",
  RECHECK: "复查",
} satisfies Record<InspectionKind, string>;

export const starRoundWords = {
  INSPECTING: "自评和检查",
  SUBMITTED: "待同意公示",
  NOTICE: "公示",
  AWARDED: "已授牌",
  VOID: "已作废",
} satisfies Record<StarRoundState, string>;
