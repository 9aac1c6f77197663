"use server";

import { staffAction } from "@/lib/action";
import { addHonour, voidHonour } from "@/lib/people/honours/commands";
import { AddHonour, VoidHonour } from "@/lib/people/honours/schema";

export const addHonourAction = staffAction("people.change", AddHonour, async (permit, input) => {
  await addHonour(permit, input);

  return { go: `/people/${input.personId}#honours` };
});

export const voidHonourAction = staffAction("people.change", VoidHonour, async (permit, input) => {
  await voidHonour(permit, input);

  return { go: `/people/${input.personId}#honours` };
});
