import { z } from "zod";
import { needed } from "@/lib/insurance/schema";

/** 印全号: of which month, of which unit, and what for. */
export const OpenNumbers = z.object({
  month: z.string({ error: "请选择月份" }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "请选择月份" }),
  unit: z.uuid().optional(),
  reason: needed(4, 200, "请写明用途，不少于 4 个字"),
});
export type OpenNumbers = z.output<typeof OpenNumbers>;
