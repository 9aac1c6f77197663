import { z } from "zod";

const caseId = z.uuid({ error: "请刷新页面再办" });
const text = z
  .string({ error: "请写下内容" })
  .trim()
  .min(2, { error: "请写下内容" })
  .max(1000, { error: "最多 1000 个字" });

export const AddNote = z.object({ caseId, text });
export type AddNote = z.output<typeof AddNote>;

/** 催办、督办 */
export const Urge = z.object({ caseId, text: text.optional() });
export type Urge = z.output<typeof Urge>;

export const CopyCase = z.object({
  caseId,
  loginName: z.string({ error: "请填写对方工号" }).trim().min(1, { error: "请填写对方工号" }),
});
export type CopyCase = z.output<typeof CopyCase>;

export const EditCase = z.object({
  caseId,
  version: z.coerce.number({ error: "请刷新页面再办" }).int(),
  title: z
    .string({ error: "请用一句话写清是什么事" })
    .trim()
    .min(2, { error: "请用一句话写清是什么事" })
    .max(60, { error: "最多 60 个字" }),
  content: z
    .string({ error: "请写下情况" })
    .trim()
    .min(2, { error: "请写下情况" })
    .max(2000, { error: "最多 2000 个字" }),
  demand: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
});
export type EditCase = z.output<typeof EditCase>;
