import type { Column } from "@/lib/imports/cells/rules";
import { occupationWords, relationWords } from "@/lib/people/family/words";

/** The columns of the family's sheet, in the order of the union's hardship form. */
export const familyColumns: readonly Column[] = [
  { key: "staffNo", header: "职工工号", also: ["工号"], kind: "phone", required: true, width: 12 },
  {
    key: "worker",
    header: "职工姓名",
    kind: "text",
    width: 10,
    hint: "用来核对工号有没有写错，可以不填",
  },
  { key: "name", header: "家属姓名", also: ["姓名", "家庭成员姓名"], kind: "text", required: true, width: 10 },
  {
    key: "relation",
    header: "与本人关系",
    also: ["关系", "与职工关系"],
    kind: "choice",
    choices: Object.values(relationWords),
    synonyms: { 妻子: "配偶", 丈夫: "配偶", 妻: "配偶", 夫: "配偶", 子: "儿子", 女: "女儿", 父: "父亲", 母: "母亲" },
    required: true,
    width: 14,
  },
  { key: "idNo", header: "身份证号", also: ["身份证号码"], kind: "idNo", width: 22, isSensitive: true },
  { key: "birthDate", header: "出生日期", kind: "date", width: 13, hint: "填了身份证号可以不填" },
  {
    key: "occupation",
    header: "身份",
    also: ["从业状况"],
    kind: "choice",
    choices: Object.values(occupationWords),
    width: 12,
  },
  { key: "workplace", header: "单位或学校", kind: "text", width: 24 },
  { key: "monthlyIncome", header: "月收入（元）", also: ["月收入"], kind: "money", width: 12, isSensitive: true },
  { key: "medicalInsurance", header: "医保状况", kind: "text", width: 16 },
  { key: "health", header: "健康状况", kind: "text", width: 20, isSensitive: true },
];

export const familyNotes = [
  "带 * 的红色列必须填写。一行是一位家属，写清是哪位职工的家属。",
  "同一户里身份证号相同，或者姓名和关系都相同的，就是更新；别的都是新增。空着的格子不会改动原来的内容。",
  "身份证号和档案里登记的不一致的，请打开本人档案核对，不能用这张表更正。",
  "灰色的一行是示例，导入时会跳过，可以删掉。",
];

export const familySamples: readonly Readonly<Record<string, string>>[] = [
  {
    staffNo: "示例50001",
    worker: "张大力",
    name: "李小梅",
    relation: "配偶",
    occupation: "务农",
    monthlyIncome: "1500",
  },
];
