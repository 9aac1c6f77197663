import { z } from "zod";
import { id, needed } from "@/lib/hardship/schema";

export const RevealVisit = z.object({
  rowId: id,
  field: z.enum(["contact", "condition"], { error: "请选择要看哪一项" }).default("contact"),
  reason: needed(4, 200, "请写明为什么要看，不少于 4 个字"),
});
export type RevealVisit = z.output<typeof RevealVisit>;
