"use server";

import { staffAction, workerAction } from "@/lib/action";
import { recordOther } from "@/lib/schooling/parents/commands";
import { RecordOther } from "@/lib/schooling/parents/schema";

export const recordOtherAction = staffAction("schooling.collect", RecordOther, recordOther);
export const recordMyOtherAction = workerAction("my.schooling", RecordOther, recordOther);
