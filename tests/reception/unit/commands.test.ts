import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/id";
import { bookSeat, cancelBooking, moveBooking } from "@/lib/reception/bookings/commands";
import { coverShift } from "@/lib/reception/unit/commands";
import { unitBookings } from "@/lib/reception/unit/queries";
import { anActor, liaisonOf, units } from "../../people/bureau";
import { aDay, aWorker, bureau, cellAt, everything, liveBookings, openBureau, permitAt, type Worker } from "../bureau";

let dayId: string;
let worker: Worker;

beforeEach(async () => {
  await openBureau();
  dayId = await aDay();
  worker = await aWorker("李扫街", { unitId: units.firstTeam });
});

async function bookedByWorker(): Promise<string> {
  const { slotId } = await cellAt(dayId, "08:30");
  return (await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" })).bookingId;
}

test("the unit sees time and name, and says once that somebody covers the shift", async () => {
  const bookingId = await bookedByWorker();
  const cover = permitAt(bureau().liaison, "reception.cover");
  const before = await unitBookings(cover);
  expect(before?.bookings).toEqual([
    expect.objectContaining({ id: bookingId, name: "李扫街", time: "08:30", isCovered: false, isOwn: false }),
  ]);
  expect(JSON.stringify(before)).not.toMatch(/PAY|topic/);
  await coverShift(cover, { bookingId });
  expect((await unitBookings(cover))?.bookings).toMatchObject([{ isCovered: true }]);
  await expect(coverShift(cover, { bookingId })).rejects.toThrow("刚被别人处理过");
});

test("a liaison of another unit neither sees nor covers it", async () => {
  const bookingId = await bookedByWorker();
  const other = await anActor("联络员何平", [liaisonOf(units.second, units.secondTeam)], units.second);
  const before = await everything();
  expect((await unitBookings(permitAt(other, "reception.cover")))?.bookings).toEqual([]);
  await expect(coverShift(permitAt(other, "reception.cover"), { bookingId })).rejects.toThrow("404");
  expect(await everything()).toBe(before);
});

test("what a worker booked alone cannot be cancelled or moved by the unit", async () => {
  const bookingId = await bookedByWorker();
  const before = await everything();
  const liaison = permitAt(bureau().liaison, "reception.bookFor");
  const { slotId } = await cellAt(dayId, "09:00");
  await expect(cancelBooking(liaison, { bookingId, reason: "SHIFT" })).rejects.toThrow("404");
  await expect(moveBooking(liaison, { bookingId, slotId, requestKey: newId() })).rejects.toThrow("404");
  expect(await everything()).toBe(before);
});

test("what the liaison booked, the liaison moves and gives back", async () => {
  const liaison = permitAt(bureau().liaison, "reception.bookFor");
  const [first, later] = [await cellAt(dayId, "08:30"), await cellAt(dayId, "09:00")];
  const wish = { requestKey: newId(), slotId: first.slotId, topic: "PAY", personId: worker.personId } as const;
  const { bookingId } = await bookSeat(liaison, wish);
  const moved = await moveBooking(liaison, { bookingId, slotId: later.slotId, requestKey: newId() });
  expect(await liveBookings(dayId)).toMatchObject([{ id: moved.bookingId, seatId: later.seatId }]);
  await cancelBooking(liaison, { bookingId: moved.bookingId, reason: "SHIFT" });
  expect(await liveBookings(dayId)).toEqual([]);
});
