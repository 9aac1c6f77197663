"use server";

import { staffAction, workerAction } from "@/lib/action";
import {
  arriveVisit,
  bookMine,
  bookVisit,
  cancelMine,
  cancelVisit,
  leaveVisit,
  missVisit,
} from "@/lib/dormitories/visits/commands";
import { revealGuest } from "@/lib/dormitories/visits/reveal/commands";
import {
  ArriveVisit,
  BookMine,
  BookVisit,
  CancelVisit,
  RevealGuest,
  TouchVisit,
} from "@/lib/dormitories/visits/schema";

export const bookMineAction = workerAction("my.dormitory", BookMine, async (permit, input) => {
  await bookMine(permit, input);

  return { go: "/my/dormitory/visit" };
});
export const cancelMineAction = workerAction("my.dormitory", TouchVisit, cancelMine);
export const bookVisitAction = staffAction("dormitories.visit", BookVisit, async (permit, input) => ({
  go: `/dormitories/visits/${await bookVisit(permit, input)}`,
}));
export const cancelVisitAction = staffAction("dormitories.visit", CancelVisit, cancelVisit);
export const arriveVisitAction = staffAction("dormitories.visit", ArriveVisit, arriveVisit);
export const leaveVisitAction = staffAction("dormitories.visit", TouchVisit, leaveVisit);
export const missVisitAction = staffAction("dormitories.visit", TouchVisit, missVisit);
export const revealGuestAction = staffAction("dormitories.revealGuest", RevealGuest, async (permit, input) => ({
  show: { shown: await revealGuest(permit, input) },
}));
