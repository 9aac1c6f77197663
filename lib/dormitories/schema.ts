import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { fenOf } from "@/lib/money";
import { BedReason, LeaveReason, RepairKind, WorkShift } from "@/prisma/generated/enums";

export const id = z.uuid({ error: "请刷新页面再办" });
export const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });
export const requestKey = z.uuid({ error: "请刷新页面再办" });
export const ticked = z.literal("on").optional();
export const reason = z.enum(BedReason, { error: "请选择为什么要住宿舍" });
export const shift = z.enum(WorkShift, { error: "请选择上什么班" });
export const repairKind = z.enum(RepairKind, { error: "请选择哪里坏了" });
export const leaveReason = z.enum(LeaveReason, { error: "请选择为什么退宿" });

/** Text that has to be there. */
export const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });

export const note = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `最多 ${most} 个字，请写短一些` })
    .optional();

export const civil = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });

export const wholeNumber = (least: number, most: number, ask: string) =>
  z.coerce.number({ error: ask }).int({ error: ask }).min(least, { error: ask }).max(most, { error: ask });

/** Yuan as typed → 分. */
export const yuanField = (ask: string) =>
  z
    .string({ error: ask })
    .refine((text) => fenOf(text) !== undefined, { error: ask })
    .transform((text) => fenOf(text) ?? 0);

/** A 工号 as it is typed. */
export const staffNo = (ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .regex(/^[0-9A-Za-z]{3,16}$/, { error: ask });
