import type { ReliefFilter } from "@/lib/relief/list/schema";

export const tabWords = {
  open: "办理中",
  paid: "已发放",
  refused: "不予救助",
  all: "全部",
} satisfies Record<ReliefFilter["tab"], string>;

export const onlyWords = {
  paidFirst: "先行发放的",
  papersLate: "先行发放、手续超期的",
  overCap: "超过限额批准的",
} satisfies Record<NonNullable<ReliefFilter["only"]>, string>;

/** Words of k4. */
export const needWords = ["深度困难", "意外致困", "相对困难", "不在困难档案"] as const;
