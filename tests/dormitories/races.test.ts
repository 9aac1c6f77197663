import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "@/lib/dates";
import { allotBed } from "@/lib/dormitories/allotment/single/commands";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import { shutBeds } from "@/lib/dormitories/houses/closures/commands";
import { changeRoom } from "@/lib/dormitories/houses/rooms/commands";
import { compareKeys, ranked, type Keys } from "@/lib/dormitories/line/rules";
import { overlap, sleepsOn } from "@/lib/dormitories/rules";
import { checkIn, checkOut, moveStay, swapStays } from "@/lib/dormitories/stays/commands";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import {
  aCleaner,
  allot,
  at,
  claimOn,
  monday,
  openDormitory,
  permit,
  resident,
  stageOf,
  stayOf,
  tuesday,
  waiting,
  type Dormitory,
} from "./bureau";

let cast: Dormitory;

/** Everybody at once: how many did it; who did not was told so in a sentence. */
async function atOnce(deeds: readonly (() => Promise<unknown>)[]): Promise<number> {
  const ends = await Promise.allSettled(deeds.map((deed) => deed()));
  for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(Refusal);

  return ends.filter(({ status }) => status === "fulfilled").length;
}

/** What must hold whatever happened: nobody twice, no bed twice, nights apart. */
async function expectNobodyTwice(): Promise<void> {
  const stays = await db.bedStay.findMany();
  const claims = stays.filter(({ state }) => state === "HELD" || state === "LIVING");
  expect(new Set(claims.map(({ bedId }) => bedId)).size).toBe(claims.length);
  expect(new Set(claims.map(({ personId }) => personId)).size).toBe(claims.length);
}

const clerks = () => [cast.officer, cast.otherOfficer, cast.manager];

describe("two hands on one bed", () => {
  beforeEach(async () => {
    cast = await openDormitory();
  });

  it("three clerks give the last bed to three people: one gets it, nobody else is moved on", async () => {
    const people = [await aCleaner("甲"), await aCleaner("乙"), await aCleaner("丙")];
    await resident(cast, "先住", cast.beds.B);
    const cases: string[] = [];
    for (const { id } of people) cases.push(await waiting(cast, id));
    const form = await at(cases[0] ?? "");
    const done = await atOnce(
      clerks().map((who) => () => allotBed(permit(who, "dormitories.allot", monday), { ...form, bedId: cast.beds.A })),
    );
    expect(done).toBe(1);
    expect(await Promise.all(cases.map(stageOf))).toEqual(["ALLOTTED", "WAITLISTED", "WAITLISTED"]);
    await expectNobodyTwice();
  });

  it("the same person is moved in by two clerks at once: one stay, one row to be signed", async () => {
    const { id } = await aCleaner("甲");
    await allot(cast, await waiting(cast, id), cast.beds.A);
    const form = { ...(await stayOf(id)), inOn: tuesday, items: [], deposit: 0 };
    expect(await atOnce(clerks().map((who) => () => checkIn(permit(who, "dormitories.house", tuesday), form)))).toBe(1);
    expect(await db.signOff.count()).toBe(1);
    await expectNobodyTwice();
  });

  it("one is moved into the last bed while another is given it", async () => {
    const living = await resident(cast, "住上铺", cast.beds.B);
    const { id } = await aCleaner("排队");
    const [form, move] = [await at(await waiting(cast, id)), await stayOf(living.id)];
    const done = await atOnce([
      () => allotBed(permit(cast.officer, "dormitories.allot", tuesday), { ...form, bedId: cast.beds.A }),
      () => moveStay(permit(cast.otherOfficer, "dormitories.house", tuesday), { ...move, bedId: cast.beds.A }),
    ]);
    expect(done).toBe(1);
    expect((await claimOn(cast.beds.A))?.personId).toBeDefined();
    await expectNobodyTwice();
  });

  it("a swap against a check-out: whoever comes second is told, and nobody sleeps in two beds or none", async () => {
    const one = await resident(cast, "甲", cast.beds.A);
    const other = await resident(cast, "乙", cast.beds.B);
    const [mine, his] = [await stayOf(one.id), await stayOf(other.id)];
    const done = await atOnce([
      () => swapStays(permit(cast.officer, "dormitories.house", tuesday), { ...mine, otherStayId: his.stayId }),
      () =>
        checkOut(permit(cast.otherOfficer, "dormitories.house", tuesday), {
          ...his,
          outOn: tuesday,
          outReason: "OWN_WISH",
          items: [],
        }),
    ]);
    expect(done).toBe(1);
    await expectNobodyTwice();
    expect(await db.bedStay.count({ where: { personId: one.id, state: "LIVING" } })).toBe(1);
    expect([0, 1]).toContain(await db.bedStay.count({ where: { personId: other.id, state: "LIVING" } }));
  });

  it("a room is made the women's or closed while a man is given its bed: never both", async () => {
    const { id } = await aCleaner("甲");
    const form = await at(await waiting(cast, id));
    const room = { roomId: cast.rooms.men, version: 1 };
    const give = () => allotBed(permit(cast.officer, "dormitories.allot", tuesday), { ...form, bedId: cast.beds.A });
    const done = await atOnce([
      give,
      () =>
        changeRoom(permit(cast.otherOfficer, "dormitories.build", tuesday), {
          ...room,
          building: "1号楼",
          floor: 1,
          name: "101",
          use: "FEMALE",
          area: 20,
        }),
      () =>
        shutBeds(permit(cast.manager, "dormitories.build", tuesday), {
          ...room,
          kind: "REPAIR",
          fromOn: tuesday,
          reason: "暖气改造",
        }),
    ]);
    expect(done).toBe(1);
  });

  it("an offer that has run out passes on once, however many look at the list at that moment", async () => {
    const [first, second] = [await aCleaner("甲"), await aCleaner("乙")];
    await resident(cast, "先住", cast.beds.B);
    await allot(cast, await waiting(cast, first.id), cast.beds.A);
    const next = await waiting(cast, second.id);
    const late = addDays(monday, 8);
    await Promise.all(clerks().map((who) => settleBeds(permit(who, "dormitories.line", late))));
    expect([await stageOf(next), (await claimOn(cast.beds.A))?.personId]).toEqual(["ALLOTTED", second.id]);
    await expectNobodyTwice();
  });
});

