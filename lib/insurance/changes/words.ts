import type { changeStages } from "@/lib/insurance/stages/rules";

type Stage = keyof typeof changeStages;
type Move = (typeof changeStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  DRAFT: "草稿",
  OFFICE_CHECK: "待人事科审核",
  RETURNED: "退回补正",
  SUBMITTED: "已报送经办机构",
  REJECTED: "经办机构退回",
  APPROVED: "已核准",
  EFFECTIVE: "已生效",
  ARCHIVED: "已归档",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
} satisfies Record<Stage, string>;

export const moveWords = {
  submit: "提交审核",
  file: "报送经办机构",
  return: "退回补正",
  complete: "材料已补齐",
  approve: "登记核准",
  reject: "登记退回",
  takeEffect: "到月生效",
  archive: "归档",
  withdraw: "撤回",
  void: "作废",
} satisfies Record<Move, string>;

export const turnWords = {
  DRAFT: "还是草稿，填写人核对后提交。",
  OFFICE_CHECK: "等人事科审核：核对材料，齐了就报送经办机构，拿回执填受理号。",
  RETURNED: "等单位把缺的材料补齐，缺什么一次写全了。",
  SUBMITTED: "已经报到经办机构，等受理结果；这段时间不算我们的时限。",
  REJECTED: "经办机构退回了，改好后重新报送，或退给单位补材料。",
  APPROVED: "经办机构已核准，到起止月份自动生效。",
  EFFECTIVE: "已经生效，参保登记已更新，可以归档。",
  ARCHIVED: "已经归档。",
  WITHDRAWN: "已经撤回。",
  VOID: "已作废，不计入任何数字。",
} satisfies Record<Stage, string>;

export const spokenStages = {
  DRAFT: { short: "单位在填表", says: "单位正在给您填社保的表。" },
  OFFICE_CHECK: { short: "人事科在核对", says: "单位报上来了，人事科正在核对材料。" },
  RETURNED: { short: "还差几样材料", says: "还差几样材料，一次都写在下面了，交给单位联络员就行。" },
  SUBMITTED: { short: "报到社保中心了", says: "已经报到社保中心，等那边办。" },
  REJECTED: { short: "社保中心退回来了", says: "社保中心退回来要改，人事科正在办。" },
  APPROVED: { short: "社保中心批了", says: "社保中心已经批了，到月就生效。" },
  EFFECTIVE: { short: "办好了", says: "社保办好了，在「我的社保」里能看到。" },
  ARCHIVED: { short: "办好了", says: "社保办好了，在「我的社保」里能看到。" },
  WITHDRAWN: { short: "撤回了", says: "这张表单位撤回了，有疑问问联络员。" },
  VOID: { short: "记错了", says: "这张表填错了，已经作废。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "单位开始填表",
  submit: "单位报给人事科",
  return: "还差材料",
  complete: "材料补齐了",
  file: "报到社保中心",
  reject: "社保中心退回",
  approve: "社保中心批了",
  takeEffect: "生效了",
  withdraw: "撤回了",
} as const;
