import { beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/id";
import { bookSeat } from "@/lib/reception/bookings/commands";
import { BookingRefusal } from "@/lib/reception/claims/commands";
import { aDay, cellsOf, liveBookings, manyWorkers, openBureau, permitAt, widen, type Worker } from "../bureau";
import { bookNaively, doubleSeats, withoutKeys } from "./naive";

// Hundreds of people on a machine that may be busy with other things; the bound is against hanging only.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  await openBureau();
});

type Told = { kind: string; sentence: string; ticketNo?: number };

/** Books and tells what the person was told; "busy" taps again with the same key, as the page asks. */
async function bookUntilTold(worker: Worker, slotId: string, requestKey = newId()): Promise<Told & { busy: number }> {
  for (let busy = 0; ; busy += 1) {
    try {
      const { ticketNo } = await bookSeat(permitAt(worker, "my.book"), { requestKey, slotId, topic: "PAY" });
      return { kind: "booked", sentence: "", ticketNo, busy };
    } catch (fault) {
      if (!(fault instanceof BookingRefusal)) throw fault;
      if (fault.kind !== "busy" || busy === 50) return { kind: fault.kind, sentence: fault.sentence, busy };
    }
  }
}

function tally(told: Told[]): Record<string, number> {
  return told.reduce<Record<string, number>>((sum, { kind }) => ({ ...sum, [kind]: (sum[kind] ?? 0) + 1 }), {});
}

describe("the rush for seats", () => {
  test("50 at once on the last seat: one has it, 49 are told it is full", async () => {
    const dayId = await aDay();
    const [cell] = await cellsOf(dayId);
    const crowd = await manyWorkers(50);
    const told = await Promise.all(crowd.map((one) => bookUntilTold(one, cell?.slotId ?? "")));
    expect(tally(told)).toEqual({ booked: 1, full: 49 });
    expect(told.find(({ kind }) => kind === "full")?.sentence).toMatch(
      /^08:30刚被别人约走了，还有 08:45、09:00、09:30 可以约。$/,
    );
    expect(await liveBookings(dayId)).toHaveLength(1);
  });

  test.each([
    [200, 10],
    [200, 150],
  ])("%i at once on a slot of %i seats", async (people, seats) => {
    const dayId = await aDay();
    const cell = await widen(dayId, seats);
    const crowd = await manyWorkers(people);
    const told = await Promise.all(crowd.map((one) => bookUntilTold(one, cell.slotId)));
    expect(tally(told)).toEqual({ booked: seats, full: people - seats });
    const live = await liveBookings(dayId);
    expect(new Set(live.map(({ seatId }) => seatId)).size).toBe(seats);
    expect(new Set(live.map(({ personId }) => personId)).size).toBe(seats);
  });

  test("500 people on 40 seats: 40 booked, everybody else a clear answer, no exception, no seat left", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 40);
    const crowd = await manyWorkers(500);
    const told = await Promise.all(crowd.map((one) => bookUntilTold(one, cell.slotId)));
    expect(tally(told)).toEqual({ booked: 40, full: 460 });
    expect(await doubleSeats()).toBe(0);
    expect(await liveBookings(dayId)).toHaveLength(40);
    expect(told.every(({ kind, sentence }) => kind === "booked" || sentence.startsWith("08:30刚被别人约走了"))).toBe(
      true,
    );
  });

  test("the same crowd collides when one checks first and inserts then", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 10);
    const crowd = await manyWorkers(60);
    const doubles = await withoutKeys(async () => {
      await Promise.allSettled(crowd.map((one) => bookNaively(dayId, cell.slotId, one.personId)));
      return doubleSeats();
    });
    expect(doubles).toBeGreaterThan(0);
  });
});

describe("one person, many taps", () => {
  test("20 taps with one form: one booking, everyone is told the same number", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 30);
    const [worker] = await manyWorkers(1);
    if (!worker) throw new Error("nobody");
    const key = newId();
    const told = await Promise.all(Array.from({ length: 20 }, () => bookUntilTold(worker, cell.slotId, key)));
    const [booking, ...others] = await liveBookings(dayId);
    expect(others).toEqual([]);
    expect(told.map(({ kind, ticketNo }) => [kind, ticketNo])).toEqual(told.map(() => ["booked", booking?.ticketNo]));
  });

  test("20 taps with different forms: one booking, the others are told its time and number", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 30);
    const [worker] = await manyWorkers(1);
    if (!worker) throw new Error("nobody");
    const told = await Promise.all(Array.from({ length: 20 }, () => bookUntilTold(worker, cell.slotId)));
    const [booking, ...others] = await liveBookings(dayId);
    expect(others).toEqual([]);
    expect(tally(told)).toEqual({ booked: 1, already: 19 });
    const sentences = new Set(told.filter(({ kind }) => kind === "already").map(({ sentence }) => sentence));
    expect([...sentences]).toEqual([
      `已经约了11月6日 周五 08:30，${booking?.ticketNo}号。一天只能约一次，要换时间请用「改时间」。`,
    ]);
  });

  test("the key of another person's form is refused and books nothing", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 5);
    const [first, second] = await manyWorkers(2);
    if (!first || !second) throw new Error("nobody");
    const key = newId();
    await bookUntilTold(first, cell.slotId, key);
    expect(await bookUntilTold(second, cell.slotId, key)).toMatchObject({ kind: "key" });
    expect((await liveBookings(dayId)).map(({ personId }) => personId)).toEqual([first.personId]);
  });
});
