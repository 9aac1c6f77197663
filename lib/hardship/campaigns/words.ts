import type { CampaignMove } from "@/lib/hardship/campaigns/rules";
import type { CampaignStage, VisitCategory } from "@/prisma/generated/enums";

export const categoryWords = {
  HARDSHIP: "困难职工",
  SICK: "患病职工",
  WIDOWED: "职工遗属",
  LABOUR_MODEL: "劳动模范",
  RETIRED: "退休职工",
} satisfies Record<VisitCategory, string>;

/** Every step of the record, by the word on its button. */
export const stepWords = {
  open: "开始摸底",
  submit: "提交名单",
  agree: "同意名单",
  sendBack: "退回摸底",
  approve: "批准预算",
  sendBackBudget: "预算退回，重新摸底",
  noticeEnded: "公示结束，开始走访",
  settle: "提交决算",
  confirm: "核对决算",
  sendBackAccount: "决算退回",
  archive: "归档",
  void: "作废",
} satisfies Record<CampaignMove, string>;

/** What happened besides the moves. */
export const otherStepWords: Readonly<Record<string, string>> = {
  create: "新建",
  change: "修改标准",
  budget: "提交预算",
  notice: "起草公示",
  place: "人工调整次序",
};

/** Who has to do what now, in a sentence, by stage. */
export const turnWords = {
  DRAFT: "核对标准和慰问品，然后开始摸底：系统先按档案和去年名单列出家庭。",
  SURVEY: "各单位核对本单位的家庭：该加的加上，不该有的建议移出，看完点“本单位已摸底”。都报了再提交名单。",
  LIST_REVIEW: "等工会主席审核名单。同意以后名单固定，按规定排出次序。",
  BUDGET: "帮扶专员写明钱从哪里来，提交后由局领导批准。",
  NOTICE: "名单要先公示五个工作日，公示结束第二天自动转入走访。",
  VISITING: "各走访组入户，户主签领了才算送到。",
  SETTLING: "等另一个人核对决算：财务，或者没有经手的领导。",
  RESULT_NOTICE: "慰问结果正在公示，公示结束就可以归档。",
  ARCHIVED: "已经归档，不再改动。",
  VOID: "已经作废，不计入任何数字。",
} satisfies Record<CampaignStage, string>;
