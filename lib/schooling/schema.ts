import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { Dwelling, SchoolStage } from "@/prisma/generated/enums";

export const id = z.uuid({ error: "请刷新页面再办" });
export const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });
export const requestKey = z.uuid({ error: "请刷新页面再办" });
export const ticked = z.literal("on").optional();
export const schoolStage = z.enum(SchoolStage, { error: "请选择上几年级" });
export const dwelling = z.enum(Dwelling, { error: "请选择住在哪里" });

/** Text that has to be there. */
export const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });

export const civil = (ask: string) =>
  z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });

/** Case and version, as every form of a case carries them. */
export const At = z.object({ caseId: id, version });
export type At = z.output<typeof At>;
