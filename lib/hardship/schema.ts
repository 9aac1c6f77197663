import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { fenOf } from "@/lib/money";
import { AttachmentKind, CarUse, HardshipCause, Housing, SchoolFee } from "@/prisma/generated/enums";

export const id = z.uuid({ error: "请刷新页面再办" });
export const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });
export const requestKey = z.uuid({ error: "请刷新页面再办" });
export const ticked = z.literal("on").optional();
export const cause = z.enum(HardshipCause, { error: "请选择致困原因" });
export const housing = z.enum(Housing, { error: "请选择住房情况" });
export const cars = z.enum(CarUse, { error: "请选择有没有车" });
export const schoolFee = z.enum(SchoolFee, { error: "请选择孩子上学的情况" });
export const documents = z.array(z.enum(AttachmentKind)).default([]);

/** Text that has to be there. */
export const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });

/** Yuan as typed → 分. */
export const yuanField = (ask: string) =>
  z
    .string({ error: ask })
    .refine((text) => fenOf(text) !== undefined, { error: "请填写金额，例如 60240 或 60240.50" })
    .transform((text) => fenOf(text) ?? 0);

export const wholeNumber = (least: number, most: number, ask: string) =>
  z.coerce.number({ error: ask }).int({ error: ask }).min(least, { error: ask }).max(most, { error: ask });

export const civil = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });
