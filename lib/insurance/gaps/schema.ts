import { z } from "zod";
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
  /** the day of a signed waiver; it is kept and changes nothing */
  waiverOn: civil("请按 2026-11-22 的样子填写日期").optional(),
});
export type RecordReason = z.output<typeof RecordReason>;

/** 宣讲动员. */
export const RecordTalk = z.object({
  personId: id,
  heldOn: civil("请填写哪天谈的"),
  byName: needed(2, 40, "请填写谁谈的"),
  result: z.enum(PersuasionResult, { error: "请选择结果" }),
  note: needed(4, 300, "请写下谈了什么，不少于 4 个字"),
});
export type RecordTalk = z.output<typeof RecordTalk>;
