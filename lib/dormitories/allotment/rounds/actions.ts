"use server";

import { staffAction } from "@/lib/action";
import {
  agreeRound,
  askDeviation,
  decideDeviation,
  freezeRound,
  submitRound,
  voidRound,
} from "@/lib/dormitories/allotment/rounds/commands";
import {
  AskDeviation,
  DecideDeviation,
  FreezeRound,
  TouchRound,
  VoidRound,
} from "@/lib/dormitories/allotment/rounds/schema";

export const freezeRoundAction = staffAction("dormitories.allot", FreezeRound, async (permit, input) => ({
  go: `/dormitories/rounds/${await freezeRound(permit, input)}`,
}));
export const askDeviationAction = staffAction("dormitories.allot", AskDeviation, askDeviation);
export const decideDeviationAction = staffAction("dormitories.approve", DecideDeviation, decideDeviation);
export const submitRoundAction = staffAction("dormitories.allot", TouchRound, submitRound);
export const agreeRoundAction = staffAction("dormitories.agree", TouchRound, agreeRound);
export const voidRoundAction = staffAction("dormitories.allot", VoidRound, voidRound);
