import type {
  AttachmentKind,
  CancelReason,
  CarUse,
  HardshipCause,
  HardshipLevel,
  HardshipState,
  Housing,
  SchoolFee,
} from "@/prisma/generated/enums";

export const stateWords = {
  APPLYING: "申请中",
  ON_FILE: "在档",
  LIFTED: "已脱困",
  CANCELLED: "已注销",
  REFUSED: "不符合",
} satisfies Record<HardshipState, string>;

export const levelWords = { DEEP: "深度困难", RELATIVE: "相对困难", ACCIDENT: "意外致困" } satisfies Record<
  HardshipLevel,
  string
>;

export const causeWords = {
  OWN_ILLNESS: "本人大病",
  FAMILY_ILLNESS: "家属大病",
  DISABILITY: "残疾",
  SCHOOLING: "子女上学",
  DISASTER: "意外灾害",
  SINGLE_PARENT: "单亲",
  UNEMPLOYMENT: "失业",
  LOW_INCOME: "收入低负担重",
  OTHER: "其他",
} satisfies Record<HardshipCause, string>;

/** The causes as one would say them to the worker. */
export const spokenCauses = {
  OWN_ILLNESS: "我得了大病",
  FAMILY_ILLNESS: "家里人得了大病",
  DISABILITY: "家里有残疾人",
  SCHOOLING: "孩子上学负担重",
  DISASTER: "遭了火灾、水灾或者意外",
  SINGLE_PARENT: "一个人带孩子",
  UNEMPLOYMENT: "家里有人没了工作",
  LOW_INCOME: "挣得少、人口多",
  OTHER: "别的困难",
} satisfies Record<HardshipCause, string>;

export const housingWords = {
  OWNED: "自购",
  PUBLIC_RENT: "承租公房",
  LOW_RENT: "廉租",
  RENTED: "租房",
  SELF_BUILT: "自建",
  NONE: "无房",
} satisfies Record<Housing, string>;

export const carWords = { NONE: "没有", LIVING: "有，营生用", PRIVATE: "有，自家用" } satisfies Record<CarUse, string>;

export const schoolFeeWords = {
  NONE: "没有上学的",
  PUBLIC: "公办或普通收费",
  HIGH_FEE: "高收费私立（超过公办两倍）",
  ABROAD: "自费出国",
} satisfies Record<SchoolFee, string>;

export const cancelWords = {
  LEFT: "离职",
  DECEASED: "去世",
  FALSE_STATEMENT: "弄虚作假",
  MOVED_OUT: "调出",
} satisfies Record<CancelReason, string>;

/** Papers by the name that people know them by. */
export const documentWords: Readonly<Partial<Record<AttachmentKind, string>>> = {
  APPLICATION: "申请书",
  ID_CARD: "身份证",
  HOUSEHOLD_BOOK: "户口簿",
  INCOME_PROOF: "近 12 个月工资流水或收入证明",
  BANK_CARD: "银行卡",
  LOW_INCOME_CARD: "低保证",
  DIAGNOSIS: "二级以上医院诊断书",
  MEDICAL_BILL: "自付医药费票据",
  DISABILITY_CARD: "残疾证",
  SCHOOL_PROOF: "入学证明和学费单",
  DISASTER_PROOF: "受灾证明和损失清单",
  CONTRACT: "满一年的劳动合同",
  FAMILY_PROOF: "离异或丧偶证明",
};
