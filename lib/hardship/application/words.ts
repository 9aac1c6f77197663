import type { applicationStages } from "@/lib/hardship/stages/rules";

type Stage = keyof typeof applicationStages;
type Move = (typeof applicationStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  APPLIED: "申请",
  RETURNED: "退回补正",
  HOME_CHECK: "入户核查",
  REVIEW: "审核",
  PROPOSED: "待同意公示",
  NOTICE: "公示",
  APPROVAL: "审批",
  ON_FILE: "在档",
  NOT_ELIGIBLE: "不符合",
  ARCHIVED: "已归档",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  visit: "开始入户核查",
  report: "登记核查结果",
  propose: "提出公示",
  agree: "同意公示",
  sendBack: "退回审核",
  noticeEnded: "公示结束，没有异议",
  struck: "异议成立，重新审核",
  approve: "批准建档",
  refuse: "不符合条件",
  return: "退回补正",
  complete: "材料已补齐",
  withdraw: "撤回",
  void: "作废",
  archive: "归档",
  adopt: "按纸质档案补录",
  takeBack: "撤销补录",
} satisfies Record<Move, string>;

/** Whose turn it is. */
export const turnWords = {
  APPLIED: "等单位工会派两个人去家里看看。",
  RETURNED: "等职工把材料补齐，补齐后重新计时。",
  HOME_CHECK: "单位工会正在入户核查，去过以后登记结果。",
  REVIEW: "等帮扶专员核对材料、算收入、提出等级。",
  PROPOSED: "等工会负责人同意，同意以后公示当天发布；提出的人自己不能同意。",
  NOTICE: "正在公示，公示结束、没有异议，第二天自动到领导审批。",
  APPROVAL: "公示结束，等局领导审批。",
  ON_FILE: "已经建档。",
  NOT_ELIGIBLE: "不符合条件，已经说明，可以归档。",
  ARCHIVED: "已经归档。",
  WITHDRAWN: "职工已撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

/** The same, as one would say it aloud to the worker. */
export const spokenStages = {
  APPLIED: { short: "收到您的申请", says: "单位工会会派两个人到家里看看，去之前先给您打电话。" },
  RETURNED: { short: "还差几样材料", says: "还差几样材料，一次都写在下面了，补齐了就接着办。" },
  HOME_CHECK: { short: "要去您家看看", says: "单位工会正安排两个人到家里看看。" },
  REVIEW: { short: "工会在核实", says: "家里看过了，局工会正在核实。" },
  PROPOSED: { short: "工会在核实", says: "局工会核实过了，准备公示。" },
  NOTICE: { short: "正在公示", says: "正在公示，只写姓和单位，不写原因和家里的事。" },
  APPROVAL: { short: "等领导批", says: "公示完了，等领导批。" },
  ON_FILE: { short: "办好了", says: "您家的困难档案建好了，有帮扶会主动找您。" },
  NOT_ELIGIBLE: { short: "不符合条件", says: "这次不符合条件，原因写在下面。情况有变化可以再申请。" },
  ARCHIVED: { short: "办完了", says: "这次申请办完了。情况有变化可以再申请。" },
  WITHDRAWN: { short: "您撤回了", says: "您自己撤回了这次申请，想办可以再申请。" },
  VOID: { short: "记错了", says: "这次申请记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "收到您的申请",
  visit: "安排去您家里看看",
  return: "请您补材料",
  complete: "材料补齐了",
  noticeEnded: "公示完了",
  approve: "领导批准了",
  refuse: "说明了为什么不符合",
  withdraw: "撤回了",
} as const;
