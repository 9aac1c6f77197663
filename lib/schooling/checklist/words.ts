import { attachmentWords } from "@/lib/cases/attachments/words";
import { formatDate } from "@/lib/dates";
import type { Deadline } from "@/lib/schooling/checklist/rules";
import type { AttachmentKind } from "@/prisma/generated/enums";

/** Papers of the checklist as the office calls them. */
export const paperWords: Readonly<Record<string, string>> = {
  ...attachmentWords,
  HOUSEHOLD_BOOK: "户口簿（孩子和父母三人）",
  ID_CARD: "父母身份证",
};

/** Where a parent gets the paper, in plain words. */
export const whereToGo: Partial<Record<AttachmentKind, string>> = {
  RESIDENCE_PERMIT: "到住的地方的派出所办，先登记满半年",
  HOUSEHOLD_BOOK: "家里的户口簿，孩子和父母的都要",
  ID_CARD: "父母两个人的",
  BIRTH_CERTIFICATE: "出生的医院开的那张",
  CONTRACT: "找单位联络员，人事科有",
  EMPLOYMENT_PROOF: "不用跑，局工会给您开",
  INSURANCE_PROOF: "手机上“天津人力社保”能打印，不会就找联络员",
  PROPERTY_DEED: "自己房子的证",
  LEASE_FILING: "和房东一起到街道房管站备案，12 月 1 日前要办好；借住的也要和房主办",
  PROPERTY_QUERY: "不动产登记中心打印，父母两个人的",
  VACCINATION: "社区医院的小绿本",
  SCHOOL_RECORD: "原来的学校开",
  BOOKING_SLIP: "3 月网上约，局工会用电脑帮您填",
  DORMITORY_PROOF: "不用跑，局工会给您开",
};

const deadlineWords = {
  permit: "居住登记要办好（住满半年才能领居住证）",
  lease: "租房备案要生效",
  insurance: "社保要开始连续缴",
  booking: "开始网上预约，局工会帮您填",
  firstCheck: "带原件到现场初审",
} satisfies Record<Deadline["key"], string>;

/** 「2026-12-01 前，租房备案要生效」 */
export function deadlineText({ key, by }: Deadline, day = formatDate(by)): string {
  return `${day}${key === "booking" || key === "firstCheck" ? "起" : "前"}，${deadlineWords[key]}`;
}

/** Papers that the notice of the year may ask from everybody, by the word that stands in the parameter. */
export const listedWords: Readonly<Record<string, AttachmentKind>> = {
  居住证: "RESIDENCE_PERMIT",
  户口簿: "HOUSEHOLD_BOOK",
  身份证: "ID_CARD",
  出生医学证明: "BIRTH_CERTIFICATE",
  劳动合同: "CONTRACT",
  务工就业证明: "EMPLOYMENT_PROOF",
  社保缴费证明: "INSURANCE_PROOF",
  不动产查询结果: "PROPERTY_QUERY",
  预防接种证: "VACCINATION",
  预约单: "BOOKING_SLIP",
};
