import { count } from "@/lib/parameters/counts/rules";

function dormitory(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "dormitories", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
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
} as const;
