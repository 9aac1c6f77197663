import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { bookSeat, cancelBooking, moveBooking } from "@/lib/reception/bookings/commands";
import { cancelDay, rescheduleDay, retireCell, substituteHost } from "@/lib/reception/changes/commands";
import { BookingRefusal } from "@/lib/reception/claims/commands";
import { settleReview } from "@/lib/reception/reviews/commands";
import { Refusal } from "@/lib/refusal";
import { db, transact } from "@/prisma/client";
import { ownerQuery } from "../../setup/database";
import {
  aDay,
  aWorker,
  booking,
  bureau,
  cellAt,
  cellsOf,
  friday,
  liveBookings,
  manyWorkers,
  openBureau,
  permitAt,
  published,
  widen,
  type Worker,
} from "../bureau";
import { openClaim } from "./naive";

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  await openBureau();
});

/** Live bookings of a cancelled day that no row of the needs-review list names: people who would stand at a closed door. */
async function forgotten(dayId: string): Promise<number> {
  const [row] = await ownerQuery<{ n: number }>(
    `select count(*)::int as n from booking b join reception_day d on d.id = b.day_id
     where b.day_id = $1 and b.released_at is null and d.state = 'CANCELLED'
       and not exists (select 1 from booking_review r where r.booking_id = b.id)`,
    [dayId],
  );
  return row?.n ?? 0;
}

async function put(dayId: string, sql: string): Promise<void> {
  await ownerQuery(sql, [dayId]);
}

const asVersion = async (dayId: string) =>
  (await db.receptionDay.findUniqueOrThrow({ where: { id: dayId }, select: { version: true } })).version;
const book = (worker: Worker, slotId: string, at = booking) =>
  bookSeat(permitAt(worker, "my.book", at), { requestKey: newId(), slotId, topic: "PAY" });
const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));

describe("booking against cancelling the day", () => {
  const rounds = 25;

  /** Claims that hold their transaction open, against the cancelling in the middle of them. */
  async function fight(lock: "for share" | ""): Promise<number> {
    const dayId = await aDay();
    const cell = await widen(dayId, 40);
    const seats = (await cellsOf(dayId)).filter(({ slotId }) => slotId === cell.slotId);
    const crowd = await manyWorkers(rounds);
    let slipped = 0;
    for (const [round, one] of crowd.entries()) {
      const claim = await openClaim({ dayId, seatId: seats[round]?.seatId ?? "", personId: one.personId, lock });
      const version = await asVersion(dayId);
      const cancelling = cancelDay(permitAt(bureau().boss, "reception.cancelDay"), { dayId, version, reason: "停电" });
      await Promise.race([cancelling, wait(20 + Math.random() * 60)]);
      await claim.finish();
      await cancelling;
      slipped += await forgotten(dayId);
      await put(dayId, "update reception_day set state = 'OPEN' where id = $1");
      await put(dayId, "delete from booking_review where day_id = $1");
      await put(
        dayId,
        "update booking set released_at = now(), status = 'CANCELLED' where day_id = $1 and released_at is null",
      );
    }
    return slipped;
  }

  test("with the lock on the day every live booking is on the canceller's list", async () => {
    expect(await fight("for share")).toBe(0);
  });
  test("without that lock bookings slip past the cancelling", async () => {
    expect(await fight("")).toBeGreaterThan(0);
  });

  test("the portal's own claims, 40 at once against the cancelling: booked and listed, or told that the day is off", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 40);
    const crowd = await manyWorkers(40);
    const results = await Promise.allSettled([
      ...crowd.map(async (one, i) => {
        await wait(i % 7);
        return book(one, cell.slotId);
      }),
      wait(8).then(() =>
        cancelDay(permitAt(bureau().boss, "reception.cancelDay"), { dayId, version: 2, reason: "停电" }),
      ),
    ]);
    for (const fault of refusals(results)) expect(fault).toMatchObject({ kind: "closed" });
    expect(await forgotten(dayId)).toBe(0);
    const booked = results.filter(({ status }) => status === "fulfilled").length - 1;
    expect(await liveBookings(dayId)).toHaveLength(booked);
    expect(await db.bookingReview.count({ where: { dayId, cause: "DAY_CANCELLED" } })).toBe(booked);
  });
});

