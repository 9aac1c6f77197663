import { describe, expect, test } from "vitest";
import { instantAt } from "@/lib/dates";
import {
  bookingAfter,
  bookingMoves,
  isGreenPerson,
  lanesFor,
  nearest,
  refuseCancel,
  refuseWindow,
  statusesFor,
  undoUntil,
  type BookingMove,
} from "@/lib/reception/bookings/rules";
import { answerTo, type Standing } from "@/lib/reception/claims/rules";
import type { BookingStatus, Channel, DayState } from "@/prisma/generated/enums";

const channels: Channel[] = ["WEB", "LIAISON", "KIOSK", "DESK", "PHONE", "PAPER"];
const at = (time: string, date = "2026-11-06") => instantAt(date, time);

describe("lanes by channel, green channel and day", () => {
  test.each(["WEB", "LIAISON", "KIOSK"] as const)(
    "%s takes what is open to all, and GREEN for green people",
    (channel) => {
      for (const onTheDay of [false, true]) {
        expect(lanesFor(channel, false, onTheDay)).toEqual(["ANY"]);
        expect(lanesFor(channel, true, onTheDay)).toEqual(["ANY", "GREEN"]);
      }
    },
  );
  test.each(["DESK", "PHONE", "PAPER"] as const)("%s takes all but WALK_IN, and that one on the day", (channel) => {
    expect(lanesFor(channel, false, false)).toEqual(["ANY", "STAFF", "GREEN"]);
    expect(lanesFor(channel, false, true)).toEqual(["ANY", "STAFF", "GREEN", "WALK_IN"]);
  });
});

describe("every state of a booking × every event", () => {
  const possible: Record<string, BookingStatus> = {
    "HELD confirm": "BOOKED",
    "HELD expire": "EXPIRED",
    "HELD cancel": "CANCELLED",
    "BOOKED move": "MOVED",
    "BOOKED cancel": "CANCELLED",
    "CANCELLED undo": "BOOKED",
  };
  const moves: BookingMove[] = ["confirm", "expire", "cancel", "move", "undo"];
  const all = Object.keys(bookingMoves).flatMap((state) =>
    moves.map((move) => [state as BookingStatus, move] as const),
  );
  test.each(all)("%s %s", (state, move) => {
    expect(bookingAfter(state, move)).toBe(possible[`${state} ${move}`]);
  });
});

describe("when a day can be booked and a booking cancelled", () => {
  const open = {
    state: "OPEN" as DayState,
    opensAt: at("09:00", "2026-10-16"),
    closesAt: at("12:00", "2026-11-05"),
    cancelUntil: at("12:00", "2026-11-05"),
  };
  test("the phone books from the opening to the closing instant", () => {
    expect(refuseWindow(open, "WEB", at("08:59", "2026-10-16"))).toContain("还没有开始");
    expect(refuseWindow(open, "WEB", open.opensAt)).toBeUndefined();
    expect(refuseWindow(open, "WEB", new Date(open.closesAt.getTime() - 1))).toBeUndefined();
    expect(refuseWindow(open, "WEB", open.closesAt)).toContain("已经截止");
    expect(refuseWindow(open, "LIAISON", open.closesAt)).toContain("已经截止");
  });
  test("the desk books until the day is over", () => {
    expect(refuseWindow(open, "PHONE", open.closesAt)).toBeUndefined();
    expect(refuseWindow({ ...open, state: "RUNNING" }, "DESK", at("10:00"))).toBeUndefined();
    expect(refuseWindow({ ...open, state: "HELD" }, "DESK", at("12:00"))).toContain("已经结束");
  });
  test.each(channels)("%s books neither a draft nor a cancelled day", (channel) => {
    expect(refuseWindow({ ...open, state: "DRAFT" }, channel, at("10:00", "2026-10-20"))).toContain("还没有发布");
    expect(refuseWindow({ ...open, state: "CANCELLED" }, channel, at("10:00", "2026-10-20"))).toContain("取消了");
  });
  test("cancelling ends for the phone at cancelUntil, for the desk with the day", () => {
    expect(refuseCancel(open, "WEB", new Date(open.cancelUntil.getTime() - 1))).toBeUndefined();
    expect(refuseCancel(open, "WEB", open.cancelUntil)).toBe("2026-11-05 12:00以后手机上不能改了，请打电话告诉我们");
    expect(refuseCancel(open, "PHONE", at("08:00"))).toBeUndefined();
    expect(refuseCancel({ ...open, state: "FILED" }, "DESK", at("08:00"))).toContain("已经结束");
  });
  test("ten minutes to take a cancellation back", () => {
    expect(undoUntil(at("09:00"))).toEqual(at("09:10"));
  });
});

