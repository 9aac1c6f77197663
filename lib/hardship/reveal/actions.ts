"use server";

import { staffAction } from "@/lib/action";
import { revealFile } from "@/lib/hardship/reveal/commands";
import { RevealFile } from "@/lib/hardship/reveal/schema";

/** Shown in place and once, in no address. */
export const revealFileAction = staffAction("hardship.reveal", RevealFile, async (permit, input) => ({
  show: { shown: await revealFile(permit, input) },
}));
