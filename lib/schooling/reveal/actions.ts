"use server";

import { staffAction } from "@/lib/action";
import { revealChild } from "@/lib/schooling/reveal/commands";
import { RevealChild } from "@/lib/schooling/reveal/schema";

/** Shown in place and once, in no address. */
export const revealChildAction = staffAction("schooling.reveal", RevealChild, async (permit, input) => ({
  show: { shown: await revealChild(permit, input) },
}));
