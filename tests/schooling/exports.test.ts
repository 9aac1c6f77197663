import { beforeEach, expect, it } from "vitest";
import { placementsExport } from "@/lib/schooling/exports/queries";
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
