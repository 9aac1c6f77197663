"use server";

import { staffAction } from "@/lib/action";
import { logContact, recordCheck } from "@/lib/schooling/coordination/commands";
import { LogContact, RecordCheck } from "@/lib/schooling/decisions/schema";

export const logContactAction = staffAction("schooling.review", LogContact, logContact);
export const recordCheckAction = staffAction("schooling.review", RecordCheck, recordCheck);
