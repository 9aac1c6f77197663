import type { PeopleFilter } from "@/lib/insurance/list/schema";

export const tabWords = {
  gap: "缺口",
  fresh: "30日内新入职",
  full: "五险齐全",
  owed: "应参保",
  gained: "累计新增参保",
  extend: "快退休，年限不够",
  overAge: "超龄只办工伤",
} satisfies Record<PeopleFilter["tab"], string>;

export const onlyWords = {
  quiet: "本季度没有宣讲",
  late: "过了预计解决时间",
  waiver: "交过放弃声明",
  today: "今日到期",
} satisfies Record<NonNullable<PeopleFilter["only"]>, string>;
