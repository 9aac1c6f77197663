"use server";

import { staffAction, workerAction } from "@/lib/action";
import { answerReceipt, recordCheck } from "@/lib/hardship/visits/asking/commands";
import { AnswerReceipt, RecordCheck } from "@/lib/hardship/visits/asking/schema";

export const answerReceiptAction = workerAction("my.answerReceipt", AnswerReceipt, async (permit, input) => {
  await answerReceipt(permit, input);

  return { go: "/my/received" };
});
export const recordCheckAction = staffAction("hardship.askReceipt", RecordCheck, async (permit, input) => {
  await recordCheck(permit, input);

  return { go: `/hardship/visits/${input.campaignId}/asking` };
});
