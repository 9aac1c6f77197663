import type { FamilyVisitState } from "@/prisma/generated/enums";

export const visitWords = {
  BOOKED: "已订",
  STAYING: "在住",
  LEFT: "已离开",
  NO_SHOW: "没有来",
  CANCELLED: "已取消",
} satisfies Record<FamilyVisitState, string>;

/** Who comes; written down encrypted, because it may be a child. */
export const relationWords = {
  SPOUSE: "爱人",
  CHILD: "子女",
  PARENT: "父母",
  SIBLING: "兄弟姐妹",
  OTHER: "其他亲属",
} as const;
export type Relation = keyof typeof relationWords;
