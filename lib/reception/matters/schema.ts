import { z } from "zod";
import { categories, noMatterReasons, type Category, type NoMatterReason } from "@/lib/reception/matters/words";

const id = z.uuid({ error: "请重新选择" });
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `最多 ${most} 个字` });
const asked = (most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(2, { error: ask })
    .max(most, { error: `最多 ${most} 个字` });
const category = z.enum(Object.keys(categories) as [Category, ...Category[]], { error: "请选择是哪方面的事" });
const reason = z.enum(Object.keys(noMatterReasons) as [NoMatterReason, ...NoMatterReason[]], {
  error: "请选择为什么没有事项",
});

/** What a matter of a talk says, in the talk itself or from paper. */
export const matterFields = {
  requestKey: z.uuid({ error: "请刷新页面再登记" }),
  category,
  title: asked(60, "请用一句话写清是什么事"),
  content: asked(2000, "请写下来访人说的情况"),
  demand: words(500).optional(),
  mode: z.enum(["ON_SPOT", "ASSIGN", "REPORT_UP", "TELL_WHERE"], { error: "请选择怎么办" }),
  instruction: words(500).optional(),
  complexity: z.enum(["SIMPLE", "ORDINARY", "COMPLEX"], { error: "请选择难易" }).default("ORDINARY"),
  confidentiality: z.enum(["ORDINARY", "SENSITIVE", "RESTRICTED"]).default("ORDINARY"),
  handlerUnitId: id.optional(),
  answer: words(1000).optional(),
  outcome: z.enum(["RESOLVED", "PARTLY", "EXPLAINED", "UNABLE"]).optional(),
  accusedStaffNo: words(20).optional(),
  accusedUnitId: id.optional(),
  earlierCaseId: id.optional(),
};

/** 登记一件事; `then` says whether the visitor has another one or the talk is over. */
export const RecordMatter = z.object({
  ...matterFields,
  visitId: id,
  then: z.enum(["another", "finish"]).default("another"),
});
export type RecordMatter = z.output<typeof RecordMatter>;

/** 谈完了, with the reason if nothing was recorded */
export const FinishVisit = z.object({ visitId: id, noMatterReason: reason.optional() });
export type FinishVisit = z.output<typeof FinishVisit>;
