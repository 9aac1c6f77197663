import { z } from "zod";
import { parseCivil, parseMonth } from "@/lib/dates";
import { fenOf } from "@/lib/money";

export const id = z.uuid({ error: "请刷新页面再办" });
export const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });
export const requestKey = z.uuid({ error: "请刷新页面再办" });

/** Text that has to be there. */
export const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });

export const month = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseMonth(text) !== undefined, { error: ask });

export const civil = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });

/** Yuan as typed → 分. */
export const yuanField = (ask: string) =>
  z
    .string({ error: ask })
    .refine((text) => fenOf(text) !== undefined, { error: "请填写金额，例如 2510 或 2510.50" })
    .transform((text) => fenOf(text) ?? 0);

/** 受理号 as the insurance office prints it. */
export const receiptNo = z
  .string({ error: "请填写受理号" })
  .trim()
  .regex(/^[\p{L}\p{N}〔〕（）()[\]【】/—-]{4,40}$/u, { error: "受理号 4 到 40 个字，照回执填写，中间不留空格" });
