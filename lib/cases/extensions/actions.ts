"use server";

import { staffAction } from "@/lib/action";
import { askExtension, decideExtension } from "@/lib/cases/extensions/commands";
import { AskExtension, DecideExtension } from "@/lib/cases/extensions/schema";

export const askExtensionAction = staffAction("cases.askExtension", AskExtension, askExtension);
export const decideExtensionAction = staffAction("cases.decideExtension", DecideExtension, decideExtension);
