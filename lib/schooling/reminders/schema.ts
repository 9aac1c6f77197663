import { z } from "zod";
import { id } from "@/lib/schooling/schema";

/** All families of the list of an intake, or those of one unit. */
export const RemindParents = z.object({
  year: z.coerce.number({ error: "请从提醒名单上发" }).int({ error: "请从提醒名单上发" }),
  unit: id.optional(),
});
export type RemindParents = z.output<typeof RemindParents>;

/** A child of the list, whose parent was told face to face. */
export const TellParent = z.object({ memberId: id });
export type TellParent = z.output<typeof TellParent>;

export const KnowReminder = z.object({ reminderId: id });
export type KnowReminder = z.output<typeof KnowReminder>;
