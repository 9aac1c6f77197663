import {
  aidWords,
  hukouScopeWords,
  hukouTypeWords,
  mobileOwnerWords,
  politicalWords,
  sexWords,
} from "@/lib/people/words";
import type { PartName } from "@/lib/people/parts/rules";

export const partWords = {
  basic: "基本情况",
  hukou: "户籍与居住证",
  contact: "联系方式与住址",
  bank: "银行卡",
  union: "工会",
  care: "特殊情况",
} satisfies Record<PartName, string>;

/** The label of every field of a part: on the form, in the history and in 「别人刚改过」. */
export const fieldWords: Readonly<Record<string, string>> = {
  name: "姓名",
  sex: "性别",
  birthDate: "出生日期",
  archiveBirthDate: "档案出生日期",
  ethnicity: "民族",
  politicalStatus: "政治面貌",
  hukouScope: "户籍",
  hukouType: "户口性质",
  hukouAddress: "户籍地址",
  residencePermitNo: "居住证号",
  residencePermitExpiry: "居住证到期日",
  mobile: "手机号",
  mobileOwner: "机主",
  address: "现住址",
  emergencyName: "紧急联系人",
  emergencyRelation: "与本人关系",
  emergencyPhone: "紧急联系电话",
  literacyAids: "需要协助",
  bankName: "开户行",
  bankCard: "银行卡号",
  unionMember: "工会会员",
  unionJoinedOn: "入会日期",
  flags: "特殊情况",
  disabilityLevel: "残疾等级",
  idNo: "证件号码",
  idType: "证件类型",
};

export const careWords = {
  DISABILITY: "残疾",
  PREGNANCY: "孕期或哺乳期",
  SERIOUS_ILLNESS: "重病",
  LIVES_ALONE: "独居",
} as const;

export type CareFlag = keyof typeof careWords;

const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: sexWords,
  politicalStatus: politicalWords,
  hukouScope: hukouScopeWords,
  hukouType: hukouTypeWords,
  mobileOwner: mobileOwnerWords,
  literacyAids: aidWords,
  flags: careWords,
  unionMember: { on: "是" },
};

/** A stored value of a field as it is said; an empty one is 空. */
export function valueWord(field: string, value: string): string {
  if (value === "") return field === "unionMember" ? "否" : "空";
  const words = valueWords[field];

  return words
    ? value
        .split(",")
        .map((code) => words[code] ?? code)
        .join("、")
    : value;
}
