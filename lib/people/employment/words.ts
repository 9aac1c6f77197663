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

/** What a change brings with it that the form does not show. */
export const eventHints: Partial<Record<EmploymentEventKind, string>> = {
  LEFT: "登记后他的账号立即停用，已登录的设备退出；还没到的接待预约会转给接待办核对。",
  TRANSFERRED_OUT: "登记后他的账号立即停用，已登录的设备退出；还没到的接待预约会转给接待办核对。",
  DECEASED: "登记后他的账号立即停用；还没到的接待预约会转给接待办核对。不能再改回来，请核对清楚。",
  RETIRED: "登记后他的办公账号停用；手机上看自己的事不受影响。",
  REHIRED: "还是同一份档案。账号要用时，请系统管理员重新启用。",
};
