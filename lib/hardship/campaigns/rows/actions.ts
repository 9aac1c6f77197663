"use server";

import { staffAction } from "@/lib/action";
import { askOff, keepOn, nominate, reportUnit, takeOff } from "@/lib/hardship/campaigns/rows/commands";
import { Nominate, ReportUnit, SaidRow, TouchRow } from "@/lib/hardship/campaigns/schema";

export const nominateAction = staffAction("hardship.nominateVisits", Nominate, async (permit, input) => {
  await nominate(permit, input);

  return { go: `/hardship/visits/${input.campaignId}/add?added=1` };
});
export const takeOffAction = staffAction("hardship.planVisits", SaidRow, takeOff);
export const askOffAction = staffAction("hardship.nominateVisits", SaidRow, askOff);
export const keepOnAction = staffAction("hardship.planVisits", TouchRow, keepOn);
export const reportUnitAction = staffAction("hardship.nominateVisits", ReportUnit, reportUnit);
