import type {
  AnswerMode,
  CaseSource,
  CaseStatus,
  Complexity,
  Confidentiality,
  Outcome,
  Satisfaction,
  WaitingReason,
} from "@/prisma/generated/enums";
import type { genericStages } from "@/lib/cases/rules";

export const statusWords = {
  open: "待办",
  waiting: "等待中",
  answered: "已答复",
  closed: "已办结",
  void: "已作废",
} satisfies Record<CaseStatus, string>;

export const stageWords = {
  PENDING: "待受理",
  ACCEPTED: "已受理",
  RETURNED: "退回补正",
  ASSIGNED: "已转办",
  IN_PROGRESS: "办理中",
  ON_HOLD: "暂停",
  ANSWERED: "已答复",
  FOLLOW_UP: "回访中",
  REOPENED: "重新办理",
  LEADER_REVIEW: "领导复核",
  DECLINED: "不予受理",
  CLOSED: "已办结",
  ARCHIVED: "已归档",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<keyof typeof genericStages, string>;

type StageMoves = (typeof genericStages)[keyof typeof genericStages]["moves"];
export type MoveName = StageMoves extends infer M ? (M extends unknown ? keyof M : never) : never;

/** The words on the buttons. */
export const moveWords = {
  accept: "受理",
  answerOnSpot: "当场答复",
  decline: "不予受理",
  return: "退回补正",
  withdraw: "撤回",
  void: "作废",
  assign: "转办",
  complete: "材料已补齐",
  start: "开始办理",
  answer: "登记答复",
  hold: "暂停",
  resume: "继续办理",
  confirm: "职工确认",
  followUp: "回访",
  reopen: "重新办理",
  escalate: "请领导复核",
  close: "办结",
  conclude: "复核结论",
  archive: "归档",
} satisfies Record<MoveName, string>;

export const sourceWords = {
  RECEPTION: "职工接待日",
  DESK: "窗口登记",
  PHONE: "电话",
  WORKER: "职工本人",
  LIAISON: "联络员代办",
  CONTACT_POINT: "领导联系点",
  VISIT: "走访",
  CASE: "其他事项转来",
} satisfies Record<CaseSource, string>;

export const complexityWords = { SIMPLE: "简单", ORDINARY: "一般", COMPLEX: "复杂" } satisfies Record<
  Complexity,
  string
>;

export const confidentialityWords = {
  ORDINARY: "普通",
  SENSITIVE: "敏感",
  RESTRICTED: "严格保密",
} satisfies Record<Confidentiality, string>;

export const outcomeWords = {
  RESOLVED: "已解决",
  PARTLY: "部分解决",
  EXPLAINED: "解释说明",
  UNABLE: "无法解决",
} satisfies Record<Outcome, string>;

export const satisfactionWords = {
  SATISFIED: "满意",
  FAIR: "基本满意",
  DISSATISFIED: "不满意",
  NOT_REACHED: "联系不上",
} satisfies Record<Satisfaction, string>;

export const waitingWords = {
  MATERIAL: "等本人补材料",
  OUTSIDE_OFFICE: "等外单位",
  NOTICE_PERIOD: "公示期",
  WAITING_LIST: "轮候",
  PERSON: "等本人办理",
} satisfies Record<WaitingReason, string>;

export const answerModeWords = { IN_PERSON: "当面", PHONE: "电话", WRITTEN: "书面" } satisfies Record<
  AnswerMode,
  string
>;
