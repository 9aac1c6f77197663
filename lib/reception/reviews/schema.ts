import { z } from "zod";

const id = z.uuid({ error: "请重新选择" });

/** Settles one row of the needs-review list: moved to another cell, cancelled, or kept; and how the person was told. */
export const SettleReview = z
  .object({
    reviewId: id,
    outcome: z.enum(["MOVED", "CANCELLED", "KEPT"], { error: "请选择怎么处理" }),
    toldHow: z.enum(["PHONE", "IN_PERSON", "LIAISON"], { error: "请选择怎么告诉本人的" }),
    slotId: id.optional(),
    requestKey: z.uuid({ error: "请刷新页面再办" }),
    note: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
  })
  .refine(({ outcome, slotId }) => outcome !== "MOVED" || slotId !== undefined, {
    error: "请选择改到哪个时间",
    path: ["slotId"],
  });
export type SettleReview = z.output<typeof SettleReview>;
