"use server";

import { staffAction } from "@/lib/action";
import { reverseSignOff } from "@/lib/cases/sign-offs/commands";
import { EnterGrant, ReverseSignOff, SignForm } from "@/lib/cases/sign-offs/schema";
import { enterGrant, recordSigning } from "@/lib/cases/sign-offs/signing/commands";

export const signOffAction = staffAction("cases.signOff", SignForm, async (permit, input) => {
  await recordSigning(permit, input);

  return { go: `/sign-offs/${input.signOffId}` };
});
export const enterGrantAction = staffAction("cases.grant", EnterGrant, async (permit, input) => ({
  go: `/sign-offs/${await enterGrant(permit, input)}`,
}));
export const reverseSignOffAction = staffAction("cases.reverseSignOff", ReverseSignOff, async (permit, input) => ({
  go: `/sign-offs/${await reverseSignOff(permit, input)}`,
}));
