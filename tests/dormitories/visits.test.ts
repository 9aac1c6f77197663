import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, daysBetween, type CivilDate } from "@/lib/dates";
import { visitCalendar } from "@/lib/dormitories/visits/calendar/queries";
import {
  arriveVisit,
  bookMine,
  bookVisit,
  cancelMine,
  cancelVisit,
  leaveVisit,
  missVisit,
} from "@/lib/dormitories/visits/commands";
import { listVisits, myVisits, viewVisit } from "@/lib/dormitories/visits/queries";
import { revealGuest } from "@/lib/dormitories/visits/reveal/commands";
import { nextFree, nightsOf, roomFor } from "@/lib/dormitories/visits/rules";
import type { BookMine } from "@/lib/dormitories/visits/schema";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import { aCleaner, aVisitRoom, aWarden, monday, openDormitory, permit, tuesday, type Dormitory } from "./bureau";

let cast: Dormitory;
let room: string;
beforeEach(async () => {
  cast = await openDormitory();
  room = await aVisitRoom(cast, "201");
});

const wish = (given: Partial<BookMine> = {}): BookMine => ({
  requestKey: newId(),
  siteId: cast.siteId,
  fromOn: "2026-10-20",
  nights: 2,
  guests: 1,
  relative: "王小花",
  relation: "CHILD",
  ...given,
});
const mine = (given: Partial<BookMine> = {}, who = cast.worker) => bookMine(permit(who, "my.dormitory"), wish(given));
const forWorker = (staffNo: string, given: Partial<BookMine> = {}, on = monday) =>
  bookVisit(permit(cast.officer, "dormitories.visit", on), { ...wish(given), staffNo });
const bookingAt = async (id: string) => {
  const { version } = await db.familyVisitBooking.findUniqueOrThrow({ where: { id } });

  return { bookingId: id, version };
};
const stateOf = async (id: string) => (await db.familyVisitBooking.findUniqueOrThrow({ where: { id } })).state;
const officer = (on: CivilDate = monday) => permit(cast.officer, "dormitories.visit", on);

