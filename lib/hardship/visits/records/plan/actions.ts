"use server";

import { staffAction } from "@/lib/action";
import { grantAgain, planAgain, takeOffRow } from "@/lib/hardship/visits/records/plan/commands";
import { GrantAgain, PlanAgain, TakeOffRow } from "@/lib/hardship/visits/records/plan/schema";

export const planAgainAction = staffAction("hardship.organiseVisits", PlanAgain, planAgain);
export const takeOffRowAction = staffAction("hardship.organiseVisits", TakeOffRow, takeOffRow);
export const grantAgainAction = staffAction("hardship.organiseVisits", GrantAgain, grantAgain);
