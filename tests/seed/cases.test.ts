import { beforeAll, describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/lib/calendar/rules";
import { genericStages } from "@/lib/cases/rules";
import { civilOf } from "@/lib/dates";
import type { Life } from "@/prisma/seed/case-life";
import { demoLives, demoTotal } from "@/prisma/seed/case-demo";
import { historyLives, historyTotal } from "@/prisma/seed/case-history";
import { presentLives, presentTotal } from "@/prisma/seed/case-present";
import { caseRows } from "@/prisma/seed/case-rows";
import type { Theatre } from "@/prisma/seed/case-teller";
import { theatreOn } from "@/prisma/seed/theatre";

/** A weekend, 29 February, the last day of a year, 正月初一 in the longest holiday. */
const days = ["2026-11-22", "2028-02-29", "2026-12-31", "2026-02-17"];

describe.each(days)("what lies on the desks on %s", (today) => {
  let theatre: Theatre;
  let lives: Life[];
  beforeAll(() => {
    theatre = theatreOn(today);
    lives = [...presentLives(theatre), ...demoLives(theatre)];
  });

  const count = (is: (facts: Life["facts"], life: Life) => boolean) =>
    lives.filter((life) => is(life.facts, life)).length;
  const isOpen = ({ status }: Life["facts"]) => status === "open";

  it("always has everything that has to be seen", () => {
    const [dueToday, dueNext] = [theatre.line.on(0), theatre.line.on(1)];
    expect(dueToday >= today && isWorkingDay(theatre.ground.calendar, dueToday)).toBe(true);
    expect(count((facts) => isOpen(facts) && facts.dueOn === dueToday)).toBe(5);
    expect(count((facts) => isOpen(facts) && facts.dueOn === dueNext)).toBe(8);
    const isLate = (facts: Life["facts"]) => isOpen(facts) && facts.dueOn !== null && facts.dueOn < today;
    expect(count(isLate)).toBe(8);
    expect(count((facts, { supervised }) => isLate(facts) && supervised !== undefined)).toBe(3);
    const waiting = lives.filter(({ facts }) => facts.status === "waiting");
    expect(waiting).toHaveLength(12);
    expect(new Set(waiting.map(({ patch }) => patch.waitingReason)).size).toBe(5);
    const extended =
      (state: string) =>
      (_: Life["facts"], { extensions }: Life) =>
        extensions.some((one) => one.state === state);
    expect(count(extended("APPROVED"))).toBe(3);
    expect(count(extended("ASKED"))).toBe(1);
    expect(
      count((facts, { patch }) => facts.status === "answered" && (patch.followUpBy ?? "9") <= dueToday),
    ).toBeGreaterThanOrEqual(6);
    expect(count(({ stage }) => stage === "REOPENED")).toBe(2);
    expect(count(({ stage }) => stage === "LEADER_REVIEW")).toBe(1);
    expect(
      count((facts, { given }) => given.isGreen && ["open", "waiting"].includes(facts.status)),
    ).toBeGreaterThanOrEqual(4);
    expect(count(({ stage }) => stage === "VOID")).toBe(2);
    expect(count((_, { handOvers }) => handOvers.some(({ state }) => state === "OFFERED"))).toBe(2);
    expect(count((_, { copies }) => copies.length > 0)).toBeGreaterThanOrEqual(4);
  });

  it("has a case in every stage that is not closed, and the same ones every day", () => {
    const stages = new Set<string>(lives.map(({ facts }) => facts.stage));
    for (const [stage, { status }] of Object.entries(genericStages)) {
      if (status !== "closed") expect([...stages]).toContain(stage);
    }
    expect(lives).toHaveLength(presentTotal + demoTotal);
    expect(count(isOpen)).toBe(58);
    expect(count(({ status }) => status === "answered")).toBe(27);
  });

  it("reckons every running clock by the rule", () => {
    const { calendar } = theatre.ground;
    for (const { facts } of lives) {
      if (isOpen(facts)) expect(facts.dueOn).toBe(addWorkingDays(calendar, facts.clockFrom, facts.limitDays));
      else expect(facts.dueOn).toBeNull();
      if (facts.status === "waiting") expect(facts.waitingSince !== null && facts.waitingSince < today).toBe(true);
    }
  });

  it("tells nothing of today or later, and every timeline in order", () => {
    for (const { opened, events, version, extensions, handOvers } of lives) {
      const times = events.map(({ at }) => new Date(at).getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(new Set(times).size).toBe(times.length);
      expect(civilOf(new Date(Math.max(...times))) < today).toBe(true);
      expect(opened.getTime()).toBe(times[0]);
      const moves = events.filter(({ toStage, kind }) => kind !== "open" && toStage).length;
      const changed =
        extensions.filter(({ state }) => state === "APPROVED").length +
        handOvers.filter(({ state }) => state === "ACCEPTED").length;
      expect(version).toBe(1 + moves + changed);
    }
  });

  it("leaves every demo worker with something in another state", () => {
    const of = (staffNo: string) => {
      const id = theatre.people.find((person) => person.staffNo === staffNo)?.id;
      return lives.filter(({ facts }) => facts.personId === id).map(({ facts }) => facts.stage);
    };
    expect(of("50001").slice(0, 2)).toEqual(["IN_PROGRESS", "ANSWERED"]);
    expect(of("50002")[0]).toBe("RETURNED");
    expect(of("50003")).toEqual(["ON_HOLD", "ANSWERED"]);
    expect(of("50004")).toEqual(["IN_PROGRESS", "DECLINED"]);
    expect(of("50005")).toEqual(["PENDING", "ANSWERED"]);
    expect(of("60001")[0]).toBe("FOLLOW_UP");
  });
});

describe("twelve months of history", () => {
  it("keeps its totals and its rates when the day moves", () => {
    const [one, other] = ["2026-11-22", "2028-02-29"].map((today) => {
      const lives = historyLives(theatreOn(today));
      const answered = lives.filter(({ facts }) => facts.firstAnsweredOn !== null);
      const onTime = answered.filter(({ facts, patch }) => (facts.firstAnsweredOn ?? "") <= (patch.firstDueOn ?? ""));
      const sizes = (groupOf: (life: Life) => string) => {
        const groups = new Map<string, number>();
        for (const life of lives) groups.set(groupOf(life), (groups.get(groupOf(life)) ?? 0) + 1);

        return [...groups].sort();
      };

      return {
        all: lives.length,
        answered: answered.length,
        onTime: onTime.length,
        stages: sizes(({ facts }) => facts.stage),
        programmes: sizes(({ given }) => given.programme),
      };
    });
    expect(one).toEqual(other);
    expect(one?.all).toBe(historyTotal);
    expect((one?.onTime ?? 0) / (one?.answered ?? 1)).toBeGreaterThan(0.95);
    expect(one?.onTime).toBeLessThan(one?.answered ?? 0);
  });

  it("numbers the cases without a gap, in the order of their opening, up to the counter", () => {
    const theatre = theatreOn("2026-12-31");
    const rows = caseRows([...presentLives(theatre), ...demoLives(theatre)], theatre.ground.bureauId);
    for (const { prefix, period, lastNo } of rows.case_counter) {
      const series = rows.welfare_case.filter(({ number }) => number.startsWith(`${prefix}-${period}-`));
      const running = series.map(({ number }) => Number(number.split("-")[2]));
      expect(running).toEqual(Array.from({ length: lastNo ?? 0 }, (_, i) => i + 1));
    }
    expect(new Set(rows.welfare_case.map(({ number }) => number)).size).toBe(rows.welfare_case.length);
  });

  it("spreads over a year of working days before the day", () => {
    const theatre = theatreOn("2026-10-10");
    const days = historyLives(theatre).map(({ opened }) => civilOf(opened));
    const ages = days.map((day) => workingDaysBetween(theatre.ground.calendar, day, "2026-10-10"));
    expect(Math.max(...ages)).toBeGreaterThan(235);
    expect(Math.min(...ages)).toBeLessThan(20);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
    expect(days.every((day) => isWorkingDay(theatre.ground.calendar, day))).toBe(true);
  });
});
