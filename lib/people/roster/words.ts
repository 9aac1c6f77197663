import type { RosterFilter } from "@/lib/people/roster/schema";

export const rosterTabWords = {
  working: "在职",
  retired: "离退休",
  left: "已离开",
  all: "全部",
} satisfies Record<RosterFilter["tab"], string>;

export const rosterListWords = {
  retiring: "六个月内到龄退休",
  permits: "居住证60天内到期",
} satisfies Record<NonNullable<RosterFilter["list"]>, string>;
