import { z } from "zod";
import { cause, id, needed, requestKey, version, wholeNumber, yuanField } from "@/lib/hardship/schema";

const told = {
  requestKey,
  mainCause: cause,
  secondCause: cause.optional(),
  size: wholeNumber(1, 20, "请填写家里一共几口人"),
  /** of the whole family, a month: nobody knows the year by heart */
  monthlyIncome: yuanField("请填写全家一个月大概挣多少"),
  story: needed(4, 1000, "请说说家里的困难，不少于 4 个字"),
};

/** The worker on the phone. */
export const ApplyMine = z.object(told);
export type ApplyMine = z.output<typeof ApplyMine>;

/** Liaison or officer for the worker. */
export const ApplyFor = z.object({ ...told, personId: id });
export type ApplyFor = z.output<typeof ApplyFor>;

/** 撤回 or 作废. */
export const EndApplication = z.object({
  caseId: id,
  version,
  move: z.enum(["withdraw", "void"]),
  note: needed(2, 300, "请写明原因"),
});
export type EndApplication = z.output<typeof EndApplication>;

export const WithdrawMine = z.object({ caseId: id, version });
export type WithdrawMine = z.output<typeof WithdrawMine>;