const keys: fc.Arbitrary<Keys> = fc.record({
  isLeader: fc.boolean(),
  isOffice: fc.boolean(),
  isRetired: fc.boolean(),
  need: fc.integer({ min: 0, max: 3 }),
  completeAt: fc.constantFrom(...["2026-09-30", "2026-10-01", "2026-10-03"].map((day) => new Date(day))),
  caseNumber: fc.integer({ min: 1, max: 9999 }).map((n) => `SS-2026-${String(n).padStart(4, "0")}`),
});
const line = fc.uniqueArray(keys, { selector: ({ caseNumber }) => caseNumber, maxLength: 12 });

describe("the order", () => {
  it("is total: of two people one stands before, and before is transitive", () => {
    fc.assert(
      fc.property(keys, keys, keys, (a, b, c) => {
        if (a.caseNumber !== b.caseNumber) expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)));
        if (a.caseNumber !== b.caseNumber) expect(compareKeys(a, b)).not.toBe(0);
        if (compareKeys(a, b) < 0 && compareKeys(b, c) < 0) expect(compareKeys(a, c)).toBeLessThan(0);
      }),
    );
  });

  it("is the same whatever the order of the input, and whoever is taken out", () => {
    fc.assert(
      fc.property(line, fc.infiniteStream(fc.nat()), (people, chance) => {
        const order = ranked(people);
        const mixed = people
          .map((one) => ({ one, by: chance.next().value as number }))
          .sort((one, other) => one.by - other.by)
          .map(({ one }) => one);
        expect(ranked(mixed)).toEqual(order);
        const gone = order[0];
        expect(ranked(mixed.filter((one) => one !== gone))).toEqual(order.slice(1));
      }),
    );
  });
});

describe("nights", () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n): CivilDate => addDays("2026-10-01", n));
  const stay = fc.tuple(day, fc.option(day)).map(([inOn, outOn]) => ({ inOn, outOn }));

  it("lie upon another exactly when somebody would sleep there in one night twice", () => {
    fc.assert(
      fc.property(stay, stay, (one, other) => {
        const nights = Array.from({ length: 42 }, (_, n) => addDays("2026-10-01", n));
        const asleep = (of: typeof one, night: CivilDate) =>
          sleepsOn({ state: of.outOn ? "LEFT" : "LIVING", ...of }, night);
        const isTwice = nights.some((night) => asleep(one, night) && asleep(other, night));
        expect(overlap(one, other)).toBe(isTwice);
        expect(overlap(other, one)).toBe(isTwice);
      }),
    );
  });
});
