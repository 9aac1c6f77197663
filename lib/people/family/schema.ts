import { z } from "zod";
import { day, neededText, personName, reasonText, recordId, seenVersion, staffNumber, text } from "@/lib/people/schema";
import { FamilyRelation, Occupation } from "@/prisma/generated/enums";

/** Yuan with at most two decimals, as it is typed, to 分. */
const yuan = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/, { error: "请填写金额，例如 2510 或 2510.50" })
  .transform((amount) => Math.round(Number(amount) * 100));

const member = {
  name: personName,
  relation: z.enum(FamilyRelation, { error: "请选择与本人关系" }),
  /** empty on a change = the number on file stays */
  idNo: neededText(30, "请填写身份证号").optional(),
  birthDate: day("请填写正确的日期").optional(),
  occupation: z.enum(Occupation).optional(),
  workplace: text(60).optional(),
  monthlyIncome: yuan.optional(),
  medicalInsurance: text(40).optional(),
  health: text(100).optional(),
};

export const AddMember = z.object({ personId: recordId, ...member });
export type AddMember = z.output<typeof AddMember>;

export const ChangeMember = z.object({ personId: recordId, memberId: recordId, version: seenVersion, ...member });
export type ChangeMember = z.output<typeof ChangeMember>;

export const RemoveMember = z.object({
  personId: recordId,
  memberId: recordId,
  version: seenVersion,
  reason: reasonText(2),
});
export type RemoveMember = z.output<typeof RemoveMember>;

/** 夫妻同在本单位: two workers, one household. */
export const JoinHousehold = z.object({ personId: recordId, spouseStaffNo: staffNumber });
export type JoinHousehold = z.output<typeof JoinHousehold>;

export const LeaveHousehold = z.object({ personId: recordId, reason: reasonText(2) });
export type LeaveHousehold = z.output<typeof LeaveHousehold>;
