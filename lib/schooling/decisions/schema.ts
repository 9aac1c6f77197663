import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { At, civil, needed } from "@/lib/schooling/schema";
import { ContactParty, UnresolvedReason } from "@/prisma/generated/enums";

export const SendBack = z.object({ ...At.shape, note: needed(4, 800, "请一次写全还缺哪些材料") });
export type SendBack = z.output<typeof SendBack>;

/** 协调记录 */
export const LogContact = z.object({
  ...At.shape,
  party: z.enum(ContactParty, { error: "请选择和谁联系的" }),
  madeOn: civil("请填写哪天联系的"),
  content: needed(4, 500, "请写下说了什么，不少于 4 个字"),
  result: needed(2, 300, "请写下结果"),
});
export type LogContact = z.output<typeof LogContact>;

/** 现场初审、复审 as the education bureau decided. */
export const RecordCheck = z.object({
  ...At.shape,
  result: z.enum(["passed", "failed", "failedReturn"], { error: "请选择结果" }),
  checkedOn: civil("请填写哪天审的"),
  note: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
  schoolName: z.string().trim().max(60, { error: "最多 60 个字" }).optional(),
  file: uploadedFile.optional(),
});
export type RecordCheck = z.output<typeof RecordCheck>;

export const Enrol = z.object({
  ...At.shape,
  outcome: z.enum(["PUBLIC", "PRIVATE", "HOMETOWN", "OWN_SOLUTION"], { error: "请选择结果" }),
  schoolName: needed(2, 60, "请填写学校"),
  className: z.string().trim().max(30, { error: "最多 30 个字" }).optional(),
  enrolledOn: civil("请填写哪天入学"),
});
export type Enrol = z.output<typeof Enrol>;

export const GiveUp = z.object({
  ...At.shape,
  reason: z.enum(UnresolvedReason, { error: "请选择为什么没解决" }),
  note: needed(4, 500, "请写明为什么没有解决、明年怎么办"),
});
export type GiveUp = z.output<typeof GiveUp>;
