import { z } from "zod";
import { parseTime } from "@/lib/dates";
import { insuranceParameters } from "@/lib/parameters/insurance/rules";
import { schoolingParameters } from "@/lib/parameters/schooling/rules";

/** How a value is typed in and shown. */
export type ValueKind = "number" | "time" | "text" | "choice";

type Definition = {
  name: string;
  group: ParameterGroup;
  kind: ValueKind;
  /** Unit after the figure: 工作日, 自然日, 分钟 … */
  unit?: string;
  /** For `choice`: what may be chosen, in Chinese, by stored value. */
  options?: Readonly<Record<string, string>>;
  /** What a stored value must be. */
  accept: z.ZodType<string | number>;
  /** In force as long as nobody has entered a value. */
  fallback: string | number;
  /** What it does, for the person who changes it. */
  meaning: string;
};

export const groups = {
  reception: "职工接待日",
  cases: "办理时限",
  notices: "公示",
  hardship: "困难帮扶",
  insurance: "社会保险",
  dormitories: "职工宿舍",
  schooling: "随迁子女入学",
} as const;
export type ParameterGroup = keyof typeof groups;

const shiftPolicies = {
  NEXT_WORKING_FRIDAY: "顺延到下一个工作周五",
  NEXT_WORKDAY: "顺延到节后第一个工作日",
  PREVIOUS_WORKDAY: "提前到节前最后一个工作日",
} as const;
const cellLengths = { 10: "10", 15: "15", 20: "20", 30: "30" } as const;

function count(least: number, most: number) {
  return z.int({ error: "请填写整数" }).min(least, `不能小于${least}`).max(most, `不能大于${most}`);
}
const time = z.string().refine((text) => parseTime(text) !== undefined, "请按 08:30 的样子填写时间");
const shortText = z.string().min(1, "请填写").max(60, "最多60个字");

/** A limit of the handling of cases, in working days counted from the day after complete material (domain guide §12). */
function limit(name: string, fallback: number, meaning: string) {
  return { name, group: "cases", kind: "number", unit: "个工作日", accept: count(1, 90), fallback, meaning } as const;
}

/** Cells of each leader's morning that are kept back from booking on the phone (reception guide §6.1). */
function reserve(name: string, fallback: number, meaning: string) {
  return {
    name,
    group: "reception",
    kind: "number",
    unit: "个/每位领导",
    accept: count(0, 12),
    fallback,
    meaning,
  } as const;
}

/** An instant of the reception day's booking window: so many days before, and the time of that day. */
function daysBefore(name: string, unit: "个工作日" | "天", fallback: number, meaning: string) {
  return { name, group: "reception", kind: "number", unit, accept: count(1, 60), fallback, meaning } as const;
}
function timeOfDay(name: string, fallback: string, meaning: string) {
  return { name, group: "reception", kind: "time", accept: time, fallback, meaning } as const;
}

function hardship(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "hardship", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
}

function dormitory(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "dormitories", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
}

