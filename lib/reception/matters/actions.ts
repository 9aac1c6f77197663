"use server";
import { staffAction } from "@/lib/action";
import { finishVisit, recordMatter } from "@/lib/reception/matters/commands";
import { FinishVisit, RecordMatter } from "@/lib/reception/matters/schema";

export const recordMatterAction = staffAction("reception.recordMatter", RecordMatter, async (permit, input) => {
  const { number, dayId } = await recordMatter(permit, input);
  const desk = `/reception/${dayId}/desk`;
  return { go: input.then === "finish" ? `${desk}?recorded=${number}` : `${desk}/${input.visitId}?recorded=${number}` };
});

export const finishVisitAction = staffAction("reception.recordMatter", FinishVisit, async (permit, input) => ({
  go: `/reception/${(await finishVisit(permit, input)).dayId}/desk`,
}));
