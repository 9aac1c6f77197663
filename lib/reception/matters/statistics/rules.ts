import type { CivilDate } from "@/lib/dates";
import type { MatterMode, Outcome, Satisfaction } from "@/prisma/generated/enums";

/** What the statistics have to know of a matter; it names nobody. */
export type MatterFacts = {
  dayId: string;
  month: string;
  category: string;
  unit: string;
  mode: MatterMode;
  dueOn: CivilDate | null;
  firstAnsweredOn: CivilDate | null;
  firstDueOn: CivilDate | null;
  outcome: Outcome | null;
  satisfaction: Satisfaction | null;
};

export type Tally = {
  matters: number;
  onSpot: number;
  assigned: number;
  onTime: number;
  due: number;
  resolved: number;
  answered: number;
  content: number;
  reached: number;
};

/**
 * The columns of 月度/年度统计 (domain.md §7), rates as in §0.1: 按期 over what was answered or should have been by
 * today, 解决 over what was answered, 满意 over whom the call reached.
 */
export function tally(matters: readonly MatterFacts[], today: CivilDate): Tally {
  const count = (test: (matter: MatterFacts) => boolean) => matters.filter(test).length;
  const isAnswered = ({ firstAnsweredOn }: MatterFacts) => firstAnsweredOn !== null;
  const isOverdue = (matter: MatterFacts) => !isAnswered(matter) && matter.dueOn !== null && matter.dueOn < today;

  return {
    matters: matters.length,
    onSpot: count(({ mode }) => mode === "ON_SPOT"),
    assigned: count(({ mode }) => mode === "ASSIGN"),
    onTime: count(({ firstAnsweredOn: on, firstDueOn: by }) => on !== null && (by === null || on <= by)),
    due: count((matter) => isAnswered(matter) || isOverdue(matter)),
    resolved: count(({ outcome }) => outcome === "RESOLVED"),
    answered: count(({ outcome }) => outcome !== null),
    content: count(({ satisfaction }) => satisfaction === "SATISFIED" || satisfaction === "FAIR"),
    reached: count(({ satisfaction }) => satisfaction !== null && satisfaction !== "NOT_REACHED"),
  };
}

export type Group = { key: string; name: string; tally: Tally };

/** The matters under each value of `nameOf`, most first; equal ones by name. */
export function groupBy(
  matters: readonly MatterFacts[],
  nameOf: (matter: MatterFacts) => string,
  today: CivilDate,
): Group[] {
  const names = [...new Set(matters.map(nameOf))];

  return names
    .map((name) => ({
      key: name,
      name,
      tally: tally(
        matters.filter((one) => nameOf(one) === name),
        today,
      ),
    }))
    .sort((a, b) => b.tally.matters - a.tally.matters || a.name.localeCompare(b.name, "zh"));
}
