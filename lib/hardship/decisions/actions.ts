"use server";

import { staffAction } from "@/lib/action";
import { agree, approve, propose, refuse, saveFacts, sendBack } from "@/lib/hardship/decisions/commands";
import { Decide, Propose, SaveFacts } from "@/lib/hardship/decisions/schema";

export const saveFactsAction = staffAction("hardship.assess", SaveFacts, async (permit, input) => {
  await saveFacts(permit, input);

  return { go: `/hardship/${input.fileId}` };
});
export const proposeAction = staffAction("hardship.assess", Propose, propose);
export const refuseAction = staffAction("hardship.assess", Decide, refuse);
export const agreeAction = staffAction("hardship.agree", Decide, agree);
export const sendBackAction = staffAction("hardship.agree", Decide, sendBack);
export const approveAction = staffAction("hardship.approve", Decide, approve);
export const declineAction = staffAction("hardship.approve", Decide, refuse);
