import { isIncrease } from "@/lib/insurance/changes/rules";
import type { AttachmentKind, ChangeCode } from "@/prisma/generated/enums";

/** The record that the papers of a form belong to. */
export const paperOwner = "insurance_change";

/** Kinds of paper that a form takes. */
export const paperKinds = [
  "ID_CARD",
  "CONTRACT",
  "INSURANCE_PROOF",
  "APPLICATION",
  "OTHER",
] as const satisfies readonly AttachmentKind[];

const increase = ["身份证", "劳动合同", "参保人员基本情况表"];
const others: Readonly<Partial<Record<ChangeCode, readonly string[]>>> = {
  RESUMED: ["停保证明"],
  FROM_OUTSIDE: ["原参保地缴费凭证"],
  FROM_DISTRICT: ["原单位减员回执"],
  TO_DISTRICT: ["离职证明"],
  TO_OUTSIDE: ["离职证明"],
  SUSPENDED: ["停薪或离职证明"],
  SURRENDERED: ["本人申请"],
  RETIRED: ["退休审批表"],
  DECEASED: ["死亡证明"],
};

/** What the insurance office wants to see with a form, by its code. */
export function papersFor(code: ChangeCode): string[] {
  return [...(isIncrease(code) ? increase : []), ...(others[code] ?? [])];
}
