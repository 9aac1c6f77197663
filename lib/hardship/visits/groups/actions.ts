"use server";

import { staffAction } from "@/lib/action";
import { putRows, putUnit, saveGroup } from "@/lib/hardship/visits/groups/commands";
import { PutRows, PutUnit, SaveGroup } from "@/lib/hardship/visits/groups/schema";

export const saveGroupAction = staffAction("hardship.organiseVisits", SaveGroup, async (permit, input) => ({
  go: `/hardship/visits/${input.campaignId}/groups?group=${await saveGroup(permit, input)}`,
}));
export const putUnitAction = staffAction("hardship.organiseVisits", PutUnit, async (permit, input) => {
  await putUnit(permit, input);

  return { go: `/hardship/visits/${input.campaignId}/groups?group=${input.groupId}` };
});
export const putRowsAction = staffAction("hardship.organiseVisits", PutRows, async (permit, input) => {
  await putRows(permit, input);

  return { go: `/hardship/visits/${input.campaignId}/groups?group=${input.groupId}` };
});
