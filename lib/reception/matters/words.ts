import type { MatterMode } from "@/prisma/generated/enums";

/** 事项类别 (domain guide §7): the stored code and the word that stands in ledgers and on the case. */
export const categories = {
  PAY: "工资待遇",
  INSURANCE: "社会保险",
  CONTRACT: "劳动合同",
  HOUSING: "住宿",
  SCHOOL: "子女入学",
  MEDICAL: "医疗工伤",
  HARDSHIP: "困难救助",
  PROTECTION: "劳动保护与工具",
  COMPLAINT: "管理作风投诉",
  RETIREMENT: "离退休待遇",
  POLICY: "政策咨询",
  SUGGESTION: "意见建议",
  OTHER: "其他",
} as const;
export type Category = keyof typeof categories;

/** Word of a stored category. */
export function categoryWord(category: string): string {
  return Object.hasOwn(categories, category) ? categories[category as Category] : category;
}

export const modeWords = {
  ON_SPOT: "当场答复",
  ASSIGN: "交办",
  REPORT_UP: "上报局党委会",
  TELL_WHERE: "告知途径",
} satisfies Record<MatterMode, string>;

/** Why a talk ended without a matter. */
export const noMatterReasons = {
  EXPLAINED: "只是问政策，当面讲清了",
  WITHDRAWN: "本人不说了",
  SAME_MATTER: "原来的事还在办，没有新的",
  THANKS: "来道谢、反映好的",
  OTHER: "其他",
} as const;
export type NoMatterReason = keyof typeof noMatterReasons;
