"use server";
import { staffAction } from "@/lib/action";
import { enterYear } from "@/lib/calendar/years/commands";
import { yearEntry } from "@/lib/calendar/years/schema";

export const enterYearAction = staffAction("calendar.correct", yearEntry, async (permit, input) => {
  const { days, tasks } = await enterYear(permit, input);

  return { go: `/calendar?year=${input.year}&days=${days}&tasks=${tasks}` };
});
