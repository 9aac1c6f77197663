"use server";

import { staffAction } from "@/lib/action";
import { decideHandOver, offerHandOver } from "@/lib/cases/handovers/commands";
import { DecideHandOver, OfferHandOver } from "@/lib/cases/handovers/schema";

export const offerHandOverAction = staffAction("cases.handOver", OfferHandOver, offerHandOver);
export const decideHandOverAction = staffAction("cases.decideHandOver", DecideHandOver, decideHandOver);
