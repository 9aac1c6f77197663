import { z } from "zod";
import { RecordEvent } from "@/lib/people/employment/schema";
import { PersonIdentity } from "@/lib/people/records/schema";
import { day, mobileNo, recordId, reasonText, text } from "@/lib/people/schema";
import { EmploymentType, HukouScope, HukouType, LiteracyAid, MobileOwner, PostType } from "@/prisma/generated/enums";

const requestKey = z.uuid({ error: "请刷新页面再提交" });

/** 建议新增 */
export const ProposePerson = z.object({
  requestKey,
  ...PersonIdentity.shape,
  mobileOwner: z.enum(MobileOwner).optional(),
  postType: z.enum(PostType, { error: "请选择岗位" }),
  employmentType: z.enum(EmploymentType, { error: "请选择用工形式" }),
  agencyName: text(60).optional(),
  hireDate: day("请填写入职日期"),
  hukouScope: z.enum(HukouScope, { error: "请选择本市或外埠" }),
  hukouType: z.enum(HukouType, { error: "请选择城镇或农村" }),
  note: text(200).optional(),
});
export type ProposePerson = z.output<typeof ProposePerson>;

/** 建议更改: only what is filled in is proposed; the liaison does not see what is on file. */
export const ProposeChange = z.object({
  requestKey,
  personId: recordId,
  mobile: mobileNo.optional(),
  mobileOwner: z.enum(MobileOwner).optional(),
  address: text(100).optional(),
  literacyAids: z.array(z.enum(LiteracyAid)).optional(),
  residencePermitNo: text(30).optional(),
  residencePermitExpiry: day("请填写正确的日期").optional(),
  note: text(200).optional(),
});
export type ProposeChange = z.output<typeof ProposeChange>;

/** 上报人员变动 */
export const ProposeEvent = RecordEvent.omit({ version: true }).extend({ requestKey });
export type ProposeEvent = z.output<typeof ProposeEvent>;

export const AcceptProposal = z.object({ id: recordId, note: text(200).optional() });
export type AcceptProposal = z.output<typeof AcceptProposal>;

export const ReturnProposal = z.object({ id: recordId, note: reasonText() });
export type ReturnProposal = z.output<typeof ReturnProposal>;

export const WithdrawProposal = z.object({ id: recordId });
export type WithdrawProposal = z.output<typeof WithdrawProposal>;

const first = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value);

/** The address of the list. */
export const ProposalFilter = z.object({
  tab: z.preprocess(first, z.enum(["PENDING", "ACCEPTED", "RETURNED", "WITHDRAWN"]).catch("PENDING")),
  after: z.preprocess(first, z.uuid().optional().catch(undefined)),
});
export type ProposalFilter = z.output<typeof ProposalFilter>;
