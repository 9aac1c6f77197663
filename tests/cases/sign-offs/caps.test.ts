import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";
import { passCaps } from "@/lib/cases/sign-offs/caps/commands";
import { capsFor } from "@/lib/cases/sign-offs/caps/queries";
import { refuseOverCap, weighCaps } from "@/lib/cases/sign-offs/caps/rules";
import { grant, reverseSignOff } from "@/lib/cases/sign-offs/commands";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import { anActor, aPerson, bureauId, officer, type Staff } from "../../people/bureau";
import { monday, openBureau, permit, type Cast } from "../bureau";

const most = { timeMostFen: 300_000, yearMostFen: 600_000 };
const facts = { askedFen: 0, sameTimeFen: 0, personFen: 0, householdFen: 0, ...most };

describe("the caps as rules", () => {
  it.each([
    [300_000, 0, "within"],
    [300_001, 0, "over"],
    [300_000, 300_000, "within"],
    [300_000, 300_001, "over"],
    [1, 600_000, "over"],
  ])("asked %i with %i granted before is %s", (askedFen, personFen, state) => {
    expect(weighCaps({ ...facts, askedFen, personFen, householdFen: personFen }).state).toBe(state);
  });

  it("says both figures of the year, and counts what was paid first into the time but once into the year", () => {
    expect(weighCaps({ ...facts, askedFen: 250_000, personFen: 350_001 }).sentences).toEqual([
      "年度累计 6,000.01 元，超过 6,000.00 元",
    ]);
    const first = weighCaps({ ...facts, askedFen: 200_001, sameTimeFen: 100_000, personFen: 100_000 });
    expect([first.isOverTime, first.isOverYear, first.personSumFen]).toEqual([true, false, 300_001]);
  });

  it("shows the household of two spouses beside the person, and refuses nobody for it", () => {
    const both = weighCaps({ ...facts, askedFen: 100_000, personFen: 0, householdFen: 600_000 });
    expect([both.state, both.householdSumFen]).toEqual(["within", 700_000]);
    expect(both.householdNote).toContain("7,000.00");
  });

  test("more asked for never turns over into within, and the sums are what was added", () => {
    const fen = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fen, fen, fen, fen, (askedFen, more, personFen, spouseFen) => {
        const held = { ...facts, personFen, householdFen: personFen + spouseFen };
        const less = weighCaps({ ...held, askedFen });
        const above = weighCaps({ ...held, askedFen: askedFen + more });
        expect(less.state === "over" && above.state === "within").toBe(false);
        expect(less.personSumFen).toBe(personFen + askedFen);
        expect(less.state === "over").toBe(less.sentences.length > 0);
      }),
    );
  });

  it("lets nobody but a leader go on, and the leader only with a reason", () => {
    const over = weighCaps({ ...facts, askedFen: 300_001 });
    const ask = (isLeader: boolean, reason?: string) => refuseOverCap(over, { isLeader, reason })?.sentence;
    expect(ask(false, "家里房子烧光了，没有别的办法")).toContain("要由局领导审批");
    expect(ask(true, " 烧光了 ")).toContain("不少于 10 个字");
    expect(ask(true, "家里房子烧光了，没有别的办法")).toBeUndefined();
    expect(refuseOverCap(weighCaps(facts), { isLeader: false, reason: undefined })).toBeUndefined();
  });
});

