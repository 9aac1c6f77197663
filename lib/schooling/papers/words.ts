import type { Ledger } from "@/lib/ledger";
import type { ResultRow, SurveyRow } from "@/lib/schooling/papers/rules";

/** 随迁子女入学需求摸底表, in the order of the paper one. */
export const surveyLedger: Ledger<SurveyRow> = {
  title: "随迁子女入学需求摸底表",
  columns: [
    { label: "单位", of: (row) => row.unit, width: "normal" },
    { label: "职工姓名", of: (row) => row.parent, width: "normal" },
    { label: "子女姓名", of: (row) => row.child, width: "normal" },
    { label: "性别", of: (row) => row.sex, width: "narrow" },
    { label: "出生日期", of: (row) => row.birth, width: "normal" },
    { label: "户籍地", of: (row) => row.hukou, width: "narrow" },
    { label: "拟入学段", of: (row) => row.stage, width: "normal" },
    { label: "居住情况", of: (row) => row.dwelling, width: "normal" },
    { label: "材料缺项", of: (row) => row.missing },
    { label: "联系电话", of: (row) => row.phone },
  ],
  note: (row) => (row.isCoordinated ? "需协调" : ""),
};

/** 随迁子女入学解决情况台账. */
export const resultLedger: Ledger<ResultRow> = {
  title: "随迁子女入学解决情况台账",
  columns: [
    { label: "单位", of: (row) => row.unit, width: "normal" },
    { label: "职工", of: (row) => row.parent, width: "normal" },
    { label: "子女（脱敏）", of: (row) => row.child, width: "normal" },
    { label: "学段", of: (row) => row.stage, width: "normal" },
    { label: "受理日期", of: (row) => row.acceptedOn, width: "normal" },
    { label: "协调部门", of: (row) => row.parties, width: "normal" },
    { label: "协调过程", of: (row) => row.course },
    { label: "安排学校", of: (row) => row.school, width: "normal" },
    { label: "入学日期", of: (row) => row.enrolledOn, width: "normal" },
    { label: "结果", of: (row) => row.result, width: "normal" },
    { label: "经办人", kind: "sign", of: () => "" },
  ],
  note: () => "",
};

/** The same as a file: without the child's column and without one to sign in. */
export const exportLedger: Ledger<ResultRow> = {
  ...resultLedger,
  columns: resultLedger.columns.filter(({ label, kind }) => kind !== "sign" && !label.startsWith("子女")),
};

/** 需求摸底表 as a file: nothing of the child. */
export const exportSurvey: Ledger<SurveyRow> = {
  ...surveyLedger,
  columns: surveyLedger.columns.filter(({ label }) => !["子女姓名", "性别", "出生日期"].includes(label)),
};
