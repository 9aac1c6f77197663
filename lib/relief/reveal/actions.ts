"use server";

import { staffAction } from "@/lib/action";
import { revealRelief } from "@/lib/relief/reveal/commands";
import { RevealRelief } from "@/lib/relief/reveal/schema";

/** Shown in place and once, in no address. */
export const revealReliefAction = staffAction("relief.reveal", RevealRelief, async (permit, input) => ({
  show: { shown: await revealRelief(permit, input) },
}));
