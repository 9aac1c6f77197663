import { z } from "zod";
import { exportNames } from "@/lib/exports/rules";

const reason = z
  .string({ error: "请写明用途，不少于 5 个字" })
  .trim()
  .min(5, { error: "请写明用途，不少于 5 个字" })
  .max(200, { error: "最多 200 个字" });

/** A list to be taken out, with the filters of its address as they were seen. */
export const AskExport = z.object({
  list: z.enum(exportNames),
  query: z.string().max(2_000).default(""),
  reason,
  requestKey: z.uuid(),
  ownSecret: z
    .string()
    .max(200)
    .transform((typed) => typed || undefined)
    .optional(),
});
export type AskExport = z.output<typeof AskExport>;

export const DecideExport = z.object({
  id: z.uuid(),
  decision: z.enum(["APPROVED", "DECLINED"], { error: "请选择同意或不同意" }),
  note: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
});
export type DecideExport = z.output<typeof DecideExport>;

export const TakeExport = z.object({ id: z.uuid() });
export type TakeExport = z.output<typeof TakeExport>;

/** The address of the page that asks for an export: which list, and why it came back. */
export const ExportAddress = z.object({
  of: z.enum(exportNames).catch("people"),
  refused: z.enum(["reason", "proof", "long", "none"]).optional().catch(undefined),
});
export type ExportAddress = z.output<typeof ExportAddress>;
