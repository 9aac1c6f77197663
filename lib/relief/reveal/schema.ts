import { z } from "zod";
import { id, needed } from "@/lib/relief/schema";

/** What of a case stays encrypted until somebody says why it is needed. */
export const RevealRelief = z.object({
  caseId: id,
  field: z.enum(["story", "found"], { error: "请选择要看哪一项" }),
  reason: needed(4, 200, "请写明为什么要看，不少于 4 个字"),
});
export type RevealRelief = z.output<typeof RevealRelief>;
