import type { CivilDate } from "@/lib/dates";

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
