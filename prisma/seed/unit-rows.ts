import type { SeedRows } from "./bulk";
import type { Person } from "./person-rows";
import type { UnitTree } from "./units";

const HEADS = /^(所长|主任|科长|工会副主席|局长|队长|段组长|班组长)$/;

/** The rows of the tree, each unit with the name of who leads it. */
export function unitRows(tree: UnitTree, people: readonly Person[]): SeedRows["org_unit"][] {
  const leading = people.filter(({ postTitle, status }) => status === "ACTIVE" && HEADS.test(postTitle ?? ""));
  const heads = new Map(leading.map(({ unit, name }) => [unit.id, name]));
  return tree.all.map(({ trade: _, ...unit }) => ({ ...unit, head: heads.get(unit.id) ?? null }));
}
