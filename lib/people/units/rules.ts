import type { Sphere, UnitType } from "@/prisma/generated/enums";

/** What a tree needs to know of a unit. */
export type UnitNode = { id: string; parentId: string | null; name: string; type: UnitType; sortNo: number };

export type UnitBranch<N extends UnitNode> = N & { depth: number; children: UnitBranch<N>[] };

/** The units as a forest in their own order; a unit whose superior is out of sight stands at the top. */
export function unitTree<N extends UnitNode>(units: readonly N[]): UnitBranch<N>[] {
  const known = new Set(units.map(({ id }) => id));
  const under = new Map<string | null, N[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    under.set(parent, [...(under.get(parent) ?? []), unit]);
  }
  const grow = (parent: string | null, depth: number): UnitBranch<N>[] =>
    (under.get(parent) ?? [])
      .sort((a, b) => a.sortNo - b.sortNo || (a.id < b.id ? -1 : 1))
      .map((unit) => ({ ...unit, depth, children: grow(unit.id, depth + 1) }));
  return grow(null, 0);
}

/** The ids of a unit and of everything under it. */
export function subtreeOf(units: readonly Pick<UnitNode, "id" | "parentId">[], id: string): string[] {
  const found = [id];
  // Every unit is visited once, so a ring in the data ends the walk instead of hanging it.
  for (const at of found) {
    for (const unit of units) if (unit.parentId === at && !found.includes(unit.id)) found.push(unit.id);
  }
  return found;
}

/** The way from the top down to a unit, itself last. */
export function pathOf<N extends Pick<UnitNode, "id" | "parentId">>(units: readonly N[], id: string): N[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: N[] = [];
  for (let at = byId.get(id); at && !path.includes(at); at = at.parentId ? byId.get(at.parentId) : undefined) {
    path.unshift(at);
  }
  return path;
}

/** Where somebody works, in two lines: the 科室 or 环卫所, and the way from there down. The bureau is not named. */
export function placeOf(units: readonly UnitNode[], id: string): { top: string; below: string } {
  const path = pathOf(units, id);
  const [top, ...below] = path.length > 1 ? path.filter(({ type }) => type !== "BUREAU") : path;
  return { top: top?.name ?? "", below: below.map(({ name }) => name).join(" · ") };
}

/** Keeps what matches part of a name, and the way to it. Everything without a filter. */
export function filterUnits<N extends UnitNode>(units: readonly N[], typed: string | undefined): N[] {
  if (!typed) return [...units];
  const kept = new Set(
    units.filter(({ name }) => name.includes(typed)).flatMap(({ id }) => pathOf(units, id).map((unit) => unit.id)),
  );
  return units.filter(({ id }) => kept.has(id));
}

const LEVELS: readonly UnitType[] = ["BUREAU", "STATION", "SQUAD", "SECTION", "TEAM"];

/** Whether a unit of this kind may hang under one of that kind: 局 → 科室 | 所 → 队 → 段 → 班; levels may be left out. */
export function mayHang(type: UnitType, under: UnitType): boolean {
  if (type === "BUREAU") return false;
  if (type === "DIVISION") return under === "BUREAU";
  if (under === "DIVISION") return false;
  return LEVELS.indexOf(type) > LEVELS.indexOf(under);
}

/** 机关 or 基层: what hangs under a 科室 is 机关, everything else below the bureau is 基层. */
export function sphereOf(type: UnitType): Sphere {
  return type === "DIVISION" || type === "BUREAU" ? "OFFICE" : "GRASSROOTS";
}

/** The units somebody can belong to or move to, as choices: never the bureau itself. */
export function unitOptions(units: readonly UnitNode[]): { value: string; label: string }[] {
  const bureaus = new Set(units.filter(({ type }) => type === "BUREAU").map(({ id }) => id));
  return parentOptions(units).filter(({ value }) => !bureaus.has(value));
}

/** Units as choices of a select, each by its way from the 科室 or 环卫所 down; the bureau by its name. */
export function parentOptions(units: readonly UnitNode[]): { value: string; label: string }[] {
  return unitRows(unitTree(units)).map(({ id }) => {
    const { top, below } = placeOf(units, id);
    return { value: id, label: below ? `${top} ${below}` : top };
  });
}

/** A forest as rows from the top down. */
export function unitRows<N extends UnitNode>(branches: UnitBranch<N>[]): UnitBranch<N>[] {
  return branches.flatMap((branch) => [branch, ...unitRows(branch.children)]);
}
