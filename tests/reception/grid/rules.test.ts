import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, formatTime, instantAt } from "@/lib/dates";
import { cellsOfDay, lanesOfCells, planSeats, windowOf } from "@/lib/reception/grid/rules";
import { inTurn } from "@/lib/reception/hosts/rules";
import { official } from "../../calendar/official-years";

describe("cells", () => {
  test("twelve of 15 minutes from 08:30 to 11:30, whole ones only", () => {
    const cells = cellsOfDay("2026-11-06", "08:30", "11:30", 15);
    expect(cells).toHaveLength(12);
    expect([cells[0], cells[11]].map((cell) => cell && formatTime(cell.startsAt))).toEqual(["08:30", "11:15"]);
    expect(cellsOfDay("2026-11-06", "08:30", "11:29", 15)).toHaveLength(11);
    expect(cellsOfDay("2026-11-06", "11:30", "08:30", 15)).toEqual([]);
  });
});

describe("lanes", () => {
  test("of twelve cells two walk-in, one green, the first open to all", () => {
    expect(lanesOfCells(12, { walkIn: 2, green: 1, staff: 0 })).toEqual([
      ...["ANY", "ANY", "ANY", "GREEN", "ANY", "WALK_IN"],
      ...["ANY", "ANY", "ANY", "ANY", "ANY", "WALK_IN"],
    ]);
  });
  test("the counts are exact for every reserve that leaves a cell for the phone", () => {
    const reserve = fc.record({ walkIn: fc.nat(4), green: fc.nat(3), staff: fc.nat(3) });
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 24 }), reserve, (count, kept) => {
        const lanes = lanesOfCells(count, kept);
        const of = (lane: string) => lanes.filter((one) => one === lane).length;
        expect([of("WALK_IN"), of("GREEN"), of("STAFF"), lanes.length]).toEqual([
          kept.walkIn,
          kept.green,
          kept.staff,
          count,
        ]);
        expect(lanes[0]).toBe("ANY");
      }),
    );
  });
});

test("ticket numbers follow the time, then the duty order, without a gap", () => {
  const cells = cellsOfDay("2026-11-06", "08:30", "11:30", 15);
  const hosts = [
    { leaderId: "boss", room: "1" },
    { leaderId: "deputy", room: "2" },
  ];
  const seats = planSeats(cells, hosts, { walkIn: 2, green: 1, staff: 0 });
  expect(seats.map(({ ticketNo }) => ticketNo)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  expect(seats.slice(0, 3).map(({ leaderId, startsAt }) => [leaderId, formatTime(startsAt)])).toEqual([
    ["boss", "08:30"],
    ["deputy", "08:30"],
    ["boss", "08:45"],
  ]);
});

describe("the instants of a day", () => {
  const rules = { closes: { workingDays: 1, time: "12:00" }, reserve: { workingDays: 2, time: "16:00" } };
  const opens = instantAt("2026-09-20", "09:00");
  const words = (date: string) => {
    const { closesAt, cancelUntil, reserveUntil } = windowOf(date, opens, rules, official);
    return [closesAt, cancelUntil, reserveUntil].map(formatInstant);
  };
  test("12:00 of the working day before, 16:00 two working days before", () => {
    expect(words("2026-11-06")).toEqual(["2026-11-05 12:00", "2026-11-05 12:00", "2026-11-04 16:00"]);
  });
  test("holidays and make-up days are counted: after 国庆 2026 it is the 8th and 30 September", () => {
    expect(words("2026-10-09")).toEqual(["2026-10-08 12:00", "2026-10-08 12:00", "2026-09-30 16:00"]);
  });
});

describe("whose turn it is", () => {
  const one = (leaderId: string, lastServedOn: string | null) => ({ leaderId, name: leaderId, lastServedOn });
  test("never served first, then longest ago, then by name", () => {
    const order = inTurn([one("c", "2026-09-04"), one("b", null), one("d", "2026-08-07"), one("a", null)]);
    expect(order.map(({ leaderId }) => leaderId)).toEqual(["a", "b", "d", "c"]);
  });
  test("nine leaders, three a month: everybody serves once in three months", () => {
    let leaders = Array.from({ length: 9 }, (_, i) => one(`L${i}`, null));
    const served = ["2026-01", "2026-02", "2026-03"].flatMap((month) => {
      const now = inTurn(leaders)
        .slice(0, 3)
        .map(({ leaderId }) => leaderId);
      leaders = leaders.map((leader) =>
        now.includes(leader.leaderId) ? { ...leader, lastServedOn: `${month}-06` } : leader,
      );
      return now;
    });
    expect(new Set(served).size).toBe(9);
  });
});
