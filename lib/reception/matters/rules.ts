import type { MoveInput } from "@/lib/cases/moves/rules";
import type { MoveName } from "@/lib/cases/words";
import type { Category } from "@/lib/reception/matters/words";
import type { Complexity, MatterMode, Outcome } from "@/prisma/generated/enums";

/** What decides how a matter goes on. */
export type Handling = {
  category: Category;
  mode: MatterMode;
  complexity: Complexity;
  instruction?: string | undefined;
  handlerUnitId?: string | undefined;
  answer?: string | undefined;
  outcome?: Outcome | undefined;
  accusedStaffNo?: string | undefined;
  accusedUnitId?: string | undefined;
};

export type Missing = { field: string; sentence: string };

/** A complaint about a person goes to 纪检 and to nobody else (domain guide §7). */
export function isComplaint({ category }: Pick<Handling, "category">): boolean {
  return category === "COMPLAINT";
}

/** What is still to be filled in for this way of handling; undefined when nothing is. */
export function missingOf(handling: Handling): Missing | undefined {
  if (isComplaint(handling)) {
    const isNamed = Boolean(handling.accusedStaffNo) || handling.accusedUnitId !== undefined;
    return isNamed ? undefined : { field: "accusedStaffNo", sentence: "请填写被投诉人的工号，或者选择他所在的单位" };
  }
  if (handling.mode === "ASSIGN" && handling.handlerUnitId === undefined) {
    return { field: "handlerUnitId", sentence: "请选择交给哪个单位办" };
  }
  const isAnswered = handling.mode === "ON_SPOT" || handling.mode === "TELL_WHERE";
  if (isAnswered && !handling.answer) return { field: "answer", sentence: "请写下怎么答复的，来访人看得到" };
  if (handling.mode === "ON_SPOT" && handling.outcome === undefined)
    return { field: "outcome", sentence: "请选择办理结果" };
  return undefined;
}

/**
 * The moves that follow the opening of the case in the same transaction. 当场答复 counts as answered at once; 告知途径 as
 * answered and not solved. A complaint waits for 纪检, whose officer alone may take it up.
 */
export function movesOf(handling: Handling): { move: MoveName; input: MoveInput }[] {
  if (isComplaint(handling)) return [];
  const note = handling.instruction || undefined;
  const accept = { move: "accept" as const, input: { note } };
  const answered = { note: handling.answer, answerMode: "IN_PERSON" as const };
  switch (handling.mode) {
    case "ON_SPOT":
      return [{ move: "answerOnSpot", input: { ...answered, outcome: handling.outcome } }];
    case "TELL_WHERE":
      return [{ move: "answerOnSpot", input: { ...answered, outcome: "EXPLAINED" } }];
    case "REPORT_UP":
      return [accept];
    case "ASSIGN": {
      const { handlerUnitId, complexity } = handling;
      return [accept, { move: "assign", input: { note, handlerUnitId, complexity } }];
    }
  }
}
