import { z } from "zod";
import {
  cars,
  cause,
  housing,
  id,
  needed,
  schoolFee,
  ticked,
  version,
  wholeNumber,
  yuanField,
} from "@/lib/hardship/schema";
import { CancelReason, FileOutcome, HardshipLevel } from "@/prisma/generated/enums";

const money = yuanField("没有就填 0");

/** What the officer has established; the income test is reckoned from it. */
export const SaveFacts = z.object({
  fileId: id,
  caseId: id,
  version,
  /** version of the figures on the screen */
  seen: version,
  mainCause: cause,
  secondCause: cause.optional(),
  /** of the whole family, a year */
  income: yuanField("请填写家庭年总收入"),
  medical: money,
  education: money,
  disability: money,
  size: wholeNumber(1, 20, "请填写一起生活的人数"),
  accidentCost: money,
  isDisaster: ticked,
  dwellings: wholeNumber(0, 9, "请填写几套住房"),
  housing,
  area: wholeNumber(0, 999, "请填写建筑面积").optional(),
  cars,
  hasBusiness: ticked,
  schoolFee,
  isSingleParent: ticked,
  noneEmployed: ticked,
  health: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
});
export type SaveFacts = z.output<typeof SaveFacts>;

const opinion = needed(2, 500, "请写明意见");

export const Propose = z.object({
  caseId: id,
  version,
  level: z.enum(HardshipLevel, { error: "请选择困难等级" }),
  deviationReason: z.string().trim().max(300, { error: "最多 300 个字" }).optional(),
  note: opinion,
});
export type Propose = z.output<typeof Propose>;

/** 同意, 退回, 批准 or 不符合, each with an opinion. */
export const Decide = z.object({ caseId: id, version, note: opinion });
export type Decide = z.output<typeof Decide>;

export const ProposeReview = Propose.extend({ outcome: z.enum(FileOutcome, { error: "请选择继续在档还是脱困" }) });
export type ProposeReview = z.output<typeof ProposeReview>;

export const CancelFile = z.object({
  fileId: id,
  version,
  reason: z.enum(CancelReason, { error: "请选择为什么注销" }),
  note: needed(4, 300, "请写明情况，不少于 4 个字"),
});
export type CancelFile = z.output<typeof CancelFile>;

export const TouchFile = z.object({ fileId: id, version });
export type TouchFile = z.output<typeof TouchFile>;
