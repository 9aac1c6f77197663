import { genericTable, type StageTable } from "@/lib/cases/tables/rules";
import { applicationTable } from "@/lib/hardship/application/rules";
import { reviewTable } from "@/lib/hardship/review/rules";
import { reliefTable } from "@/lib/relief/table/rules";

/**
 * The stage table of every kind of case, under the name that is stored on the case: a programme may have several
 * (application, yearly review), and a case goes on in the table that it was opened with. A new programme adds its line.
 */
export const stageTables = {
  generic: genericTable,
  hardship: applicationTable,
  "hardship-review": reviewTable,
  relief: reliefTable,
} as const satisfies Record<string, StageTable>;

export type TableName = keyof typeof stageTables;

/** The table behind the stored name; an unknown one is a fault of the data, never a guess. */
export function tableOf(name: string): StageTable {
  if (!Object.hasOwn(stageTables, name)) throw new Error(`unknown stage table ${name}`);

  return stageTables[name as TableName];
}

/** Word of a stage. */
export function stageWord(name: string, stage: string): string {
  return tableOf(name).stageWords[stage] ?? stage;
}

/** Word of a move on a button or in the timeline; undefined for an entry that is no move. */
export function moveWord(name: string, move: string): string | undefined {
  return tableOf(name).moveWords[move];
}

/** Tables in which the liaison of the person's unit has something to do: their cases are within the unit's reach. */
export const unitTables: readonly string[] = Object.entries<StageTable>(stageTables)
  .filter(([, { stages }]) =>
    Object.values(stages).some(({ moves }) => Object.values(moves).some(({ who }) => who.includes("U"))),
  )
  .map(([name]) => name);
