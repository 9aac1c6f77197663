import { issuedHere, laterOn, standsInTheWay, unseen, type ChecklistLine } from "@/lib/schooling/checklist/rules";
import type { AttachmentKind } from "@/prisma/generated/enums";

/** What a step wants: every paper there, and from the first check on the originals seen. */
export type Step = "submit" | "unit" | "union" | "firstCheck";

/**
 * The papers that keep a placement from its next step; empty when it may go on. The union's own certificates and the slip
 * of March are asked for only when they can exist.
 */
export function obstacles(lines: readonly ChecklistLine[], step: Step): ChecklistLine[] {
  const besides = step === "firstCheck" ? [] : step === "union" ? [...laterOn] : [...issuedHere, ...laterOn];
  const missing = standsInTheWay(lines, besides);

  return step === "submit" ? missing : [...missing, ...unseen(lines, besides)];
}

/** What a return has to name: all that is not there or wrong; an original that nobody has looked at yet is no fault of the parent. */
export function wantedBack(lines: readonly ChecklistLine[], stage: string): ChecklistLine[] {
  return obstacles(lines, stage === "UNIT_CHECK" ? "unit" : "union").filter(({ state }) => state !== "RECEIVED");
}

/** Whether a paper is not asked for yet at that stage: the union issues it itself, or it exists from March on only. */
export function notYet(kind: AttachmentKind, stage: string): "issued" | "later" | null {
  const isEarly = ["REGISTERED", "PREPARING", "UNIT_CHECK"].includes(stage);
  if (isEarly && issuedHere.includes(kind)) return "issued";

  return (isEarly || stage === "UNION_CHECK") && laterOn.includes(kind) ? "later" : null;
}

/** Whether the unit's liaison may keep that paper, too: not what the union's office issues itself. */
export function mayRecord(kind: AttachmentKind, isOfficer: boolean): boolean {
  return isOfficer || !issuedHere.includes(kind);
}

/** What is asked for at that stage and not there, or wrong. */
export function stillWanted(lines: readonly ChecklistLine[], stage: string): ChecklistLine[] {
  return standsInTheWay(lines, []).filter(({ kind }) => notYet(kind, stage) === null);
}

/** Why the union's contacts do not yet suffice for a school to be noted, or undefined. */
export function refuseWithoutContact(contacts: number): string | undefined {
  return contacts > 0 ? undefined : "还没有协调记录。请先登记和区总工会、教育局或学校的联系，再登记学校。";
}
