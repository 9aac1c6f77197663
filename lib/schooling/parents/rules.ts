import { addMonths, type CivilDate } from "@/lib/dates";
import type { ChecklistLine, Paper } from "@/lib/schooling/checklist/rules";
import type { AttachmentKind, OtherParent } from "@/prisma/generated/enums";

/** Papers that have to be there for both parents. */
export const ofBoth: readonly AttachmentKind[] = ["HOUSEHOLD_BOOK", "ID_CARD", "PROPERTY_QUERY"];

/** Years between a parent and a child at least; the child's number in the parent's field is found by it. */
const LEAST_APART = 14;

/** Why somebody of that birth cannot be the child's parent, or undefined. */
export function refuseAsParent(birth: CivilDate, childBirth: CivilDate): string | undefined {
  return addMonths(birth, LEAST_APART * 12) > childBirth
    ? `另一方家长和孩子相差不到 ${LEAST_APART} 岁，请核对身份证号。`
    : undefined;
}

/** Whether there is somebody whose papers belong to the child's too. */
export function hasOther(other: OtherParent | null): boolean {
  return other === "WORKER" || other === "OUTSIDE";
}

/** A paper of both parents that is here for one of them only wants the other's. */
export function askBoth(
  lines: readonly ChecklistLine[],
  papers: readonly (Pick<Paper, "kind"> & { coversOther: boolean })[],
  other: OtherParent | null,
): ChecklistLine[] {
  const isHalf = ({ kind, state }: ChecklistLine) =>
    hasOther(other) &&
    ofBoth.includes(kind) &&
    (state === "RECEIVED" || state === "VERIFIED") &&
    !papers.some((paper) => paper.kind === kind && paper.coversOther);

  return lines.map((line) => (isHalf(line) ? { ...line, state: "NEEDS_FIX", problem: "还差另一方家长的" } : line));
}
