"use server";

import { staffAction, workerAction } from "@/lib/action";
import { enrol, giveUp, passUnion, passUnit, prepare, sendBack, submit } from "@/lib/schooling/decisions/commands";
import { Enrol, GiveUp, SendBack } from "@/lib/schooling/decisions/schema";
import { At } from "@/lib/schooling/schema";

export const prepareAction = staffAction("schooling.collect", At, prepare);
export const submitAction = staffAction("schooling.collect", At, submit);
export const submitMineAction = workerAction("my.schooling", At, submit);
/** The unit has let go of the case: its own list is where the liaison goes on. */
export const passUnitAction = staffAction("schooling.collect", At, async (permit, input) => {
  await passUnit(permit, input);

  return { go: "/schooling?done=unit" };
});
export const passUnionAction = staffAction("schooling.review", At, passUnion);
export const unitSendBackAction = staffAction("schooling.collect", SendBack, sendBack);
export const unionSendBackAction = staffAction("schooling.review", SendBack, sendBack);
export const enrolAction = staffAction("schooling.review", Enrol, enrol);
export const giveUpAction = staffAction("schooling.giveUp", GiveUp, giveUp);
