"use server";

import { staffAction } from "@/lib/action";
import { keepWaiver, recordReason, recordTalk } from "@/lib/insurance/gaps/commands";
import { KeepWaiver, RecordReason, RecordTalk } from "@/lib/insurance/gaps/schema";

export const recordReasonAction = staffAction("insurance.pursue", RecordReason, recordReason);
export const recordTalkAction = staffAction("insurance.pursue", RecordTalk, recordTalk);
export const keepWaiverAction = staffAction("insurance.pursue", KeepWaiver, keepWaiver);
