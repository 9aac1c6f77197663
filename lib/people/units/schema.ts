import { z } from "zod";
import { day, neededText, reasonText, recordId, seenVersion, text } from "@/lib/people/schema";
import { UnitType } from "@/prisma/generated/enums";

const unitName = neededText(40, "请填写单位名称");

export const AddUnit = z.object({
  parentId: recordId,
  code: z
    .string({ error: "请填写单位编码" })
    .trim()
    .regex(/^[A-Za-z0-9-]{1,20}$/, { error: "编码用数字、字母或短横线，最多20位" }),
  name: unitName,
  type: z.enum(UnitType, { error: "请选择单位类型" }),
  validFrom: day("请填写设立日期"),
  head: text(40).optional(),
  phone: text(30).optional(),
  address: text(100).optional(),
  unionGroup: text(40).optional(),
});
export type AddUnit = z.output<typeof AddUnit>;

export const ChangeUnit = z.object({
  id: recordId,
  version: seenVersion,
  name: unitName,
  sortNo: z.coerce.number({ error: "请填写序号" }).int({ error: "序号应为整数" }).min(0).max(99999).default(0),
  head: text(40).optional(),
  phone: text(30).optional(),
  address: text(100).optional(),
  unionGroup: text(40).optional(),
});
export type ChangeUnit = z.output<typeof ChangeUnit>;

export const MoveUnit = z.object({ id: recordId, version: seenVersion, parentId: z.uuid({ error: "请选择上级单位" }) });
export type MoveUnit = z.output<typeof MoveUnit>;

export const CloseUnit = z.object({ id: recordId, version: seenVersion, reason: reasonText() });
export type CloseUnit = z.output<typeof CloseUnit>;

export const MergeUnit = z.object({
  id: recordId,
  version: seenVersion,
  intoId: z.uuid({ error: "请选择并入的单位" }),
  reason: reasonText(),
});
export type MergeUnit = z.output<typeof MergeUnit>;
