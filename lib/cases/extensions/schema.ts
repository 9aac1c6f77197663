import { z } from "zod";

const caseId = z.uuid({ error: "请刷新页面再办" });
const version = z.coerce.number({ error: "请刷新页面再办" }).int();
const reason = z
  .string({ error: "请写明原因，职工看得到" })
  .trim()
  .min(4, { error: "请写明原因，职工看得到" })
  .max(500, { error: "最多 500 个字" });

export const AskExtension = z.object({
  caseId,
  version,
  days: z.coerce
    .number({ error: "请填写要延长几个工作日" })
    .int({ error: "请填写整数" })
    .min(1, { error: "至少 1 个工作日" }),
  reason,
});
export type AskExtension = z.output<typeof AskExtension>;

export const DecideExtension = z.object({
  caseId,
  extensionId: z.uuid({ error: "请刷新页面再办" }),
  decision: z.enum(["APPROVED", "REFUSED"], { error: "请选择同意或不同意" }),
  note: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
});
export type DecideExtension = z.output<typeof DecideExtension>;
