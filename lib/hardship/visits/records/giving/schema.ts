import { z } from "zod";
import { id } from "@/lib/hardship/schema";

/** 确认一起发放 */
export const ConfirmGiving = z
  .object({
    recordId: id,
    answer: z.enum(["yes", "no"], { error: "请选择是不是您一起发的" }),
    reason: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
  })
  .refine(({ answer, reason }) => answer === "yes" || (reason ?? "").length >= 4, {
    path: ["reason"],
    error: "请写明是怎么回事，不少于 4 个字",
  });
export type ConfirmGiving = z.output<typeof ConfirmGiving>;
