import type { EmploymentEventKind, RetireKind } from "@/prisma/generated/enums";

export const eventWords = {
  HIRED: "入职",
  REHIRED: "再次入职",
  UNIT_CHANGED: "单位调动",
  POST_CHANGED: "岗位变动",
  CONTRACT_CHANGED: "用工形式变更",
  OFF_POST: "离岗",
  BACK_ON_POST: "返岗",
  RETIRED: "退休",
  LEFT: "离职",
  TRANSFERRED_OUT: "调出",
  DECEASED: "去世",
} satisfies Record<EmploymentEventKind, string>;

export const retireKindWords = {
  RETIRED: "退休",
  VETERAN: "离休",
  RESIGNED_FROM_OFFICE: "退职",
} satisfies Record<RetireKind, string>;

export const offPostWords = { SICK: "病休", WAITING: "待岗", INTERNAL: "内退" } as const;
export const leaveWords = { RESIGNED: "辞职", EXPIRED: "合同到期", DISMISSED: "解除合同" } as const;
