import type { BillState, Utility } from "@/prisma/generated/enums";

export const utilityWords = {
  ELECTRICITY: { name: "电", unit: "度" },
  WATER: { name: "水", unit: "吨" },
  GAS: { name: "燃气", unit: "方" },
  HEATING: { name: "暖气", unit: "吉焦" },
} as const satisfies Record<Utility, { name: string; unit: string }>;

export const billWords = {
  SETTLED: "等确认",
  CONFIRMED: "已确认",
  REVERSED: "已冲正",
  VOID: "已退回",
} satisfies Record<BillState, string>;
