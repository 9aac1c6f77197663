import { z } from "zod";
import { id, needed } from "@/lib/hardship/schema";

/** What of a file stays encrypted until somebody says why it is needed. */
export const RevealFile = z.object({
  fileId: id,
  field: z.enum(["story", "health", "observed"], { error: "请选择要看哪一项" }),
  reason: needed(4, 200, "请写明为什么要看，不少于 4 个字"),
});
export type RevealFile = z.output<typeof RevealFile>;
