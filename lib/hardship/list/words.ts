import type { FileFilter } from "@/lib/hardship/list/schema";

export const tabWords = {
  onFile: "在档",
  applying: "申请中",
  review: "待年度复核",
  removed: "已出档",
  all: "全部",
} satisfies Record<FileFilter["tab"], string>;

export const onlyWords = {
  neverHelped: "从没帮扶过",
  notReviewed: "一年没有复核",
  paper: "纸质档案逾期未核对",
  newThisYear: "今年新建档",
  backThisYear: "今年返困",
  liftedThisYear: "今年脱困",
  cancelledThisYear: "今年注销",
} satisfies Record<NonNullable<FileFilter["only"]>, string>;
