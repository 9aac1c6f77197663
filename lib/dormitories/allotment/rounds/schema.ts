import { z } from "zod";
import { id, needed, requestKey, version } from "@/lib/dormitories/schema";

/** A round shares out the free beds of one site, or of all. */
export const FreezeRound = z.object({
  requestKey,
  name: needed(2, 40, "请写批次的名称，例如 11月第2批"),
  siteId: z.uuid({ error: "请从列出的宿舍里选" }).optional(),
});
export type FreezeRound = z.output<typeof FreezeRound>;

export const TouchRound = z.object({ roundId: id, version });
export type TouchRound = z.output<typeof TouchRound>;

export const VoidRound = z.object({ roundId: id, version, note: needed(4, 200, "请写明为什么作废，不少于 4 个字") });
export type VoidRound = z.output<typeof VoidRound>;

export const AskDeviation = z.object({
  roundId: id,
  version,
  entryId: z.uuid({ error: "请选择给谁" }),
  bedId: z.uuid({ error: "请选择哪张床" }),
  reason: needed(10, 300, "请写明为什么不按名次分，不少于 10 个字"),
});
export type AskDeviation = z.output<typeof AskDeviation>;

export const DecideDeviation = z.object({
  roundId: id,
  version,
  deviationId: id,
  decision: z.enum(["APPROVED", "REFUSED"], { error: "请选择同意还是不同意" }),
});
export type DecideDeviation = z.output<typeof DecideDeviation>;
