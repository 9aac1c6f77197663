import { beforeEach, describe, expect, test } from "vitest";
import { formatInstant, instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { bookSeat } from "@/lib/reception/bookings/commands";
import { cancelDay, rescheduleDay, retireCell, substituteHost } from "@/lib/reception/changes/commands";
import { previewReschedule } from "@/lib/reception/changes/queries";
import { endDay, fileDay, startDay } from "@/lib/reception/course/commands";
import { draftDay, dropDraft, editDraft, publishDay } from "@/lib/reception/days/commands";
import { dayAfter, dayMoves, type DayMove } from "@/lib/reception/days/rules";
import { listYear } from "@/lib/reception/days/year/queries";
import { viewDay } from "@/lib/reception/days/view/queries";
import { leadersInTurn } from "@/lib/reception/hosts/queries";
import { settleReview } from "@/lib/reception/reviews/commands";
import { db } from "@/prisma/client";
import type { DayState } from "@/prisma/generated/enums";
import {
  aDay,
  aWorker,
  booking,
  bureau,
  cellAt,
  cellsOf,
  everything,
  friday,
  liveBookings,
  morning,
  openBureau,
  permitAt,
  published,
} from "../bureau";

beforeEach(async () => {
  await openBureau();
});

async function refused(run: () => Promise<unknown>): Promise<string> {
  const before = await everything();
  const fault: unknown = await run().then(
    () => expect.fail("was not refused"),
    (reason: unknown) => reason,
  );
  expect(await everything()).toBe(before);
  return fault instanceof Error ? fault.message : String(fault);
}
const desk = <V extends Parameters<typeof permitAt>[1]>(verb: V, at = booking) => permitAt(bureau().desk, verb, at);
const dayOf = (dayId: string) => db.receptionDay.findUniqueOrThrow({ where: { id: dayId } });
const form = (given: object = {}) => ({
  month: "2026-11",
  actualOn: friday,
  place: "一楼接待室",
  fromTime: "08:30",
  toTime: "11:30",
  slotMinutes: 15 as const,
  hosts: [{ leaderId: bureau().boss.personId }],
  ...given,
});

describe("every state of a day × every act", () => {
  const possible: Record<string, DayState> = {
    "DRAFT edit": "DRAFT",
    "DRAFT publish": "OPEN",
    "DRAFT drop": "CANCELLED",
    "OPEN reschedule": "OPEN",
    "OPEN change": "OPEN",
    "OPEN cancel": "CANCELLED",
    "OPEN start": "RUNNING",
    "RUNNING change": "RUNNING",
    "RUNNING receive": "RUNNING",
    "RUNNING end": "HELD",
    "HELD receive": "HELD",
    "HELD file": "FILED",
  };
  const moves: DayMove[] = [
    "edit",
    "publish",
    "drop",
    "reschedule",
    "change",
    "cancel",
    "start",
    "receive",
    "end",
    "file",
  ];
  const all = Object.keys(dayMoves).flatMap((state) => moves.map((move) => [state as DayState, move] as const));
  test.each(all)("%s %s", (state, move) => {
    expect(dayAfter(state, move)).toBe(possible[`${state} ${move}`]);
  });
});

describe("planning", () => {
  test("the year proposes 01-09, 05-08, 10-09 and 11-06", async () => {
    const months = await listYear(desk("reception.view"), 2026);
    const on = (month: string) => months.find((line) => line.month === month)?.actual;
    expect(["2026-01", "2026-05", "2026-10", "2026-11"].map(on)).toEqual([
      "2026-01-09",
      "2026-05-08",
      "2026-10-09",
      friday,
    ]);
  });
  test("a draft is the desk's own, can be changed and thrown away", async () => {
    const dayId = await draftDay(desk("reception.plan"), form());
    const leader = permitAt(bureau().boss, "reception.view");
    expect((await listYear(leader, 2026)).find(({ month }) => month === "2026-11")?.day).toBeNull();
    await editDraft(desk("reception.plan"), { ...form({ place: "二楼会议室" }), dayId, version: 1 });
    expect(await dayOf(dayId)).toMatchObject({ place: "二楼会议室", state: "DRAFT", version: 2 });
    await refused(() => editDraft(desk("reception.plan"), { ...form(), dayId, version: 1 }));
    await dropDraft(desk("reception.plan"), { dayId, version: 2 });
    expect((await dayOf(dayId)).state).toBe("CANCELLED");
    for (const view of [leader, desk("reception.view")]) {
      expect((await listYear(view, 2026)).find(({ month }) => month === "2026-11")?.day).toBeNull();
    }
    await expect(viewDay(leader, dayId)).rejects.toThrow();
    await draftDay(desk("reception.plan"), form());
  });
  test("refused: another date without a reason, nobody, too many, one twice, a second day of the month", async () => {
    const { boss, deputy } = bureau();
    const plan = (given: object) => () => draftDay(desk("reception.plan"), form(given));
    expect(await refused(plan({ actualOn: "2026-11-13" }))).toContain("按规则是11月6日 周五");
    expect(await refused(plan({ hosts: [] }))).toContain("至少选一位");
    const four = [boss, deputy, boss, deputy].map(({ personId }) => ({ leaderId: personId }));
    expect(await refused(plan({ hosts: four }))).toContain("最多安排3位");
    expect(await refused(plan({ hosts: four.slice(1, 3).concat(four[0] ?? []) }))).toContain("选了两次");
    expect(await refused(plan({ hosts: [{ leaderId: bureau().desk.personId }] }))).toContain("不是局领导");
    expect(await refused(plan({ fromTime: "08:35" }))).toContain("整点");
    await draftDay(desk("reception.plan"), form());
    expect(await refused(plan({}))).toContain("已经有了");
  });
  test("the rotation proposes who served longest ago", async () => {
    const { boss, deputy, third } = bureau();
    await aDay({ leaders: [boss, third] });
    const order = await leadersInTurn(db, desk("reception.plan"));
    expect(order[0]).toMatchObject({ leaderId: deputy.personId, lastServedOn: null });
    expect(order.slice(1).map(({ lastServedOn }) => lastServedOn)).toEqual([friday, friday]);
  });
});

describe("publishing", () => {
  test("freezes instants, makes cells, seats with lanes and the counter", async () => {
    const dayId = await aDay({ leaders: [bureau().boss, bureau().deputy] });
    const day = await dayOf(dayId);
    const words = [day.opensAt, day.closesAt, day.cancelUntil, day.reserveUntil].map((at) => at && formatInstant(at));
    expect(words).toEqual(["2026-10-16 09:00", "2026-11-05 12:00", "2026-11-05 12:00", "2026-11-04 16:00"]);
    const cells = await cellsOf(dayId);
    expect(cells).toHaveLength(24);
    const lanes = cells.filter(({ leaderId }) => leaderId === bureau().boss.personId).map(({ lane }) => lane);
    expect(lanes.filter((lane) => lane === "WALK_IN")).toHaveLength(2);
    expect(lanes.filter((lane) => lane === "GREEN")).toHaveLength(1);
    expect(await db.dayCounter.findUnique({ where: { dayId } })).toEqual({ dayId, lastNo: 0 });
  });
  test("a published day is not recomputed when calendar and parameters change", async () => {
    const dayId = await aDay();
    const before = await dayOf(dayId);
    await db.parameter.create({
      data: {
        id: newId(),
        key: "reception.closesTime",
        value: "09:00",
        validFrom: new Date("2026-01-01"),
        reason: "试",
      },
    });
    await db.calendarDay.create({
      data: { date: new Date("2026-11-06"), kind: "OFF", name: "停工", source: "STAFF", status: "OFFICIAL" },
    });
    expect(await dayOf(dayId)).toEqual(before);
    expect((await viewDay(desk("reception.view"), dayId)).isOffNow).toBe(true);
  });
  test("refused: a provisional year, a day off, less notice without a reason, the past, twice", async () => {
    const dayId = await aDay({ publish: false });
    const publish = (at: Date, lateReason?: string) => () =>
      publishDay(desk("reception.publish", at), { dayId, version: 1, lateReason });
    expect(await refused(publish(instantAt("2026-10-28", "09:00")))).toContain("离接待日不到10天");
    expect(await refused(publish(instantAt("2026-11-07", "09:00"), "忘了"))).toContain("已经过去");
    await db.calendarYear.update({ where: { year: 2026 }, data: { isOfficial: false } });
    expect(await refused(publish(published))).toContain("2026年的放假安排还没有录入");
    await db.calendarYear.update({ where: { year: 2026 }, data: { isOfficial: true } });
    await publish(instantAt("2026-10-28", "09:00"), "领导出差刚回来")();
    await refused(publish(published));
  });
});

describe("改期, 取消, 换领导, 取消时段", () => {
  async function bookedDay(): Promise<{ dayId: string; bookingId: string }> {
    const dayId = await aDay();
    const { slotId } = await cellAt(dayId, "08:30");
    const worker = await aWorker("李扫街");
    const { bookingId } = await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" });
    return { dayId, bookingId };
  }
  const settle = (reviewId: string, given: object) =>
    settleReview(desk("reception.settleReview"), {
      reviewId,
      toldHow: "PHONE",
      outcome: "KEPT",
      requestKey: newId(),
      ...given,
    });

  test("改期 moves day, cells and instants, flags every booking; shown before, refused onto a day off", async () => {
    const { dayId, bookingId } = await bookedDay();
    const preview = await previewReschedule(desk("reception.reschedule"), dayId, "2026-11-13");
    expect(preview).toMatchObject({ refused: null, affected: 1 });
    expect(preview.rows).toContainEqual({
      label: "手机预约截止",
      before: "2026-11-05 12:00",
      after: "2026-11-12 12:00",
    });
    const move = (actualOn: string) => () =>
      rescheduleDay(desk("reception.reschedule"), { dayId, version: 2, actualOn, reason: "区里开会" });
    expect(await refused(move("2026-11-14"))).toContain("放假");
    await move("2026-11-13")();
    expect(formatInstant((await dayOf(dayId)).closesAt ?? booking)).toBe("2026-11-12 12:00");
    const slot = await db.receptionSlot.findFirstOrThrow({ where: { dayId }, orderBy: { startsAt: "asc" } });
    expect(formatInstant(slot.startsAt)).toBe("2026-11-13 08:30");
    const review = await db.bookingReview.findFirstOrThrow({ where: { dayId } });
    expect(review).toMatchObject({ bookingId, cause: "DATE_CHANGED", settledAt: null });
    await refused(move("2026-11-20"));
    await settle(review.id, { outcome: "KEPT" });
    await refused(() => settle(review.id, { outcome: "KEPT" }));
    expect(await liveBookings(dayId)).toHaveLength(1);
  });
  test("a leader cancels the day; its bookings are moved or cancelled one by one, never kept", async () => {
    const { dayId, bookingId } = await bookedDay();
    const other = await aDay({ actualOn: "2026-12-04" });
    await cancelDay(permitAt(bureau().boss, "reception.cancelDay"), { dayId, version: 2, reason: "停电检修" });
    expect(await liveBookings(dayId)).toHaveLength(1);
    const review = await db.bookingReview.findFirstOrThrow({ where: { bookingId } });
    expect(await refused(() => settle(review.id, { outcome: "KEPT" }))).toContain("不能照旧");
    await settle(review.id, { outcome: "MOVED", slotId: (await cellAt(other, "08:30")).slotId });
    expect([await liveBookings(dayId), await liveBookings(other)].map((rows) => rows.length)).toEqual([0, 1]);
    await aDay({ actualOn: friday });
  });
  test("a substitute takes over the cells, the booking stays and is flagged", async () => {
    const { boss, deputy } = bureau();
    const { dayId } = await bookedDay();
    const swap = (substituteId?: string) => ({ dayId, leaderId: boss.personId, substituteId, reason: "开会" });
    await substituteHost(desk("reception.reschedule"), swap(deputy.personId));
    expect(new Set((await cellsOf(dayId)).map(({ leaderId }) => leaderId))).toEqual(new Set([deputy.personId]));
    expect(await db.bookingReview.count({ where: { dayId, cause: "HOST_CHANGED" } })).toBe(1);
    expect(await refused(() => substituteHost(desk("reception.reschedule"), swap(deputy.personId)))).toContain(
      "没有这位领导",
    );
  });
  test("an occupied cell is retired on purpose only, a free one at once", async () => {
    const { dayId } = await bookedDay();
    const [taken, free] = [await cellAt(dayId, "08:30"), await cellAt(dayId, "08:45")];
    const retire = (slotId: string, evenIfBooked?: "on") => () =>
      retireCell(desk("reception.reschedule"), { slotId, reason: "检修", evenIfBooked });
    await retire(free.slotId)();
    expect(await refused(retire(free.slotId))).toContain("取消过了");
    expect(await refused(retire(taken.slotId))).toContain("已经有人预约");
    await retire(taken.slotId, "on")();
    expect(await db.bookingReview.count({ where: { dayId, cause: "SLOT_RETIRED" } })).toBe(1);
  });
});

describe("the course of the day", () => {
  const run = (dayId: string, version: number) => ({ dayId, version });
  test("starts on the day, records who did not come, and 零接待", async () => {
    const dayId = await aDay();
    const { slotId } = await cellAt(dayId, "08:30");
    const worker = await aWorker("李扫街");
    await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" });
    expect(await refused(() => startDay(desk("reception.receive"), run(dayId, 2)))).toContain("当天才能开始");
    await startDay(desk("reception.receive", morning), run(dayId, 2));
    await endDay(desk("reception.closeDay", morning), run(dayId, 3));
    expect(await dayOf(dayId)).toMatchObject({ state: "HELD", closingNote: "零接待" });
    expect(await db.attendance.findMany({ where: { dayId } })).toEqual([
      expect.objectContaining({ state: "NO_SHOW", queueNo: null }),
    ]);
    await fileDay(desk("reception.closeDay", morning), run(dayId, 4));
    expect((await dayOf(dayId)).state).toBe("FILED");
  });
});
