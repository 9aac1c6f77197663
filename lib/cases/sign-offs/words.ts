import type { FundSource, SignMode, SignOffKind } from "@/prisma/generated/enums";

export const signOffKindWords = {
  MONEY: "钱款",
  GOODS: "物品",
  BED: "床位",
  PLACE: "名额",
} as const satisfies Record<SignOffKind, string>;

export const signModeWords = {
  SIGNATURE: "签字",
  FINGERPRINT: "按手印",
  PHOTO: "现场照片",
  TRANSFER: "转账",
} as const satisfies Record<SignMode, string>;

/** Where the money comes from (domain guide §6b), for every kind of help. */
export const fundWords = {
  UNION: "工会经费",
  ADMINISTRATION: "行政拨付",
  SUPERIOR: "上级补助",
  DONATION: "社会捐助",
} as const satisfies Record<FundSource, string>;

/** How it stands with something that was granted. */
export type SignOffState = "waiting" | "signed" | "reversed" | "reversal";

export const signOffStateWords = {
  waiting: "待签领",
  signed: "已签领",
  reversed: "已冲正",
  reversal: "冲正",
} as const satisfies Record<SignOffState, string>;

/** The same for the worker's phone. */
export const spokenStateWords = {
  waiting: "还没签收",
  signed: "您已经收到",
  reversed: "登记错了，已更正",
  reversal: "更正",
} as const satisfies Record<SignOffState, string>;
