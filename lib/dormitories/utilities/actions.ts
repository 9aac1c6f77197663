"use server";

import { staffAction } from "@/lib/action";
import {
  confirmBill,
  postBill,
  refuseBill,
  reverseBill,
  settleMonth,
} from "@/lib/dormitories/utilities/bills/commands";
import { enterReading, replaceReading } from "@/lib/dormitories/utilities/readings/commands";
import {
  EnterReading,
  RefuseBill,
  ReplaceReading,
  ReverseBill,
  SettleMonth,
  TouchBill,
} from "@/lib/dormitories/utilities/schema";

export const enterReadingAction = staffAction("dormitories.meter", EnterReading, enterReading);
export const replaceReadingAction = staffAction("dormitories.meter", ReplaceReading, replaceReading);
export const settleMonthAction = staffAction("dormitories.settle", SettleMonth, async (permit, input) => {
  await settleMonth(permit, input);
});
export const confirmBillAction = staffAction("dormitories.confirm", TouchBill, confirmBill);
export const refuseBillAction = staffAction("dormitories.confirm", RefuseBill, refuseBill);
export const reverseBillAction = staffAction("dormitories.settle", ReverseBill, async (permit, input) => {
  await reverseBill(permit, input);
});
export const postBillAction = staffAction("dormitories.meter", TouchBill, postBill);
