"use server";

import { staffAction, workerAction } from "@/lib/action";
import { accept, followUp, propose, sendPaper, verify } from "@/lib/relief/handling/commands";
import { Accept, FollowUp, Propose, SendPaper, Verify } from "@/lib/relief/handling/schema";

export const acceptAction = staffAction("relief.handle", Accept, accept);
export const verifyAction = staffAction("relief.handle", Verify, verify);
export const proposeAction = staffAction("relief.handle", Propose, propose);
export const followUpAction = staffAction("relief.followUp", FollowUp, followUp);
export const keepPaperAction = staffAction("relief.handle", SendPaper, sendPaper);
export const sendMyPaperAction = workerAction("my.relief", SendPaper, sendPaper);
