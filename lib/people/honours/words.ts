import type { HonourLevel } from "@/prisma/generated/enums";

export const honourLevelWords = {
  NATIONAL: "全国",
  PROVINCE: "省部（市）",
  CITY: "地市（区）",
  UNIT: "单位",
} satisfies Record<HonourLevel, string>;
