"use server";

import { staffAction, workerAction } from "@/lib/action";
import { checkObjection, objectMine, objectTo, settleObjection } from "@/lib/notices/objections/commands";
import { CheckObjection, ObjectMine, ObjectTo, SettleObjection } from "@/lib/notices/objections/schema";

export const objectToAction = staffAction("notices.object", ObjectTo, async (permit, input) => {
  await objectTo(permit, input);

  return { go: `/notices/${input.noticeId}` };
});
export const checkObjectionAction = staffAction("notices.check", CheckObjection, checkObjection);
export const settleObjectionAction = staffAction("notices.settle", SettleObjection, settleObjection);
export const objectMineAction = workerAction("my.object", ObjectMine, async (permit, input) => {
  await objectMine(permit, input);

  return { go: `/my/notices/${input.noticeId}?said=1` };
});
