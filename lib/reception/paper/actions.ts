"use server";
import { staffAction } from "@/lib/action";
import { keyInTalk, keyInVisit } from "@/lib/reception/paper/commands";
import { PaperTalk, PaperVisit } from "@/lib/reception/paper/schema";

export const keyInVisitAction = staffAction("reception.recordMatter", PaperVisit, async (permit, input) => {
  const { number, visitId } = await keyInVisit(permit, input);
  return { go: `/reception/${input.dayId}/paper?recorded=${number}&visit=${visitId}` };
});

export const keyInTalkAction = staffAction("reception.recordMatter", PaperTalk, async (permit, input) => {
  await keyInTalk(permit, input);
  return { go: `/reception/${input.dayId}/paper?recorded=1` };
});
