import { beforeAll, describe, expect, it } from "vitest";
import { isWorkingDay } from "@/lib/calendar/rules";
import { civilOf, dateColumn, fromDateColumn } from "@/lib/dates";
import { lanesFor } from "@/lib/reception/bookings/rules";
import { receptionDate } from "@/lib/reception/days/rules";
import type { Theatre } from "@/prisma/seed/case-teller";
import { comingTotals } from "@/prisma/seed/reception-coming";
import { receptionOf, type Reception } from "@/prisma/seed/reception";
import { theatreOn } from "@/prisma/seed/theatre";

/** A year without notice, 正月初一, the day after a moved one, the eve whose noon is the closing time, the day itself. */
const days = ["2028-02-29", "2026-02-17", "2026-10-10", "2026-12-03", "2026-12-04"];

describe.each(days)("reception as it stands on %s", (today) => {
  let theatre: Theatre;
  let reception: Reception;
  beforeAll(() => {
    theatre = theatreOn(today);
    reception = receptionOf(theatre);
  });

  const past = () => reception.rows.reception_day.filter(({ actualOn }) => new Date(actualOn) < dateColumn(today));
  const coming = () => {
    const found = reception.rows.reception_day.find(({ actualOn }) => new Date(actualOn) >= dateColumn(today));
    if (!found) throw new Error("no coming day");
    return found;
  };

  it("has held the 24 latest days by the rule, one of them without a visitor", () => {
    expect(past()).toHaveLength(24);
    for (const { month, plannedOn, actualOn, state } of reception.rows.reception_day) {
      const rule = receptionDate(month, "NEXT_WORKING_FRIDAY", theatre.ground.calendar);
      expect([rule.planned, rule.actual]).toEqual([new Date(plannedOn), new Date(actualOn)].map(fromDateColumn));
      expect(isWorkingDay(theatre.ground.calendar, rule.actual)).toBe(true);
      if (rule.actual < today) expect(["FILED", "HELD"]).toContain(state);
    }
    const visited = new Set(reception.rows.attendance.map(({ dayId }) => dayId));
    const silent = past().filter(({ id }) => !visited.has(id));
    expect(silent.map(({ closingNote }) => closingNote)).toEqual(["零接待"]);
  });

  it("lets nine leaders take turns, eight mornings each", () => {
    const ids = new Set(past().map(({ id }) => id));
    const turns = new Map<string, number>();
    for (const { dayId, leaderId } of reception.rows.day_host) {
      if (ids.has(dayId)) turns.set(leaderId, (turns.get(leaderId) ?? 0) + 1);
    }
    expect([...turns.values()]).toEqual(Array.from({ length: 9 }, () => 8));
  });

  it("counts 192 matters, 183 of 189 answered in time", () => {
    expect(reception.rows.reception_matter).toHaveLength(192);
    expect(reception.lives).toHaveLength(192);
    const answered = reception.lives.filter(({ facts }) => facts.firstAnsweredOn !== null);
    const onTime = answered.filter(({ facts, patch }) => (facts.firstAnsweredOn ?? "") <= (patch.firstDueOn ?? ""));
    expect([onTime.length, answered.length]).toEqual([183, 189]);
    expect(reception.lives.filter(({ facts }) => facts.status === "open")).toEqual([]);
    for (const { facts, events, given } of reception.lives) {
      expect(facts.promisedById).not.toBeNull();
      expect(given.source).toBe("RECEPTION");
      expect(events.every(({ at }) => civilOf(new Date(at)) < today)).toBe(true);
    }
  });

  it("publishes the coming day with free seats, and bookings that the claim would have accepted", () => {
    const day = coming();
    const seats = new Map(reception.rows.seat.filter(({ dayId }) => dayId === day.id).map((seat) => [seat.id, seat]));
    const bookings = reception.rows.booking.filter(({ dayId }) => dayId === day.id);
    const live = bookings.filter(({ releasedAt }) => !releasedAt);
    expect([day.state, seats.size, live.length, bookings.length - live.length]).toEqual([
      "OPEN",
      36,
      comingTotals.live,
      comingTotals.released,
    ]);
    for (const { seatId, channel, greenChannel, createdAt } of live) {
      expect(lanesFor(channel, greenChannel ?? false, false)).toContain(seats.get(seatId)?.lane);
      const booked = new Date(createdAt ?? 0);
      expect(booked > new Date(day.opensAt ?? 0) && civilOf(booked) < today).toBe(true);
    }
    expect(live.filter(({ greenChannel }) => greenChannel).length).toBeGreaterThanOrEqual(1);
    expect(live.filter(({ channel }) => channel === "LIAISON").length).toBeGreaterThanOrEqual(1);
    expect(live.filter(({ isConfidential }) => isConfidential)).toHaveLength(1);
    const booked = new Set(live.map(({ personId }) => personId));
    const has = (staffNo: string) => booked.has(theatre.people.find((person) => person.staffNo === staffNo)?.id ?? "");
    expect(["50001", "50002", "50003", "50004", "50005"].map(has)).toEqual([false, true, true, false, true]);
  });

  it("always has a published day that a phone can book, or is about to", () => {
    const next = reception.rows.reception_day.filter(
      ({ state, closesAt }) => state === "OPEN" && closesAt && civilOf(new Date(closesAt)) > today,
    );
    expect(next.length).toBeGreaterThanOrEqual(1);
  });

  it("never gives one seat or one morning twice, and numbers the queue without a gap", () => {
    const live = reception.rows.booking.filter(({ releasedAt }) => !releasedAt);
    expect(new Set(live.map(({ seatId }) => seatId)).size).toBe(live.length);
    expect(new Set(live.map(({ dayId, personId }) => `${dayId}${personId}`)).size).toBe(live.length);
    for (const { dayId, lastNo } of reception.rows.day_counter) {
      const numbers = reception.rows.attendance
        .filter((visit) => visit.dayId === dayId && visit.queueNo)
        .map(({ queueNo }) => queueNo);
      expect(numbers.sort((one, other) => Number(one) - Number(other))).toEqual(
        Array.from({ length: lastNo ?? 0 }, (_, i) => i + 1),
      );
    }
  });
});
