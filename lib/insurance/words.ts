import type {
  BaseClamp,
  ChangeCode,
  GapReason,
  InsurancePayer,
  InsuranceScheme,
  PersuasionResult,
  WageSource,
} from "@/prisma/generated/enums";

export const schemeWords = {
  PENSION: "养老",
  MEDICAL: "医疗",
  UNEMPLOYMENT: "失业",
  INJURY: "工伤",
  MATERNITY: "生育",
} satisfies Record<InsuranceScheme, string>;

/** Schemes as one reads them: `养老、医疗`; all five in one word. */
export function schemesText(has: readonly InsuranceScheme[]): string {
  if (has.length === Object.keys(schemeWords).length) return "五险";

  return has.length === 0 ? "没有险种" : has.map((scheme) => schemeWords[scheme]).join("、");
}

export const payerWords = { BUREAU: "本单位", AGENCY: "派遣单位" } satisfies Record<InsurancePayer, string>;

/** As the insurance office's form words them, with its codes. */
export const codeWords = {
  FIRST: "首次参保",
  RESUMED: "中断续保",
  FROM_OUTSIDE: "区外转入",
  FROM_DISTRICT: "区内转入",
  TO_DISTRICT: "区内转移",
  TO_OUTSIDE: "转往区外",
  SUSPENDED: "暂停",
  SURRENDERED: "退保",
  RETIRED: "退休",
  DECEASED: "在职死亡",
} satisfies Record<ChangeCode, string>;

export const codeSigns = {
  FIRST: "A",
  RESUMED: "B",
  FROM_OUTSIDE: "C",
  FROM_DISTRICT: "D",
  TO_DISTRICT: "01",
  TO_OUTSIDE: "02",
  SUSPENDED: "03",
  SURRENDERED: "04",
  RETIRED: "05",
  DECEASED: "06",
} satisfies Record<ChangeCode, string>;

/** What an ended period is called. */
export const endWords: Readonly<Partial<Record<ChangeCode, string>>> = {
  TO_DISTRICT: "已转出",
  TO_OUTSIDE: "已转出",
  SUSPENDED: "暂停",
  SURRENDERED: "终止",
  RETIRED: "已退休",
  DECEASED: "终止",
};

export const clampWords = { NONE: "", FLOOR: "触底", CAP: "封顶" } satisfies Record<BaseClamp, string>;

export const wageWords = {
  LAST_YEAR: "上年月平均工资",
  FIRST_MONTH: "首月工资",
  OFFICE: "经办机构核定",
} satisfies Record<WageSource, string>;

export const reasonWords = {
  PAPERS: "资料不全",
  ORIGIN: "原籍未停保",
  RESIDENT: "已参加居民养老、医保",
  UNWILLING: "本人不愿",
  AGENCY: "派遣单位未办",
  OVER_AGE: "超龄",
  OTHER: "其他",
} satisfies Record<GapReason, string>;

/** What has to happen next, by reason. */
export const nextSteps = {
  PAPERS: "把缺的材料一次列清，收齐后填增员表",
  ORIGIN: "请本人在原籍停保，拿停保证明来办增员",
  RESIDENT: "讲清居民险可以停保、以后衔接，再填增员表",
  UNWILLING: "当面宣讲动员，每季度至少一次，记录在案",
  AGENCY: "向派遣单位发函催办，限期参保",
  OVER_AGE: "核对年龄，改签劳务协议，办工伤险",
  OTHER: "写明情况，报人事科研究",
} satisfies Record<GapReason, string>;

export const resultWords = {
  AGREED: "同意参保",
  THINKING: "再考虑",
  REFUSED: "仍不愿意",
} satisfies Record<PersuasionResult, string>;
