import { z } from "zod";
import { day, mobileNo, personName, recordId, seenVersion, text } from "@/lib/people/schema";
import { HukouScope, HukouType, LiteracyAid, MobileOwner, PoliticalStatus, Sex } from "@/prisma/generated/enums";

const target = { id: recordId, version: seenVersion };

export const ChangeBasic = z.object({
  ...target,
  name: personName,
  sex: z.enum(Sex).optional(),
  birthDate: day("请填写正确的日期").optional(),
  archiveBirthDate: day("请填写正确的日期").optional(),
  ethnicity: text(20).optional(),
  politicalStatus: z.enum(PoliticalStatus, { error: "请选择政治面貌" }),
});
export type ChangeBasic = z.output<typeof ChangeBasic>;

export const ChangeHukou = z.object({
  ...target,
  hukouScope: z.enum(HukouScope, { error: "请选择本市或外埠" }),
  hukouType: z.enum(HukouType, { error: "请选择城镇或农村" }),
  hukouAddress: text(100).optional(),
  residencePermitNo: text(30).optional(),
  residencePermitExpiry: day("请填写正确的日期").optional(),
});
export type ChangeHukou = z.output<typeof ChangeHukou>;

export const ChangeContact = z.object({
  ...target,
  mobile: mobileNo.optional(),
  mobileOwner: z.enum(MobileOwner).optional(),
  address: text(100).optional(),
  emergencyName: text(40).optional(),
  emergencyRelation: text(20).optional(),
  emergencyPhone: text(20).optional(),
  literacyAids: z.array(z.enum(LiteracyAid)).default([]),
});
export type ChangeContact = z.output<typeof ChangeContact>;

export const ChangeBank = z.object({
  ...target,
  bankName: text(60).optional(),
  /** empty = the card on file stays */
  bankCard: z
    .string()
    .transform((card) => card.normalize("NFKC").replace(/[\s-]/g, ""))
    .refine((card) => /^\d{12,19}$/.test(card), { error: "银行卡号应为12到19位数字" })
    .optional(),
});
export type ChangeBank = z.output<typeof ChangeBank>;

export const ChangeUnion = z.object({
  ...target,
  unionMember: z.boolean().default(false),
  unionJoinedOn: day("请填写正确的日期").optional(),
});
export type ChangeUnion = z.output<typeof ChangeUnion>;

export const ChangeCare = z.object({
  ...target,
  flags: z.array(z.enum(["DISABILITY", "PREGNANCY", "SERIOUS_ILLNESS", "LIVES_ALONE"])).default([]),
  disabilityLevel: z.enum(["一级", "二级", "三级", "四级"]).optional(),
});
export type ChangeCare = z.output<typeof ChangeCare>;
