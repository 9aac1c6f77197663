import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { isMobile, isStaffNo, normaliseMobile, normaliseName, normaliseStaffNo, refuseName } from "@/lib/people/rules";

/** The fields that several forms about a person share. A field left empty arrives as undefined. */
export const personName = z
  .string({ error: "请填写姓名" })
  .transform(normaliseName)
  .superRefine((name, context) => {
    const sentence = refuseName(name);
    if (sentence) context.addIssue({ code: "custom", message: sentence });
  });

export const mobileNo = z.string().transform(normaliseMobile).refine(isMobile, { error: "手机号应为11位，以1开头" });

export const staffNumber = z
  .string({ error: "请填写工号" })
  .transform(normaliseStaffNo)
  .refine(isStaffNo, { error: "工号应为3到16位数字或字母" });

export const recordId = z.uuid({ error: "请重新选择" });

export const seenVersion = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });

/** A day of the calendar; `ask` is said when it is missing or does not exist. */
export const day = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });

/** Text of at most `most` characters. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `最多 ${most} 个字` });

/** Text that must be there. */
export const neededText = (most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(1, { error: ask })
    .max(most, { error: `最多 ${most} 个字` });

/** Why something is done: short, but more than a mark. */
export const reasonText = (least = 5) =>
  z
    .string({ error: `请写明原因，不少于 ${least} 个字` })
    .trim()
    .min(least, { error: `请写明原因，不少于 ${least} 个字` })
    .max(200, { error: "最多 200 个字" });
