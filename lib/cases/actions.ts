"use server";

import { staffAction } from "@/lib/action";
import { moveCase } from "@/lib/cases/commands";
import { registerCase } from "@/lib/cases/registration/commands";
import { MoveCase, OpenCase } from "@/lib/cases/schema";

export const openCaseAction = staffAction("cases.open", OpenCase, async (permit, input) => ({
  go: `/cases/${await registerCase(permit, input)}/done`,
}));
export const moveCaseAction = staffAction("cases.move", MoveCase, async (permit, input) => {
  await moveCase(permit, input);
});
