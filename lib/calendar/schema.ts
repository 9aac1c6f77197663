import { z } from "zod";
import { parseCivil } from "@/lib/dates";

/** What one day is, against what the calendar says now. */
export const dayCorrection = z.object({
  date: z.string().refine((text) => parseCivil(text) !== undefined, "日期不对，请从日历里选"),
  kind: z.enum(["OFF", "WORK"], { error: "请选择放假还是上班" }),
  name: z.string({ error: "请填写名称，例如 国庆节" }).trim().min(1, "请填写名称，例如 国庆节").max(20, "最多20个字"),
  reason: z.string({ error: "请写明依据或原因" }).trim().min(2, "请写明依据或原因").max(200, "最多200个字"),
  /** Newest change of the year that was on the screen; empty when there was none. */
  seenId: z.string().default(""),
});
export type DayCorrection = z.output<typeof dayCorrection>;

/** In the address after a correction: how many reception days and deadlines it touches. */
export const savedQuery = z.object({ tasks: z.coerce.number().int().min(0).optional().catch(undefined) });
