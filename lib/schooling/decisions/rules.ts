import { issuedHere, laterOn, standsInTheWay, unseen, type ChecklistLine } from "@/lib/schooling/checklist/rules";

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

/** Why the union's contacts do not yet suffice for a school to be noted, or undefined. */
export function refuseWithoutContact(contacts: number): string | undefined {
  return contacts > 0 ? undefined : "还没有协调记录。请先登记和区总工会、教育局或学校的联系，再登记学校。";
}
