import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { fenOf } from "@/lib/money";
import { FundSource, PayMode, ReliefEvent } from "@/prisma/generated/enums";

export const id = z.uuid({ error: "请刷新页面再办" });
export const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });
export const requestKey = z.uuid({ error: "请刷新页面再办" });
export const ticked = z.literal("on").optional();
export const event = z.enum(ReliefEvent, { error: "请选择出了什么事" });
export const payMode = z.enum(PayMode, { error: "请选择怎么发" });
export const fund = z.enum(FundSource, { error: "请选择钱从哪里出" });

/** Text that has to be there. */
export const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });

/** Yuan as typed → 分, more than nothing. */
export const amount = (ask: string) =>
  z
    .string({ error: ask })
    .refine((text) => (fenOf(text) ?? 0) > 0, { error: "请填写金额，例如 800 或 800.50" })
    .refine((text) => (fenOf(text) ?? 0) <= 100_000_000, { error: "金额太大，请核对" })
    .transform((text) => fenOf(text) ?? 0);

export const civil = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });

export const staffNo = (ask: string) =>
  z.string({ error: ask }).trim().min(1, { error: ask }).max(16, { error: "工号最多 16 位" });

/** The case and what stood on the screen. */
export const which = { caseId: id, version };
