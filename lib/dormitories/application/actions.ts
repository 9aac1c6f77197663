"use server";

import { staffAction, workerAction } from "@/lib/action";
import {
  applyFor,
  applyMine,
  completeWish,
  declineBed,
  endApplication,
  passWish,
  refuseWish,
  startCheck,
  withdrawMine,
} from "@/lib/dormitories/application/commands";
import {
  DeclineBed,
  EndWish,
  PassWish,
  RefuseWish,
  TouchWish,
  WishFor,
  WishMine,
} from "@/lib/dormitories/application/schema";

export const applyMineAction = workerAction("my.dormitory", WishMine, async (permit, input) => {
  await applyMine(permit, input);

  return { go: "/my/dormitory" };
});
export const completeMineAction = workerAction("my.dormitory", TouchWish, completeWish);
export const withdrawMineAction = workerAction("my.dormitory", TouchWish, withdrawMine);
export const declineMineAction = workerAction("my.dormitory", DeclineBed, declineBed);
export const applyForAction = staffAction("dormitories.apply", WishFor, async (permit, input) => ({
  go: `/dormitories/cases/${await applyFor(permit, input)}`,
}));
export const startCheckAction = staffAction("dormitories.check", TouchWish, startCheck);
export const completeWishAction = staffAction("dormitories.check", TouchWish, completeWish);
export const passWishAction = staffAction("dormitories.check", PassWish, passWish);
export const refuseWishAction = staffAction("dormitories.check", RefuseWish, refuseWish);
export const endApplicationAction = staffAction("dormitories.apply", EndWish, endApplication);
export const declineBedAction = staffAction("dormitories.apply", DeclineBed, declineBed);
