"use server";

import { staffAction } from "@/lib/action";
import { correctIdNo } from "@/lib/people/idno/commands";
import { CorrectIdNo } from "@/lib/people/idno/schema";

export const correctIdNoAction = staffAction("people.change", CorrectIdNo, async (permit, input) => {
  await correctIdNo(permit, input);

  return { go: `/people/${input.id}` };
});
