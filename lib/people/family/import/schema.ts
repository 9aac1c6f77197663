import { z } from "zod";
import { AddMember } from "@/lib/people/family/schema";
import { occupationWords, relationWords } from "@/lib/people/family/words";
import { staffNumber, text } from "@/lib/people/schema";

function codeOf<K extends string>(words: Readonly<Record<K, string>>, word: unknown): unknown {
  return (Object.entries(words) as [K, string][]).find(([, one]) => one === word)?.[0] ?? word;
}

const { personId: _personId, relation, occupation, ...typed } = AddMember.shape;

/** One row of the family's sheet: the form's own checks behind the words of the sheet. */
export const FamilyRow = z.object({
  ...typed,
  staffNo: staffNumber,
  worker: text(40).optional(),
  relation: z.preprocess((word) => codeOf(relationWords, word), relation),
  occupation: z.preprocess((word) => codeOf(occupationWords, word), occupation),
});
export type FamilyRow = z.output<typeof FamilyRow>;
