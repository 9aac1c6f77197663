import type { DayState } from "@/prisma/generated/enums";

export const dayWords = {
  DRAFT: "草稿",
  OPEN: "预约中",
  RUNNING: "接待中",
  HELD: "已结束",
  FILED: "已归档",
  CANCELLED: "已取消",
} satisfies Record<DayState, string>;
