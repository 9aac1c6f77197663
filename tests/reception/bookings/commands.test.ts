import { beforeEach, describe, expect, test } from "vitest";
import { instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { bookSeat, cancelBooking, moveBooking, undoCancel, type BookSeat } from "@/lib/reception/bookings/commands";
import { revealTopic } from "@/lib/reception/bookings/history/commands";
import { findTicket, freeTimes, myBookings } from "@/lib/reception/bookings/queries";
import { coverShift } from "@/lib/reception/unit/commands";
import { unitBookings } from "@/lib/reception/unit/queries";
import { allotCell } from "@/lib/reception/seats/commands";
import { db } from "@/prisma/client";
import { units } from "../../people/bureau";
import { countSql } from "../../setup/count-sql";
import {
  aDay,
  aWorker,
  booking,
  bureau,
  cellAt,
  everything,
  friday,
  liveBookings,
  openBureau,
  permitAt,
  type Worker,
} from "../bureau";

beforeEach(async () => {
  await openBureau();
});

async function slotAt(dayId: string, time: string): Promise<string> {
  return (await cellAt(dayId, time)).slotId;
}
const book = (worker: Worker, slotId: string, given: Partial<BookSeat> = {}, at = booking) =>
  bookSeat(permitAt(worker, "my.book", at), { requestKey: newId(), slotId, topic: "PAY", ...given });

/** Runs what must be refused, and proves that it left nothing behind. */
async function refused(run: () => Promise<unknown>): Promise<unknown> {
  const before = await everything();
  const fault: unknown = await run().then(
    () => expect.fail("was not refused"),
    (reason: unknown) => reason,
  );
  expect(await everything()).toBe(before);
  return fault;
}

describe("a worker books 08:30 for 2026-11-06", () => {
  test("with history and audit row, in one statement", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const slotId = await slotAt(dayId, "08:30");
    const { result, statements } = await countSql(() => book(worker, slotId, { topicText: "补贴没发" }));
    expect(statements).toHaveLength(1);
    expect(result).toMatchObject({ ticketNo: 1, isNew: true });
    const row = await db.booking.findUniqueOrThrow({ where: { id: result.bookingId }, include: { events: true } });
    expect(row).toMatchObject({
      channel: "WEB",
      topic: "PAY",
      topicText: "补贴没发",
      status: "BOOKED",
      createdAt: booking,
    });
    expect(row.events.map(({ kind, actorName }) => [kind, actorName])).toEqual([["booked", "李扫街"]]);
    const audits = await db.auditEvent.findMany({ where: { objectId: result.bookingId } });
    expect(audits).toEqual([
      expect.objectContaining({ verb: "my.book", subjectId: worker.personId, outcome: "DONE", channel: "WEB" }),
    ]);
  });

  test("and again: the second is refused, booking closes on 2026-11-05 at 12:00", async () => {
    const dayId = await aDay();
    const [worker, late] = [await aWorker("李扫街"), await aWorker("王晚到")];
    const first = await book(worker, await slotAt(dayId, "08:30"));
    const second = await slotAt(dayId, "08:45");
    expect(await refused(() => book(worker, second))).toMatchObject({ kind: "already", bookingId: first.bookingId });
    const closes = instantAt("2026-11-05", "12:00");
    expect(await refused(() => book(late, second, {}, closes))).toMatchObject({ kind: "closed" });
    expect(await book(late, second, {}, new Date(closes.getTime() - 1000))).toMatchObject({ isNew: true });
  });

  test("not for somebody else, not on a draft, not with a date that has changed", async () => {
    const dayId = await aDay();
    const [worker, other] = [await aWorker("李扫街"), await aWorker("王别人")];
    const slotId = await slotAt(dayId, "08:30");
    expect(await refused(() => book(worker, slotId, { personId: other.personId }))).toMatchObject({ kind: "person" });
    expect(await refused(() => book(worker, newId()))).toMatchObject({ kind: "gone" });
    expect(await refused(() => book(worker, slotId, { date: "2026-10-30" }))).toMatchObject({ kind: "changed" });
    expect(await book(worker, slotId, { date: friday })).toMatchObject({ isNew: true });
  });

  test("one open booking at a time on the phone; the desk may give a second day", async () => {
    const first = await aDay();
    const second = await aDay({ actualOn: "2026-12-04" });
    const worker = await aWorker("李扫街");
    const { bookingId } = await book(worker, await slotAt(first, "08:30"));
    const slotId = await slotAt(second, "08:30");
    expect(await refused(() => book(worker, slotId))).toMatchObject({ kind: "elsewhere", bookingId });
    const desk = permitAt(bureau().desk, "reception.book");
    expect(
      await bookSeat(desk, { requestKey: newId(), slotId, topic: "PAY", personId: worker.personId }),
    ).toMatchObject({ isNew: true });
  });
});

