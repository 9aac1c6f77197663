import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import {
  compareKeys,
  keyWords,
  ranked,
  shareOutBeds,
  unknownAttributes,
  type Keys,
  type OfferedBed,
  type Wanting,
} from "@/lib/dormitories/line/rules";
import { averageTenths, sheetItems, starsOf, starsOn, starValidTo, totalOf } from "@/lib/dormitories/rating/rules";
import {
  freeFrom,
  hasLapsed,
  isOccupied,
  moveInBy,
  needsLower,
  overlap,
  refuseAway,
  refuseRoom,
  sleepsOn,
  stateOfBed,
  type StayFacts,
} from "@/lib/dormitories/rules";

const at = (day: string) => new Date(`${day}T01:00:00Z`);
const keys = (given: Partial<Keys>): Keys => ({
  isLeader: false,
  isOffice: false,
  isRetired: false,
  need: 3,
  completeAt: at("2026-10-01"),
  caseNumber: "SS-2026-0001",
  ...given,
});

describe("the order of the line", () => {
  it("is 丁 丙 乙 甲 for the head of an 环卫所, an office clerk, a cleaner and a re-hired retiree", () => {
    const line = ranked([
      { name: "甲", ...keys({ isLeader: true, completeAt: at("2026-09-30"), caseNumber: "SS-2026-0001" }) },
      { name: "乙", ...keys({ isOffice: true, completeAt: at("2026-10-01"), caseNumber: "SS-2026-0002" }) },
      { name: "丙", ...keys({ completeAt: at("2026-10-03"), caseNumber: "SS-2026-0003" }) },
      { name: "丁", ...keys({ isRetired: true, completeAt: at("2026-10-05"), caseNumber: "SS-2026-0004" }) },
    ]);
    expect(line.map(({ name }) => name)).toEqual(["丁", "丙", "乙", "甲"]);
    expect(keyWords(keys({ isRetired: true }), "2026-10-05")).toEqual([
      "职工",
      "基层",
      "退休",
      "无困难档案",
      "2026-10-05",
      "SS-2026-0001",
    ]);
  });

  it("has the eight classes of the guide in their order", () => {
    const classes = [false, true].flatMap((isLeader) =>
      [false, true].flatMap((isOffice) =>
        [true, false].map((isRetired) => keys({ isLeader, isOffice, isRetired, need: isRetired ? 3 : 0 })),
      ),
    );
    expect(ranked([...classes].reverse())).toEqual(classes);
  });

  const anEntrant = fc.record({
    isLeader: fc.boolean(),
    isOffice: fc.boolean(),
    isRetired: fc.boolean(),
    need: fc.integer({ min: 0, max: 3 }),
    completeAt: fc.integer({ min: 0, max: 3 }).map((day) => at(`2026-10-0${day + 1}`)),
    number: fc.integer({ min: 1, max: 9_999 }),
  });
  const aLine = fc
    .uniqueArray(anEntrant, { selector: ({ number }) => number, minLength: 1, maxLength: 12 })
    .map((list) =>
      list.map(({ number, ...rest }) => ({ ...rest, caseNumber: `SS-2026-${String(number).padStart(4, "0")}` })),
    );

  it("is total and antisymmetric, and independent of the order of the input", () => {
    fc.assert(
      fc.property(aLine, fc.integer({ min: 0, max: 11 }), (line, turn) => {
        const order = ranked(line);
        const turned = [...line.slice(turn % line.length), ...line.slice(0, turn % line.length)].reverse();
        expect(ranked(turned)).toEqual(order);
        for (const [i, one] of order.entries())
          for (const other of order.slice(i + 1)) {
            expect(compareKeys(one, other)).toBeLessThan(0);
            expect(compareKeys(other, one)).toBeGreaterThan(0);
          }
      }),
    );
  });

  const someBeds = fc
    .array(
      fc.record({
        use: fc.constantFrom("MALE" as const, "FEMALE" as const),
        tier: fc.constantFrom("LOWER" as const, "UPPER" as const),
        room: fc.integer({ min: 0, max: 3 }),
        site: fc.constantFrom("s1", "s2"),
      }),
      { maxLength: 8 },
    )
    .map((list): OfferedBed[] =>
      list.map(({ room, site, ...rest }, place) => ({
        ...rest,
        id: `bed-${place}`,
        siteId: site,
        roomId: `${site}-${rest.use}-${room}`,
        roomShift: null,
        place,
      })),
    );

  it("shares beds out so that nobody has two, no bed goes twice, nobody is passed over whom a free bed suits", () => {
    const aNature = fc.record({
      sex: fc.constantFrom("MALE" as const, "FEMALE" as const),
      low: fc.boolean(),
      shift: fc.constantFrom("EARLY", "NIGHT"),
    });
    const natures = fc.array(aNature, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(aLine, natures, someBeds, (line, nature, beds) => {
        const people: Wanting[] = line.map((one, i) => {
          const { sex, low, shift } = nature[i] ?? { sex: "MALE", low: false, shift: "EARLY" };
          const refuses = (bed: OfferedBed) => refuseRoom(bed.use, { sex, isCouple: false });

          return { ...one, id: one.caseNumber, sitesWish: [], shift, isLowerNeeded: low, refuses };
        });
        const given = shareOutBeds(people, beds);
        expect(shareOutBeds([...people].reverse(), [...beds].reverse())).toEqual(given);
        const taken = [...given.values()].filter((id) => id !== null);
        expect(new Set(taken).size).toBe(taken.length);
        for (const person of people) {
          const bed = beds.find(({ id }) => id === given.get(person.id));
          const fits = (one: OfferedBed) =>
            person.refuses(one) === undefined && !(person.isLowerNeeded && one.tier === "UPPER");
          if (bed) expect(fits(bed)).toBe(true);
          else expect(beds.filter((one) => !taken.includes(one.id)).some(fits)).toBe(false);
        }
      }),
    );
  });

  it("names everybody whose attributes are not known", () => {
    expect(unknownAttributes([{ name: "甲", sex: "MALE", birth: "1980-01-01" }])).toBeUndefined();
    expect(
      unknownAttributes([
        { name: "乙", sex: null, birth: null },
        { name: "丙", sex: "MALE", birth: null },
      ]),
    ).toBe("还不能排定，先请人事科补上：乙（性别、出生日期）；丙（出生日期）。");
  });
});

