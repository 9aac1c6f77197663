import type { transferStages } from "@/lib/insurance/stages/rules";

type Stage = keyof typeof transferStages;
type Move = (typeof transferStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  APPLIED: "申请",
  ACCEPTED: "受理",
  LETTER_SENT: "已发函",
  ORIGIN_PROCESSING: "原参保地办理",
  FUNDS_RECEIVED: "资金到账",
  CLOSED: "办结",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  accept: "登记受理",
  sendLetter: "登记发函",
  atOrigin: "原参保地已收函",
  fundsIn: "登记资金到账",
  finish: "办结",
  withdraw: "撤回",
  void: "作废",
} satisfies Record<Move, string>;

export const turnWords = {
  APPLIED: "等社保专员向经办机构申请受理。",
  ACCEPTED: "经办机构已受理，等登记发函。",
  LETTER_SENT: "函已发出，等原参保地收函；算对方的时限。",
  ORIGIN_PROCESSING: "原参保地正在办，等资金划转；算对方的时限。",
  FUNDS_RECEIVED: "资金已到账，核对后办结。",
  CLOSED: "已经办结。",
  WITHDRAWN: "已经撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

export const spokenStages = {
  APPLIED: { short: "收到您的申请", says: "收到了，人事科去社保中心申请转移。" },
  ACCEPTED: { short: "社保中心受理了", says: "社保中心受理了，接下来给原来那边发函。" },
  LETTER_SENT: { short: "给原来那边发函了", says: "函发出去了，等原来那边收到。" },
  ORIGIN_PROCESSING: { short: "原来那边在办", says: "原来参保的地方正在办，钱还没转过来。" },
  FUNDS_RECEIVED: { short: "钱转过来了", says: "钱转过来了，人事科核对一下就办完。" },
  CLOSED: { short: "办好了", says: "社保转移办好了。" },
  WITHDRAWN: { short: "撤回了", says: "这次转移撤回了，想办再来找人事科。" },
  VOID: { short: "记错了", says: "这次登记记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "收到申请",
  accept: "受理了",
  sendLetter: "发函了",
  atOrigin: "原来那边收到函了",
  fundsIn: "钱到了",
  finish: "办好了",
  withdraw: "撤回了",
} as const;
