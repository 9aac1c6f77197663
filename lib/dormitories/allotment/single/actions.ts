"use server";

import { staffAction } from "@/lib/action";
import { allotBed } from "@/lib/dormitories/allotment/single/commands";
import { AllotBed } from "@/lib/dormitories/allotment/single/schema";

export const allotBedAction = staffAction("dormitories.allot", AllotBed, allotBed);
