import { civilOf, fromDateColumn, type CivilDate } from "@/lib/dates";
import { stageWords } from "@/lib/schooling/stages/words";
import { outcomeWords, partyWords, schoolStageWords, unresolvedWords } from "@/lib/schooling/words";
import type { ContactParty, SchoolOutcome, SchoolStage, UnresolvedReason } from "@/prisma/generated/enums";

/** One child on 需求摸底表. */
export type SurveyRow = {
  unit: string;
  parent: string;
  child: string;
  sex: string;
  birth: string;
  hukou: string;
  stage: string;
  dwelling: string;
  missing: string;
  phone: string;
  isCoordinated: boolean;
};

/** One child in 解决情况台账. */
export type ResultRow = {
  unit: string;
  parent: string;
  child: string;
  stage: string;
  acceptedOn: CivilDate;
  parties: string;
  course: string;
  school: string;
  enrolledOn: string;
  result: string;
};

/** What the register tells of a placement, as it is stored. */
type Stored = {
  schoolStage: SchoolStage;
  schoolName: string | null;
  enrolledOn: Date | null;
  outcome: SchoolOutcome | null;
  unresolvedReason: UnresolvedReason | null;
  case: { stage: string; createdAt: Date };
  contacts: readonly { party: ContactParty; result: string }[];
  parent: { name: string; unit: { name: string } };
};

/** One row of 解决情况台账. @param child how the child is written, masked or not at all */
export function resultOf(row: Stored, child: string): ResultRow {
  const reason = row.unresolvedReason && unresolvedWords[row.unresolvedReason];

  return {
    unit: row.parent.unit.name,
    parent: row.parent.name,
    child,
    stage: schoolStageWords[row.schoolStage],
    acceptedOn: civilOf(row.case.createdAt),
    parties: [...new Set(row.contacts.map(({ party }) => partyWords[party]))].join("、"),
    course: row.contacts.map(({ result }) => result).join("；"),
    school: row.schoolName ?? "",
    enrolledOn: row.enrolledOn ? fromDateColumn(row.enrolledOn) : "",
    result: row.outcome
      ? [outcomeWords[row.outcome], reason].filter(Boolean).join("：")
      : stageWords[row.case.stage as keyof typeof stageWords],
  };
}
