import type { bedStages } from "@/lib/dormitories/stages/rules";

type Stage = keyof typeof bedStages;
type Move = (typeof bedStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  APPLIED: "已申请",
  RETURNED: "退回补正",
  UNIT_CHECK: "单位审核",
  WAITLISTED: "轮候",
  PROPOSED: "拟分配",
  NOTICE: "公示",
  ALLOTTED: "已分配",
  CHECKED_IN: "已入住",
  NOT_ELIGIBLE: "不符合条件",
  ARCHIVED: "已归档",
  OFFER_DECLINED: "放弃",
  LAPSED: "超期未入住",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  check: "开始单位审核",
  pass: "审核通过，进入轮候",
  refuse: "不符合条件",
  return: "退回补正",
  complete: "已补齐",
  propose: "提出分配",
  putBack: "退回轮候",
  publish: "同意公示",
  allot: "分配床位",
  noticeEnded: "公示结束，分配床位",
  struck: "异议成立，退回轮候",
  succeed: "按次序递补",
  checkIn: "办理入住",
  decline: "放弃床位",
  lapse: "超期未入住",
  archive: "归档",
  withdraw: "撤回",
  void: "作废",
} satisfies Record<Move, string>;

/** Whose turn it is. */
export const turnWords = {
  APPLIED: "等单位联络员核实作息和住房情况。",
  RETURNED: "等职工把缺的补齐，补齐后重新计时。",
  UNIT_CHECK: "单位联络员正在核实。",
  WAITLISTED: "在排队，按「先职工后领导，先基层后机关，先退休后在职」的次序分床。",
  PROPOSED: "床位已经留出。批次分配等负责人同意公示；单张床由宿舍干事直接分配。",
  NOTICE: "正在公示，公示结束、没有异议，第二天自动分配。",
  ALLOTTED: "床位已经分给本人，等本人来办入住；到期不来，自动给下一位。",
  CHECKED_IN: "已经入住。",
  NOT_ELIGIBLE: "不符合条件，已经说明，可以归档。",
  ARCHIVED: "已经归档。",
  OFFER_DECLINED: "本人放弃了床位，床位给了下一位。",
  LAPSED: "到期没有来住，床位给了下一位。",
  WITHDRAWN: "职工已撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

/** The same, as one would say it aloud to the worker. */
export const spokenStages = {
  APPLIED: { short: "收到您的申请", says: "单位联络员会核实一下，一般几天就好。" },
  RETURNED: { short: "还差一点", says: "还差的写在下面了，补齐了就接着办。" },
  UNIT_CHECK: { short: "单位在核实", says: "单位联络员正在核实。" },
  WAITLISTED: { short: "正在排队", says: "单位核实过了，正在排队等床位。有床了会告诉您。" },
  PROPOSED: { short: "快排到您了", says: "给您留了一张床，还要走完手续才能定下来。" },
  NOTICE: { short: "正在公示", says: "给您留了一张床，正在公示。公示完没有人提意见就定了。" },
  ALLOTTED: { short: "有床了", says: "床位分给您了，请在期限以前去办入住，过期就给下一位。" },
  CHECKED_IN: { short: "住进去了", says: "您已经住进宿舍了。" },
  NOT_ELIGIBLE: { short: "不符合条件", says: "这次不符合条件，原因写在下面。情况有变化可以再申请。" },
  ARCHIVED: { short: "办完了", says: "这次申请办完了。情况有变化可以再申请。" },
  OFFER_DECLINED: { short: "您放弃了", says: "您放弃了这张床。想住可以再申请。" },
  LAPSED: { short: "过期了", says: "到期没有来住，床位给了下一位。想住可以再申请。" },
  WITHDRAWN: { short: "您撤回了", says: "您自己撤回了这次申请，想办可以再申请。" },
  VOID: { short: "记错了", says: "这次申请记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "收到您的申请",
  check: "单位开始核实",
  return: "请您补一下",
  complete: "补齐了",
  pass: "单位核实过了，开始排队",
  refuse: "说明了为什么不符合",
  propose: "给您留了一张床",
  putBack: "重新排队",
  publish: "开始公示",
  noticeEnded: "公示完了，床位分给您",
  struck: "有人提了意见，重新排队",
  succeed: "前一位没有来，床位分给您",
  allot: "床位分给您",
  checkIn: "住进去了",
  decline: "您放弃了床位",
  lapse: "过期没有来住",
  withdraw: "撤回了",
} as const;
