import { z } from "zod";
import { count, monthDay } from "@/lib/parameters/counts/rules";

/** Papers that the notice of the year may ask from every family. */
const schoolPapers = [
  ...(["居住证", "户口簿", "身份证", "出生医学证明", "劳动合同"] as const),
  ...(["务工就业证明", "社保缴费证明", "不动产查询结果", "预防接种证", "预约单"] as const),
] as const;
const paperList = z
  .string()
  .refine(
    (text) => text.split("、").every((word) => schoolPapers.some((paper) => paper === word)),
    `请用顿号隔开，只能写：${schoolPapers.join("、")}`,
  );

/** A day of the year of the intake, as `08-31`. */
function dayOfYear(name: string, fallback: string, meaning: string) {
  return { name, group: "schooling", kind: "text", accept: monthDay, fallback, meaning } as const;
}
function schooling(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "schooling", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
}

/** What an intake goes by: the value in force on the day of the age limit is the one of that intake. */
export const schoolingParameters = {
  "schooling.age": schooling("小学入学年龄", "周岁", 12, 6, "到截止日要满这么多周岁。"),
  "schooling.kindergartenAge": schooling("幼儿园入园年龄", "周岁", 6, 3, "到截止日要满这么多周岁。"),
  "schooling.ageDay": dayOfYear("年龄截止日", "08-31", "入学那年的这一天要满年龄，当天满也算。"),
  "schooling.windowFrom": dayOfYear("租房备案从哪天起", "12-01", "比下一项晚的，算前一年。到这天备案要已经生效。"),
  "schooling.windowTo": dayOfYear("租房备案到哪天", "05-31", "两天之间一天也不能断。"),
  "schooling.insuranceMonths": schooling("社保连续几个月", "个月", 36, 6, "现场初审以前要连续缴这么多个月。"),
  "schooling.permitMonths": schooling("居住登记满几个月", "个月", 36, 6, "住满这么多个月才能领居住证。"),
  "schooling.bookingDay": dayOfYear("网上预约开始", "03-01", "以当年通知为准。只能用电脑，由工会代填。"),
  "schooling.firstCheck": dayOfYear("现场初审", "04-15", "以当年通知为准。"),
  "schooling.secondCheck": dayOfYear("现场复审", "06-15", "以当年通知为准。居住证要管到这天以后。"),
  "schooling.termStart": dayOfYear("开学", "09-01", "从这天起登记的，算下一年度。"),
  "schooling.statisticsDay": dayOfYear("结果统计", "09-30", "到这天登记完当年的结果。"),
  "schooling.papers": {
    name: "每家都要的材料",
    group: "schooling",
    kind: "text",
    accept: paperList,
    fallback: "居住证、户口簿、身份证、劳动合同、务工就业证明、社保缴费证明、预防接种证、预约单",
    meaning: "当年通知要求每家都交的材料，用顿号隔开。房子、转学的材料另外加。",
  },
  "schooling.contactDays": schooling("联系家长时限", "个工作日", 60, 5, "登记的次日起算，联络员和家长一起看材料清单。"),
  "schooling.unitCheckDays": schooling("单位初审时限", "个工作日", 60, 5, "交材料的次日起算。"),
  "schooling.unionCheckDays": schooling("工会审核时限", "个工作日", 60, 5, "单位初审通过的次日起算。"),
  "schooling.coordinateDays": schooling("送协调函时限", "个工作日", 90, 20, "工会审核通过的次日起算。"),
  "schooling.keepMonths": schooling("孩子信息保存", "个月", 120, 24, "办完以后再保存这么多个月，到期清除。"),
} as const;
