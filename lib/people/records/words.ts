import type { LikenessKind } from "@/lib/people/records/rules";

/** Why somebody already on file may be the same person. */
export const likenessWords = {
  idNo: "证件号码相同",
  oldIdNo: "曾用过这个证件号码",
  birth: "姓名和出生日期相同",
  unit: "姓名和单位相同",
  mobile: "姓名和手机号相同",
} satisfies Record<LikenessKind, string>;
