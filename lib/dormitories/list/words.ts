import type { RepairFilter, SiteFilter, StayFilter } from "@/lib/dormitories/list/schema";

export const stayTabWords = {
  living: "在住",
  leaving: "打算搬走",
  shut: "要给调宿的",
  overdue: "离职没退宿",
  left: "已退宿",
} satisfies Record<StayFilter["tab"], string>;

export const onlyWords = {
  starred: "星级宿舍",
  free: "有空床的",
  shut: "有维修、停用的",
  fire: "没有消防验收的",
  closed: "已经关了的",
} satisfies Record<NonNullable<SiteFilter["only"]>, string>;

export const repairTabWords = {
  open: "没修好的",
  late: "超期的",
  unaccepted: "等验收的",
  done: "修好的",
  all: "全部",
} satisfies Record<RepairFilter["tab"], string>;
