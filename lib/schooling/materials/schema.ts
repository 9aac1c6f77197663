import { z } from "zod";
import { attachmentKind, uploadedFile } from "@/lib/cases/attachments/schema";
import { civil, id, ticked } from "@/lib/schooling/schema";

const day = civil("请按 2026-12-01 的样子填写日期").optional();

/** One paper as the liaison or the officer keeps it: whether it is here, seen, what it covers, what is wrong with it. */
export const RecordPaper = z.object({
  caseId: id,
  kind: attachmentKind,
  state: z.enum(["RECEIVED", "VERIFIED", "NOT_APPLICABLE"], { error: "请选择收到没有" }),
  from: day,
  to: day,
  from2: day,
  to2: day,
  validUntil: day,
  /** 户口簿, 身份证, 不动产查询: the other parent's is here too */
  coversOther: ticked,
  problem: z.string().trim().max(120, { error: "最多 120 个字" }).optional(),
});
export type RecordPaper = z.output<typeof RecordPaper>;

/** Originals that were seen at one go; one box ticked arrives as a text. */
export const SeePapers = z.object({
  caseId: id,
  kinds: z.preprocess(
    (given) => (typeof given === "string" ? [given] : given),
    z.array(attachmentKind, { error: "请勾选看过哪几样" }).min(1, { error: "请勾选看过哪几样" }).max(20),
  ),
  coversOther: ticked,
});
export type SeePapers = z.output<typeof SeePapers>;

/** A photo of a paper, taken on the phone or at the desk; the days may come with it. */
export const SendPaper = z.object({
  caseId: id,
  kind: attachmentKind,
  from: day,
  to: day,
  validUntil: day,
  coversOther: ticked,
  file: uploadedFile,
});
export type SendPaper = z.output<typeof SendPaper>;

export const ChangeDwelling = z.object({
  caseId: id,
  dwelling: z.enum(["OWNED", "RENTED", "DORMITORY", "BORROWED"], { error: "请选择住在哪里" }),
  isApart: ticked,
});
export type ChangeDwelling = z.output<typeof ChangeDwelling>;