/** Every parameter the portal reads. A published reception day and a running clock keep what they were made with. */
export const parameters = {
  "reception.shiftPolicy": {
    name: "首个周五放假怎么办",
    group: "reception",
    kind: "choice",
    options: shiftPolicies,
    accept: z.enum(["NEXT_WORKING_FRIDAY", "NEXT_WORKDAY", "PREVIOUS_WORKDAY"]),
    fallback: "NEXT_WORKING_FRIDAY",
    meaning: "每月第一个周五逢放假时，接待日改到哪一天。只影响还没有发布的接待日。",
  },
  "reception.place": {
    name: "接待地点",
    group: "reception",
    kind: "text",
    accept: shortText,
    fallback: "局机关一楼接待室",
    meaning: "印在海报、预约单上的地点。",
  },
  "reception.fromTime": timeOfDay("接待开始时间", "08:30", "当天第一位职工的时间。"),
  "reception.toTime": timeOfDay("接待结束时间", "11:30", "最后一个时段在此之前结束。"),
  "reception.slotMinutes": {
    name: "每个时段多长",
    group: "reception",
    kind: "choice",
    unit: "分钟",
    options: cellLengths,
    accept: z.literal([10, 15, 20, 30]),
    fallback: 15,
    meaning: "全局一个长度，发布后固定在当天。",
  },
  "reception.hostsMost": {
    name: "每次最多几位领导",
    group: "reception",
    kind: "number",
    unit: "位",
    accept: count(1, 9),
    fallback: 3,
    meaning: "一次接待日最多安排几位领导同时接待。",
  },
  "reception.walkInReserve": reserve("留给现场来访的时段", 2, "不放到手机上预约，留给当天直接来的人。"),
  "reception.greenReserve": reserve("留给绿色通道的时段", 1, "留给老、弱、病、残、孕；到放开时间后谁都能约。"),
  "reception.staffReserve": reserve("留给接待办的时段", 0, "留给打电话、到窗口来约的人；到放开时间后谁都能约。"),
  "reception.publishDaysBefore": daysBefore("提前几天发布", "天", 10, "接待日至少提前这么多天发布。"),
  "reception.closesDaysBefore": daysBefore("手机预约截止", "个工作日", 1, "接待日之前第几个工作日截止手机预约和取消。"),
  "reception.closesTime": timeOfDay("手机预约截止时间", "12:00", "截止那天的钟点。"),
  "reception.reserveDaysBefore": daysBefore(
    "预留时段放开",
    "个工作日",
    2,
    "接待日之前第几个工作日放开没有约出去的预留时段。",
  ),
  "reception.reserveTime": timeOfDay("预留时段放开时间", "16:00", "放开那天的钟点。"),
  "reception.missedCalls": {
    name: "叫号几次算过号",
    group: "reception",
    kind: "number",
    unit: "次",
    accept: count(1, 9),
    fallback: 3,
    meaning: "叫了这么多次没有人应，先往后放，随时可以再叫。",
  },
  "cases.assignDays": limit("交办时限", 1, "受理后，多少个工作日内交到承办单位。"),
  "cases.simpleDays": limit("简单事项时限", 3, "材料齐全的次日起算，「3日以内」。"),
  "cases.ordinaryDays": limit("一般事项时限", 5, "材料齐全的次日起算。"),
  "cases.complexDays": limit("复杂事项时限", 15, "材料齐全的次日起算。"),
  "cases.extensionDays": limit("延期最长", 15, "到期前由领导批准，只能延一次。"),
  "cases.followUpDays": limit("回访时限", 5, "答复后，多少个工作日内由非承办人回访。"),
  "cases.reopenDays": limit("重新办理时限", 5, "第一次不满意后，从次日起重新计算。"),
  "cases.greenAcceptDays": limit("绿色通道受理时限", 1, "绿色通道的事项，多少个工作日内受理。"),
  "cases.greenAge": {
    name: "绿色通道年龄",
    group: "cases",
    kind: "number",
    unit: "周岁",
    accept: count(50, 100),
    fallback: 60,
    meaning: "到这个年龄自动走绿色通道。只加快办理，不改变资格和名次。",
  },
  "cases.proxyMost": {
    name: "一人代领几次要提醒",
    group: "cases",
    kind: "number",
    unit: "次",
    accept: count(2, 50),
    fallback: 5,
    meaning: "同一次发放里，同一个人替别人领到这么多次，台账上标出来请人核对。不拒绝。",
  },
  "notices.workingDays": {
    name: "公示几个工作日",
    group: "notices",
    kind: "number",
    unit: "个工作日",
    accept: count(5, 30),
    fallback: 5,
    meaning: "贴出当天不算，从第二天起数。规定不少于5个工作日。只影响还没有发布的公示。",
  },
  "hardship.dibaoLine": hardship(
    "低保标准",
    "元/月",
    20_000,
    1_010,
    "月人均收入低于它是深度困难。以民政部门公布的为准。",
  ),
  "hardship.relativeMultiple": {
    name: "相对困难到低保标准的几倍",
    group: "hardship",
    kind: "choice",
    options: { 150: "1.5 倍", 200: "2 倍" },
    accept: z.literal([150, 200]),
    fallback: 150,
    meaning: "月人均收入不超过这么多倍的是相对困难，正好等于也算。",
  },
  "hardship.accidentShare": hardship(
    "意外致困的花费比例",
    "%",
    100,
    80,
    "一次性花费超过家庭年收入的这个比例，是意外致困。",
  ),
  "hardship.homeCheckDays": hardship("入户核查时限", "个工作日", 60, 10, "从申请的次日起算。"),
  "hardship.assessDays": hardship("审核时限", "个工作日", 60, 5, "从登记核查结果的次日起算。"),
  "hardship.decisionDays": hardship("审批时限", "个工作日", 60, 5, "从公示结束的次日起算。"),
  "hardship.paperDays": hardship("纸质与电子档案核对时限", "个工作日", 90, 30, "建档后多少个工作日内核对一致。"),
  "hardship.keepYears": hardship("原件保存年限", "年", 50, 10, "脱困或注销以后，原件再保存多少年。"),
  ...schoolingParameters,
  "dormitories.unitCheckDays": dormitory("单位审核时限", "个工作日", 30, 5, "从申请的次日起算。"),
  "dormitories.allotDays": dormitory("分配手续时限", "个工作日", 30, 5, "留出床位以后，从次日起算。"),
  "dormitories.moveInDays": dormitory("分到床位后几天内入住", "天", 60, 7, "到期没有来住，床位自动给下一位。"),
  "dormitories.leaveDays": dormitory("离职后几天内退宿", "天", 60, 7, "离职、调出以后，床位最多再留这么多天。"),
  "dormitories.awayDays": dormitory("留床最长", "天", 60, 30, "回家过年等，床位最多留这么多天。"),
  "dormitories.lowerAge": dormitory("多大年纪安排下铺", "周岁", 80, 50, "到这个年龄不安排上铺。"),
  "dormitories.urgentHours": dormitory("紧急报修时限", "小时", 72, 24, "断水、断电、断暖、漏气，从报修起算。"),
  "dormitories.repairDays": dormitory("一般报修时限", "个工作日", 30, 3, "从报修的次日起算。"),
  "dormitories.fiveStars": dormitory("五星最低分", "分", 100, 90, "星级宿舍评比的平均分。只影响还没有开始的评比。"),
  "dormitories.fourStars": dormitory("四星最低分", "分", 100, 80, "星级宿舍评比的平均分。只影响还没有开始的评比。"),
  "dormitories.threeStars": dormitory("三星最低分", "分", 100, 70, "低于它不评星。只影响还没有开始的评比。"),
  "dormitories.starMonths": dormitory("星级有效期", "个月", 36, 12, "从授牌那天起算。"),
  ...insuranceParameters,
} as const satisfies Record<string, Definition>;

export type ParameterKey = keyof typeof parameters;
export type ParameterValue<K extends ParameterKey> = z.output<(typeof parameters)[K]["accept"]>;

/** Whether the text names a parameter; anything else in a URL is not found. */
export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}

/** The definition without its literal types, for pages and checks that treat all parameters alike. */
export function definitionOf(key: ParameterKey): Definition {
  return parameters[key];
}
