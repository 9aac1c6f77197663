import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/id";
import { bookSeat } from "@/lib/reception/bookings/commands";
import { aDay, aWorker, cellAt, liveBookings, openBureau, permitAt } from "../bureau";

beforeEach(async () => {
  await openBureau();
});

describe("booking on the phone", () => {
  test("a worker takes 08:30", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const cell = await cellAt(dayId, "08:30");
    const claimed = await bookSeat(permitAt(worker, "my.book"), {
      requestKey: newId(),
      slotId: cell.slotId,
      topic: "PAY",
    });
    expect(claimed).toEqual({ bookingId: expect.any(String), ticketNo: 1, isNew: true });
    expect(await liveBookings(dayId)).toEqual([
      { id: claimed.bookingId, seatId: cell.seatId, personId: worker.personId, ticketNo: 1 },
    ]);
  });
});
