import type { BookingStatus, Channel, Lane, VisitorAid, VisitorRelation } from "@/prisma/generated/enums";

/** What a booking is about: the desk's word, and the two to four characters on the worker's tile. */
export const bookingTopics = {
  PAY: { word: "工资社保", tile: "工资社保" },
  HOUSING: { word: "住宿", tile: "住宿" },
  SCHOOL: { word: "子女入学", tile: "孩子上学" },
  MEDICAL: { word: "医疗工伤", tile: "看病" },
  HARDSHIP: { word: "困难帮扶", tile: "困难" },
  WORK: { word: "劳动保护与工具", tile: "干活的事" },
  OTHER: { word: "其他", tile: "其他" },
  IN_PERSON: { word: "当面再说", tile: "当面再说" },
} as const satisfies Record<string, { word: string; tile: string }>;
export type BookingTopic = keyof typeof bookingTopics;

/** The desk's word for a stored topic. */
export function topicWord(topic: string): string {
  return Object.hasOwn(bookingTopics, topic) ? bookingTopics[topic as BookingTopic].word : topic;
}

export const channelWords = {
  WEB: "手机",
  DESK: "窗口",
  PHONE: "电话",
  LIAISON: "联络员代预约",
  KIOSK: "自助机",
  PAPER: "纸面补录",
} satisfies Record<Channel, string>;

export const laneWords = {
  ANY: "手机可约",
  STAFF: "接待办留用",
  GREEN: "绿色通道",
  WALK_IN: "现场来访",
} satisfies Record<Lane, string>;

export const relationWords = { SELF: "本人", FAMILY: "家属", SURVIVOR: "遗属" } satisfies Record<
  VisitorRelation,
  string
>;

export const aidWords = {
  DIALECT: "讲方言",
  SIGN_LANGUAGE: "手语",
  WALKING: "要人搀扶",
} satisfies Record<VisitorAid, string>;

export const bookingWords = {
  HELD: "留座中",
  BOOKED: "已预约",
  MOVED: "已改时间",
  CANCELLED: "已取消",
  EXPIRED: "留座过期",
} satisfies Record<BookingStatus, string>;

/** Why the worker takes a booking back; never asked for on the phone, where one tap is enough. */
export const cancelReasonsOfWorker = {
  RECOVERED: "事情解决了",
  SHIFT: "要上班",
  ILL: "身体不好",
  OTHER: "别的原因",
} as const;
/** Why the desk takes one back. */
export const cancelReasonsOfDesk = {
  ASKED: "本人打电话取消",
  DAY_CANCELLED: "接待日取消",
  DATE_CHANGED: "接待日改期",
  LEADER_AWAY: "领导不能到",
  DOUBLE: "重复预约",
  PERSON_LEFT: "已离职",
} as const;
export const cancelReasons = { ...cancelReasonsOfWorker, ...cancelReasonsOfDesk };
export type CancelReason = keyof typeof cancelReasons;

/** Word of a stored reason; one that somebody wrote stands as it is. */
export function cancelReasonWord(reason: string): string {
  return Object.hasOwn(cancelReasons, reason) ? cancelReasons[reason as CancelReason] : reason;
}

/** Entries of a booking's history. */
export const bookingEventWords = {
  booked: "预约",
  cancelled: "取消",
  restored: "恢复预约",
  movedAway: "改到别的时间",
  movedHere: "从别的时间改来",
  covered: "班组已安排顶岗",
  flagged: "列入待处理",
  settled: "已处理",
  revealed: "查看保密内容",
} as const;
export type BookingEventKind = keyof typeof bookingEventWords;