describe("booking against the other acts on a whole day", () => {
  test("改期 waits for claims that are under way and flags them all", async () => {
    const dayId = await aDay();
    const cell = await widen(dayId, 20);
    const seats = (await cellsOf(dayId)).filter(({ slotId }) => slotId === cell.slotId);
    const crowd = await manyWorkers(20);
    const claims = await Promise.all(
      crowd.map((one, i) =>
        openClaim({ dayId, seatId: seats[i]?.seatId ?? "", personId: one.personId, lock: "for share" }),
      ),
    );
    const move = { dayId, version: 2, actualOn: "2026-11-13", reason: "会议冲突" };
    const moving = rescheduleDay(permitAt(bureau().desk, "reception.reschedule"), move);
    await wait(50);
    for (const { finish } of claims) await finish();
    await moving;
    expect(claims.every(({ isBooked }) => isBooked)).toBe(true);
    expect(await db.bookingReview.count({ where: { dayId, cause: "DATE_CHANGED" } })).toBe(20);
    const [day] = await ownerQuery<{ on: string }>("select actual_on::text as on from reception_day where id = $1", [
      dayId,
    ]);
    expect(day?.on).toBe("2026-11-13");
  });

  test("who confirms the old date while the day is moved is told the new one and books nothing", async () => {
    const dayId = await aDay();
    const crowd = await manyWorkers(12);
    const cells = (await cellsOf(dayId)).filter(({ lane }) => lane === "ANY");
    const booked = Promise.allSettled(
      cells.map(async ({ slotId }, i) => {
        const who = crowd[i];
        if (!who) throw new Error("nobody");
        await wait(i * 3);
        const seen = { requestKey: newId(), slotId, topic: "PAY" as const, date: friday };
        return bookSeat(permitAt(who, "my.book"), seen);
      }),
    );
    const move = { dayId, version: 2, actualOn: "2026-11-13", reason: "会议冲突" };
    await rescheduleDay(permitAt(bureau().desk, "reception.reschedule"), move);
    const results = await booked;
    for (const fault of refusals(results)) expect(fault).toMatchObject({ kind: "changed" });
    const unflagged = await db.booking.count({ where: { dayId, releasedAt: null, reviews: { none: {} } } });
    expect(unflagged).toBe(0);
    expect(await liveBookings(dayId)).toHaveLength(results.filter(({ status }) => status === "fulfilled").length);
  });

  test("retiring the cell: one of the two comes first, and nobody holds a retired seat unknown to the desk", async () => {
    for (let round = 0; round < 10; round += 1) {
      await openBureau();
      const dayId = await aDay();
      const cell = await cellAt(dayId, "09:00");
      const worker = await aWorker("李扫街");
      const retire = { slotId: cell.slotId, reason: "设备检修" };
      const [booked, retired] = await Promise.allSettled([
        wait(round % 3).then(() => book(worker, cell.slotId)),
        wait((round + 1) % 3).then(() => retireCell(permitAt(bureau().desk, "reception.reschedule"), retire)),
      ]);
      expect([booked.status, retired.status].sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("closes_at passing: the second before books, the second itself does not", async () => {
    const dayId = await aDay();
    const [first, second] = await cellsOf(dayId);
    const [early, late] = await manyWorkers(2);
    if (!first || !second || !early || !late) throw new Error("nobody");
    const closes = instantAt("2026-11-05", "12:00");
    await book(early, first.slotId, new Date(closes.getTime() - 1));
    await expect(book(late, second.slotId, closes)).rejects.toMatchObject({ kind: "closed" });
    expect(await liveBookings(dayId)).toHaveLength(1);
  });
});

describe("cancelling and moving", () => {
  test("cancel against rebook of the same seat: at most one live row, both histories kept", async () => {
    const dayId = await aDay();
    const cell = await cellAt(dayId, "08:30");
    const [first, ...others] = await manyWorkers(10);
    if (!first) throw new Error("nobody");
    const { bookingId } = await book(first, cell.slotId);
    const results = await Promise.allSettled([
      ...others.map((one) => book(one, cell.slotId)),
      cancelBooking(permitAt(first, "my.cancelBooking"), { bookingId, reason: "OTHER" }),
    ]);
    for (const fault of refusals(results)) expect(fault).toMatchObject({ kind: "full" });
    const rows = await db.booking.findMany({
      where: { seatId: cell.seatId },
      select: { releasedAt: true, events: true },
    });
    expect(rows.filter(({ releasedAt }) => releasedAt === null).length).toBeLessThanOrEqual(1);
    expect(rows.every(({ events }) => events.length >= 1)).toBe(true);
    expect(await db.bookingEvent.count({ where: { bookingId } })).toBe(2);
  });

  test("moves that cross between two seats: two people keep two seats, whatever happens", async () => {
    const dayId = await aDay();
    const [one, two] = [await cellAt(dayId, "08:30"), await cellAt(dayId, "08:45")];
    const [first, second] = await manyWorkers(2);
    if (!first || !second) throw new Error("nobody");
    const [a, b] = [await book(first, one.slotId), await book(second, two.slotId)];
    const move = (who: Worker, bookingId: string, slotId: string) =>
      moveBooking(permitAt(who, "my.book"), { bookingId, slotId, requestKey: newId() });
    const results = await Promise.allSettled([
      move(first, a.bookingId, two.slotId),
      move(second, b.bookingId, one.slotId),
    ]);
    for (const fault of refusals(results)) expect(fault).toBeInstanceOf(BookingRefusal);
    const live = await liveBookings(dayId);
    expect(new Set(live.map(({ seatId }) => seatId)).size).toBe(2);
    expect(new Set(live.map(({ personId }) => personId))).toEqual(new Set([first.personId, second.personId]));
  });

  test("a move that dies between its two statements leaves the old seat", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const cell = await cellAt(dayId, "08:30");
    const { bookingId } = await book(worker, cell.slotId);
    await expect(
      transact(async (tx) => {
        await tx.booking.update({ where: { id: bookingId }, data: { status: "MOVED", releasedAt: booking } });
        throw new Error("power cut");
      }),
    ).rejects.toThrow("power cut");
    expect((await liveBookings(dayId)).map(({ seatId }) => seatId)).toEqual([cell.seatId]);
  });
});

describe("two clerks", () => {
  test("of two who settle one row of the needs-review list one does it, the other is told", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    await book(worker, (await cellAt(dayId, "08:30")).slotId);
    await rescheduleDay(permitAt(bureau().desk, "reception.reschedule"), {
      dayId,
      version: 2,
      actualOn: "2026-11-13",
      reason: "会议冲突",
    });
    const { id: reviewId } = await db.bookingReview.findFirstOrThrow({ where: { dayId } });
    const settle = (outcome: "KEPT" | "CANCELLED") =>
      settleReview(permitAt(bureau().desk, "reception.settleReview"), {
        reviewId,
        outcome,
        toldHow: "PHONE",
        requestKey: newId(),
      });
    const results = await Promise.allSettled([settle("KEPT"), settle("CANCELLED")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusals(results)).toEqual([expect.any(Refusal)]);
    const { outcome } = await db.bookingReview.findUniqueOrThrow({ where: { id: reviewId } });
    expect(await liveBookings(dayId)).toHaveLength(outcome === "KEPT" ? 1 : 0);
  });

  test("a substitute who receives elsewhere at that time is refused, with the other cell named", async () => {
    const { boss, deputy } = bureau();
    const dayId = await aDay({ leaders: [boss] });
    await aDay({ leaders: [deputy], actualOn: "2026-12-04" });
    await put(
      dayId,
      "update reception_slot set starts_at = starts_at - interval '28 days', ends_at = ends_at - interval '28 days', room = '别处' where day_id <> $1",
    );
    const swap = { dayId, leaderId: boss.personId, substituteId: deputy.personId, reason: "开会" };
    await expect(substituteHost(permitAt(bureau().desk, "reception.reschedule"), swap)).rejects.toThrow(
      `${friday} 08:30 别处已经排了副局长钱进接待`,
    );
    const slots = await db.receptionSlot.findMany({ where: { dayId }, select: { leaderId: true } });
    expect(new Set(slots.map(({ leaderId }) => leaderId))).toEqual(new Set([boss.personId]));
  });

  test("two days on one date cannot use the same room", async () => {
    const { boss, deputy } = bureau();
    await aDay({ leaders: [boss] });
    const other = await aDay({ leaders: [deputy], month: "2026-12", actualOn: friday, publish: false });
    const { publishDay } = await import("@/lib/reception/days/commands");
    await expect(
      publishDay(permitAt(bureau().desk, "reception.publish", published), { dayId: other, version: 1 }),
    ).rejects.toThrow(`${friday} 08:30 1号接待室已经排了局长赵强接待`);
    expect(await db.seat.count({ where: { dayId: other } })).toBe(0);
  });
});
