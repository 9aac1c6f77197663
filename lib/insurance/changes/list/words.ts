import type { ChangeFilter } from "@/lib/insurance/changes/list/schema";

export const tabWords = {
  check: "待审核、待重报",
  draft: "草稿、补正中",
  outside: "已报送",
  approved: "已核准",
  done: "已生效",
  all: "全部",
} satisfies Record<ChangeFilter["tab"], string>;

export const kindWords = { in: "增员", out: "减员" } satisfies Record<NonNullable<ChangeFilter["kind"]>, string>;
