import { beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/id";
import { bookSeat } from "@/lib/reception/bookings/commands";
import { startDay } from "@/lib/reception/course/commands";
import { finishVisit } from "@/lib/reception/matters/commands";
import { arriveBooked, arriveWalkIn, callNext, startVisit } from "@/lib/reception/queue/commands";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { ownerQuery } from "../../setup/database";
import {
  aDay,
  aWorker,
  bureau,
  cellAt,
  cellsOf,
  liveBookings,
  manyWorkers,
  morning,
  openBureau,
  permitAt,
} from "../bureau";

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  await openBureau();
});

const receive = () => permitAt(bureau().desk, "reception.receive", morning);
const walkIn = (dayId: string, personId: string, requestKey = newId()) =>
  arriveWalkIn(receive(), { dayId, requestKey, personId, relation: "SELF", partySize: 1, isGreen: false });

async function runningDay(leaders = [bureau().boss]): Promise<string> {
  const dayId = await aDay({ leaders });
  await startDay(receive(), { dayId, version: 2 });
  return dayId;
}

describe("arrivals", () => {
  test("60 at six desks at once: numbers 1 to 60 without a gap", async () => {
    const dayId = await runningDay();
    const crowd = await manyWorkers(60);
    const desks = Array.from({ length: 6 }, async (_, desk) => {
      const numbers: number[] = [];
      for (const one of crowd.slice(desk * 10, desk * 10 + 10))
        numbers.push((await walkIn(dayId, one.personId)).queueNo);
      return numbers;
    });
    const numbers = (await Promise.all(desks)).flat().sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test("签到 pressed ten times at once gives one number, and burns none", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const { slotId } = await cellAt(dayId, "08:30");
    const { bookingId } = await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" });
    await startDay(receive(), { dayId, version: 2 });
    const arrived = await Promise.all(Array.from({ length: 10 }, () => arriveBooked(receive(), { dayId, bookingId })));
    expect(arrived.map(({ queueNo }) => queueNo)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(arrived.filter(({ isNew }) => isNew)).toHaveLength(1);
    const [next] = await manyWorkers(1);
    expect((await walkIn(dayId, next?.personId ?? "")).queueNo).toBe(2);
  });

  test("the same walk-in form sent twice gives one number", async () => {
    const dayId = await runningDay();
    const [one] = await manyWorkers(1);
    const key = newId();
    const arrived = await Promise.all([1, 2, 3].map(() => walkIn(dayId, one?.personId ?? "", key)));
    expect(new Set(arrived.map(({ visitId }) => visitId)).size).toBe(1);
    expect(await db.attendance.count({ where: { dayId } })).toBe(1);
  });
});

describe("two desks", () => {
  test("that call the next one at once get two different people, twenty times", async () => {
    const { boss, deputy } = bureau();
    const dayId = await runningDay([boss, deputy]);
    const crowd = await manyWorkers(40);
    for (const one of crowd) await walkIn(dayId, one.personId);
    const called: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all(
        [boss, deputy].map(({ personId }) => callNext(receive(), { dayId, leaderId: personId })),
      );
      called.push(...both.map(({ visitId }) => visitId));
    }
    expect(new Set(called).size).toBe(40);
    await expect(callNext(receive(), { dayId, leaderId: boss.personId })).rejects.toThrow("现在没有人在等");
  });

  test("that close one talk: one does it, the other is told", async () => {
    const dayId = await runningDay();
    const [one] = await manyWorkers(1);
    const { visitId } = await walkIn(dayId, one?.personId ?? "");
    await startVisit(receive(), { visitId, leaderId: bureau().boss.personId });
    const close = () =>
      finishVisit(permitAt(bureau().desk, "reception.recordMatter", morning), { visitId, noMatterReason: "EXPLAINED" });
    const results = await Promise.allSettled([close(), close()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(Refusal);
  });
});

describe("desk and phone", () => {
  test("meet on the last seat: one has it", async () => {
    const dayId = await aDay();
    const { slotId } = await cellAt(dayId, "08:30");
    const [onPhone, atDesk] = await manyWorkers(2);
    if (!onPhone || !atDesk) throw new Error("nobody");
    const results = await Promise.allSettled([
      bookSeat(permitAt(onPhone, "my.book"), { requestKey: newId(), slotId, topic: "PAY" }),
      bookSeat(permitAt(bureau().desk, "reception.book"), {
        requestKey: newId(),
        slotId,
        topic: "PAY",
        personId: atDesk.personId,
      }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({ kind: "full" });
    expect(await liveBookings(dayId)).toHaveLength(1);
  });

  test("a STAFF seat is the desk's until the release, then everybody's; a WALK_IN seat is never the phone's", async () => {
    const dayId = await aDay();
    const [staff, walk, other] = await cellsOf(dayId);
    if (!staff || !walk || !other) throw new Error("no cells");
    await ownerQuery("update seat set lane = 'STAFF' where id = $1", [staff.seatId]);
    await ownerQuery("update seat set lane = 'WALK_IN' where id = $1", [walk.seatId]);
    const [one] = await manyWorkers(1);
    if (!one) throw new Error("nobody");
    const book = (slotId: string, at: Date) =>
      bookSeat(permitAt(one, "my.book", at), { requestKey: newId(), slotId, topic: "PAY" });
    const { reserveUntil } = await db.receptionDay.findUniqueOrThrow({ where: { id: dayId } });
    const released = reserveUntil ?? morning;
    await expect(book(staff.slotId, new Date(released.getTime() - 1))).rejects.toMatchObject({ kind: "full" });
    await expect(book(walk.slotId, released)).rejects.toMatchObject({ kind: "full" });
    expect(await book(staff.slotId, released)).toMatchObject({ isNew: true });
  });
});

describe("what the schema itself refuses", () => {
  const insert = (dayId: string, seatId: string, personId: string, status = "BOOKED", released: string | null = null) =>
    ownerQuery(
      `insert into booking (id, day_id, seat_id, person_id, status, released_at, channel, booked_by_id, topic, aids, request_key, relation)
       values ($1, $2, $3, $4, $5::"BookingStatus", $6, 'WEB', $1, 'PAY', '{}', $7, 'SELF')`,
      [newId(), dayId, seatId, personId, status, released, newId()],
    );

  test("a second occupant of a seat, and a second seat of a person", async () => {
    const dayId = await aDay();
    const [a, b] = await cellsOf(dayId);
    const [one, two] = await manyWorkers(2);
    if (!a || !b || !one || !two) throw new Error("nobody");
    await insert(dayId, a.seatId, one.personId);
    await expect(insert(dayId, a.seatId, two.personId)).rejects.toThrow("booking_seat_once");
    await expect(insert(dayId, b.seatId, one.personId)).rejects.toThrow("booking_person_once");
  });
  test("a seat of another day, and a release that the status denies", async () => {
    const dayId = await aDay();
    const other = await aDay({ actualOn: "2026-12-04" });
    const [a] = await cellsOf(dayId);
    const [one] = await manyWorkers(1);
    if (!a || !one) throw new Error("nobody");
    await expect(insert(other, a.seatId, one.personId)).rejects.toThrow("booking_seat_id_day_id_fkey");
    await expect(insert(dayId, a.seatId, one.personId, "BOOKED", "2026-11-01")).rejects.toThrow(
      "booking_released_by_status",
    );
    await expect(insert(dayId, a.seatId, one.personId, "CANCELLED")).rejects.toThrow("booking_released_by_status");
    await expect(insert(dayId, a.seatId, one.personId, "HELD")).rejects.toThrow("booking_hold_has_end");
  });
});
