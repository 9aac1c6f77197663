import type { CaseText, ProgrammeTexts } from "./case-texts";

const health: readonly CaseText[] = [
  { topic: "查体预约", title: "体检那天正好上早班，能不能改期", content: "班组统一排在周三上午，自己顶班走不开，怕错过就没有了。", demand: "改到下一批", handler: "station", weight: "SIMPLE", answer: "已改到下周五七点半批次，当天由班组安排顶岗。" },
  { topic: "查体预约", title: "请假回老家错过体检，想补检", content: "回家秋收半个月，回来听说体检结束了。", demand: "补检一次", handler: "station", weight: "SIMPLE", answer: "已列入补检名单，周六上午到定点医院，记得空腹。", suits: "migrant" },
  { topic: "查体预约", title: "退休职工体检在哪个医院", content: "往年在区医院，今年没接到通知。", demand: "告知时间地点", handler: "离退休管理科", weight: "SIMPLE", answer: "今年仍在区医院，周二、周四上午凭退休证，已逐户电话通知。", outcome: "EXPLAINED", suits: "retiree" },
  { topic: "复查", title: "体检说要复查，不知道挂什么科", content: "报告上写着建议复查，字看不太懂，也不知道要不要紧。", demand: "帮忙看看、约个号", handler: "离退休管理科", weight: "ORDINARY", answer: "已请驻点医生当面解释，代约专科门诊，复查结果正常。", suits: "retiree" },
  { topic: "送医送药", title: "希望夜班休息点也来量血压", content: "上次送医活动在白班，夜班的人都没赶上，班里好几个人有高血压。", demand: "夜班安排一次", handler: "station", weight: "ORDINARY", answer: "已约医院下周二晚七点到机扫队服务，可量血压、测血糖。", suits: "frontline" },
  { topic: "送医送药", title: "班组药箱的药过期了", content: "{team}药箱里的创可贴、碘伏都过期了。", demand: "更换药品", handler: "后勤科", weight: "SIMPLE", answer: "全所药箱已统一更换，今后每季度检查一次并签字。", suits: "frontline" },
];

const heatCare: readonly CaseText[] = [
  { topic: "防暑药品", title: "防暑药没有领到", content: "发药那天轮休，第二天去领说已经发完了。", demand: "补领一份", handler: "station", weight: "SIMPLE", answer: "已从机动库存补发一份，本人签收。", suits: "frontline" },
  { topic: "防暑药品", title: "驾驶员不能喝藿香正气水，想换胶囊", content: "藿香正气水含酒精，喝了不能开车。", demand: "换成胶囊", handler: "后勤科", weight: "SIMPLE", answer: "驾驶员一律改发胶囊，已换领完毕，今后采购清单单列。", suits: "driver" },
  { topic: "防暑药品", title: "清凉油一打开就化了，怀疑是旧货", content: "同班几个人都说今年的清凉油发稀，日期看不清。", demand: "查一下质量", handler: "后勤科", weight: "ORDINARY", answer: "经核对批号在有效期内，系存放温度高所致，已更换一批并调整库房。", suits: "frontline" },
  { topic: "高温津贴", title: "{m}高温津贴少算了{days}天", content: "{m}三十五度以上的日子自己都出勤了，津贴少了几天。", demand: "按考勤补发", handler: "station", weight: "ORDINARY", answer: "与气象记录和考勤核对，确少算两天，已随工资补发。", suits: "frontline" },
  { topic: "高温津贴", title: "顶班那几天的高温津贴算谁的", content: "替别的班顶了三天，两个班都没有给算。", demand: "补上这三天", handler: "station", weight: "ORDINARY", answer: "按实际出勤地点计算，三天津贴已补发给本人。", suits: "frontline" },
  { topic: "歇脚点", title: "{road}的爱心驿站中午锁门", content: "中午最热的时候门锁着，空调用不上，只能在树荫底下歇。", demand: "中午开门", handler: "设施科", weight: "SIMPLE", answer: "已与合作网点重新约定，夏季中午十一点到三点不锁门，门上贴了电话。", suits: "frontline" },
  { topic: "歇脚点", title: "希望{road}一带添一个歇脚的地方", content: "从这头到那头两公里多，没有一个能喝口热水的地方。", demand: "增设歇脚点", handler: "设施科", weight: "COMPLEX", answer: "已与沿街银行网点签订协议，增设一处，饮水机、微波炉、座椅齐全。", suits: "frontline" },
];

export const carefulTexts = { health, "heat-care": heatCare } satisfies Partial<ProgrammeTexts>;
