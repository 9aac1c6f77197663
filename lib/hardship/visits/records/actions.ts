"use server";

import { staffAction } from "@/lib/action";
import { recordNotMet, recordVisit } from "@/lib/hardship/visits/records/commands";
import { RecordNotMet, RecordVisit } from "@/lib/hardship/visits/records/schema";

export const recordVisitAction = staffAction("hardship.recordVisit", RecordVisit, async (permit, input) => ({
  go: `/hardship/visits/${input.campaignId}/rows/${await recordVisit(permit, input)}`,
}));
export const recordNotMetAction = staffAction("hardship.recordVisit", RecordNotMet, async (permit, input) => ({
  go: `/hardship/visits/${input.campaignId}/rows/${await recordNotMet(permit, input)}`,
}));
