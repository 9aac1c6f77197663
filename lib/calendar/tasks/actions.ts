"use server";
import { staffAction } from "@/lib/action";
import { settleTask } from "@/lib/calendar/tasks/commands";
import { taskSettlement } from "@/lib/calendar/tasks/schema";

export const settleTaskAction = staffAction("calendar.settle", taskSettlement, async (permit, input) => {
  await settleTask(permit, input);
});
