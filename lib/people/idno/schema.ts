import { z } from "zod";
import { neededText, reasonText, recordId, seenVersion } from "@/lib/people/schema";
import { IdType } from "@/prisma/generated/enums";

/** 更正证件号码 */
export const CorrectIdNo = z.object({
  id: recordId,
  version: seenVersion,
  idType: z.enum(IdType, { error: "请选择证件类型" }),
  idNo: neededText(30, "请填写新的证件号码"),
  reason: reasonText(),
});
export type CorrectIdNo = z.output<typeof CorrectIdNo>;
