import { z } from "zod";
import { amount, civil, event, id, needed, requestKey, ticked, which } from "@/lib/relief/schema";
import { uploadedFile } from "@/lib/cases/attachments/schema";

const told = {
  requestKey,
  event,
  happenedOn: civil("请填写哪天出的事"),
  story: needed(4, 1000, "请说说出了什么事，不少于 4 个字"),
  asked: amount("请填写大概需要多少钱"),
  /** not the event of the case that is already there */
  isAnother: ticked,
};

/** The worker on the phone, with a photo of a paper when there is one. */
export const ReportMine = z.object({ ...told, file: uploadedFile.optional() });
export type ReportMine = z.output<typeof ReportMine>;

/** Liaison or officer for the worker. */
export const ReportFor = z.object({ ...told, personId: id });
export type ReportFor = z.output<typeof ReportFor>;

/** 退回补正: everything that is missing, at once. */
export const ReturnReport = z.object({ ...which, note: needed(4, 500, "请一次写全还缺什么，职工看得到") });
export type ReturnReport = z.output<typeof ReturnReport>;

/** 撤回 or 作废. */
export const EndRelief = z.object({
  ...which,
  move: z.enum(["withdraw", "void"]),
  note: needed(2, 300, "请写明原因"),
});
export type EndRelief = z.output<typeof EndRelief>;

export const WithdrawMine = z.object(which);
export type WithdrawMine = z.output<typeof WithdrawMine>;
