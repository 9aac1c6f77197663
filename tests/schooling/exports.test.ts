import { beforeEach, expect, it } from "vitest";
import { placementsExport, surveyExport, yearsExport } from "@/lib/schooling/exports/queries";
import { canary, openSchool, permit, placementAt, type SchoolCast } from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

it("takes the results of an intake out without the child's column, and never without a second person", async () => {
  await placementAt(cast, "ASSIGNED");
  const by = permit(cast.officer, "schooling.export");
  const filter = placementsExport.parse({ year: "2027" });
  const rows: (readonly (string | number)[])[] = [];
  for await (const page of placementsExport.read(by, filter)) rows.push(...page);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveLength(placementsExport.columns(by).length);
  expect(rows[0]).toContain("第一小学");
  expect(JSON.stringify(rows)).not.toContain(canary.slice(-1));
  expect(placementsExport.columns(by).some(({ header }) => header.startsWith("子女"))).toBe(false);
  expect(await placementsExport.count(by, filter)).toBe(1);
  expect(placementsExport.isSensitive(filter)).toBe(true);
  expect(await placementsExport.count(by, placementsExport.parse({ year: "2026" }))).toBe(0);
});

it("is nobody's but the officer's", () => {
  expect(() => permit(cast.firstLiaison, "schooling.export")).toThrow();
  expect(() => permit(cast.boss, "schooling.export")).toThrow();
});

it("takes the survey and the years out with the same numbers as on paper and nothing of the child", async () => {
  await placementAt(cast, "PREPARING");
  const by = permit(cast.officer, "schooling.export");
  for (const [list, told] of [
    [surveyExport, "居住证"],
    [yearsExport, "2027 年度"],
  ] as const) {
    const filter = list.parse({ year: "2027" });
    const rows: (readonly (string | number)[])[] = [];
    for await (const page of list.read(by, filter)) rows.push(...page);
    expect([rows.length, await list.count(by, filter)]).toEqual([1, 1]);
    expect(rows[0]).toHaveLength(list.columns(by).length);
    expect(JSON.stringify(rows)).toContain(told);
    for (const word of [canary, canary.slice(-1), "2021-03-08"]) expect(JSON.stringify(rows)).not.toContain(word);
    expect(list.isSensitive(filter)).toBe(true);
  }
});