describe("who may be booked for", () => {
  test("who left only through the desk, the deceased only when the family comes", () => {
    expect(statusesFor("WEB", "SELF")).toEqual(["ACTIVE", "OFF_POST", "RETIRED"]);
    expect(statusesFor("DESK", "SELF")).toEqual(["ACTIVE", "OFF_POST", "RETIRED", "LEFT", "TRANSFERRED_OUT"]);
    expect(statusesFor("DESK", "SURVIVOR")).toContain("DECEASED");
  });
  test("green by flag, or from the 60th birthday on the day itself", () => {
    const born = (civil: string) => ({ needsGreenChannel: false, birthDate: new Date(`${civil}T00:00:00Z`) });
    expect(isGreenPerson(born("1966-11-06"), "2026-11-06", 60)).toBe(true);
    expect(isGreenPerson(born("1966-11-07"), "2026-11-06", 60)).toBe(false);
    expect(isGreenPerson({ needsGreenChannel: true, birthDate: null }, "2026-11-06", 60)).toBe(true);
    expect(isGreenPerson({ needsGreenChannel: false, birthDate: null }, "2026-11-06", 60)).toBe(false);
  });
});

test("the nearest times, the earlier of two equal ones first, shown in order", () => {
  const times = ["08:30", "08:45", "09:15", "09:30", "11:00"].map((time) => ({ startsAt: at(time) }));
  expect(nearest(times, at("09:00"), 3).map(({ startsAt }) => startsAt)).toEqual(
    [at("08:45"), at("09:15"), at("08:30")].sort((a, b) => a.getTime() - b.getTime()),
  );
  expect(nearest([], at("09:00"), 3)).toEqual([]);
});

describe("the answer to a claim that got no seat, in the agreed order", () => {
  const me = "me";
  const base: Standing = {
    sameKey: null,
    live: null,
    otherId: null,
    day: {
      id: "day",
      state: "OPEN",
      opensAt: at("09:00", "2026-10-16"),
      closesAt: at("12:00", "2026-11-05"),
      cancelUntil: null,
    },
    cell: { startsAt: at("08:30"), isRetired: false },
    seenOn: null,
    isPerson: true,
    free: 0,
  };
  const now = at("10:00", "2026-10-20");
  const kindOf = (given: Partial<Standing>) => answerTo({ ...base, ...given }, me, "WEB", now).kind;
  const live = { id: "b", ticketNo: 7, startsAt: at("09:20") };
  const closed = { ...base.day, state: "CANCELLED" as const };

  test("own key before everything else, another person's key is refused", () => {
    expect(kindOf({ sameKey: { id: "b", personId: me, ticketNo: 7 }, live, day: closed })).toBe("same");
    expect(kindOf({ sameKey: { id: "b", personId: "other", ticketNo: 7 }, live })).toBe("key");
  });
  test("own booking before the day, the day before the seat", () => {
    expect(answerTo({ ...base, live, day: closed }, me, "WEB", now)).toMatchObject({ kind: "already", bookingId: "b" });
    expect(answerTo({ ...base, live }, me, "WEB", now)).toHaveProperty(
      "sentence",
      "已经约了11月6日 周五 09:20，7号。一天只能约一次，要换时间请用「改时间」",
    );
    expect(kindOf({ day: closed })).toBe("closed");
    expect(kindOf({ otherId: "x" })).toBe("elsewhere");
  });
  test("another date, a retired or past cell, full, and never full while a seat is free", () => {
    expect(kindOf({ seenOn: "2026-10-30", free: 1 })).toBe("changed");
    expect(kindOf({ cell: { startsAt: at("08:30"), isRetired: true } })).toBe("gone");
    expect(kindOf({ cell: { startsAt: now, isRetired: false } })).toBe("gone");
    expect(kindOf({})).toBe("full");
    expect(kindOf({ free: 1 })).toBe("again");
  });
  test("who is out of reach is not found", () => {
    expect(kindOf({ isPerson: false })).toBe("person");
  });
});
