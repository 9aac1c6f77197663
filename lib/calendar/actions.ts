"use server";
import { staffAction } from "@/lib/action";
import { correctDay } from "@/lib/calendar/commands";
import { dayCorrection } from "@/lib/calendar/schema";

export const correctDayAction = staffAction("calendar.correct", dayCorrection, async (permit, input) => {
  const { tasks } = await correctDay(permit, input);

  return { go: `/calendar/days/${input.date}?tasks=${tasks}` };
});
