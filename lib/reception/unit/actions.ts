"use server";
import { staffAction } from "@/lib/action";
import { OneBooking } from "@/lib/reception/bookings/schema";
import { coverShift } from "@/lib/reception/unit/commands";

export const coverShiftAction = staffAction("reception.cover", OneBooking, coverShift);
