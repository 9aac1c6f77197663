import type { RowState } from "@/lib/hardship/campaigns/list/schema";

export const rowStateWords = {
  planned: "计划慰问",
  granted: "已批慰问金",
  signed: "已签领",
  waiting: "还没签领",
  visited: "已走访",
  notMet: "没有见到",
  held: "慰问金还没发出",
  leftOut: "资金不够，没安排上",
  asked: "单位建议移出",
  byHand: "人工调整次序",
  off: "已移出",
} satisfies Record<RowState, string>;