describe("green channel and allotted seats", () => {
  test("the GREEN cell is shown to and taken by who is 60 on the day, not by who is a day younger", async () => {
    const dayId = await aDay();
    const old = await aWorker("马老伯", { birthDate: "1966-11-06" });
    const young = await aWorker("马小弟", { birthDate: "1966-11-07" });
    const green = await slotAt(dayId, "09:15");
    const shown = async (worker: Worker) =>
      (await freeTimes(permitAt(worker, "my.book")))?.times.map(({ time }) => time);
    expect(await shown(old)).toContain("09:15");
    expect(await shown(young)).not.toContain("09:15");
    expect(await refused(() => book(young, green))).toMatchObject({ kind: "full" });
    const { bookingId } = await book(old, green);
    expect(await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({ greenChannel: true });
  });

  test("a cell kept for 环卫二所 is taken by its people only, until the release", async () => {
    const dayId = await aDay();
    const slotId = await slotAt(dayId, "08:30");
    await allotCell(permitAt(bureau().desk, "reception.plan"), { slotId, unitId: units.second });
    const ours = await aWorker("李一所");
    const theirs = await aWorker("王二所", { unitId: units.secondTeam });
    expect(await refused(() => book(ours, slotId))).toMatchObject({ kind: "full" });
    const { bookingId } = await book(theirs, slotId);
    await cancelBooking(permitAt(theirs, "my.cancelBooking"), { bookingId, reason: "OTHER" });
    expect(await book(ours, slotId, {}, instantAt("2026-11-04", "16:00"))).toMatchObject({ isNew: true });
  });
});

describe("on behalf", () => {
  test("a liaison books for a worker without a phone; the booking says so and keeps no words", async () => {
    const dayId = await aDay();
    const worker = await aWorker("孙没手机");
    const permit = permitAt(bureau().liaison, "reception.bookFor");
    const input = {
      requestKey: newId(),
      slotId: await slotAt(dayId, "08:30"),
      topic: "PAY" as const,
      personId: worker.personId,
    };
    const { bookingId } = await bookSeat(permit, { ...input, topicText: "不该留下的话" });
    expect(await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      channel: "LIAISON",
      topicText: null,
    });
    const [ticket] = await myBookings(permitAt(worker, "my.home"));
    expect(ticket).toMatchObject({ bookedBy: "联络员吴芳", topic: "PAY", time: "08:30" });
  });

  test("not for another unit's people", async () => {
    const dayId = await aDay();
    const stranger = await aWorker("王二所", { unitId: units.secondTeam });
    const slotId = await slotAt(dayId, "08:30");
    const permit = permitAt(bureau().liaison, "reception.bookFor");
    const run = () => bookSeat(permit, { requestKey: newId(), slotId, topic: "PAY", personId: stranger.personId });
    expect(await refused(run)).toMatchObject({ kind: "person" });
  });

  test("the unit sees time and name only, and confirms the cover once", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const told = { topicText: "班长骂人", isConfidential: true };
    const { bookingId } = await book(worker, await slotAt(dayId, "08:30"), told);
    const permit = permitAt(bureau().liaison, "reception.cover");
    const unit = await unitBookings(permit);
    const words = JSON.stringify(unit?.bookings);
    expect(unit?.bookings).toEqual([expect.objectContaining({ name: "李扫街", time: "08:30", isCovered: false })]);
    expect(words).not.toMatch(/班长骂人|PAY|工资/);
    await coverShift(permit, { bookingId });
    await refused(() => coverShift(permit, { bookingId }));
    expect((await unitBookings(permit))?.bookings[0]).toMatchObject({ isCovered: true });
  });

  test("加号 adds a seat for one person beyond the capacity, with its reason, once", async () => {
    const dayId = await aDay();
    const [first, second] = [await aWorker("李扫街"), await aWorker("王加号")];
    const slotId = await slotAt(dayId, "08:30");
    await book(first, slotId);
    const desk = permitAt(bureau().desk, "reception.book");
    const input = { requestKey: newId(), slotId, topic: "PAY" as const, personId: second.personId };
    expect(await refused(() => bookSeat(desk, input))).toMatchObject({ kind: "full" });
    const added = await bookSeat(desk, { ...input, addedReason: "腿脚不便，从远郊来" });
    expect(added).toMatchObject({ ticketNo: 13, isNew: true });
    expect(await bookSeat(desk, { ...input, addedReason: "腿脚不便，从远郊来" })).toEqual({ ...added, isNew: false });
    expect(await db.seat.count({ where: { slotId } })).toBe(2);
    const again = { ...input, requestKey: newId(), addedReason: "再加一个" };
    expect(await refused(() => bookSeat(desk, again))).toMatchObject({ kind: "already" });
    expect(await liveBookings(dayId)).toHaveLength(2);
  });
});

