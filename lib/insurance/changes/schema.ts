import { z } from "zod";
import { civil, id, month, needed, receiptNo, requestKey, version, yuanField } from "@/lib/insurance/schema";
import { ChangeCode, InsuranceScheme } from "@/prisma/generated/enums";

const content = {
  code: z.enum(ChangeCode, { error: "请选择参保类型或停保原因" }),
  schemes: z.array(z.enum(InsuranceScheme), { error: "请勾选险种" }).min(1, { error: "请至少勾选一个险种" }),
  month: month("请填写月份，例如 2026-12"),
  /** average of a month; increases only */
  wage: yuanField("请填写月工资").optional(),
};

/** 增员、减员: filled in by the liaison or the officer. */
export const DraftChange = z.object({
  requestKey,
  personId: id,
  ...content,
  then: z.enum(["keep", "submit"]).default("submit"),
});
export type DraftChange = z.output<typeof DraftChange>;

export const EditChange = z.object({ caseId: id, version, ...content });
export type EditChange = z.output<typeof EditChange>;

export const TouchChange = z.object({ caseId: id, version });
export type TouchChange = z.output<typeof TouchChange>;

/** Several forms that go to the insurance office together, with one receipt; each as `case id|version`. */
export const FileChanges = z.object({
  picked: z
    .array(z.string().regex(/^[0-9a-f-]{36}\|\d{1,9}$/, { error: "请刷新页面再办" }), { error: "请勾选要报送的人" })
    .min(1, { error: "请勾选要报送的人" })
    .max(200, { error: "一次最多报送 200 人" }),
  receiptNo,
  filedOn: civil("请填写报送日期"),
});
export type FileChanges = z.output<typeof FileChanges>;

export const ApproveChange = z.object({
  caseId: id,
  version,
  resultOn: civil("请填写核准日期"),
});
export type ApproveChange = z.output<typeof ApproveChange>;

export const RejectChange = z.object({
  caseId: id,
  version,
  resultOn: civil("请填写退回日期"),
  note: needed(4, 500, "请把经办机构说缺的一次写全，不少于 4 个字"),
});
export type RejectChange = z.output<typeof RejectChange>;
