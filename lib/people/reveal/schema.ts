import { z } from "zod";
import { neededText, reasonText, recordId } from "@/lib/people/schema";

/** What may be shown in clear, one thing at a time. */
export const Reveal = z.object({
  id: recordId,
  field: z.enum(["idNo", "mobile", "bankCard", "address", "care"], { error: "请选择要看哪一项" }),
  reason: reasonText(),
});
export type Reveal = z.output<typeof Reveal>;

/** 按身份证号查找: posted, never part of an address. */
export const FindByIdNo = z.object({ idNo: neededText(30, "请填写身份证号") });
export type FindByIdNo = z.output<typeof FindByIdNo>;
