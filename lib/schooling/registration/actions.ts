"use server";

import { staffAction, workerAction } from "@/lib/action";
import { endPlacement, registerFor, registerMine, withdrawMine } from "@/lib/schooling/registration/commands";
import { EndPlacement, RegisterFor, RegisterMine } from "@/lib/schooling/registration/schema";
import { At } from "@/lib/schooling/schema";

export const registerMineAction = workerAction("my.schooling", RegisterMine, async (permit, input) => {
  await registerMine(permit, input);

  return { go: "/my/schooling" };
});
export const withdrawMineAction = workerAction("my.schooling", At, withdrawMine);
export const registerForAction = staffAction("schooling.register", RegisterFor, async (permit, input) => ({
  go: `/schooling/${await registerFor(permit, input)}`,
}));
export const endPlacementAction = staffAction("schooling.register", EndPlacement, async (permit, input) => {
  await endPlacement(permit, input);

  return { go: "/schooling" };
});
