"use server";

import { staffAction, workerAction } from "@/lib/action";
import { knowReminder, remindParents, tellParent } from "@/lib/schooling/reminders/commands";
import { KnowReminder, RemindParents, TellParent } from "@/lib/schooling/reminders/schema";

export const remindParentsAction = staffAction("schooling.plan", RemindParents, async (permit, input) => {
  await remindParents(permit, input);
});
export const tellParentAction = staffAction("schooling.plan", TellParent, tellParent);
export const knowReminderAction = workerAction("my.schooling", KnowReminder, knowReminder);
