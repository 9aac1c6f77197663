"use server";

import { staffAction } from "@/lib/action";
import { checkOriginal, voidAttachment } from "@/lib/cases/attachments/commands";
import { CheckOriginal, VoidAttachment } from "@/lib/cases/attachments/schema";

export const checkOriginalAction = staffAction("cases.checkOriginal", CheckOriginal, checkOriginal);
export const voidAttachmentAction = staffAction("cases.voidAttachment", VoidAttachment, voidAttachment);
