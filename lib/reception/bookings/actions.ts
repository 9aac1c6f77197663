"use server";
import { staffAction, workerAction } from "@/lib/action";
import { bookSeat, cancelBooking, moveBooking, undoCancel } from "@/lib/reception/bookings/commands";
import {
  BookingForOther,
  CancelBooking,
  DeskBooking,
  MoveBooking,
  OneBooking,
  OwnBooking,
} from "@/lib/reception/bookings/schema";
import { BookingRefusal } from "@/lib/reception/claims/commands";

export const bookMineAction = workerAction("my.book", OwnBooking, async (permit, input) => {
  try {
    return { go: `/my/book/${(await bookSeat(permit, input)).bookingId}` };
  } catch (fault) {
    // Whoever is booked already is shown that booking, not an error.
    if (!(fault instanceof BookingRefusal) || fault.bookingId === undefined) throw fault;
    return { go: `/my/book/${fault.bookingId}?already=1` };
  }
});

export const moveMineAction = workerAction("my.book", MoveBooking, async (permit, input) => ({
  go: `/my/book/${(await moveBooking(permit, input)).bookingId}`,
}));

export const cancelMineAction = workerAction("my.cancelBooking", CancelBooking, async (permit, input) => {
  await cancelBooking(permit, input);
  return { go: `/my/book/${input.bookingId}` };
});

export const undoMineAction = workerAction("my.cancelBooking", OneBooking, async (permit, input) => {
  await undoCancel(permit, input);
  return { go: `/my/book/${input.bookingId}` };
});

export const bookForOtherAction = staffAction("reception.bookFor", BookingForOther, async (permit, input) => ({
  go: `/reception/for/${(await bookSeat(permit, input)).bookingId}`,
}));

export const cancelForOtherAction = staffAction("reception.bookFor", CancelBooking, async (permit, input) => {
  await cancelBooking(permit, input);
  return { go: `/reception/for/${input.bookingId}` };
});

export const bookAtDeskAction = staffAction("reception.book", DeskBooking, async (permit, input) => ({
  go: `/reception/bookings/${(await bookSeat(permit, input)).bookingId}`,
}));

export const moveAtDeskAction = staffAction("reception.book", MoveBooking, async (permit, input) => ({
  go: `/reception/bookings/${(await moveBooking(permit, input)).bookingId}`,
}));

export const cancelAtDeskAction = staffAction("reception.book", CancelBooking, cancelBooking);

export const undoAtDeskAction = staffAction("reception.book", OneBooking, undoCancel);
