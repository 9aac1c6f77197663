import type { reviewStages } from "@/lib/hardship/stages/rules";

type Stage = keyof typeof reviewStages;
type Move = (typeof reviewStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  HOME_CHECK: "入户核查",
  REVIEW: "复核审核",
  PROPOSED: "待同意",
  REVIEWED: "复核完成",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  report: "登记核查结果",
  propose: "提出复核结果",
  confirm: "同意复核结果",
  sendBack: "退回审核",
  void: "作废",
} satisfies Record<Move, string>;

export const turnWords = {
  HOME_CHECK: "等单位工会派两个人去家里看看。",
  REVIEW: "等帮扶专员核对收入，提出继续在档还是脱困。",
  PROPOSED: "等工会负责人同意；提出的人自己不能同意。",
  REVIEWED: "今年已经复核。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

export const spokenStages = {
  HOME_CHECK: { short: "今年要再看看", says: "每年要核实一次，单位工会会派两个人到家里看看。" },
  REVIEW: { short: "工会在核实", says: "家里看过了，局工会正在核实。" },
  PROPOSED: { short: "工会在核实", says: "局工会正在核实。" },
  REVIEWED: { short: "核实完了", says: "今年的核实做完了。" },
  VOID: { short: "记错了", says: "记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = { open: "开始今年的核实", report: "去家里看过了", confirm: "核实完了" } as const;
