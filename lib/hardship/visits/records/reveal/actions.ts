"use server";

import { staffAction } from "@/lib/action";
import { revealVisit } from "@/lib/hardship/visits/records/reveal/commands";
import { RevealVisit } from "@/lib/hardship/visits/records/reveal/schema";

/** Shown in place and once, in no address. */
export const revealVisitAction = staffAction("hardship.revealVisit", RevealVisit, async (permit, input) => ({
  show: await revealVisit(permit, input),
}));
