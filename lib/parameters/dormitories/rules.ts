import { count, monthDay } from "@/lib/parameters/counts/rules";

function dormitory(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "dormitories", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
}

/** What a meter's unit costs, and how much of it each head has free in a month. */
function price(name: string, unit: string, fallback: number) {
  return dormitory(name, unit, 100_000, fallback, "按当月最后一天有效的价格算。未核实的，请按供应单位的收费单填写。");
}
function free(name: string, unit: string, fallback: number) {
  const meaning = "每人住满一个月的免费额度，住得短按天数折算；超出的按住宿天数分摊。";
  return { ...dormitory(name, unit, 10_000, fallback, meaning), accept: count(0, 10_000) } as const;
}
function heating(name: string, fallback: string, meaning: string) {
  return { name, group: "dormitories", kind: "text", accept: monthDay, fallback, meaning } as const;
}

/** Time limits of beds and repairs, and the stars. */
export const dormitoryParameters = {
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
  "dormitories.visitNights": dormitory("探亲房最多住几晚", "晚", 30, 7, "一次预订最多住这么多晚。"),
  "dormitories.visitAhead": dormitory("探亲房提前多久可订", "天", 365, 60, "最早提前这么多天预订。"),
  "dormitories.policeNights": dormitory(
    "探亲住几晚要到派出所登记",
    "晚",
    30,
    3,
    "住满这么多晚的，登记过派出所才能办入住。",
  ),
  "dormitories.electricityPrice": price("电价", "分/度", 49),
  "dormitories.waterPrice": price("水价", "分/吨", 490),
  "dormitories.gasPrice": price("燃气价", "分/方", 287),
  "dormitories.heatingPrice": price("暖气价", "分/吉焦", 3_600),
  "dormitories.electricityFree": free("每人每月免费用电", "度", 40),
  "dormitories.waterFree": free("每人每月免费用水", "吨", 3),
  "dormitories.gasFree": free("每人每月免费燃气", "方", 3),
  "dormitories.heatingFree": free("每人每月免费暖气", "吉焦", 1),
  "dormitories.heatingFrom": heating(
    "供暖期开始",
    "11-15",
    "供暖期里暖气不热按紧急维修办，每月要抄暖气表。延长供暖时改这里。",
  ),
  "dormitories.heatingTo": heating("供暖期结束", "03-15", "这一天也算供暖期。"),
} as const;
