import type { PlacementFilter } from "@/lib/schooling/list/schema";

export const tabWords = {
  open: "正在办",
  placed: "已入学",
  unresolved: "未解决",
  all: "全部",
} satisfies Record<PlacementFilter["tab"], string>;

export const onlyWords = {
  eligible: "材料已审核通过",
  coordination: "需协调（住单位宿舍）",
  permit: "居住证 60 天内到期",
} satisfies Record<NonNullable<PlacementFilter["only"]>, string>;
