import { z } from "zod";
import { civil, id, needed, requestKey, version, yuanField } from "@/lib/insurance/schema";

export const OpenTransfer = z.object({
  requestKey,
  personId: id,
  scheme: z.enum(["PENSION", "MEDICAL"], { error: "请选择转哪一险" }),
  fromPlace: needed(2, 40, "请填写原参保地"),
  toPlace: needed(2, 40, "请填写转到哪里"),
});
export type OpenTransfer = z.output<typeof OpenTransfer>;

/** One step, with the day on which the outside office took it. */
export const MoveTransfer = z.object({
  caseId: id,
  version,
  move: z.enum(["accept", "sendLetter", "atOrigin", "fundsIn", "finish"], { error: "请刷新页面再办" }),
  on: civil("请填写日期"),
  /** what arrived; with fundsIn only */
  amount: yuanField("请填写到账金额").optional(),
});
export type MoveTransfer = z.output<typeof MoveTransfer>;

export const TransferFilter = z.object({
  tab: z.enum(["running", "done"]).catch("running"),
  after: z.string().max(400).optional().catch(undefined),
});
export type TransferFilter = z.output<typeof TransferFilter>;
