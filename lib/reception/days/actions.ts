"use server";
import { staffAction } from "@/lib/action";
import { cancelDay, rescheduleDay, retireCell, substituteHost } from "@/lib/reception/changes/commands";
import { endDay, fileDay, startDay } from "@/lib/reception/course/commands";
import { draftDay, dropDraft, editDraft, publishDay } from "@/lib/reception/days/commands";
import {
  CancelDay,
  DraftDay,
  DropDraft,
  EditDraft,
  PublishDay,
  RescheduleDay,
  RetireCell,
  RunDay,
  SubstituteHost,
} from "@/lib/reception/days/schema";

export const draftDayAction = staffAction("reception.plan", DraftDay, async (permit, input) => ({
  go: `/reception/${await draftDay(permit, input)}`,
}));

export const editDraftAction = staffAction("reception.plan", EditDraft, async (permit, input) => {
  await editDraft(permit, input);
  return { go: `/reception/${input.dayId}` };
});

export const dropDraftAction = staffAction("reception.plan", DropDraft, async (permit, input) => {
  await dropDraft(permit, input);
  return { go: "/reception" };
});

export const publishDayAction = staffAction("reception.publish", PublishDay, publishDay);

export const rescheduleDayAction = staffAction("reception.reschedule", RescheduleDay, async (permit, input) => {
  await rescheduleDay(permit, input);
  return { go: `/reception/${input.dayId}` };
});

export const cancelDayAction = staffAction("reception.cancelDay", CancelDay, cancelDay);

export const substituteHostAction = staffAction("reception.reschedule", SubstituteHost, substituteHost);

export const retireCellAction = staffAction("reception.reschedule", RetireCell, retireCell);

export const startDayAction = staffAction("reception.receive", RunDay, async (permit, input) => {
  await startDay(permit, input);
  return { go: `/reception/${input.dayId}/desk` };
});

export const endDayAction = staffAction("reception.closeDay", RunDay, async (permit, input) => {
  await endDay(permit, input);
  return { go: `/reception/${input.dayId}` };
});

export const fileDayAction = staffAction("reception.closeDay", RunDay, fileDay);
