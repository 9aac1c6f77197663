import { z } from "zod";

const first = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value);
const batchId = z.uuid({ error: "请刷新页面再办" });

/** An uploaded sheet. What it holds is found out by reading it, not by its name. */
export const UploadedSheet = z.object({
  register: z.string().max(40),
  requestKey: z.uuid(),
  file: z
    .instanceof(File, { error: "请选择要导入的表格" })
    .refine(({ size }) => size > 0, { error: "请选择要导入的表格" })
    .refine(({ size }) => size <= 10 * 1024 * 1024, { error: "文件超过10MB，请分成几个文件上传" }),
});
export type UploadedSheet = z.output<typeof UploadedSheet>;

/** 全部正确才导入 | 只导入正确的行 */
export const ConfirmImport = z.object({
  batchId,
  mode: z.enum(["all", "correct"], { error: "请选择怎样导入" }),
});
export type ConfirmImport = z.output<typeof ConfirmImport>;

export const DropImport = z.object({ batchId });
export type DropImport = z.output<typeof DropImport>;

export const UndoImport = z.object({
  batchId,
  reason: z
    .string({ error: "请写明撤销原因，不少于 2 个字" })
    .trim()
    .min(2, { error: "请写明撤销原因，不少于 2 个字" })
    .max(200, { error: "最多 200 个字" }),
});
export type UndoImport = z.output<typeof UndoImport>;

/** Which rows of the report are on the screen. */
export const ReportFilter = z.object({
  rows: z.preprocess(first, z.enum(["WRONG", "NEW", "CHANGED", "SAME", "KEPT"]).optional().catch(undefined)),
  after: z.preprocess(first, z.coerce.number().int().min(0).max(2_000_000).optional().catch(undefined)),
});
export type ReportFilter = z.output<typeof ReportFilter>;
