import { beforeAll, describe, expect, it } from "vitest";
import { addDays, fromDateColumn } from "@/lib/dates";
import { starsOn } from "@/lib/dormitories/rating/rules";
import { overlap, sleepsOn } from "@/lib/dormitories/rules";
import { bedStages } from "@/lib/dormitories/stages/rules";
import { demoRows } from "@/prisma/seed";
import type { SeedRows } from "@/prisma/seed/bulk";

type Rows = { [T in keyof SeedRows]: SeedRows[T][] };
const civil = (column: unknown) => (column ? fromDateColumn(column as Date) : null);
const count = <T>(list: readonly T[], is: (row: T) => boolean) => list.filter(is).length;

/** A working day, a weekend, 29 February, the last day of a year, 正月初一. */
describe.each(["2026-10-10", "2026-11-22", "2028-02-29", "2026-12-31", "2026-02-17"])(
  "the dormitories on %s",
  (today) => {
    let rows: Rows;
    beforeAll(() => {
      rows = demoRows(today, { password: "x", pin: "x" }).tables as Rows;
    });

    it("are 22 sites with 1,120 beds, 1,034 of them slept in: 9 腾退, 8 新建, 5 联建", () => {
      const sources = (source: string) => count(rows.dorm_site, (site) => site.source === source);
      expect([sources("CONVERTED"), sources("NEW"), sources("JOINT"), rows.dorm_site.length]).toEqual([9, 8, 5, 22]);
      expect(rows.dorm_bed).toHaveLength(1_120);
      const isAsleep = ({ state, inOn, outOn }: SeedRows["bed_stay"]) =>
        sleepsOn({ state, inOn: civil(inOn), outOn: civil(outOn) }, today);
      expect(count(rows.bed_stay, isAsleep)).toBe(1_034);
    });

    it("have 16 sites with stars: 4 of five, 5 of four, 7 of three, and 6 without", () => {
      const stars = (wanted: number) =>
        count(rows.star_entry, (entry) => {
          const { stars: given = null, loweredTo = null } = entry;

          return (
            starsOn(
              { stars: given, loweredTo, awardedOn: civil(entry.awardedOn), validTo: civil(entry.validTo) },
              today,
            ) === wanted
          );
        });
      expect([5, 4, 3, 0].map(stars)).toEqual([4, 5, 7, 6]);
    });

    it("have an application in every stage that is not closed, and a bed allotted 6 days ago that nobody took", () => {
      const stages = new Set(
        rows.welfare_case.filter(({ stageTable }) => stageTable === "dormitories").map(({ stage }) => stage),
      );
      for (const [stage, { status }] of Object.entries(bedStages))
        if (status !== "closed" && status !== "void") expect([...stages]).toContain(stage);
      const waiting = rows.bed_stay.filter(
        ({ state, allottedOn }) => state === "HELD" && civil(allottedOn) === addDays(today, -6),
      );
      expect(waiting.map(({ moveInBy }) => civil(moveInBy))).toEqual([addDays(today, 1)]);
    });

    it("put nobody into two beds, nobody into another's room, and nobody's nights upon another's", () => {
      const living = rows.bed_stay.filter(({ state }) => state === "LIVING" || state === "HELD");
      expect(new Set(living.map(({ bedId }) => bedId)).size).toBe(living.length);
      expect(new Set(living.map(({ personId }) => personId)).size).toBe(living.length);
      const sexes = new Map(rows.person.map(({ id, sex }) => [id, sex]));
      const rooms = new Map(rows.dorm_room.map((room) => [room.id, room]));
      const useOf = new Map(rows.dorm_bed.map(({ id, roomId }) => [id, rooms.get(roomId)?.use]));
      for (const { bedId, personId } of living) expect(["COUPLE", sexes.get(personId)]).toContain(useOf.get(bedId));
      const byBed = new Map<string, SeedRows["bed_stay"][]>();
      for (const stay of rows.bed_stay) if (stay.inOn) byBed.set(stay.bedId, [...(byBed.get(stay.bedId) ?? []), stay]);
      for (const stays of byBed.values())
        for (const [i, one] of stays.entries())
          for (const other of stays.slice(i + 1))
            expect(
              overlap(
                { inOn: civil(one.inOn) ?? "", outOn: civil(one.outOn) },
                { inOn: civil(other.inOn) ?? "", outOn: civil(other.outOn) },
              ),
            ).toBe(false);
    });

    it("write the dwelling of everybody who sleeps there into the roster", () => {
      const homes = new Map(rows.person.map(({ id, address }) => [id, address]));
      for (const { state, personId } of rows.bed_stay)
        if (state === "LIVING") expect(homes.get(personId)).toContain("宿舍");
    });
  },
);
