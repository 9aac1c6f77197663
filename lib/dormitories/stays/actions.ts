"use server";

import { staffAction, workerAction } from "@/lib/action";
import { checkIn, checkOut, keepBed, moveStay, swapStays, tellLeaving } from "@/lib/dormitories/stays/commands";
import { CheckIn, CheckOut, KeepBed, MoveStay, SwapStays, TellLeaving } from "@/lib/dormitories/stays/schema";

export const checkInAction = staffAction("dormitories.house", CheckIn, async (permit, input) => {
  const { siteId, bedId } = await checkIn(permit, input);

  return { go: `/dormitories/${siteId}?bed=${bedId}&done=in#bed` };
});
export const moveStayAction = staffAction("dormitories.house", MoveStay, async (permit, input) => ({
  go: `/dormitories/${await moveStay(permit, input)}?bed=${input.bedId}`,
}));
export const swapStaysAction = staffAction("dormitories.house", SwapStays, swapStays);
export const keepBedAction = staffAction("dormitories.house", KeepBed, keepBed);
export const checkOutAction = staffAction("dormitories.house", CheckOut, async (permit, input) => ({
  go: `/dormitories/${await checkOut(permit, input)}`,
}));
export const tellLeavingAction = staffAction("dormitories.apply", TellLeaving, tellLeaving);
export const tellMyLeavingAction = workerAction("my.dormitory", TellLeaving, tellLeaving);
