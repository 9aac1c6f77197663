import { describe, expect, test } from "vitest";
import { instantAt } from "@/lib/dates";
import {
  isParked,
  queueFor,
  queueOrder,
  visitAfter,
  visitMoves,
  type VisitMove,
  type Waiting,
} from "@/lib/reception/queue/rules";
import type { AttendanceState } from "@/prisma/generated/enums";

const at = (time: string) => instantAt("2026-11-06", time);
const limits = { graceMinutes: 15, missedMost: 3 };

function walkIn(queueNo: number, given: Partial<Waiting> = {}): Waiting {
  const base = { queueNo, isGreen: false, arrivedAt: at("08:20"), bookedAt: null, bookedWith: null, missedCalls: 0 };
  return { id: String(queueNo), ...base, ...given };
}
const booked = (queueNo: number, time: string, arrived: string, given: Partial<Waiting> = {}) =>
  walkIn(queueNo, { bookedAt: at(time), bookedWith: "boss", arrivedAt: at(arrived), ...given });
const order = (waiting: Waiting[], now: string) => queueOrder(waiting, at(now), limits).map(({ queueNo }) => queueNo);

describe("the order of the queue", () => {
  test("of walk-ins no. 5, who is 62, is called before no. 3, who is 35", () => {
    expect(order([walkIn(3), walkIn(5, { isGreen: true })], "09:00")).toEqual([5, 3]);
  });
  test("walk-ins by arrival number otherwise", () => {
    expect(order([walkIn(9), walkIn(2), walkIn(4)], "09:00")).toEqual([2, 4, 9]);
  });
  test("booked people keep their time before green walk-ins, and do not jump before it", () => {
    const waiting = [walkIn(1, { isGreen: true }), booked(2, "09:00", "08:50"), booked(3, "09:30", "08:30")];
    expect(order(waiting, "09:00")).toEqual([2, 1, 3]);
    expect(order(waiting, "08:59")).toEqual([1, 2, 3]);
    expect(order(waiting, "09:30")).toEqual([2, 3, 1]);
  });
  test("a leader who runs late does not make late who came in time", () => {
    expect(order([walkIn(1), booked(2, "09:00", "08:50")], "10:30")).toEqual([2, 1]);
  });
  test("who comes later than one cell falls behind among the walk-ins, but is not dropped", () => {
    expect(order([walkIn(1), booked(2, "09:00", "09:15"), walkIn(3)], "09:20")).toEqual([2, 1, 3]);
    expect(order([walkIn(1), booked(2, "09:00", "09:16"), walkIn(3)], "09:20")).toEqual([1, 2, 3]);
  });
  test("three missed calls park somebody at the very end", () => {
    expect(
      order([walkIn(1, { missedCalls: 3, isGreen: true }), walkIn(2, { missedCalls: 2 }), walkIn(3)], "09:00"),
    ).toEqual([2, 3, 1]);
    expect([2, 3].map((missedCalls) => isParked({ missedCalls }, limits))).toEqual([false, true]);
  });
  test("nobody waits: an empty queue", () => {
    expect(order([], "09:00")).toEqual([]);
  });
});

test("a door calls its own bookings and everybody who is bound to none", () => {
  const waiting = [walkIn(1), booked(2, "09:00", "08:50"), booked(3, "09:00", "09:30", { bookedWith: "deputy" })];
  const door = (leader: string) => queueFor(waiting, leader, at("09:40"), limits).map(({ queueNo }) => queueNo);
  expect(door("boss")).toEqual([2, 1, 3]);
  expect(door("deputy")).toEqual([1, 3]);
});

describe("every state of a visit × every event", () => {
  const possible: Record<string, AttendanceState> = {
    "ARRIVED call": "CALLED",
    "ARRIVED start": "IN_MEETING",
    "ARRIVED leave": "LEFT",
    "CALLED call": "CALLED",
    "CALLED miss": "ARRIVED",
    "CALLED start": "IN_MEETING",
    "CALLED leave": "LEFT",
    "IN_MEETING finish": "DONE",
    "LEFT arrive": "ARRIVED",
    "NO_SHOW arrive": "ARRIVED",
  };
  const moves: VisitMove[] = ["call", "miss", "start", "leave", "finish", "arrive"];
  const all = Object.keys(visitMoves).flatMap((state) =>
    moves.map((move) => [state as AttendanceState, move] as const),
  );
  test.each(all)("%s %s", (state, move) => {
    expect(visitAfter(state, move)).toBe(possible[`${state} ${move}`]);
  });
});
