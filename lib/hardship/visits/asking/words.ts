import type { ReceiptCheckResult } from "@/prisma/generated/enums";

export const checkWords = {
  RECEIVED: "收到了",
  NOT_RECEIVED: "没收到",
  UNREACHED: "联系不上",
} as const satisfies Record<ReceiptCheckResult, string>;
