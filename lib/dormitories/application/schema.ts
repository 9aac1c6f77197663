import { z } from "zod";
import { id, needed, note, reason, requestKey, shift, ticked, version } from "@/lib/dormitories/schema";

const told = {
  requestKey,
  reason,
  shift,
  /** a site that is wished for; none = wherever there is a bed */
  siteId: z.uuid({ error: "请从列出的宿舍里选" }).optional(),
  needLower: ticked,
};

/** The worker on the phone. */
export const WishMine = z.object(told);
export type WishMine = z.output<typeof WishMine>;

/** The liaison or the officer for a worker; up to three sites, and a spouse who lives with him. */
export const WishFor = z.object({
  ...told,
  personId: id,
  secondSiteId: z.uuid({ error: "请从列出的宿舍里选" }).optional(),
  thirdSiteId: z.uuid({ error: "请从列出的宿舍里选" }).optional(),
  spouseNo: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{3,16}$/, { error: "请填写配偶的工号" })
    .optional(),
  health: note(200),
});
export type WishFor = z.output<typeof WishFor>;

export const TouchWish = z.object({ caseId: id, version });
export type TouchWish = z.output<typeof TouchWish>;

export const PassWish = z.object({
  caseId: id,
  version,
  isHealthy: z.literal("on", { error: "请先核实没有传染病，再勾选" }),
  isShiftTrue: z.literal("on", { error: "请先核实作息，再勾选" }),
  note: note(200),
});
export type PassWish = z.output<typeof PassWish>;

export const RefuseWish = z.object({ caseId: id, version, note: needed(4, 300, "请写明为什么不符合，不少于 4 个字") });
export type RefuseWish = z.output<typeof RefuseWish>;

export const EndWish = z.object({
  caseId: id,
  version,
  move: z.enum(["withdraw", "void"], { error: "请选择怎么结束" }),
  note: needed(2, 300, "请写明原因"),
});
export type EndWish = z.output<typeof EndWish>;

export const DeclineBed = z.object({ caseId: id, version, note: note(200) });
export type DeclineBed = z.output<typeof DeclineBed>;
