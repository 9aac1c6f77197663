import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { blindIndex } from "@/lib/crypto";
import { listDecided } from "@/lib/insurance/differences/decided/queries";
import { resolveDifferences } from "@/lib/insurance/differences/commands";
import {
  countDifferences,
  listDifferences,
  listedMonths,
  openDifferences,
  type Difference,
} from "@/lib/insurance/differences/queries";
import { formFor, takenOver } from "@/lib/insurance/differences/rules";
import { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { schemes } from "@/lib/insurance/rules";
import { viewInsured } from "@/lib/insurance/view/queries";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import type { InsuranceScheme } from "@/prisma/generated/enums";
import { idNoOf } from "../people/import/rows";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import { aSweeper, insure, openInsurance, permit, units, type InsuranceCast } from "./bureau";
import { aLine } from "./list-rows";
import { bringIn, declare } from "./office-list";

const month = "2026-09";
let cast: InsuranceCast;
beforeEach(async () => {
  cast = await openInsurance();
});

const compare = () => permit(cast.insurance, "insurance.compare");
const open = (filter: object = {}, by = compare() as Parameters<typeof listDifferences>[0]) =>
  listDifferences(by, month, { ...DifferenceFilter.parse(filter), tab: "open" });
const decide = (differences: readonly Difference[], resolution: "OURS" | "THEIRS" | "ASKED", by = compare()) =>
  resolveDifferences(by, {
    month,
    picked: differences.map(({ key, decided }) => `${key}|${decided?.version ?? 0}`),
    resolution,
    note: "和经办机构核对过",
  });
const told = ({ name, kind }: Difference) => `${name} ${kind}`;

/** Somebody insured by the agency since long ago, on the floor. */
async function insured(name: string, place: number, given: { has?: InsuranceScheme[]; unitId?: string } = {}) {
  const person = await aSweeper({ name, idNo: idNoOf(place), ...(given.unitId ? { unitId: given.unitId } : {}) });
  await insure(person.id, given.has ?? [...schemes]);
  await declare(person.id, 501_300);

  return { ...person, idNo: idNoOf(place) };
}

describe("what differs between the office's list and the record", () => {
  it("is told in four kinds, each side beside the other; who is in order is not there", async () => {
    const fine = await insured("安好", 1);
    const base = await insured("白基数", 2);
    const short = await insured("陈险种", 3, { has: ["PENSION", "MEDICAL"] });
    const onlyHere = await insured("董这边", 4);
    const gap = await aSweeper({ name: "方那边", idNo: idNoOf(5) });
    await bringIn(
      cast,
      aLine(fine.idNo),
      aLine(base.idNo, { 3: 5_900 }),
      aLine(short.idNo, { 3: 5_500 }),
      aLine(idNoOf(5), { 1: "方那边" }),
      aLine(idNoOf(6), { 1: "谁也不识" }),
    );
    const { rows } = await open();
    expect(rows.map(told).sort()).toEqual([
      "方那边 ONLY_THERE",
      "白基数 BASE",
      "董这边 ONLY_HERE",
      "谁也不识 ONLY_THERE",
      "陈险种 BASE",
      "陈险种 SCHEMES",
    ]);
    const one = (name: string) => rows.find((row) => row.name === name);
    expect(one("白基数")).toMatchObject({ ours: { baseFen: 501_300 }, theirs: { baseFen: 590_000 }, decided: null });
    expect(one("方那边")).toMatchObject({ personId: gap.id, ours: null, theirs: { payer: "AGENCY", schemes } });
    expect(one("谁也不识")?.idNoMask).toContain("****");
    expect(one("谁也不识")).toMatchObject({ personId: null, staffNo: null });
    expect(one("董这边")).toMatchObject({ personId: onlyHere.id, theirs: null });
    expect(await countDifferences(compare(), month)).toEqual({
      ...{ open: 6, asked: 0, done: 0 },
      ...{ ONLY_THERE: 2, ONLY_HERE: 1, SCHEMES: 1, BASE: 2 },
    });
    expect(await openDifferences(compare())).toEqual({ month, open: 6 });
    expect(await listedMonths(compare())).toEqual([{ month, bureau: 0, agency: 5 }]);
  });

  it("holds by the rule for whatever two sides say (forty at once against a model)", async () => {
    const side = fc.option(
      fc.record({ has: fc.subarray([...schemes], { minLength: 1 }), base: fc.constantFrom(5_013, 6_000) }),
    );
    const cases = fc.sample(fc.record({ ours: side, theirs: side }), 40);
    const expected: string[] = [];
    const lines: Parameters<typeof bringIn>[1][] = [aLine(idNoOf(9_000), { 1: "占位" })];
    for (const [place, { ours, theirs }] of cases.entries()) {
      const person = await aSweeper({ name: `甲${place}`, idNo: idNoOf(100 + place) });
      if (ours) {
        await insure(person.id, ours.has);
        await declare(person.id, ours.base * 100);
      }
      if (theirs)
        lines.push(
          aLine(idNoOf(100 + place), {
            ...{ 1: `甲${place}`, 3: theirs.base },
            ...Object.fromEntries(schemes.map((scheme, at) => [4 + at, theirs.has.includes(scheme) ? "是" : "否"])),
          }),
        );
      if (!ours && theirs) expected.push(`甲${place} ONLY_THERE`);
      if (ours && !theirs) expected.push(`甲${place} ONLY_HERE`);
      if (ours && theirs && ours.has.join() !== theirs.has.join()) expected.push(`甲${place} SCHEMES`);
      if (ours && theirs && ours.base !== theirs.base) expected.push(`甲${place} BASE`);
    }
    await bringIn(cast, ...lines);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await open({ after });
      seen.push(...page.rows.map(told));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(seen.filter((one) => !one.startsWith("占位")).sort()).toEqual(expected.sort());
  });

  it("does not compare whom an employer pays whose list did not come", async () => {
    await insured("白派遣", 1);
    await bringIn(cast, aLine(idNoOf(2), { 1: "本单位人", 9: "本单位" }));
    expect((await open()).rows.map(told)).toEqual(["本单位人 ONLY_THERE"]);
  });

  it("knows the number that was put right in the roster, and who is dead or gone", async () => {
    const person = await insured("顾旧号", 1);
    await db.person.update({ where: { id: person.id }, data: { status: "LEFT" } });
    await db.enrolment.updateMany({
      where: { personId: person.id },
      data: { endMonth: "2026-08", endCode: "SUSPENDED" },
    });
    const other = await aSweeper({ name: "何改号", idNo: idNoOf(3) });
    const history = await db.person.findUniqueOrThrow({ where: { id: other.id } });
    await db.idNoHistory.create({
      data: {
        ...{ id: history.id, personId: other.id, idNoCipher: "x", idNoIndex: blindIndex(idNoOf(2)) },
        ...{ reason: "写错", changedById: cast.insurance.accountId },
      },
    });
    await bringIn(cast, aLine(person.idNo, { 1: "顾旧号" }), aLine(idNoOf(2), { 1: "何改号" }));
    const { rows } = await open();
    expect(rows.find(({ name }) => name === "顾旧号")).toMatchObject({ status: "LEFT", kind: "ONLY_THERE" });
    expect(rows.find(({ name }) => name === "何改号")).toMatchObject({
      personId: null,
      formerly: `何改号（工号 ${other.staffNo}）`,
    });
  });

  it("is paged by the key: 120 in three pages of the same few statements, each once", async () => {
    await bringIn(cast, ...Array.from({ length: 120 }, (_, n) => aLine(idNoOf(n + 1), { 1: `丙${n}` })));
    const seen = new Set<string>();
    let after: string | undefined;
    for (const size of [50, 50, 20]) {
      const { result, statements } = await countSql(() => open({ after }));
      expect([result.rows.length, statements.length]).toEqual([size, 1]);
      for (const { key } of result.rows) seen.add(key);
      after = result.next ?? undefined;
    }
    expect([seen.size, after]).toEqual([120, undefined]);
    const { statements } = await countSql(() => countDifferences(compare(), month));
    expect(statements).toHaveLength(2);
    expect((await open({ q: "丙11" })).rows).toHaveLength(11);
  });
});

describe("deciding a difference", () => {
  it("theirs of a base: a new base from that month with the wage beside it, the old one stays, the difference is gone", async () => {
    const person = await insured("白基数", 1);
    await bringIn(cast, aLine(person.idNo, { 3: 5_900 }));
    expect(await decide((await open()).rows, "THEIRS")).toBeUndefined();
    const bases = await db.contributionBase.findMany({ where: { personId: person.id }, orderBy: { fromMonth: "asc" } });
    expect(bases).toMatchObject([
      { fromMonth: "2026-01", baseFen: 501_300n, source: "LAST_YEAR" },
      { fromMonth: month, baseFen: 590_000n, wageFen: 251_000n, source: "OFFICE", clamp: "NONE" },
    ]);
    const view = await viewInsured(permit(cast.insurance, "insurance.view"), person.id);
    expect(view.base).toMatchObject({ baseFen: 590_000, source: "OFFICE" });
    expect((await open()).rows).toEqual([]);
    const decided = await listDecided(compare(), month, DifferenceFilter.parse({ tab: "done" }));
    expect(decided.rows).toMatchObject([
      {
        resolution: "THEIRS",
        needsForm: false,
        ours: "五险，基数 5,013.00 元，派遣单位",
        theirs: "五险，基数 5,900.00 元，派遣单位",
        by: "吴丽",
      },
    ]);
    expect((await countDifferences(compare(), month)).done).toBe(1);
    const trail = await ownerQuery<{ object: string }>(
      "select object from audit_event where verb = 'insurance.compare' order by id",
    );
    expect(trail.map(({ object }) => object)).toEqual(["difference_note", "contribution_base"]);
  });

  it("theirs of people and schemes rewrites nothing and leads on to the form that does", async () => {
    const here = await insured("董这边", 1);
    const gap = await aSweeper({ name: "方那边", idNo: idNoOf(2) });
    await bringIn(cast, aLine(idNoOf(2), { 8: null }));
    const before = await db.enrolment.findMany();
    const { rows } = await open();
    const of = (id: string) => rows.filter(({ personId }) => personId === id);
    expect(await decide(of(here.id), "THEIRS")).toBe(
      `/insurance/changes/new?person=${here.id}&schemes=${schemes.join("%2C")}&way=out`,
    );
    expect(await decide(of(gap.id), "THEIRS")).toBe(
      `/insurance/changes/new?person=${gap.id}&schemes=${schemes.slice(0, 4).join("%2C")}&way=in`,
    );
    expect(await db.enrolment.findMany()).toEqual(before);
    const decided = await listDecided(compare(), month, DifferenceFilter.parse({ tab: "done" }));
    expect(decided.rows.map(({ needsForm }) => needsForm)).toEqual([true, true]);
  });

  it("asked: it waits for the answer, and is decided then; a colleague who has seen the old state is told", async () => {
    const person = await insured("董这边", 1);
    await bringIn(cast, aLine(idNoOf(9)));
    const mine = (await open()).rows.filter(({ personId }) => personId === person.id);
    await decide(mine, "ASKED");
    const asked = await listDifferences(compare(), month, { ...DifferenceFilter.parse({}), tab: "asked" });
    expect(asked.rows.map(told)).toEqual(["董这边 ONLY_HERE"]);
    await expect(decide(mine, "OURS")).rejects.toThrow("刚被别人处理过");
    await decide(asked.rows, "OURS");
    expect(await countDifferences(compare(), month)).toMatchObject({ asked: 0, done: 1 });
  });

  it("many at once, all or none; of two who decide the same one, one is told", async () => {
    await bringIn(cast, aLine(idNoOf(1), { 1: "一" }), aLine(idNoOf(2), { 1: "二" }), aLine(idNoOf(3), { 1: "三" }));
    const { rows } = await open();
    await expect(decide(rows, "THEIRS")).rejects.toThrow("花名册里没有");
    expect(await db.differenceNote.count()).toBe(0);
    const race = await Promise.allSettled([
      decide(rows, "OURS"),
      decide(rows, "ASKED", permit(cast.other, "insurance.compare")),
    ]);
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = race.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Refusal);
    expect(await db.differenceNote.count()).toBe(3);
    await expect(
      resolveDifferences(compare(), {
        month,
        picked: [`BASE.${rows[0]?.subjectId ?? ""}|0`],
        resolution: "OURS",
        note: "没有的",
      }),
    ).rejects.toThrow("已经没有了");
  });

  it("is the office's: a liaison sees the own people only, decides nothing, a leader sees no names", async () => {
    await insured("董一所", 1);
    await insured("董二所", 2, { unitId: units.secondTeam });
    await bringIn(cast, aLine(idNoOf(9), { 1: "不认识" }));
    const first = await open({}, permit(cast.firstLiaison, "insurance.view"));
    expect(first.rows.map(told)).toEqual(["董一所 ONLY_HERE"]);
    expect(await openDifferences(permit(cast.secondLiaison, "insurance.view"))).toEqual({ month, open: 1 });
    expect(() => permit(cast.firstLiaison, "insurance.compare")).toThrow();
    expect(() => permit(cast.boss, "insurance.compare")).toThrow();
    expect(() => permit(cast.schooling, "insurance.view")).toThrow();
  });
});

