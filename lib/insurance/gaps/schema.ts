import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { civil, id, needed } from "@/lib/insurance/schema";
import { GapReason, PersuasionResult } from "@/prisma/generated/enums";

/** Why somebody is not insured, as it was found out. */
export const RecordReason = z.object({
  personId: id,
  /** version on the screen; 0 = nobody has looked into it */
  seen: z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" }),
  reason: z.enum(GapReason, { error: "请选择没有参保的原因" }),
  expectedOn: civil("请填写预计哪天解决"),
  note: z.string().trim().max(300, { error: "最多 300 个字" }).optional(),
});
export type RecordReason = z.output<typeof RecordReason>;

/** A signed waiver that was handed in, as a photo or scan. */
export const KeepWaiver = z.object({ personId: id, waiverOn: civil("请填写声明上的日期"), file: uploadedFile });
export type KeepWaiver = z.output<typeof KeepWaiver>;

/** 宣讲动员. */
export const RecordTalk = z.object({
  personId: id,
  heldOn: civil("请填写哪天谈的"),
  byName: needed(2, 40, "请填写谁谈的"),
  result: z.enum(PersuasionResult, { error: "请选择结果" }),
  note: needed(4, 300, "请写下谈了什么，不少于 4 个字"),
});
export type RecordTalk = z.output<typeof RecordTalk>;
