"use server";

import { staffAction, workerAction } from "@/lib/action";
import { sendPaper } from "@/lib/hardship/mine/commands";
import { SendPaper } from "@/lib/hardship/mine/schema";

export const sendMyPaperAction = workerAction("my.hardship", SendPaper, sendPaper);
export const keepPaperAction = staffAction("hardship.check", SendPaper, sendPaper);
