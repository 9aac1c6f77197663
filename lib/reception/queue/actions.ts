"use server";
import { staffAction } from "@/lib/action";
import {
  arriveBooked,
  arriveWalkIn,
  callNext,
  callOne,
  explainNoShow,
  leaveVisit,
  missCall,
  startVisit,
} from "@/lib/reception/queue/commands";
import { ArriveBooked, ArriveWalkIn, CallNext, NoShow, OneVisit, VisitAtDoor } from "@/lib/reception/queue/schema";

export const arriveBookedAction = staffAction("reception.receive", ArriveBooked, async (permit, input) => {
  const { queueNo } = await arriveBooked(permit, input);
  return { go: `/reception/${input.dayId}/desk?number=${queueNo}` };
});

export const arriveWalkInAction = staffAction("reception.receive", ArriveWalkIn, async (permit, input) => {
  const { queueNo } = await arriveWalkIn(permit, input);
  return { go: `/reception/${input.dayId}/desk?number=${queueNo}` };
});

export const callNextAction = staffAction("reception.receive", CallNext, async (permit, input) => {
  await callNext(permit, input);
  return { go: `/reception/${input.dayId}/desk` };
});

export const callOneAction = staffAction("reception.receive", VisitAtDoor, callOne);

export const missCallAction = staffAction("reception.receive", OneVisit, missCall);

export const startVisitAction = staffAction("reception.receive", VisitAtDoor, startVisit);

export const leaveVisitAction = staffAction("reception.receive", OneVisit, leaveVisit);

export const explainNoShowAction = staffAction("reception.receive", NoShow, explainNoShow);
