import { z } from "zod";
import { day, recordId, seenVersion, text } from "@/lib/people/schema";
import { EmploymentType, PostType, RankLevel, RetireKind } from "@/prisma/generated/enums";

/** The dated changes that are recorded by hand; 入职 is written when the record is made. */
export const recordableKinds = [
  "UNIT_CHANGED",
  "POST_CHANGED",
  "CONTRACT_CHANGED",
  "OFF_POST",
  "BACK_ON_POST",
  "RETIRED",
  "LEFT",
  "TRANSFERRED_OUT",
  "DECEASED",
  "REHIRED",
] as const;

/** 登记人员变动: which fields a kind needs is said by the rules. */
export const RecordEvent = z.object({
  id: recordId,
  version: seenVersion,
  kind: z.enum(recordableKinds, { error: "请选择变动类型" }),
  happenedOn: day("请填写发生日期"),
  toUnitId: z.uuid({ error: "请选择单位" }).optional(),
  postType: z.enum(PostType).optional(),
  postTitle: text(40).optional(),
  rankLevel: z.enum(RankLevel).optional(),
  isLeader: z.boolean().optional(),
  employmentType: z.enum(EmploymentType).optional(),
  agencyName: text(60).optional(),
  contractStart: day("请填写正确的日期").optional(),
  contractEnd: day("请填写正确的日期").optional(),
  offPostReason: z.enum(["SICK", "WAITING", "INTERNAL"]).optional(),
  leaveReason: z.enum(["RESIGNED", "EXPIRED", "DISMISSED"]).optional(),
  retireKind: z.enum(RetireKind).optional(),
  detail: text(200).optional(),
});
export type RecordEvent = z.output<typeof RecordEvent>;
export type RecordableKind = RecordEvent["kind"];
