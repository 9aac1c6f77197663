import type {
  CheckRound,
  ConsentMode,
  ContactParty,
  Dwelling,
  LetterState,
  MaterialState,
  OtherParent,
  SchoolOutcome,
  SchoolStage,
  UnresolvedReason,
} from "@/prisma/generated/enums";

export const schoolStageWords = {
  KINDERGARTEN: "幼儿园",
  PRIMARY_1: "小学一年级",
  PRIMARY_TRANSFER: "小学转学",
  JUNIOR_1: "初中一年级",
  JUNIOR_TRANSFER: "初中转学",
  SENIOR: "高中、中职（咨询）",
} satisfies Record<SchoolStage, string>;

export const dwellingWords = {
  OWNED: "自己的房子",
  RENTED: "租房",
  DORMITORY: "单位宿舍",
  BORROWED: "借住",
} satisfies Record<Dwelling, string>;

export const consentWords = { ONLINE: "手机上同意", PAPER: "纸质同意书" } satisfies Record<ConsentMode, string>;

export const materialStateWords = {
  RECEIVED: "已交",
  NEEDS_FIX: "需补正",
  VERIFIED: "已核验",
  NOT_APPLICABLE: "不适用",
} satisfies Record<MaterialState, string>;

export const partyWords = { UNION: "区总工会", EDU_BUREAU: "区教育局", SCHOOL: "学校" } satisfies Record<
  ContactParty,
  string
>;

export const roundWords = { FIRST: "初审", SECOND: "复审" } satisfies Record<CheckRound, string>;

export const otherParentWords = {
  WORKER: "也在本局上班",
  OUTSIDE: "在别处",
  NONE: "没有（单亲）",
} satisfies Record<OtherParent, string>;

export const outcomeWords = {
  PUBLIC: "公办入学",
  PRIVATE: "民办入学",
  HOMETOWN: "回原籍就读",
  OWN_SOLUTION: "自行解决",
  UNRESOLVED: "未解决",
} satisfies Record<SchoolOutcome, string>;

export const unresolvedWords = {
  LEASE_GAP: "租房备案不满六个月",
  PERMIT: "居住证不符",
  INSURANCE: "社保没有连续缴",
  DORMITORY: "住单位宿舍，没有认可",
  NO_SEAT: "学校没有空位",
  LATE: "错过了报名时间",
  OTHER: "其他原因",
} satisfies Record<UnresolvedReason, string>;

export const letterStateWords = {
  WAITING: "等领导批准",
  RETURNED: "领导退回",
  APPROVED: "已批准，待送出",
  SENT: "已送出",
} satisfies Record<LetterState, string>;
