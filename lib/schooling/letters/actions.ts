"use server";

import { staffAction } from "@/lib/action";
import { decideLetter, draftLetter, sendLetter } from "@/lib/schooling/letters/commands";
import { DecideLetter, DraftLetter, SendLetter } from "@/lib/schooling/letters/schema";

export const draftLetterAction = staffAction("schooling.letter", DraftLetter, async (permit, input) => ({
  go: `/schooling/letters/${await draftLetter(permit, input)}`,
}));
export const decideLetterAction = staffAction("schooling.approveLetter", DecideLetter, decideLetter);
export const sendLetterAction = staffAction("schooling.letter", SendLetter, sendLetter);
