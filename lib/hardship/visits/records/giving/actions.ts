"use server";

import { staffAction } from "@/lib/action";
import { confirmGiving } from "@/lib/hardship/visits/records/giving/commands";
import { ConfirmGiving } from "@/lib/hardship/visits/records/giving/schema";

export const confirmGivingAction = staffAction("hardship.confirmGiving", ConfirmGiving, async (permit, input) => {
  await confirmGiving(permit, input);

  return { go: "/hardship/visits/mine" };
});