const stay = (given: Partial<StayFacts>): StayFacts => ({
  state: "LIVING",
  inOn: "2026-10-01",
  leavingOn: null,
  outOn: null,
  moveInBy: null,
  awayFrom: null,
  awayTo: null,
  ...given,
});

describe("nights and beds", () => {
  it("sleeps from the day of moving in up to the day before moving out", () => {
    const one = stay({ state: "LEFT", inOn: "2026-10-01", outOn: "2026-10-05" });
    expect(["2026-09-30", "2026-10-01", "2026-10-04", "2026-10-05"].map((night) => sleepsOn(one, night))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(sleepsOn(stay({ state: "HELD", inOn: null }), "2026-10-02")).toBe(false);
  });

  it("overlaps exactly when two stays share a night", () => {
    const day = (offset: number) => addDays("2026-10-01", offset);
    const aStay = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 0, max: 12 })))
      .map(([from, nights]) => ({ inOn: day(from), outOn: nights === null ? null : day(from + nights) }));
    fc.assert(
      fc.property(aStay, aStay, (one, other) => {
        const nights = Array.from({ length: 60 }, (_, i) => day(i));
        const sleeps = (s: typeof one, night: string) => sleepsOn({ state: "LEFT", ...s }, night);
        expect(overlap(one, other)).toBe(nights.some((night) => sleeps(one, night) && sleeps(other, night)));
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });

  it("shows who is in it before a closure, a closure before a claim, and counts 留床 as occupied", () => {
    const night = "2026-10-10";
    const shut = { kind: "REPAIR" as const, fromOn: "2026-10-08", toOn: "2026-10-12" };
    const away = stay({ awayFrom: "2026-10-09", awayTo: "2026-10-20" });
    const held = stay({ state: "HELD", inOn: null });
    expect(stateOfBed({ stays: [stay({})], closures: [shut] }, night)).toBe("OCCUPIED");
    expect(stateOfBed({ stays: [away], closures: [] }, night)).toBe("AWAY");
    expect(isOccupied("AWAY")).toBe(true);
    expect(stateOfBed({ stays: [held], closures: [shut] }, night)).toBe("REPAIR");
    expect(stateOfBed({ stays: [held], closures: [] }, night)).toBe("HELD");
    expect(stateOfBed({ stays: [], closures: [shut] }, "2026-10-13")).toBe("FREE");
    expect(freeFrom({ stays: [], closures: [shut] }, night)).toBe("2026-10-13");
    expect(freeFrom({ stays: [stay({ leavingOn: "2026-10-15" })], closures: [] }, night)).toBe("2026-10-15");
    expect(freeFrom({ stays: [stay({})], closures: [] }, night)).toBeNull();
  });

  it("refuses the other sex, a couple's room to one person and a family-visit room to everybody", () => {
    const man = { sex: "MALE" as const, isCouple: false };
    expect(refuseRoom("MALE", man)).toBeUndefined();
    expect(refuseRoom("FEMALE", man)).toContain("性别不符");
    expect(refuseRoom("COUPLE", man)).toContain("夫妻房");
    expect(refuseRoom("COUPLE", { ...man, isCouple: true })).toBeUndefined();
    expect(refuseRoom("FAMILY_VISIT", man)).toContain("按晚");
    expect(refuseRoom("MALE", { sex: null, isCouple: false })).toContain("性别");
  });

  it("needs a lower bunk from 50 on, lapses after the seventh day and keeps a bed for 30 days at most", () => {
    const born = (birth: string) => needsLower({ birth, isDisabled: false, asked: false }, "2026-10-10", 50);
    expect([born("1976-10-10"), born("1976-10-11")]).toEqual([true, false]);
    const last = moveInBy("2026-10-10", 7);
    const lapses = (today: string) => hasLapsed({ state: "HELD", moveInBy: last }, today);
    expect([last, lapses("2026-10-17"), lapses("2026-10-18")]).toEqual(["2026-10-17", false, true]);
    expect(refuseAway("2026-10-01", "2026-10-30", 30)).toBeUndefined();
    expect(refuseAway("2026-10-01", "2026-10-31", 30)).toContain("30 天");
    expect(refuseAway("2026-10-05", "2026-10-01", 30)).toContain("早于");
  });
});

