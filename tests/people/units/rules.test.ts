import { expect, test } from "vitest";
import { filterUnits, mayHang, pathOf, placeOf, subtreeOf, unitTree, type UnitNode } from "@/lib/people/units/rules";

const unit = (id: string, parentId: string | null, type: UnitNode["type"], sortNo = 0): UnitNode => ({
  id,
  parentId,
  name: `名${id}`,
  type,
  sortNo,
});
const units = [
  unit("a", null, "BUREAU"),
  unit("b", "a", "STATION", 2),
  unit("c", "a", "DIVISION", 1),
  unit("d", "b", "SQUAD"),
  unit("e", "d", "TEAM"),
];

test("the tree stands in its own order, and a unit whose superior is out of sight stands at the top", () => {
  const [bureau] = unitTree(units);
  expect(bureau?.children.map(({ id }) => id)).toEqual(["c", "b"]);
  expect(unitTree(units.slice(3)).map(({ id, depth }) => [id, depth])).toEqual([["d", 0]]);
});

test("a subtree holds the unit and everything below, an unknown one itself only", () => {
  expect(subtreeOf(units, "b").sort()).toEqual(["b", "d", "e"]);
  expect(subtreeOf(units, "x")).toEqual(["x"]);
});

test("a ring in the data ends the walk", () => {
  const ring = [unit("x", "y", "TEAM"), unit("y", "x", "TEAM")];
  expect(subtreeOf(ring, "x").sort()).toEqual(["x", "y"]);
  expect(pathOf(ring, "x")).toHaveLength(2);
});

test("a place is named by 科室 or 环卫所 and the way below, never by the bureau", () => {
  expect(placeOf(units, "e")).toEqual({ top: "名b", below: "名d · 名e" });
  expect(placeOf(units, "c")).toEqual({ top: "名c", below: "" });
  expect(placeOf(units, "a")).toEqual({ top: "名a", below: "" });
  expect(placeOf(units, "x")).toEqual({ top: "", below: "" });
});

test("a name filter keeps what matches and the way to it", () => {
  expect(filterUnits(units, "名e").map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
  expect(filterUnits(units, "没有")).toEqual([]);
  expect(filterUnits(units, undefined)).toHaveLength(5);
});

test.each([
  ["DIVISION", "BUREAU", true],
  ["STATION", "BUREAU", true],
  ["TEAM", "STATION", true],
  ["TEAM", "SECTION", true],
  ["DIVISION", "STATION", false],
  ["TEAM", "DIVISION", false],
  ["STATION", "TEAM", false],
  ["TEAM", "TEAM", false],
  ["BUREAU", "BUREAU", false],
] as const)("%s under %s: %s", (type, under, may) => {
  expect(mayHang(type, under)).toBe(may);
});
