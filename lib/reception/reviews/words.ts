import type { ReviewCause, ReviewOutcome } from "@/prisma/generated/enums";

/** Why a booking needs somebody to look at it. */
export const causeWords = {
  DAY_CANCELLED: "接待日取消",
  DATE_CHANGED: "接待日改期",
  HOST_CHANGED: "换了接待领导",
  SLOT_RETIRED: "这个时段取消",
  PERSON_LEFT: "本人离职或去世",
  CALENDAR_CHANGED: "放假安排有变",
} satisfies Record<ReviewCause, string>;

export const outcomeWords = {
  MOVED: "改了时间",
  CANCELLED: "取消",
  KEPT: "照旧",
} satisfies Record<ReviewOutcome, string>;

/** How the person was told. */
export const toldWords = {
  PHONE: "打了电话",
  IN_PERSON: "当面说了",
  LIAISON: "请联络员转告",
  SELF: "本人自己办的",
} as const;
export type Told = keyof typeof toldWords;
