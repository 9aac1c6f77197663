import { z } from "zod";
import { id, requestKey } from "@/lib/hardship/schema";
import { ReceiptCheckResult } from "@/prisma/generated/enums";

/** 收到了 / 没收到, on the worker's phone; a sentence is welcome and never demanded. */
export const AnswerReceipt = z.object({
  requestKey,
  signOffId: id,
  answer: z.enum(["yes", "no"], { error: "请点「收到了」或者「没收到」" }),
  words: z.string().trim().max(300, { error: "说得短一些，最多 300 个字" }).optional(),
});
export type AnswerReceipt = z.output<typeof AnswerReceipt>;

/** 登记抽查回访 */
export const RecordCheck = z
  .object({
    requestKey,
    campaignId: id,
    rowId: id,
    result: z.enum(ReceiptCheckResult, { error: "请选择问到的结果" }),
    note: z.string().trim().max(300, { error: "最多 300 个字" }).optional(),
  })
  .refine(({ result, note }) => result !== "NOT_RECEIVED" || (note ?? "").length >= 2, {
    path: ["note"],
    error: "请写下家里是怎么说的",
  });
export type RecordCheck = z.output<typeof RecordCheck>;

export const AskFilter = z.object({ after: z.string().max(400).optional().catch(undefined) });
export type AskFilter = z.output<typeof AskFilter>;
