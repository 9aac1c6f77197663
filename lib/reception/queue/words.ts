import type { AttendanceState } from "@/prisma/generated/enums";

export const visitWords = {
  ARRIVED: "等候",
  CALLED: "已叫号",
  IN_MEETING: "正在谈",
  DONE: "谈完",
  LEFT: "没等到走了",
  NO_SHOW: "未到",
} satisfies Record<AttendanceState, string>;

/** Why somebody who was booked did not come, if it is known. */
export const noShowReasons = {
  SHIFT: "上班走不开",
  ILL: "身体不好",
  SOLVED: "事情解决了",
  FORGOT: "忘了",
  UNREACHED: "联系不上",
  OTHER: "其他",
} as const;
export type NoShowReason = keyof typeof noShowReasons;
