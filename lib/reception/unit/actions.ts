"use server";
import { staffAction } from "@/lib/action";
import { moveBooking, undoCancel } from "@/lib/reception/bookings/commands";
import { MoveBooking, OneBooking } from "@/lib/reception/bookings/schema";
import { coverShift } from "@/lib/reception/unit/commands";

export const coverShiftAction = staffAction("reception.cover", OneBooking, coverShift);

export const moveForOtherAction = staffAction("reception.bookFor", MoveBooking, async (permit, input) => ({
  go: `/reception/for/${(await moveBooking(permit, input)).bookingId}`,
}));

export const undoForOtherAction = staffAction("reception.bookFor", OneBooking, async (permit, input) => {
  await undoCancel(permit, input);
  return { go: `/reception/for/${input.bookingId}` };
});
