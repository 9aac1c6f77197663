"use server";

import { staffAction, workerAction } from "@/lib/action";
import { applyFor, applyMine, endApplication, withdrawMine } from "@/lib/hardship/application/commands";
import { ApplyFor, ApplyMine, EndApplication, WithdrawMine } from "@/lib/hardship/application/schema";

export const applyMineAction = workerAction("my.hardship", ApplyMine, async (permit, input) => {
  await applyMine(permit, input);

  return { go: "/my/hardship" };
});
export const withdrawMineAction = workerAction("my.hardship", WithdrawMine, withdrawMine);
export const applyForAction = staffAction("hardship.apply", ApplyFor, async (permit, input) => ({
  go: `/hardship/cases/${await applyFor(permit, input)}`,
}));
export const endApplicationAction = staffAction("hardship.apply", EndApplication, endApplication);
