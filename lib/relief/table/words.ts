import type { reliefStages } from "@/lib/relief/stages/rules";

type Stage = keyof typeof reliefStages;
type Move = (typeof reliefStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  REPORTED: "报告",
  RETURNED: "退回补正",
  ACCEPTED: "受理",
  VERIFIED: "核实",
  APPROVAL: "审批",
  PAYING: "发放",
  SIGNED: "签收",
  FOLLOW_UP: "回访",
  REFUSED: "不予救助",
  ARCHIVED: "归档",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  accept: "受理",
  verify: "登记核实",
  payFirst: "先行发放",
  propose: "提出救助",
  approve: "批准救助",
  refuse: "不予救助",
  sendBack: "退回核实",
  sign: "签收",
  unsign: "签领冲正，重新发放",
  followUp: "登记回访",
  return: "退回补正",
  complete: "材料已补齐",
  withdraw: "撤回",
  void: "作废",
  archive: "归档",
} satisfies Record<Move, string>;

/** Whose turn it is. */
export const turnWords = {
  REPORTED: "等帮扶专员受理。",
  RETURNED: "等职工把情况补齐，补齐后接着办。",
  ACCEPTED: "等两个人去核实，两个工作日以内。急的可以先行发放。",
  VERIFIED: "核实过了，等帮扶专员提出救助多少。",
  APPROVAL: "等按金额有权的人审批；提出的人自己不能批。",
  PAYING: "已经批准，等发到手、签收；签了自动到下一步。",
  SIGNED: "已经签收。到日子由没有经手、没有发钱的人回访。",
  FOLLOW_UP: "回访过了，可以归档。",
  REFUSED: "没有批准，已经说明，可以归档。",
  ARCHIVED: "已经归档。",
  WITHDRAWN: "已撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

/** The same, as one would say it aloud to the worker. */
export const spokenStages = {
  REPORTED: { short: "工会知道了", says: "您家的事工会收到了，马上有人接着办。" },
  RETURNED: { short: "还差一点情况", says: "还要补一点，一次都写在下面了，补齐了就接着办。" },
  ACCEPTED: { short: "要去看看您", says: "工会已经接手，这两天有两个人去看看您，去之前先打电话。" },
  VERIFIED: { short: "工会在办", says: "看过了，工会正在商量帮多少。" },
  APPROVAL: { short: "等领导批", says: "工会已经提出来了，等领导批。" },
  PAYING: { short: "批下来了", says: "救助金批下来了，工会会找您签字领。" },
  SIGNED: { short: "钱领到了", says: "救助金您已经签收。过一个月工会再问问您家里怎么样了。" },
  FOLLOW_UP: { short: "问过您了", says: "工会问过您家里的情况了，有事随时说。" },
  REFUSED: { short: "这次没批", says: "这次没有批下来，原因写在下面。" },
  ARCHIVED: { short: "办完了", says: "这件事办完了。又遇上急事，可以再说。" },
  WITHDRAWN: { short: "您撤回了", says: "这件事撤回了，需要的话可以再说。" },
  VOID: { short: "记错了", says: "这件事记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "工会知道了",
  accept: "工会接手了",
  return: "请您补一点情况",
  complete: "补齐了",
  verify: "去看过您家了",
  payFirst: "先发了一笔",
  approve: "领导批了",
  refuse: "说明了为什么没批",
  sign: "您签收了",
  followUp: "工会来问过",
  withdraw: "撤回了",
} as const;