describe("the rules", () => {
  const bounds = { floorFen: 501_300, capFen: 2_506_500 };

  it("a base taken over says what held it, and only when the wage lies beyond that bound", () => {
    expect(takenOver(251_000, 501_300, bounds)).toEqual({ wageFen: 251_000, baseFen: 501_300, clamp: "FLOOR" });
    expect(takenOver(3_000_000, 2_506_500, bounds).clamp).toBe("CAP");
    expect(takenOver(600_000, 501_300, bounds).clamp).toBe("NONE");
    expect(takenOver(null, 590_000, bounds)).toEqual({ wageFen: 590_000, baseFen: 590_000, clamp: "NONE" });
  });

  it("the form brings what they have and we lack, else it ends what we have and they lack", () => {
    const side = fc.option(fc.subarray([...schemes]));
    const asSide = (has: InsuranceScheme[] | null) =>
      has && { schemes: has, baseFen: 501_300, payer: "BUREAU" as const };
    fc.assert(
      fc.property(side, side, (ours, theirs) => {
        const form = formFor(asSide(ours), asSide(theirs));
        const [from, to] = form.isIncrease ? [theirs, ours] : [ours, theirs];
        expect(form.schemes.every((one) => from?.includes(one) && !to?.includes(one))).toBe(true);
        if (!form.isIncrease) expect((theirs ?? []).every((one) => (ours ?? []).includes(one))).toBe(true);
      }),
    );
  });
});
