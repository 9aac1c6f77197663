import { z } from "zod";
import { day, mobileNo, neededText, personName, recordId, staffNumber, text } from "@/lib/people/schema";
import {
  EmploymentType,
  HukouScope,
  HukouType,
  IdType,
  MobileOwner,
  PoliticalStatus,
  PostType,
  RankLevel,
  Sex,
} from "@/prisma/generated/enums";

/** 先查重: who it is, before anything else is asked. */
export const PersonIdentity = z.object({
  name: personName,
  idType: z.enum(IdType, { error: "请选择证件类型" }).default("RESIDENT"),
  idNo: neededText(30, "请填写证件号码"),
  unitId: z.uuid({ error: "请选择单位" }),
  mobile: mobileNo.optional(),
});
export type PersonIdentity = z.output<typeof PersonIdentity>;

/** 新建职工: the rest of the form, with the sealed identity and the people it was compared with. */
export const NewPerson = z.object({
  draft: z.string({ error: "请从第一步重新开始" }).min(1, { error: "请从第一步重新开始" }),
  /** ids of the likely duplicates that were on the screen, joined by commas */
  compared: z.string().optional(),
  isDistinct: z.boolean().optional(),
  proposalId: recordId.optional(),
  staffNo: staffNumber,
  postType: z.enum(PostType, { error: "请选择岗位" }),
  postTitle: text(40).optional(),
  employmentType: z.enum(EmploymentType, { error: "请选择用工形式" }),
  agencyName: text(60).optional(),
  hireDate: day("请填写入职日期"),
  contractStart: day("请填写正确的日期").optional(),
  contractEnd: day("请填写正确的日期").optional(),
  hukouScope: z.enum(HukouScope, { error: "请选择本市或外埠" }),
  hukouType: z.enum(HukouType, { error: "请选择城镇或农村" }),
  hukouAddress: text(100).optional(),
  mobileOwner: z.enum(MobileOwner).optional(),
  address: text(100).optional(),
  sex: z.enum(Sex, { error: "请选择性别" }).optional(),
  birthDate: day("请填写出生日期").optional(),
  ethnicity: text(20).optional(),
  politicalStatus: z.enum(PoliticalStatus).default("MASSES"),
  rankLevel: z.enum(RankLevel).default("NONE"),
  isLeader: z.boolean().optional(),
});
export type NewPerson = z.output<typeof NewPerson>;

/** 核对并建档 from a liaison's proposal. */
export const ProposedPerson = z.object({ proposalId: recordId });
export type ProposedPerson = z.output<typeof ProposedPerson>;
