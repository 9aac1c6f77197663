import type { PlacementStage, placementStages } from "@/lib/schooling/stages/rules";

type Move = (typeof placementStages)[PlacementStage]["moves"] extends infer M
  ? M extends unknown
    ? keyof M
    : never
  : never;

export const stageWords = {
  REGISTERED: "意向登记",
  PREPARING: "材料准备",
  UNIT_CHECK: "单位初审",
  UNION_CHECK: "工会审核",
  RETURNED: "材料不符",
  COORDINATING: "协调中",
  EDU_FIRST: "教育局初审",
  EDU_SECOND: "复审",
  ASSIGNED: "已安排学校",
  ENROLLED: "已入学",
  UNRESOLVED: "未解决",
  ARCHIVED: "已归档",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<PlacementStage, string>;

export const moveWords = {
  prepare: "开始准备材料",
  submit: "交单位初审",
  resubmit: "补齐，交工会审核",
  refile: "补齐，再交初审",
  refileSecond: "补齐，再交复审",
  pass: "审核通过",
  return: "退回补正",
  letterSent: "协调函已送出",
  passed: "初审通过",
  assigned: "复审通过，已安排学校",
  failed: "没通过，再协调",
  failedReturn: "没通过，退回补材料",
  enrol: "已入学",
  giveUp: "登记未解决",
  withdraw: "撤回",
  void: "作废",
  archive: "归档",
} satisfies Record<Move, string>;

/** Whose turn it is. */
export const turnWords = {
  REGISTERED: "等单位联络员看材料清单，和家长一起准备。",
  PREPARING: "等家长把材料备齐，备齐后交单位初审。",
  UNIT_CHECK: "等单位联络员核对原件。",
  UNION_CHECK: "等教育专员审核，缺的一次说全。",
  RETURNED: "等家长把材料补齐，补齐后回到退回的那一步。",
  COORDINATING: "等教育专员起草协调函，领导批准后送教育局。",
  EDU_FIRST: "等教育局现场初审，有结果由教育专员登记。",
  EDU_SECOND: "等教育局复审，有结果由教育专员登记。",
  ASSIGNED: "学校已经安排，等孩子报到，报到后登记。",
  ENROLLED: "孩子已经入学，可以归档。",
  UNRESOLVED: "今年没有解决，明年可以接着办。",
  ARCHIVED: "已经归档。",
  WITHDRAWN: "家长已撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<PlacementStage, string>;

/** The same, as one would say it aloud to the parent. */
export const spokenStages = {
  REGISTERED: { short: "收到了", says: "登记好了。单位联络员会和您一起准备材料。" },
  PREPARING: { short: "正在备材料", says: "照下面的单子备材料，备齐了点“材料备齐了”。" },
  UNIT_CHECK: { short: "单位在看材料", says: "请把原件拿给单位联络员看一眼。" },
  UNION_CHECK: { short: "工会在看材料", says: "单位看过了，局工会正在看。" },
  RETURNED: { short: "还差几样材料", says: "还差的一次都写在下面了，补齐了就接着办。" },
  COORDINATING: { short: "工会在帮着协调", says: "材料齐了，局里正给教育局写协调函。" },
  EDU_FIRST: { short: "等教育局看材料", says: "到日子带原件去现场，日子和地点看下面。" },
  EDU_SECOND: { short: "等教育局复审", says: "第一次看过了，还要再看一次，原件留好。" },
  ASSIGNED: { short: "学校安排好了", says: "学校安排好了，等入学通知书，按时去报到。" },
  ENROLLED: { short: "上学了", says: "孩子已经入学，这件事办好了。" },
  UNRESOLVED: { short: "今年没办成", says: "今年没办成，原因写在下面。明年可以接着办。" },
  ARCHIVED: { short: "办完了", says: "这件事办完了。" },
  WITHDRAWN: { short: "您撤回了", says: "您已经撤回。想办可以重新登记。" },
  VOID: { short: "登记错了", says: "这次登记作废了。" },
} satisfies Record<PlacementStage, { short: string; says: string }>;

export const spokenEvents = {
  open: "登记了",
  prepare: "开始备材料",
  submit: "材料交给单位了",
  resubmit: "补的材料交给工会了",
  refile: "补的材料重新交了",
  refileSecond: "补的材料重新交了",
  pass: "材料看过了，没问题",
  return: "有材料要补",
  letterSent: "协调函送到教育局了",
  passed: "教育局第一次看过了",
  failed: "教育局没通过，工会再去说",
  failedReturn: "教育局没通过，有材料要补",
  assigned: "学校安排好了",
  enrol: "孩子入学了",
  giveUp: "今年没办成",
  withdraw: "您撤回了",
} as const;