describe("the caps over campaign money and relief", () => {
  let cast: Cast;
  let hardship: Staff;
  let relief: Staff;
  beforeEach(async () => {
    cast = await openBureau();
    hardship = await anActor("刘帮扶", [officer("hardship")]);
    relief = await anActor("何救助", [officer("relief")]);
  });

  const give = (amountFen: number, who: object = {}, on: CivilDate = monday, by: Staff = hardship) =>
    transact((tx) =>
      grant(tx, permit(by, "cases.grant", on), {
        personId: cast.worker.personId,
        programme: by === hardship ? "hardship" : "relief",
        campaignId: newId(),
        kind: "MONEY",
        what: "慰问金",
        quantity: 1,
        amountFen,
        grantedOn: on,
        ...who,
      }),
    );
  const ask = (askedFen: number, reason?: string) =>
    transact((tx) => passCaps(tx, permit(relief, "cases.grant"), { personId: cast.worker.personId, askedFen, reason }));
  const askAsLeader = (askedFen: number, reason?: string) =>
    transact((tx) =>
      passCaps(tx, permit(cast.boss, "notices.publish"), { personId: cast.worker.personId, askedFen, reason }),
    );

  it("adds up both kinds of help, signed or not, of this year only, without what was taken back", async () => {
    await give(50_000);
    await give(250_000, {}, monday, relief);
    await give(900_000, {}, "2025-12-31");
    const wrong = await give(70_000);
    await reverseSignOff(permit(hardship, "cases.reverseSignOff"), { signOffId: wrong.id, reason: "发错了人" });
    expect(await ask(300_000)).toMatchObject({ state: "within", personSumFen: 600_000, capReason: null });
    await expect(ask(300_001)).rejects.toThrow("年度累计 6,000.01 元，超过 6,000.00 元");
    expect(await db.auditEvent.count({ where: { isNotable: true } })).toBe(0);
  });

  it("counts a spouse for the household, and what the household got as such for each of its people", async () => {
    const spouse = await aPerson({ name: "配偶" });
    const householdId = newId();
    await db.household.create({ data: { id: householdId, bureauId, headId: cast.worker.personId } });
    const ids = [cast.worker.personId, spouse.id];
    await db.person.updateMany({ where: { id: { in: ids } }, data: { householdId } });
    await give(200_000, { personId: spouse.id });
    await give(100_000, { personId: undefined, householdId });
    const verdict = await capsFor(db, permit(relief, "cases.grant"), { personId: ids[0], askedFen: 50_000 });
    expect([verdict.personSumFen, verdict.householdSumFen]).toEqual([150_000, 350_000]);
    const asFamily = await capsFor(db, permit(relief, "cases.grant"), { householdId, askedFen: 0 });
    expect(asFamily.personSumFen).toBe(300_000);
  });

  it("goes on for a leader with a reason, which the log keeps in a marked row; for nobody else", async () => {
    await give(600_000);
    await expect(ask(100_000, "房屋全部烧毁，家里没有住处")).rejects.toThrow("要由局领导审批");
    await expect(askAsLeader(100_000)).rejects.toThrow("写明理由");
    const passed = await askAsLeader(100_000, "房屋全部烧毁，家里没有住处");
    expect(passed).toMatchObject({ isOverYear: true, capReason: "房屋全部烧毁，家里没有住处" });
    const [row] = await db.auditEvent.findMany({ where: { isNotable: true } });
    expect(row).toMatchObject({
      reason: "房屋全部烧毁，家里没有住处",
      subjectId: cast.worker.personId,
      detail: { step: "overCap", personSumFen: 700_000 },
    });
  });

  it("follows the dated parameter of the day", async () => {
    await db.parameter.create({
      data: {
        id: newId(),
        key: "relief.timeMost",
        value: 2_000,
        validFrom: dateColumn(monday),
        revision: 1,
        reason: "新办法",
      },
    });
    await expect(ask(200_001)).rejects.toThrow("超过每次 2,000.00 元");
    expect((await ask(200_000)).state).toBe("within");
  });

  it("lets two hands at once not both be the last within the cap", async () => {
    const both = await Promise.allSettled(
      [relief, hardship].map((by) =>
        transact(async (tx) => {
          const on = permit(by, "cases.grant");
          await passCaps(tx, on, { personId: cast.worker.personId, askedFen: 300_000 });
          await grant(tx, on, {
            personId: cast.worker.personId,
            programme: "relief",
            kind: "MONEY",
            what: "救助金",
            quantity: 1,
            amountFen: 300_000,
            grantedOn: monday,
          });
        }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const third = await Promise.allSettled([ask(1), ask(2)]);
    expect(third.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await db.signOff.updateMany({ data: { amountFen: 200_000n } });
    const race = await Promise.allSettled(
      [relief, hardship].map((by) =>
        transact(async (tx) => {
          const on = permit(by, "cases.grant");
          await passCaps(tx, on, { personId: cast.worker.personId, askedFen: 200_000 });
          await grant(tx, on, {
            personId: cast.worker.personId,
            programme: "relief",
            kind: "MONEY",
            what: "救助金",
            quantity: 1,
            amountFen: 200_000,
            grantedOn: monday,
          });
        }),
      ),
    );
    expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
