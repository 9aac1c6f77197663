import { payerWords, schemeWords } from "@/lib/insurance/words";
import { schemes } from "@/lib/insurance/rules";
import type { Column } from "@/lib/imports/cells/rules";

const isOn = {
  kind: "choice",
  choices: ["是", "否"],
  synonyms: {
    "√": "是",
    "✓": "是",
    有: "是",
    参保: "是",
    正常参保: "是",
    "1": "是",
    "×": "否",
    未参保: "否",
    "0": "否",
  },
  width: 8,
} as const;

/** The columns of the insurance office's list of a month, in its order; every office words some of them differently. */
export const listColumns: readonly Column[] = [
  {
    key: "month",
    header: "费款所属期",
    also: ["所属月份", "缴费月份", "缴费年月", "月份"],
    kind: "month",
    required: true,
    width: 13,
    hint: "例如 2026-10，一张表只能是一个月的",
  },
  { key: "name", header: "姓名", also: ["职工姓名", "参保人姓名"], kind: "text", required: true, width: 10 },
  {
    key: "idNo",
    header: "公民身份号码",
    also: ["身份证号", "身份证号码", "证件号码", "社会保障号码"],
    kind: "idNo",
    required: true,
    isSensitive: true,
    width: 22,
    hint: "只用来对人，系统里不保存号码",
  },
  {
    key: "base",
    header: "缴费基数",
    also: ["月缴费基数", "申报基数", "缴费工资"],
    kind: "money",
    required: true,
    width: 12,
    hint: "元，没有角分",
  },
  ...schemes.map((scheme) => ({
    key: scheme,
    header: schemeWords[scheme],
    also: [`${schemeWords[scheme]}保险`, `基本${schemeWords[scheme]}保险`],
    ...isOn,
  })),
  {
    key: "payer",
    header: "参保单位",
    also: ["缴费主体"],
    kind: "choice",
    choices: Object.values(payerWords),
    synonyms: { 派遣: "派遣单位", 劳务派遣: "派遣单位", 本局: "本单位" },
    width: 12,
    hint: "派遣公司给的名单填“派遣单位”；不填就是本单位",
  },
];

export const listNotes = [
  "每月从经办机构导出参保名单，派遣公司的名单也收一份，填进这张表上传；两份可以分开传。",
  "一张表只能是一个月的。险种一栏写“是”或者打√，空着就是没有参保。",
  "号码只用来和花名册对人，对完只留首尾各一位，不保存号码。",
  "导入不改动任何人的参保登记；两边对不上的，在“名单核对”里一条一条处理。",
  "同一个月再传一次就是更正；要整张换掉，先撤销上一次导入。灰色的一行是示例，导入时会跳过。",
];

export const listSamples: readonly Readonly<Record<string, string>>[] = [
  {
    month: "示例2026-10",
    name: "张大力",
    idNo: "129900198001010019",
    base: "5013",
    PENSION: "是",
    MEDICAL: "是",
    UNEMPLOYMENT: "是",
    INJURY: "是",
    MATERNITY: "是",
    payer: "本单位",
  },
];
