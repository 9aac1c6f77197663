import { z } from "zod";
import { neededText, reasonText, recordId, text } from "@/lib/people/schema";
import { HonourLevel } from "@/prisma/generated/enums";

export const AddHonour = z.object({
  personId: recordId,
  name: neededText(60, "请填写荣誉名称"),
  level: z.enum(HonourLevel, { error: "请选择级别" }),
  year: z.coerce
    .number({ error: "请填写年度，例如 2025" })
    .int({ error: "请填写年度，例如 2025" })
    .min(1950, { error: "请填写四位年度" }),
  awardedBy: neededText(60, "请填写授予单位"),
  certificate: text(40).optional(),
});
export type AddHonour = z.output<typeof AddHonour>;

export const VoidHonour = z.object({ personId: recordId, honourId: recordId, reason: reasonText(2) });
export type VoidHonour = z.output<typeof VoidHonour>;
