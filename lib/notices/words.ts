import type { EntryState, NoticeState } from "@/lib/notices/rules";
import type { ObjectionChannel, ObjectionOutcome } from "@/prisma/generated/enums";

export const noticeStateWords = {
  WAITING: "待公示",
  RUNNING: "公示中",
  ENDED: "公示结束",
  VOID: "已作废",
} as const satisfies Record<NoticeState, string>;

export const entryStateWords = {
  CLEAR: "无异议",
  OBJECTED: "有异议，暂缓",
  KEPT: "有异议，维持",
  STRUCK: "有异议，撤销",
} as const satisfies Record<EntryState, string>;

export const channelWords = {
  WORKER: "手机",
  PHONE: "电话",
  DESK: "当面",
  LIAISON: "联络员转达",
  LETTER: "来信",
} as const satisfies Record<ObjectionChannel, string>;

export const objectionOutcomeWords = {
  KEPT: "维持",
  STRUCK: "撤销",
} as const satisfies Record<ObjectionOutcome, string>;
