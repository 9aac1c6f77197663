import type { AttachmentKind } from "@/prisma/generated/enums";

export const attachmentWords = {
  APPLICATION: "申请书",
  ID_CARD: "身份证",
  HOUSEHOLD_BOOK: "户口簿",
  INCOME_PROOF: "收入证明",
  BANK_CARD: "银行卡",
  LOW_INCOME_CARD: "低保证",
  DIAGNOSIS: "诊断书",
  MEDICAL_BILL: "医疗票据",
  DISABILITY_CARD: "残疾证",
  SCHOOL_PROOF: "入学证明、学费单",
  DISASTER_PROOF: "灾害证明",
  CONTRACT: "劳动合同",
  FAMILY_PROOF: "离异、丧偶证明",
  SIGNATURE: "签字",
  FINGERPRINT: "手印、纸面签收",
  PHOTO: "照片",
  VOUCHER: "凭证",
  OTHER: "其他",
} as const satisfies Record<AttachmentKind, string>;
