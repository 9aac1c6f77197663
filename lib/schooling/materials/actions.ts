"use server";

import { staffAction, workerAction } from "@/lib/action";
import { changeDwelling, recordPaper, sendPaper } from "@/lib/schooling/materials/commands";
import { ChangeDwelling, RecordPaper, SendPaper } from "@/lib/schooling/materials/schema";

export const recordPaperAction = staffAction("schooling.collect", RecordPaper, recordPaper);
export const changeDwellingAction = staffAction("schooling.collect", ChangeDwelling, changeDwelling);
export const keepPaperAction = staffAction("schooling.collect", SendPaper, sendPaper);
export const sendMyPaperAction = workerAction("my.schooling", SendPaper, sendPaper);
