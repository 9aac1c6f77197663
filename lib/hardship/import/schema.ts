import { z } from "zod";
import { cause, civil, wholeNumber } from "@/lib/hardship/schema";
import { causeWords, levelWords } from "@/lib/hardship/words";
import { HardshipLevel } from "@/prisma/generated/enums";

/** A word of the sheet → the value behind it; what is no word of ours stays and is refused. */
const behind = (words: Readonly<Record<string, string>>) => (word: unknown) =>
  Object.entries(words).find(([, one]) => one === word)?.[0] ?? word;

/** One household of the paper register as the sheet holds it. */
export const PaperRow = z.object({
  staffNo: z.string({ error: "请填写户主的工号" }).trim().max(16, { error: "工号最多 16 位" }),
  worker: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
  level: z.preprocess(behind(levelWords), z.enum(HardshipLevel, { error: "请填写困难等级" })),
  mainCause: z.preprocess(behind(causeWords), cause),
  secondCause: z.preprocess(behind(causeWords), cause.optional()),
  onFileSince: civil("请填写建档日期，例如 2024-03-12"),
  lastReviewedOn: civil("请填写日期，例如 2025-11-18").optional(),
  size: wholeNumber(1, 20, "请填写一起生活的人数，1 到 20").optional(),
  note: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
});
export type PaperRow = z.output<typeof PaperRow>;