describe("cancelling, taking it back, moving", () => {
  test("a worker cancels until the deadline, the desk afterwards with a coded reason", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const { bookingId } = await book(worker, await slotAt(dayId, "08:30"));
    const late = permitAt(worker, "my.cancelBooking", instantAt("2026-11-05", "12:00"));
    await refused(() => cancelBooking(late, { bookingId, reason: "SHIFT" }));
    const desk = permitAt(bureau().desk, "reception.book", instantAt("2026-11-05", "15:00"));
    await cancelBooking(desk, { bookingId, reason: "ASKED", note: "孩子发烧" });
    const row = await db.booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { events: { orderBy: { id: "asc" } } },
    });
    expect(row).toMatchObject({ status: "CANCELLED", releasedAt: desk.now });
    expect(row.events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["booked", null],
      ["cancelled", "ASKED"],
    ]);
    await refused(() => cancelBooking(desk, { bookingId, reason: "ASKED" }));
  });

  test("ten minutes to take it back, if the seat is still free", async () => {
    const dayId = await aDay();
    const [worker, other] = [await aWorker("李扫街"), await aWorker("王别人")];
    const slotId = await slotAt(dayId, "08:30");
    const minutes = (count: number) => new Date(booking.getTime() + count * 60_000);
    const { bookingId, ticketNo } = await book(worker, slotId);
    const cancel = () => cancelBooking(permitAt(worker, "my.cancelBooking"), { bookingId, reason: "OTHER" });
    const undo = (at: Date) => undoCancel(permitAt(worker, "my.cancelBooking", at), { bookingId });
    await cancel();
    await undo(minutes(10));
    expect(await liveBookings(dayId)).toEqual([expect.objectContaining({ id: bookingId, ticketNo })]);
    await cancel();
    await refused(() => undo(new Date(minutes(10).getTime() + 1)));
    const taken = await book(other, slotId);
    expect(await refused(() => undo(minutes(5)))).toMatchObject({
      sentence: expect.stringContaining("刚被别人约走了") as string,
    });
    expect((await liveBookings(dayId)).map(({ id }) => id)).toEqual([taken.bookingId]);
  });

  test("a move keeps the chain and the number of live bookings; the same key moves once", async () => {
    const dayId = await aDay();
    const worker = await aWorker("李扫街");
    const { bookingId } = await book(worker, await slotAt(dayId, "08:30"), { topicText: "补贴" });
    const move = { bookingId, slotId: await slotAt(dayId, "10:00"), requestKey: newId() };
    const moved = await moveBooking(permitAt(worker, "my.book"), move);
    expect(await moveBooking(permitAt(worker, "my.book"), move)).toEqual({ ...moved, isNew: false });
    expect((await liveBookings(dayId)).map(({ id }) => id)).toEqual([moved.bookingId]);
    expect(await db.booking.findUniqueOrThrow({ where: { id: moved.bookingId } })).toMatchObject({
      movedFromId: bookingId,
      topicText: "补贴",
    });
    expect(await findTicket(permitAt(worker, "my.book"), bookingId)).toMatchObject({
      state: "moved",
      movedToId: moved.bookingId,
    });
  });

  test("a move into a full cell keeps the old seat", async () => {
    const dayId = await aDay();
    const [worker, other] = [await aWorker("李扫街"), await aWorker("王别人")];
    const { bookingId } = await book(worker, await slotAt(dayId, "08:30"));
    const slotId = await slotAt(dayId, "08:45");
    await book(other, slotId);
    const run = () => moveBooking(permitAt(worker, "my.book"), { bookingId, slotId, requestKey: newId() });
    expect(await refused(run)).toMatchObject({ kind: "full" });
    expect(await liveBookings(dayId)).toHaveLength(2);
  });

  test("nobody touches another person's booking", async () => {
    const dayId = await aDay();
    const [worker, other] = [await aWorker("李扫街"), await aWorker("王别人")];
    const { bookingId } = await book(worker, await slotAt(dayId, "08:30"));
    await refused(() => cancelBooking(permitAt(other, "my.cancelBooking"), { bookingId, reason: "OTHER" }));
    expect(await findTicket(permitAt(other, "my.book"), bookingId)).toBeNull();
  });
});

test("保密 is covered for the desk until somebody says why, and the person can see that", async () => {
  const dayId = await aDay();
  const worker = await aWorker("李扫街");
  const { bookingId } = await book(worker, await slotAt(dayId, "08:30"), {
    topicText: "班长骂人",
    isConfidential: true,
  });
  const desk = permitAt(bureau().desk, "reception.book");
  expect((await findTicket(desk, bookingId))?.topic).toBeNull();
  expect(await revealTopic(desk, { bookingId, reason: "安排合适的领导" })).toEqual({
    topic: "工资社保",
    text: "班长骂人",
  });
  const audits = await db.auditEvent.findMany({ where: { objectId: bookingId, reason: "安排合适的领导" } });
  expect(audits).toEqual([expect.objectContaining({ subjectId: worker.personId, fields: ["topic", "topic_text"] })]);
});

test("each screen of the worker stays within its statements", async () => {
  const dayId = await aDay();
  const worker = await aWorker("李扫街");
  const times = await countSql(() => freeTimes(permitAt(worker, "my.book")));
  expect(times.statements).toHaveLength(2);
  const { bookingId } = await book(worker, await slotAt(dayId, "08:30"));
  expect((await countSql(() => findTicket(permitAt(worker, "my.book"), bookingId))).statements).toHaveLength(1);
  expect((await countSql(() => myBookings(permitAt(worker, "my.home")))).statements).toHaveLength(1);
});
