import { z } from "zod";
import { amount, civil, fund, needed, payMode, which } from "@/lib/relief/schema";

const capReason = z.string().trim().max(300, { error: "最多 300 个字" }).optional();

/** 批准: by the union chair, a leader, or a leader for the party committee. */
export const Approve = z.object({
  ...which,
  amount: amount("请填写批准多少"),
  note: needed(2, 300, "请填写审批意见"),
  committeeNo: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
  committeeOn: civil("请填写党委会的日期").optional(),
  capReason,
});
export type Approve = z.output<typeof Approve>;

/** 不予救助 or 退回核实. */
export const Decline = z.object({ ...which, note: needed(4, 500, "请写明原因，不少于 4 个字") });
export type Decline = z.output<typeof Decline>;

/** 先行发放. */
export const PayFirst = z.object({
  ...which,
  amount: amount("请填写先发多少"),
  payMode,
  fund,
  note: needed(2, 300, "请写明为什么要先发"),
  capReason,
});
export type PayFirst = z.output<typeof PayFirst>;

/** A row that was taken back is granted again. */
export const GrantAgain = z.object(which);
export type GrantAgain = z.output<typeof GrantAgain>;
