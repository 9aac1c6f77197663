import type { genericStages } from "@/lib/cases/rules";

type Stage = keyof typeof genericStages;

/** How a matter stands, as one would say it aloud: what happens next, and who does it. */
export const spokenStages = {
  PENDING: { short: "刚收到", says: "您的事已经记下来了，等人受理。" },
  ACCEPTED: { short: "已经受理", says: "已经受理，正在找该谁办。" },
  RETURNED: { short: "还差材料", says: "还差几样材料，补齐了就接着办。" },
  ASSIGNED: { short: "已经交办", says: "已经交给负责的单位，等他们动手办。" },
  IN_PROGRESS: { short: "正在办", says: "正在办，有结果会告诉您。" },
  ON_HOLD: { short: "先等一等", says: "现在要等一等，等到了就接着办。" },
  ANSWERED: { short: "有答复了", says: "有答复了，请看看解决了没有。" },
  FOLLOW_UP: { short: "有答复了", says: "有答复了，会有人打电话问您满意不满意。" },
  REOPENED: { short: "重新在办", says: "您说没解决，正在重新办。" },
  LEADER_REVIEW: { short: "领导在看", says: "您说还没解决，已经交给领导亲自看。" },
  DECLINED: { short: "这里办不了", says: "这件事这里办不了，原因和该找谁写在下面。" },
  CLOSED: { short: "办完了", says: "这件事办完了。" },
  ARCHIVED: { short: "办完了", says: "这件事办完了。" },
  WITHDRAWN: { short: "您撤回了", says: "您自己撤回了这件事。" },
  VOID: { short: "记错了", says: "这件事记错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

/** Entries of the timeline in the worker's words; an entry without a word is not shown. */
export const spokenEvents: Readonly<Record<string, string>> = {
  open: "记下了您的事",
  accept: "受理了",
  answerOnSpot: "当场答复了您",
  answer: "答复了您",
  decline: "说明了为什么办不了",
  return: "请您补材料",
  complete: "材料补齐了",
  withdraw: "撤回了",
  start: "开始办了",
  hold: "要等一等",
  resume: "接着办了",
  confirm: "您说解决了",
  close: "回访过，办完了",
  reopen: "重新办理",
  conclude: "领导复核了",
  extensionApproved: "领导同意多给几天",
};
