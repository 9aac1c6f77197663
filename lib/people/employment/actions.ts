"use server";

import { staffAction } from "@/lib/action";
import { recordEvent } from "@/lib/people/employment/commands";
import { RecordEvent } from "@/lib/people/employment/schema";

export const recordEventAction = staffAction("people.change", RecordEvent, async (permit, input) => {
  await recordEvent(permit, input);

  return { go: `/people/${input.id}#history` };
});
