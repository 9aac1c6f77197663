import type { DayState, ShiftPolicy } from "@/prisma/generated/enums";

export const dayWords = {
  DRAFT: "草稿",
  OPEN: "预约中",
  RUNNING: "接待中",
  HELD: "已结束",
  FILED: "已归档",
  CANCELLED: "已取消",
} satisfies Record<DayState, string>;

export const policyWords = {
  NEXT_WORKING_FRIDAY: "顺延到下一个工作周五",
  NEXT_WORKDAY: "顺延到节后第一个工作日",
  PREVIOUS_WORKDAY: "提前到节前最后一个工作日",
} satisfies Record<ShiftPolicy, string>;
