import { z } from "zod";
import { day, mobileNo, personName, staffNumber, text } from "@/lib/people/schema";
import {
  employmentWords,
  hukouScopeWords,
  hukouTypeWords,
  idTypeWords,
  mobileOwnerWords,
  politicalWords,
  postWords,
  rankWords,
  sexWords,
} from "@/lib/people/words";

/** A word of the sheet to the code behind it. The words were checked when the cell was read. */
function coded<K extends string>(words: Readonly<Record<K, string>>) {
  const codes = new Map((Object.entries(words) as [K, string][]).map(([code, word]) => [word, code]));

  return z
    .string()
    .refine((word) => codes.has(word), { error: "不在可选范围内" })
    .transform((word) => codes.get(word) as K)
    .optional();
}

const date = day("请填写正确的日期").optional();
const yes = z
  .enum(["是", "否"], { error: "请填写“是”或“否”" })
  .transform((word) => word === "是")
  .optional();

/** One row of the roster's sheet. Nothing is demanded here: what a new person needs, a known one may leave empty. */
export const RosterRow = z.object({
  staffNo: staffNumber.optional(),
  name: personName.optional(),
  idType: coded(idTypeWords),
  idNo: text(30).optional(),
  sex: coded(sexWords),
  birthDate: date,
  unit: text(60).optional(),
  postType: coded(postWords),
  postTitle: text(40).optional(),
  rankLevel: coded(rankWords),
  isLeader: yes,
  employmentType: coded(employmentWords),
  agencyName: text(60).optional(),
  hireDate: date,
  contractStart: date,
  contractEnd: date,
  hukouScope: coded(hukouScopeWords),
  hukouType: coded(hukouTypeWords),
  hukouAddress: text(100).optional(),
  ethnicity: text(20).optional(),
  politicalStatus: coded(politicalWords),
  mobile: mobileNo.optional(),
  mobileOwner: coded(mobileOwnerWords),
  address: text(100).optional(),
  changedOn: date,
  isDistinct: yes,
});
export type RosterRow = z.output<typeof RosterRow>;