describe("nights of the room for visits", () => {
  it("are booked on the phone, the relative's name encrypted, and seen by the worker in clear, by the office masked", async () => {
    const id = await mine();
    const stored = await db.familyVisitBooking.findUniqueOrThrow({ where: { id } });
    expect(stored.relativeCipher).not.toContain("王小花");
    expect(await db.familyVisitNight.count({ where: { bookingId: id } })).toBe(2);
    expect(await myVisits(permit(cast.worker, "my.dormitory"))).toMatchObject([{ relative: "王小花", nights: 2 }]);
    expect(await myVisits(permit(cast.otherWorker, "my.dormitory"))).toEqual([]);
    const seen = await viewVisit(permit(cast.officer, "dormitories.living"), id);
    expect([seen.relative, seen.relation]).toEqual(["王*花", "子女"]);
    const log = await db.auditEvent.findFirstOrThrow({ where: { objectId: id } });
    expect(JSON.stringify(log)).not.toContain("小花");
  });

  it("are booked once by a form that is sent twice, also at the same moment", async () => {
    const form = wish();
    const book = () => bookMine(permit(cast.worker, "my.dormitory"), form);
    const ids = await Promise.all([book(), book(), book()]);
    expect(new Set([...ids, await book()]).size).toBe(1);
    expect(await db.familyVisitBooking.count()).toBe(1);
  });

  it("have one winner of eight who want the last room at once; the others are told the next free days", async () => {
    const workers = await Promise.all(Array.from({ length: 8 }, (_, i) => aCleaner(`职工${i}`)));
    const tries = await Promise.allSettled(workers.map(({ staffNo }) => forWorker(staffNo)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(String(one.reason)).toContain("最近可以 10月22日");
    expect(await db.familyVisitNight.count({ where: { roomId: room } })).toBe(2);
  });

  it("go to the next room while there is one, and a person has one room in a night", async () => {
    await aVisitRoom(cast, "202");
    const [one, other] = [await aCleaner("甲"), await aCleaner("乙")];
    const ids = await Promise.all([forWorker(one.staffNo), forWorker(other.staffNo)]);
    const rooms = await db.familyVisitBooking.findMany({ where: { id: { in: ids } } });
    expect(new Set(rooms.map(({ roomId }) => roomId)).size).toBe(2);
    await cancelVisit(officer(), { ...(await bookingAt(ids[1])), reason: "不来了" });
    await expect(forWorker(one.staffNo, { fromOn: "2026-10-21" })).rejects.toThrow("已经订过一间");
  });

  it("are refused beyond seven nights, in the past, too far ahead, while the room is shut, and for who has left", async () => {
    const left = await aCleaner("走了", { status: "LEFT" });
    await db.dormClosure.create({
      data: {
        id: newId(),
        siteId: cast.siteId,
        roomId: room,
        kind: "REPAIR",
        fromOn: new Date("2026-10-25T00:00:00Z"),
        toOn: new Date("2026-10-26T00:00:00Z"),
        reason: "修水管",
        createdById: cast.officer.accountId,
      },
    });
    await expect(mine({ nights: 8 })).rejects.toThrow("最多住 7 晚");
    await expect(mine({ fromOn: "2026-10-11" })).rejects.toThrow("不能早于今天");
    await expect(mine({ fromOn: "2026-12-30" })).rejects.toThrow("最早提前 60 天");
    await expect(mine({ fromOn: "2026-10-24" })).rejects.toThrow("10月27日");
    await expect(forWorker(left.staffNo)).rejects.toThrow("不在岗");
    await expect(forWorker("999999")).rejects.toThrow("没有这个工号");
    expect(await db.familyVisitBooking.count()).toBe(0);
  });

  it("cannot be written twice past the program either", async () => {
    const id = await mine();
    const again = ownerQuery(
      `insert into family_visit_night (id, booking_id, room_id, person_id, night) values ($1, $2, $3, $4, '2026-10-20')`,
      [newId(), id, room, cast.otherWorker.personId],
    );
    await expect(again).rejects.toThrow("family_visit_night_room_once");
  });
});

describe("a booking", () => {
  it("is cancelled by the worker, and the nights are anybody's; not by somebody else, not twice", async () => {
    const id = await mine();
    const at = await bookingAt(id);
    await expect(cancelMine(permit(cast.otherWorker, "my.dormitory"), at)).rejects.toThrow();
    expect(await stateOf(id)).toBe("BOOKED");
    await cancelMine(permit(cast.worker, "my.dormitory"), at);
    await expect(cancelMine(permit(cast.worker, "my.dormitory"), at)).rejects.toThrow("刚被别人办过");
    expect(await mine({}, cast.otherWorker)).toBeTruthy();
  });

  it("is moved into between its days only, and for three nights after the police knows", async () => {
    const id = await mine({ nights: 3 });
    const arrive = async (on: CivilDate, policeOn?: CivilDate) =>
      arriveVisit(officer(on), { ...(await bookingAt(id)), policeOn });
    await expect(arrive("2026-10-19")).rejects.toThrow("还没到");
    await expect(arrive("2026-10-20")).rejects.toThrow("派出所");
    await expect(arrive("2026-10-20", "2026-10-21")).rejects.toThrow("不能晚于今天");
    await expect(arrive("2026-10-23", "2026-10-20")).rejects.toThrow("已经过了");
    expect(await stateOf(id)).toBe("BOOKED");
    await arrive("2026-10-20", "2026-10-20");
    expect(await stateOf(id)).toBe("STAYING");
  });

  it("that ends early gives back what is left of its nights, and keeps what was slept", async () => {
    const id = await mine({ nights: 2 });
    await expect(leaveVisit(officer("2026-10-21"), await bookingAt(id))).rejects.toThrow("刚被别人办过");
    await arriveVisit(officer("2026-10-20"), await bookingAt(id));
    await leaveVisit(officer("2026-10-21"), await bookingAt(id));
    const nights = await db.familyVisitNight.findMany({ where: { bookingId: id }, orderBy: { night: "asc" } });
    expect(nights.map(({ releasedAt }) => releasedAt === null)).toEqual([true, false]);
    expect(await stateOf(id)).toBe("LEFT");
  });

  it("nobody came for is written off from the second day on", async () => {
    const id = await mine();
    await expect(missVisit(officer("2026-10-20"), await bookingAt(id))).rejects.toThrow("第二天起");
    await missVisit(officer("2026-10-21"), await bookingAt(id));
    expect([await stateOf(id), await db.familyVisitNight.count({ where: { releasedAt: null } })]).toEqual([
      "NO_SHOW",
      0,
    ]);
  });

  it("has one winner when two act on it at once", async () => {
    const at = await bookingAt(await mine());
    const acts = await Promise.allSettled([
      cancelVisit(officer(), { ...at, reason: "修房" }),
      cancelMine(permit(cast.worker, "my.dormitory"), at),
    ]);
    expect(acts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is read and acted on by the warden of its site, found by no other warden, and its guest revealed with a reason", async () => {
    const id = await mine();
    const [own, other] = [await aWarden(cast), await aWarden(cast, null)];
    const look = (who: typeof own) => viewVisit(permit(who, "dormitories.living"), id);
    expect((await look(own)).id).toBe(id);
    await expect(look(other)).rejects.toThrow();
    expect((await listVisits(permit(other, "dormitories.living"), { tab: "coming" })).rows).toEqual([]);
    const reveal = (who: typeof own) =>
      revealGuest(permit(who, "dormitories.revealGuest"), { bookingId: id, reason: "派出所来核对" });
    await expect(reveal(other)).rejects.toThrow();
    expect(await reveal(own)).toBe("王小花");
    const looks = await db.auditEvent.findMany({ where: { verb: "dormitories.revealGuest", outcome: "DONE" } });
    expect(looks).toMatchObject([{ reason: "派出所来核对", isNotable: true }]);
    await cancelVisit(permit(own, "dormitories.visit"), { ...(await bookingAt(id)), reason: "停水" });
    expect(await myVisits(permit(cast.worker, "my.dormitory"))).toMatchObject([{ endReason: "停水" }]);
  });
});

describe("the calendar and the list", () => {
  it("show rooms by nights, with who has which, in as many statements for many rooms as for one", async () => {
    const id = await mine();
    const counted = async () => {
      const by = permit(cast.officer, "dormitories.living");
      const { result, statements } = await countSql(() => visitCalendar(by, { from: "2026-10-19" }));

      return { calendar: result, statements: statements.length };
    };
    const one = await counted();
    expect(one.calendar.rows[0]?.cells.slice(0, 4)).toMatchObject([
      { kind: "free" },
      { kind: "taken", bookingId: id },
      { kind: "taken" },
      { kind: "free" },
    ]);
    for (const name of ["202", "203", "204"]) await aVisitRoom(cast, name);
    const many = await counted();
    expect([many.calendar.rows.length, many.statements]).toEqual([4, one.statements]);
  });

  it("are paged by key", async () => {
    for (let i = 0; i < 52; i += 1) await mine({ fromOn: addDays(tuesday, i), nights: 1 });
    const list = (after?: string) => listVisits(permit(cast.officer, "dormitories.living"), { tab: "coming", after });
    const first = await list();
    const second = await list(first.next ?? "");
    expect([first.rows.length, second.rows.length, second.next, first.counts.coming]).toEqual([50, 2, null, 52]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52);
  });
});

describe("free days", () => {
  const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays("2026-10-01", n));
  const rooms = fc
    .array(fc.array(day, { maxLength: 20 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((taken, i) => ({ id: String(i), taken: new Set(taken) })));

  it("are days on which a room is free in every night, none of them is passed over, and the soonest come first", () => {
    fc.assert(
      fc.property(rooms, day, fc.integer({ min: 1, max: 7 }), (all, fromOn, nights) => {
        const last = "2026-11-05";
        const found = nextFree(all, { fromOn, last, nights, count: 3 });
        const isFree = (on: CivilDate) =>
          roomFor(all, nightsOf({ fromOn: on, toOn: addDays(on, nights) })) !== undefined;
        const every = Array.from({ length: daysBetween(fromOn, last) + 1 }, (_, i) => addDays(fromOn, i)).filter(
          isFree,
        );
        expect(found).toEqual(every.slice(0, 3));
      }),
    );
  });
});
