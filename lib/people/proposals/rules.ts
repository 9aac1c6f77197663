import type { PartName } from "@/lib/people/parts/rules";
import type { ProposeChange, ProposeEvent, ProposePerson } from "@/lib/people/proposals/schema";

/** What a proposal holds, encrypted: the form as it was sent. */
export type Payload =
  | { kind: "NEW_PERSON"; input: Omit<ProposePerson, "requestKey"> }
  | { kind: "CHANGE"; input: Omit<ProposeChange, "requestKey"> }
  | { kind: "EVENT"; input: Omit<ProposeEvent, "requestKey"> };

/** The fields that a liaison may propose to change, by the section of the record they stand in. */
export const proposableFields = {
  contact: ["mobile", "mobileOwner", "address", "literacyAids"],
  hukou: ["residencePermitNo", "residencePermitExpiry"],
} as const satisfies Partial<Record<PartName, readonly (keyof ProposeChange)[]>>;

export type ProposablePart = keyof typeof proposableFields;

/** What was filled in, section by section; a section without an answer is left out. */
export function proposedParts(
  input: Omit<ProposeChange, "requestKey">,
): { part: ProposablePart; values: Record<string, unknown> }[] {
  return (Object.keys(proposableFields) as ProposablePart[]).flatMap((part) => {
    const values = Object.fromEntries(
      proposableFields[part].flatMap((field) => {
        const value = input[field];
        return value === undefined || value.length === 0 ? [] : [[field, value]];
      }),
    );
    return Object.keys(values).length > 0 ? [{ part, values }] : [];
  });
}

/** Who proposed cannot decide (domain.md §16: submitter ≠ approver). */
export function refuseOwnDecision(proposal: { proposedById: string }, accountId: string): string | undefined {
  return proposal.proposedById === accountId ? "自己提交的建议要由别人处理" : undefined;
}