describe("stars", () => {
  const thresholds = { fiveFrom: 90, fourFrom: 80, threeFrom: 70 };

  it("are five for 90.0, four for 88.0, none for 69.9 and none for 92.0 with a veto", () => {
    expect([900, 880, 699, 700].map((tenths) => starsOf(tenths, false, thresholds))).toEqual([5, 4, 0, 3]);
    expect(starsOf(920, true, thresholds)).toBe(0);
  });

  it("are reckoned from the average of at least two inspectors, to one decimal", () => {
    expect(averageTenths([90])).toBeNull();
    expect(averageTenths([88, 89])).toBe(885);
    expect(averageTenths([70, 70, 69])).toBe(697);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }), (totals) => {
        const exact = (totals.reduce((sum, one) => sum + one, 0) / totals.length) * 10;
        const average = averageTenths(totals) ?? -1;
        expect(Math.abs(average - exact)).toBeLessThanOrEqual(0.5);
        expect(average).toBeGreaterThanOrEqual(Math.min(...totals) * 10);
        expect(average).toBeLessThanOrEqual(Math.max(...totals) * 10);
      }),
    );
  });

  it("have a sheet of exactly 100 points, and no item above its own", () => {
    const full = Object.fromEntries(sheetItems.map(({ code, max }) => [code, max]));
    expect(totalOf(full)).toBe(100);
    expect(() => totalOf({ ...full, wiring: 9 })).toThrow();
    expect(() => totalOf({ ...full, wiring: -1 })).toThrow();
  });

  it("are valid for twelve months and no day longer, lowered where they were lowered", () => {
    const validTo = starValidTo("2026-10-10", 12);
    const award = { stars: 5, awardedOn: "2026-10-10", validTo, loweredTo: null };
    expect(validTo).toBe("2027-10-09");
    expect(["2026-10-09", "2026-10-10", "2027-10-09", "2027-10-10"].map((day) => starsOn(award, day))).toEqual([
      0, 5, 5, 0,
    ]);
    expect(starsOn({ ...award, loweredTo: 0 }, "2026-12-01")).toBe(0);
  });
});
