import { z } from "zod";

const id = z.uuid({ error: "请刷新页面再办" });

export const OfferHandOver = z.object({
  caseId: id,
  version: z.coerce.number({ error: "请刷新页面再办" }).int(),
  toUnitId: z.uuid({ error: "请选择转给哪个单位" }),
  reason: z
    .string({ error: "请写明为什么转" })
    .trim()
    .min(4, { error: "请写明为什么转" })
    .max(500, { error: "最多 500 个字" }),
});
export type OfferHandOver = z.output<typeof OfferHandOver>;

export const DecideHandOver = z.object({
  caseId: id,
  handOverId: id,
  decision: z.enum(["ACCEPTED", "RETURNED"], { error: "请选择接收或退回" }),
  note: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
});
export type DecideHandOver = z.output<typeof DecideHandOver>;
